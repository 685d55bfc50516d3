"""Edits are carried over when the size, the stage or a variant below them changes."""

from __future__ import annotations

from dataclasses import replace

from knowledge.edits import Add, Edit, Move, Remove, Resize, Staff, Title, carry
from knowledge.plan import Plan
from tests.knowledge.edits.logs import planned, with_edits
from tests.knowledge.edits.teams import BRIEF, SQUADS, post, squads


def _carried(size: int, *edits: Edit) -> tuple[tuple[Edit, ...], tuple[Edit, ...]]:
    return carry(edits, squads(*edits), planned(replace(SQUADS, size=size, size_low=size)))


def test_a_post_is_found_again_by_its_role_and_place() -> None:
    smaller = planned(replace(SQUADS, size=30, size_low=30))
    places = [p.id for p in smaller.posts if p.role == "telesales_team_leader"]
    kept, dropped = _carried(30, Title("p4", "Lily"), Title("p10", "质检"))
    assert kept[0] == Title(places[1], "Lily")
    assert post(with_edits(smaller, *kept), kept[1].post).role == "telesales_qa"  # type: ignore[union-attr]
    assert dropped == ()


def test_an_edit_of_a_post_that_is_not_there_any_more_is_dropped() -> None:
    kept, dropped = _carried(30, Title("p2", "Lily"), Title("p8", "Tom"))
    assert kept == (Title("p2", "Lily"),)
    assert dropped == (Title("p8", "Tom"),)


def test_posts_that_edits_made_keep_their_ids_as_the_log_is_renumbered() -> None:
    kept, dropped = _carried(
        30, Title("p8", "Tom"), Add("hr_manager", "p1", 1), Staff("e2", ("Amy",))
    )
    assert kept == (Add("hr_manager", "p1", 1), Staff("e1", ("Amy",)))
    assert dropped == (Title("p8", "Tom"),)


def test_what_stood_on_a_dropped_edit_is_dropped_too() -> None:
    kept, dropped = _carried(30, Add("recruiter", "p8", 1), Staff("e1", ("Amy",)))
    assert (kept, len(dropped)) == ((), 2)


def test_an_edit_the_new_plan_would_refuse_is_dropped() -> None:
    kept, dropped = _carried(54, Move("p9", "p2", 11), Resize("p3", 12))
    assert kept == (Resize("p3", 12),)
    assert len(dropped) == 1


def test_an_edit_that_is_fulfilled_already_is_kept() -> None:
    kept, dropped = _carried(54, Resize("p9", 10))
    assert (kept, dropped) == ((Resize("p9", 10),), ())


def test_a_log_can_be_carried_over_from_an_edited_plan_that_lost_posts() -> None:
    edits = (Remove("p2"), Title("p4", "Lily"))
    fresh: Plan = planned(replace(BRIEF, size=22, size_low=22))
    old = with_edits(planned(BRIEF), *edits)
    kept, dropped = carry(edits, old, fresh)
    roles = [post(fresh, edit.post).role for edit in kept if isinstance(edit, Remove | Title)]
    assert roles == ["ec_cs_lead", "aftersales_cs"]
    assert dropped == ()
