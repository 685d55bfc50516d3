"""A task force can be drawn from any plan, and asks nobody for more than it says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.brief import Brief
from knowledge.edits import Lines, dump, load
from knowledge.knowledge import Knowledge
from knowledge.loader import load as load_knowledge
from knowledge.model import CHANNELS, STAGES, Stage
from knowledge.plan import Plan, plan
from knowledge.taskforce import TaskForce, task_force

KNOWLEDGE = load_knowledge()
GOALS = tuple(KNOWLEDGE.taskforces.goals)
SIZES = st.one_of(st.integers(1, 30), st.sampled_from((45, 80, 300)))
FEW = settings(max_examples=40)  # plans take most of the time


@cache
def team(channel: str, size: int, stage: Stage | None = None) -> Plan:
    proposed = KNOWLEDGE.channels[channel].stage_for(size)
    return plan(KNOWLEDGE, Brief(channel, stage or proposed, False, size, size, ()))


def drawn(found: Plan, goal: str) -> TaskForce:
    return task_force(KNOWLEDGE, found, goal)


@st.composite
def forces(draw: st.DrawFn) -> tuple[Plan, TaskForce]:
    found = team(
        draw(st.sampled_from(CHANNELS)), draw(SIZES), draw(st.sampled_from((None, *STAGES)))
    )
    return found, drawn(found, draw(st.sampled_from(GOALS)))


@FEW
@given(forces())
def test_every_member_comes_from_a_post_of_the_plan_with_that_many_people(
    case: tuple[Plan, TaskForce],
) -> None:
    found, force = case
    people = Counter[str]()
    for member in force.members:
        people[member.post] += member.people
    posts = {post.id: post for post in found.posts}
    assert all(people[post] <= posts[post].headcount for post in people)
    assert force.people <= found.people


@FEW
@given(forces())
def test_one_person_leads_and_the_leader_comes_first(case: tuple[Plan, TaskForce]) -> None:
    _, force = case
    assert [member.leads for member in force.members] == [True] + [False] * (len(force.members) - 1)
    assert force.members[0].people == 1


@FEW
@given(forces())
def test_nobody_gives_more_than_a_person_can(case: tuple[Plan, TaskForce]) -> None:
    _, force = case
    most = KNOWLEDGE.taskforces.limits.person
    for member in force.members:
        assert 0 < member.low <= member.high <= most
        is_warned = any(o.kind == "person" and o.id == member.post for o in force.overloads)
        assert member.asked <= most or is_warned


@FEW
@given(forces())
def test_a_unit_that_gives_too_much_is_warned_about_and_no_other(
    case: tuple[Plan, TaskForce],
) -> None:
    found, force = case
    limit = KNOWLEDGE.taskforces.limits.unit
    unit_of = {post.id: post.unit for post in found.posts}
    warned = {overload.id for overload in force.overloads if overload.kind == "unit"}
    for unit in set(unit_of.values()):
        people = sum(post.headcount for post in found.posts if post.unit == unit)
        members = [m for m in force.members if unit_of[m.post] == unit]
        taken = sum(m.people * (m.low + m.high) / 2 for m in members)
        assert (unit in warned) == (people > 1 and taken > limit * people)


@FEW
@given(forces())
def test_dotted_lines_lead_from_members_to_the_leader_and_change_nothing_else(
    case: tuple[Plan, TaskForce],
) -> None:
    found, force = case
    view = plan(KNOWLEDGE, replace(found.brief, edits=(Lines(force.goal.id),)))
    members = {member.post for member in force.members}
    for before, after in zip(found.posts, view.posts, strict=True):
        assert after._replace(also_reports_to=()) == before
        if after.also_reports_to:
            assert after.id in members
            assert after.also_reports_to == (force.leader,)
            assert after.reports_to != force.leader
    assert (view.people, view.counts, view.coverage) == (found.people, found.counts, found.coverage)


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("goal", GOALS)
def test_one_person_alone_is_the_whole_task_force(channel: str, goal: str) -> None:
    force = drawn(team(channel, 1), goal)
    assert (force.people, force.sponsor) == (1, None)
    assert len(force.members[0].tasks) > 1


@pytest.mark.parametrize(("channel", "size"), [("telesales", 5000), ("ecommerce", 900)])
@pytest.mark.parametrize("goal", GOALS)
def test_a_very_large_team_sends_a_group_that_can_sit_at_one_table(
    channel: str, size: int, goal: str
) -> None:
    force = drawn(team(channel, size), goal)
    assert 3 <= force.people <= 12
    assert force.sponsor is not None


def test_people_of_a_large_front_line_come_from_teams_far_apart() -> None:
    found = team("telesales", 400)
    force = drawn(found, "complaints")
    agents = [m for m in force.members if posts(found)[m.post] == "telesales_agent"]
    assert len({member.post for member in agents}) == len(agents) == 4


def posts(found: Plan) -> dict[str, str]:
    return {post.id: post.role for post in found.posts}


def test_the_cover_of_a_role_that_is_not_staffed_stands_in_for_it() -> None:
    found = team("customer_service", 12)
    force = drawn(found, "satisfaction")
    assert "cs_qa" not in posts(found).values()
    assert any(member.covers for member in force.members)


def test_an_unknown_goal_draws_no_lines_and_forms_no_task_force() -> None:
    found = team("telesales", 20)
    assert plan(KNOWLEDGE, replace(found.brief, edits=(Lines("picnic"),))).posts == found.posts
    with pytest.raises(KeyError):
        drawn(found, "picnic")


def test_lines_are_written_and_read_back_like_every_edit() -> None:
    assert load(dump((Lines("launch"),))) == (Lines("launch"),)


def test_every_goal_says_what_it_may_decide_and_when_it_ends() -> None:
    knowledge: Knowledge = KNOWLEDGE
    for goal in knowledge.taskforces.goals.values():
        assert all((goal.decides, goal.asks, goal.cadence, goal.exits))
        assert 1 <= goal.low_weeks <= goal.high_weeks <= 26
