"""Planning: from a brief to its plan.

`plan(knowledge, brief)` is the one door; what comes out is described in `knowledge.planned`. It is
pure: the same knowledge and brief give an equal plan. Words are not chosen here; see the templates
of the shell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from knowledge.boxes import Box
from knowledge.brief import Brief
from knowledge.company.programme import planned_parts
from knowledge.counts import NEXT_HIRES, RoleCount, area_of, hires_needed, next_hires, role_counts
from knowledge.coverage import Areas, Covered, counted, cover
from knowledge.edits.apply import applied
from knowledge.edits.tree import Tree
from knowledge.knowledge import Knowledge
from knowledge.planned import Coverage, Plan, Post
from knowledge.programme import Channel, Line, Unit
from knowledge.sequence import Hire
from knowledge.spans import Warning_, leader_levels, span_warnings, spans
from knowledge.staffing import hires_of, lines_of, programme_of, tree_of, units_of
from knowledge.tables import choose
from knowledge.taskforce import with_lines
from knowledge.units import Named, name_units

__all__ = ["NEXT_HIRES", "Coverage", "Plan", "Post", "RoleCount", "plan", "plan_of"]


def plan(knowledge: Knowledge, brief: Brief) -> Plan:
    """Plan the team of a brief.

    Raises:
        LookupError: If the channel is unknown or the knowledge has no rule for the brief.
    """
    ahead = hires_needed(brief.size, brief.edits)
    return plan_of(knowledge, brief, hires_of(knowledge, brief, ahead))


def plan_of(knowledge: Knowledge, brief: Brief, sequence: list[Hire]) -> Plan:
    """Plan the team of a brief from a hiring sequence.

    Args:
        knowledge: What the brief's channel, stage and variants name.
        brief: How many people [people], and the edits to apply.
        sequence: Hires in order, at least `hires_needed` of them.

    Raises:
        LookupError: If the channel is unknown or the knowledge has no rule for the brief.
    """
    channel = programme_of(knowledge, brief)
    staffed = sequence[: brief.size]
    counts = Counter(hire.role for hire in staffed)
    lines = lines_of(knowledge, staffed)
    units = units_of(channel, brief)
    root = tree_of(knowledge, brief, staffed)
    base = tuple(box.role for box in root.walk())
    tree = applied(root, brief.edits, knowledge.roles)
    if brief.edits:
        lines = {**_possible_lines(channel, brief), **lines}
    boxes = tuple(tree.root.walk())
    area = partial(area_of, knowledge.roles, brief)
    known = role_counts(counts, _people(boxes), lines, area)
    coming = sequence[brief.size : hires_needed(brief.size, brief.edits)]
    found = _assemble(knowledge, brief, channel, units, tree, boxes, base, coming, lines, known)
    return with_lines(knowledge, found)


def _assemble(
    knowledge: Knowledge,
    brief: Brief,
    channel: Channel,
    units: list[Unit],
    tree: Tree,
    boxes: Sequence[Box],
    base: tuple[str, ...],
    coming: Sequence[Hire],
    lines: Mapping[str, Line],
    counts: tuple[RoleCount, ...],
) -> Plan:
    choice = choose(channel, brief.stage, brief.size)
    ids, people = tree.ids, tree.people
    leaders = [box for box in boxes if box.children]
    below = [knowledge.channels[part.channel] for part in planned_parts(brief)]
    named = name_units(channel, units, boxes, below)
    taken_on = {f: tree.boxes[post] for post, fs in tree.duties.items() for f in fs}
    areas = Areas(knowledge.roles, brief.channels if brief.parts else (), boxes)
    covered = cover(counted(knowledge, brief), areas, taken_on)
    posts = _posts(tree, boxes, named, covered)
    return Plan(
        brief=brief,
        digest=knowledge.digest,
        people=people,
        form=knowledge.forms[choice.rule.form],
        choice=choice,
        posts=posts,
        units=tuple({unit.id: unit for unit in named.values()}.values()),
        coverage=tuple(Coverage(c.function.id, c.role, ids[c.box], c.hat) for c in covered),
        counts=tuple(count for count in counts if count.people),
        gone=tuple(count for count in counts if not count.people),
        next_hires=next_hires(coming, counts, people),
        warnings=(
            *span_warnings(channel, lines, leaders, ids),
            *_conflicts(covered, ids),
            *_unusual(channel, brief, people),
        ),
        leader_levels=leader_levels(tree.root),
        layers=max(post.depth for post in posts) + 1,
        span=spans(leaders),
        base=base,
        roles=knowledge.roles,
    )


def _possible_lines(channel: Channel, brief: Brief) -> dict[str, Line]:
    """Give the line of every role that could be staffed, the first of several."""
    lines = reversed(channel.lines)
    return {line.role: line for line in lines if line.applies(brief.stage, brief.variants)}


def _people(boxes: Iterable[Box]) -> Counter[str]:
    people: Counter[str] = Counter()
    for box in boxes:
        people[box.role] += box.headcount
    return people


def _posts(
    tree: Tree, boxes: Sequence[Box], named: Mapping[Box, Named], covered: tuple[Covered, ...]
) -> tuple[Post, ...]:
    ids = tree.ids
    own: dict[Box, list[str]] = {}
    hats: dict[Box, list[str]] = {}
    for c in covered:
        (hats if c.hat else own).setdefault(c.box, []).append(c.function.id)
    depth: dict[Box, int] = {}
    below = dict.fromkeys(boxes, 0)
    for box in boxes:
        depth[box] = depth[box.parent] + 1 if box.parent else 0
    for box in reversed(boxes):
        if box.parent:
            below[box.parent] += box.headcount + below[box]
    return tuple(
        Post(
            id=ids[box],
            role=box.role,
            unit=named[box].id,
            headcount=box.headcount,
            reports_to=ids[box.parent] if box.parent else None,
            also_reports_to=(),
            functions=tuple(own.get(box, ())),
            hats=tuple(hats.get(box, ())),
            depth=depth[box],
            people_below=below[box],
            title=tree.titles.get(ids[box], ""),
            names=tree.names.get(ids[box], ()),
            duties=tree.duties.get(ids[box], ()),
        )
        for box in boxes
    )


def _conflicts(covered: tuple[Covered, ...], ids: Mapping[Box, str]) -> tuple[Warning_, ...]:
    return tuple(
        Warning_("control_conflict", ids[c.box], c.box.role, c.function.id, 0, 0, 0)
        for c in covered
        if c.is_conflict
    )


def _unusual(channel: Channel, brief: Brief, people: int) -> tuple[Warning_, ...]:
    low, high = channel.normal_sizes(brief.stage)
    if low <= people <= high:
        return ()
    return (Warning_("size_unusual", None, None, None, people, low, high),)
