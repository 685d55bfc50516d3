"""A workload leads to the smallest team whose plan has its people, leaders and support included."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.knowledge import Knowledge
from knowledge.loader import load
from knowledge.model import MAX_SIZE, STAGES
from knowledge.plan import Plan, plan
from knowledge.sequence import hires
from knowledge.workload.result import Sizing
from knowledge.workload.sizing import size
from knowledge.workload.team import brief_for, team_of
from tests.knowledge.workload.told import CASES, exactly, sized

_KNOWLEDGE = load()
_TELESALES = ((), ("sdr_and_closers",), ("consultative",))


def front(made: Plan) -> int:
    return sum(count.people for count in made.counts if count.line and count.line.kind == "front")


def sized_dials(people: int, variants: tuple[str, ...] = ()) -> Sizing:
    """Give a workload that needs exactly so many people."""
    figures = exactly(dials=people, dials_per_agent=1, absence=0)
    found = size(_KNOWLEDGE.workload, "telesales", figures, variants=variants)
    assert isinstance(found, Sizing)
    return found


def test_twenty_agents_are_a_team_with_leaders(knowledge: Knowledge) -> None:
    found = sized(knowledge, "calls", calls=100, aht_seconds=180, shrinkage=0.3)
    team = team_of(knowledge, found)
    assert team is not None
    assert (team.front, team.front + team.leaders + team.support) == (20, team.size)
    assert (team.brief.channel, team.brief.stage) == ("customer_service", "growth")
    assert team.brief.stage_assumed


@given(people=st.integers(1, 3000), variants=st.sampled_from(_TELESALES))
@settings(max_examples=40)
def test_the_team_is_the_smallest_with_its_people(people: int, variants: tuple[str, ...]) -> None:
    brief = brief_for(_KNOWLEDGE, sized_dials(people, variants))
    assert brief is not None
    channel = _KNOWLEDGE.channels[brief.channel]
    roles = [hire.line.kind for hire in hires(channel, brief.stage, variants, brief.size)]
    low, _ = channel.normal_sizes(brief.stage)
    assert roles.count("front") >= people
    assert roles[:-1].count("front") < people or brief.size == low
    assert channel.stage_for(brief.size) == brief.stage


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("people", [1, 20, 300])
def test_a_stage_that_was_told_is_kept(knowledge: Knowledge, stage: str, people: int) -> None:
    brief = brief_for(knowledge, sized_dials(people), stage)  # type: ignore[arg-type]
    assert brief is not None
    assert (brief.stage, brief.stage_assumed) == (stage, False)
    assert front(plan(knowledge, brief)) >= people


@pytest.mark.parametrize("orders", [1, 20, 100, 300, 1000, 3000, 8000])
@pytest.mark.parametrize(
    "more", [{}, {"live_hours": 8.0, "skus": 900.0, "new_skus": 50.0}], ids=str
)
def test_a_shop_has_the_people_each_role_needs(
    knowledge: Knowledge, orders: int, more: dict[str, float]
) -> None:
    """Packing much and chatting little is no usual mix, so edits make it one."""
    found = sized(knowledge, "orders", orders=orders, **more)
    brief = brief_for(knowledge, found)
    assert brief is not None
    made = plan(knowledge, brief)
    people = {count.role: count.people for count in made.counts}
    assert front(made) + sum(c.people for c in made.counts if not c.line) >= (
        found.together.staff.count
    )
    if "shared" not in found.cautions:
        for need in found.needs:
            assert people.get(need.role or "", 0) >= need.staff.count, need.role


@pytest.mark.parametrize("case", CASES)
def test_every_workload_has_a_team_within_its_range(knowledge: Knowledge, case: str) -> None:
    work, figures = CASES[case]
    found = sized(knowledge, work, **figures)
    team = team_of(knowledge, found)
    assert team is not None
    assert team.low <= team.size <= team.high <= MAX_SIZE
    assert team.size == team.front + team.leaders + team.support
    assert team.front >= found.together.staff.count


def test_people_that_no_plan_can_lead_have_no_team(knowledge: Knowledge) -> None:
    assert team_of(knowledge, sized_dials(MAX_SIZE)) is None
