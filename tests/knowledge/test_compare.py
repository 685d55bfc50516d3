"""Comparing plans: what an edit changed, and how two scenarios differ."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from knowledge.compare import compare
from knowledge.edits import Add, Merge, Move, Remove, Resize, Split, Staff, Title
from knowledge.plan import Plan
from tests.knowledge.edits.logs import edited, planned
from tests.knowledge.edits.teams import BRIEF, SQUADS, shop, squads


def test_a_plan_is_the_same_as_itself() -> None:
    found = compare(shop(), shop())
    assert found.is_same
    assert (found.roles, found.owners, found.spans_left) == ((), (), ())


def test_people_and_roles_are_counted_before_and_after() -> None:
    found = compare(shop(), shop(Resize("p3", 5), Remove("p9")))
    assert found.people == (20, 21)
    assert sorted(found.roles) == [("ec_ads_specialist", 1, 0), ("presales_cs", 3, 5)]


def test_a_function_whose_only_owner_goes_has_lost_it() -> None:
    found = compare(shop(), shop(Remove("p9")))
    lost = {c.function: (c.before.role, c.after.role, c.after.hat) for c in found.lost}
    assert ("ec_ads_specialist", "store_manager", True) in lost.values()
    back = compare(shop(Remove("p9")), shop())
    assert {c.function for c in back.gained} == set(lost)
    assert back.lost == ()


def test_a_function_that_gets_a_specialist_is_not_lost() -> None:
    found = compare(shop(), shop(Add("data_analyst", "p1", 1)))
    assert found.lost == ()


def test_a_leader_whose_span_leaves_its_range_is_named_with_the_figures() -> None:
    found = compare(squads(), squads(Split("p2", 3)))
    left = {c.post.id: (c.figure, c.low, c.high) for c in found.spans_left}
    assert left == {"p2": (4, 6, 15), "e1": (4, 6, 15), "e1b": (3, 6, 15)}


def test_a_leader_whose_span_comes_back_is_named_too() -> None:
    wide = squads(Resize("p3", 20))
    found = compare(wide, squads(Resize("p3", 20), Resize("p3", 12)))
    assert [(c.post.id, c.figure) for c in found.spans_back] == [("p2", 12)]
    assert found.spans_left == ()


def test_a_span_that_was_outside_before_has_not_left_again() -> None:
    assert (
        compare(squads(Resize("p3", 20)), squads(Resize("p3", 20), Resize("p3", 25))).spans_left
        == ()
    )


def test_posts_that_moved_were_added_removed_or_merged_are_told_apart() -> None:
    found = compare(squads(), squads(Move("p10", "p13", None), Add("hr_manager", "p1", 1)))
    assert [c.after.id for c in found.moved] == ["p10"]
    assert [p.id for p in found.added] == ["e2"]
    merged = compare(squads(), squads(Merge("p4", "p2"), Remove("p14")))
    assert [(c.before.id, c.after.id) for c in merged.merged] == [("p4", "p2")]
    assert [p.id for p in merged.removed] == ["p14"]
    assert [c.after.id for c in merged.moved] == ["p5"]


def test_titles_and_names_are_differences() -> None:
    found = compare(shop(), shop(Title("p2", "Lily"), Staff("p3", ("Tom",))))
    assert {c.after.id for c in found.renamed} == {"p2", "p3"}
    assert not found.is_same


def test_posts_of_different_edits_with_one_id_are_different_posts() -> None:
    found = compare(shop(Add("hr_manager", "p1", 1)), shop(Add("recruiter", "p1", 1)))
    assert [p.role for p in found.added] == ["recruiter"]
    assert [p.role for p in found.removed] == ["hr_manager"]


def test_two_scenarios_are_compared_role_by_role() -> None:
    larger = planned(replace(SQUADS, size=80, size_low=80, stage="mature"))
    found = compare(squads(), larger)
    assert found.people == (55, 80)
    assert found.layers == (squads().layers, larger.layers)
    assert ("telesales_team_leader", 4, 6) in found.roles


def test_teams_of_two_channels_have_no_owner_in_common() -> None:
    found = compare(squads(), shop())
    assert found.owners == ()
    assert found.forms[0] != found.forms[1]


@pytest.mark.invariants
@given(edited(), edited())
@settings(max_examples=60)
def test_any_two_plans_can_be_compared(one: Plan, other: Plan) -> None:
    there, back = compare(one, other), compare(other, one)
    assert there.people == back.people[::-1]
    assert {c.function for c in there.owners} == {c.function for c in back.owners}
    assert compare(one, one).is_same


@pytest.mark.invariants
@given(edited())
@settings(max_examples=40)
def test_all_posts_of_two_states_are_same_added_removed_or_merged(made: Plan) -> None:
    before = planned(replace(made.brief, edits=()))
    found = compare(before, made)
    gone = [*found.removed, *(c.before for c in found.merged)]
    assert len(gone) == len({post.id for post in gone})
    left = {p.id for p in before.posts} - {p.id for p in gone}
    assert {p.id for p in made.posts} == left | {p.id for p in found.added}


def test_a_plan_without_edits_of_the_same_brief_is_recognised_post_by_post() -> None:
    assert compare(planned(BRIEF), shop(Move("p13", "p2", None))).moved[0].before.id == "p13"
