"""The plan: posts as one tree, the rule that chose the form, the figures, who covers what.

`plan(knowledge, brief)` is the one door. It is pure: the same knowledge and brief give an equal
plan. Words are not chosen here; see the templates of the shell.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.arrange import arrange
from knowledge.boxes import Box
from knowledge.brief import Brief
from knowledge.coverage import Covered, counted, cover
from knowledge.knowledge import Knowledge
from knowledge.model import MAX_SIZE, Form
from knowledge.programme import EVERYONE, FRONT_LINE, Channel, Line, Unit, applies
from knowledge.sequence import Hire, hires
from knowledge.spans import Warning_, leader_levels, span_warnings, spans
from knowledge.tables import Choice, choose
from knowledge.units import Named, name_units

NEXT_HIRES = 5


@dataclass(frozen=True, slots=True)
class Post:
    """One box of the chart: `headcount` people of one role in one unit, under one post.

    `functions` are those this post is accountable for as its own job, `hats` those it carries
    beside it, `people_below` everybody in its part of the tree without itself.
    """

    id: str
    role: str
    unit: str
    headcount: int
    reports_to: str | None
    also_reports_to: tuple[str, ...]
    functions: tuple[str, ...]
    hats: tuple[str, ...]
    depth: int
    people_below: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """A function with its owning role and the one accountable post."""

    function: str
    role: str
    post: str
    hat: bool


@dataclass(frozen=True, slots=True)
class RoleCount:
    """How many people [people] of a role there are, and the staffing line that says so."""

    role: str
    people: int
    line: Line
    base: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A complete answer to a brief; `digest` names the knowledge it was made with."""

    brief: Brief
    digest: str
    form: Form
    choice: Choice
    posts: tuple[Post, ...]
    units: tuple[Named, ...]
    coverage: tuple[Coverage, ...]
    counts: tuple[RoleCount, ...]
    next_hires: tuple[Hire, ...]
    warnings: tuple[Warning_, ...]
    leader_levels: int
    layers: int
    span: tuple[int, int] | None

    def children(self, post: Post) -> tuple[Post, ...]:
        """List the posts that report to a post, in the order of the chart."""
        return tuple(p for p in self.posts if p.reports_to == post.id)


def plan(knowledge: Knowledge, brief: Brief) -> Plan:
    """Plan the team of a brief.

    Raises:
        LookupError: If the channel is unknown or the knowledge has no rule for the brief.
    """
    ahead = min(MAX_SIZE, brief.size + NEXT_HIRES)
    channel = knowledge.channels[brief.channel]
    return plan_of(knowledge, brief, hires(channel, brief.stage, brief.variants, ahead))


def plan_of(knowledge: Knowledge, brief: Brief, sequence: list[Hire]) -> Plan:
    """Plan the team of a brief from a hiring sequence that is at least as long."""
    channel = knowledge.channels[brief.channel]
    staffed = sequence[: brief.size]
    counts = _counts(staffed)
    lines = {hire.role: hire.line for hire in staffed}
    units = [u for u in channel.units if applies(u.only_with, u.not_with, brief.variants)]
    root = arrange(channel, knowledge.roles, lines, units, counts)
    covered = cover(counted(knowledge.functions.values(), brief), knowledge.roles, root)
    return _assemble(knowledge, brief, channel, units, root, covered, sequence, lines, counts)


def _assemble(
    knowledge: Knowledge,
    brief: Brief,
    channel: Channel,
    units: list[Unit],
    root: Box,
    covered: tuple[Covered, ...],
    sequence: list[Hire],
    lines: Mapping[str, Line],
    counts: Mapping[str, int],
) -> Plan:
    choice = choose(channel, brief.stage, brief.size)
    named = name_units(channel, units, root)
    ids = {box: f"p{i}" for i, box in enumerate(root.walk(), 1)}
    posts = _posts(root, ids, named, covered)
    return Plan(
        brief=brief,
        digest=knowledge.digest,
        form=knowledge.forms[choice.rule.form],
        choice=choice,
        posts=posts,
        units=tuple(dict.fromkeys(named.values())),
        coverage=tuple(Coverage(c.function.id, c.role, ids[c.box], c.hat) for c in covered),
        counts=_role_counts(lines, counts, sequence[: brief.size]),
        next_hires=tuple(sequence[brief.size : brief.size + NEXT_HIRES]),
        warnings=(
            *span_warnings(channel, lines, root, ids),
            *_conflicts(covered, ids),
            *_unusual(channel, brief),
        ),
        leader_levels=leader_levels(root),
        layers=max(post.depth for post in posts) + 1,
        span=spans(root),
    )


def _counts(staffed: list[Hire]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for hire in staffed:
        counts[hire.role] = counts.get(hire.role, 0) + 1
    return counts


def _role_counts(
    lines: Mapping[str, Line], counts: Mapping[str, int], staffed: list[Hire]
) -> tuple[RoleCount, ...]:
    """Give each role's count with what its line counts in the finished team."""
    front = sum(n for role, n in counts.items() if lines[role].kind == "front")
    known = {**counts, FRONT_LINE: front, EVERYONE: len(staffed)}
    return tuple(
        RoleCount(role, people, lines[role], sum(known.get(name, 0) for name in lines[role].of))
        for role, people in counts.items()
    )


def _posts(
    root: Box, ids: Mapping[Box, str], named: Mapping[Box, Named], covered: tuple[Covered, ...]
) -> tuple[Post, ...]:
    own: dict[Box, list[str]] = {}
    hats: dict[Box, list[str]] = {}
    for c in covered:
        (hats if c.hat else own).setdefault(c.box, []).append(c.function.id)
    depth: dict[Box, int] = {}
    below: dict[Box, int] = {}
    boxes = list(root.walk())
    for box in boxes:
        depth[box] = depth[box.parent] + 1 if box.parent else 0
    for box in reversed(boxes):
        below[box] = sum(child.headcount + below[child] for child in box.children)
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
        )
        for box in boxes
    )


def _conflicts(covered: tuple[Covered, ...], ids: Mapping[Box, str]) -> tuple[Warning_, ...]:
    return tuple(
        Warning_("control_conflict", ids[c.box], c.box.role, c.function.id, 0, 0, 0)
        for c in covered
        if c.is_conflict
    )


def _unusual(channel: Channel, brief: Brief) -> tuple[Warning_, ...]:
    low, high = channel.normal_sizes(brief.stage)
    if low <= brief.size <= high:
        return ()
    return (Warning_("size_unusual", None, None, None, brief.size, low, high),)
