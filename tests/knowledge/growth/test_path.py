"""The growth path is what successive plans differ in, and its milestones are true of them."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.brief import Brief
from knowledge.growth.events import FirstPost, FurtherLeader, NewForm, NewLayer, StageBorder
from knowledge.growth.path import Path, nth_hire, path
from knowledge.knowledge import Knowledge
from knowledge.loader import load
from knowledge.model import MAX_SIZE, Stage
from knowledge.plan import Plan, plan_of
from knowledge.sequence import Hire, hires
from tests.knowledge.briefs import Case, cases, name

KNOWLEDGE = load()
_Event = TypeVar("_Event")
CASES = cases()
LARGEST = 150  # people; every size up to it is looked at for every channel and stage


@lru_cache(maxsize=256)
def _sequence(case: Case, size: int) -> list[Hire]:
    channel, stage, variants = case
    return hires(KNOWLEDGE.channels[channel], stage, variants, size)


def _plan(case: Case, size: int) -> Plan:
    channel, stage, variants = case
    brief = Brief(channel, stage, False, size, size, variants)
    return plan_of(KNOWLEDGE, brief, _sequence(case, max(size + 5, LARGEST + 5)))


def _path(case: Case, start: int, target: int) -> Path:
    channel, stage, variants = case
    return path(KNOWLEDGE, Brief(channel, stage, False, target, target, variants), start)


def _people(plan: Plan) -> Counter[str]:
    return Counter({count.role: count.people for count in plan.counts})


def _events(found: Path, kind: type[_Event]) -> list[tuple[int, _Event]]:
    return [(m.size, e) for m in found.milestones for e in m.events if isinstance(e, kind)]


@pytest.mark.parametrize("case", cases(plain_only=True), ids=name)
def test_the_path_is_what_successive_plans_differ_in(case: Case) -> None:
    way = _path(case, 1, LARGEST)
    before = _plan(case, 1)
    levels, roles, forms = {}, {}, {}
    for step in way.steps:
        after = _plan(case, step.size)
        assert _people(after) - _people(before) == Counter({step.role: 1})
        if after.leader_levels != before.leader_levels:
            levels[step.size] = (before.leader_levels, after.leader_levels)
        if new := set(_people(after)) - set(_people(before)):
            roles[step.size] = new
        if after.form != before.form:
            forms[step.size] = after.form.id
        before = after
    assert {s: (e.before, e.after) for s, e in _events(way, NewLayer)} == levels
    assert {s: {e.hire.role} for s, e in _events(way, FirstPost)} == roles
    assert {s: e.rule.form for s, e in _events(way, NewForm)} == forms


@settings(max_examples=60)
@given(st.data())
def test_any_two_sizes_are_joined_by_the_hires_between_them(data: st.DataObject) -> None:
    case = data.draw(st.sampled_from(CASES))
    sizes = st.integers(1, 300) | st.integers(1, 800)
    start = data.draw(sizes)
    target = data.draw(sizes.filter(lambda size: size != start))
    way = _path(case, start, target)
    counts = [Counter(h.role for h in _sequence(case, size)) for size in (start, target)]
    gained, lost = counts[1] - counts[0], counts[0] - counts[1]
    assert Counter(way.totals) == (gained if way.is_growing else lost)
    assert len(way.steps) == abs(target - start)
    back = _path(case, target, start)
    assert back.steps == way.steps[::-1]
    assert back.milestones == way.milestones[::-1]


@settings(max_examples=30)
@given(st.data())
def test_a_new_post_takes_functions_over_from_who_had_them(data: st.DataObject) -> None:
    case = data.draw(st.sampled_from(CASES))
    way = _path(case, 1, LARGEST)
    size, event = data.draw(st.sampled_from(_events(way, FirstPost)))
    before = {c.function: c.role for c in _plan(case, size - 1).coverage}
    after = {c.function: c.role for c in _plan(case, size).coverage}
    role = event.hire.role
    taken = {f: before[f] for f in after if after[f] == role != before[f]}
    assert {f: h.role for h in event.handovers for f in h.functions} == taken


def test_every_further_leader_is_a_milestone_and_nobody_else() -> None:
    way = _path(("telesales", "growth", ()), 3, 120)
    leaders = [(s.size, s.held) for s in way.steps if s.line.kind == "lead" and s.held]
    found = [(size, e.hire.held) for size, e in _events(way, FurtherLeader)]
    assert found == leaders
    assert leaders


def _borders(stage: Stage, start: int, target: int) -> list[StageBorder]:
    way = _path(("telesales", stage, ()), start, target)
    return [event for _, event in _events(way, StageBorder)]


def test_the_border_of_a_stage_lists_the_posts_that_the_next_stage_adds() -> None:
    (border,) = _borders("startup", 3, 30)
    assert (border.size, border.stage, border.is_planned) == (13, "growth", False)
    assert {role for role, _ in border.added} == {"telesales_qa", "sales_ops_specialist"}
    growth = Counter(h.role for h in _sequence(("telesales", "growth", ()), 30))
    assert all(growth[role] == people for role, people in border.added)


def test_a_path_of_a_later_stage_has_the_posts_of_its_borders_already() -> None:
    borders = _borders("mature", 3, 100)
    assert [(border.stage, border.is_planned) for border in borders] == [
        ("growth", True),
        ("mature", True),
    ]


def test_a_path_within_the_usual_sizes_has_no_border() -> None:
    assert _borders("growth", 13, 60) == []


def test_the_nth_post_of_a_role_is_found(knowledge: Knowledge) -> None:
    brief = Brief("telesales", "growth", False, 30, 30, ())
    leaders = [h for h in _sequence(("telesales", "growth", ()), 100) if "leader" in h.role]
    for number, hire in enumerate(leaders, 1):
        assert nth_hire(knowledge, brief, "telesales_team_leader", number, MAX_SIZE) == hire
    assert nth_hire(knowledge, brief, "store_manager", 1, MAX_SIZE) is None


def test_a_way_to_the_same_size_is_refused() -> None:
    with pytest.raises(ValueError, match="no way from 3 people to 3"):
        _path(("telesales", "growth", ()), 3, 3)
