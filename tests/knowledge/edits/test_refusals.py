"""Every reason why an edit cannot be made."""

from __future__ import annotations

import pytest

from knowledge.edits import (
    MOST_EDITS,
    Add,
    Edit,
    Merge,
    Move,
    Remove,
    Resize,
    Split,
    Staff,
    Title,
    refusal,
)
from tests.knowledge.edits.teams import shop, squads

REFUSED: tuple[tuple[Edit, str, str | None, int, int], ...] = (
    (Remove("p99"), "unknown_post", "p99", 0, 0),
    (Add("hr_manager", "e1", 1), "unknown_post", "e1", 0, 0),
    (Merge("p2", "x"), "unknown_post", "x", 0, 0),
    (Add("wizard", "p1", 1), "unknown_role", None, 0, 0),
    (Remove("p1"), "head", "p1", 0, 0),
    (Move("p1", "p2", None), "head", "p1", 0, 0),
    (Merge("p1", "p2"), "head", "p1", 0, 0),
    (Split("p1", 2), "head", "p1", 0, 0),
    (Move("p2", "p3", None), "cycle", "p2", 0, 0),
    (Move("p2", "p2", None), "cycle", "p2", 0, 0),
    (Merge("p2", "p4"), "cycle", "p2", 0, 0),
    (Resize("p2", 2), "leads", "p2", 2, 1),
    (Move("p2", "p5", 1), "leads", "p2", 1, 1),
    (Add("hr_manager", "p3", 1), "crowd", "p3", 3, 1),
    (Move("p9", "p3", None), "crowd", "p3", 3, 1),
    (Merge("p2", "p8"), "crowd", "p8", 2, 1),
    (Add("hr_manager", "p1", 4981), "total", None, 5001, 5000),
    (Resize("p3", 4984), "total", None, 5001, 5000),
    (Add("hr_manager", "p1", 0), "headcount", None, 0, 1),
    (Resize("p3", 0), "headcount", "p3", 0, 1),
    (Move("p3", "p5", 0), "headcount", "p3", 0, 1),
    (Move("p3", "p5", 4), "people", "p3", 4, 3),
    (Split("p2", 6), "parts", "p2", 6, 5),
    (Split("p3", 1), "parts", "p3", 1, 3),
    (Split("p9", 2), "parts", "p9", 2, 1),
    (Staff("p9", ("a", "b")), "names", "p9", 2, 1),
    (Title("p2", "x" * 41), "long", "p2", 41, 40),
    (Staff("p2", ("x" * 41,)), "long", "p2", 41, 40),
    (Resize("p3", 3), "unchanged", "p3", 0, 0),
    (Move("p3", "p2", None), "unchanged", "p3", 0, 0),
    (Title("p2", ""), "unchanged", "p2", 0, 0),
    (Staff("p2", ()), "unchanged", "p2", 0, 0),
)


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: f"{case[1]}-{type(case[0]).__name__}")
def test_an_edit_is_refused_with_its_reason(case: tuple[Edit, str, str | None, int, int]) -> None:
    edit, code, post, figure, limit = case
    refused = refusal(shop(), edit)
    assert refused is not None
    assert (refused.code, refused.post, refused.figure, refused.limit) == (
        code,
        post,
        figure,
        limit,
    )


def test_a_post_with_names_cannot_become_smaller_than_they_are() -> None:
    refused = refusal(shop(Staff("p3", ("Lily", "Tom"))), Resize("p3", 1))
    assert refused is not None
    assert (refused.code, refused.figure, refused.limit) == ("names", 2, 1)


def test_a_head_who_is_alone_stays_one_person() -> None:
    alone = squads(*(Remove(f"p{i}") for i in range(2, 16)))
    refused = refusal(alone, Resize("p1", 2))
    assert (len(alone.posts), refused and refused.code) == (1, "head")


def test_a_refusal_names_the_role_of_the_post() -> None:
    refused = refusal(shop(), Resize("p2", 2))
    assert refused is not None
    assert refused.role == "ec_cs_lead"


def test_a_plan_takes_so_many_edits_and_no_more() -> None:
    many = [Title("p2", str(i)) for i in range(MOST_EDITS)]
    refused = refusal(shop(*many), Title("p2", "last"))
    assert refused is not None
    assert (refused.code, refused.limit) == ("too_many", MOST_EDITS)


@pytest.mark.parametrize(
    "edit",
    [Resize("p3", 1), Title("p2", "x" * 40), Staff("p3", ("a", "b", "c")), Split("p2", 5)],
    ids=str,
)
def test_what_lies_just_within_the_bounds_is_not_refused(edit: Edit) -> None:
    assert refusal(shop(), edit) is None
