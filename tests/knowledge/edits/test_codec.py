"""Edits as JSON values: nothing else is read as edits."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.edits import MOST_EDITS, Add, Move, Remove, Staff, dump, load

ADD = {"edit": "add", "role": "hr_manager", "under": "p1", "headcount": 1}
MOVE = {"edit": "move", "post": "p3", "under": "e1b", "people": None}


def test_edits_are_written_with_their_names() -> None:
    assert dump([Add("hr_manager", "p1", 1), Move("p3", "e1b", None)]) == [1, ADD, MOVE]


def test_an_empty_list_holds_no_edits() -> None:
    assert load([]) == load(dump([])) == ()


def test_names_come_back_as_they_were() -> None:
    assert load(dump([Staff("p3", ("Lily", "王芳"))])) == (Staff("p3", ("Lily", "王芳")),)


BAD: tuple[Any, ...] = (
    None,
    {},
    "[1]",
    [2],
    [True],
    [ADD],
    [1, []],
    [1, {}],
    [1, {"edit": "explode"}],
    [1, {"edit": ["add"]}],
    [1, {"edit": "remove"}],
    [1, {**ADD, "more": 1}],
    [1, {**ADD, "headcount": 0}],
    [1, {**ADD, "headcount": -1}],
    [1, {**ADD, "headcount": 5001}],
    [1, {**ADD, "headcount": True}],
    [1, {**ADD, "headcount": 1.0}],
    [1, {**ADD, "headcount": None}],
    [1, {**ADD, "role": "HR"}],
    [1, {**ADD, "role": "x" * 65}],
    [1, {**ADD, "under": "p0"}],
    [1, {**ADD, "under": "p1\n"}],
    [1, {**ADD, "under": "q1"}],
    [1, {**MOVE, "people": 0}],
    [1, {**MOVE, "people": "2"}],
    [1, {"edit": "title", "post": "p1", "title": "x" * 41}],
    [1, {"edit": "title", "post": "p1", "title": " x"}],
    [1, {"edit": "title", "post": "p1", "title": "a\u0000"}],
    [1, {"edit": "title", "post": "p1", "title": None}],
    [1, {"edit": "staff", "post": "p1", "names": "Lily"}],
    [1, {"edit": "staff", "post": "p1", "names": [""]}],
    [1, {"edit": "staff", "post": "p1", "names": [1]}],
    [1, *[{"edit": "remove", "post": "p2"}] * (MOST_EDITS + 1)],
)


@pytest.mark.parametrize("values", BAD, ids=lambda values: repr(values)[:60])
def test_what_was_not_written_as_edits_is_refused(values: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        load(values)


def test_a_log_is_read_up_to_its_greatest_length() -> None:
    assert len(load(dump([Remove("p2")] * MOST_EDITS))) == MOST_EDITS
