"""Boxes that the user named: never folded into others, and never too large for the chart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.chart import Node, album, lay_out
from knowledge.chart.faces import DENSE, DENSEST, WRAP
from knowledge.chart.fold import fold_branches, fold_leaves
from knowledge.chart.layout import arranged
from knowledge.chart.measure import shortened, text_width
from tests.knowledge.chart.pages import card_of, posts, problems
from tests.knowledge.chart.trees import HEADING, node

LONGEST = ("名" * 40, "W" * 40, "a b " * 10, "Donaudampfschifffahrtsgesellschaftskapitän")


def _team(title: str, note: str) -> Node:
    """Make three squads, each with a named leader and a named post of several people."""
    squads = [
        node(
            title,
            node(title, note=note, count=5, is_own=True),
            node("专员", count=6),
            note=note,
            department=title,
            is_own=True,
        )
        for _ in range(3)
    ]
    return node(title, *squads, is_own=True)


@given(st.sampled_from(LONGEST), st.sampled_from(LONGEST))
@settings(deadline=None)
def test_the_longest_titles_and_names_fit_their_boxes(title: str, note: str) -> None:
    tree = _team(title, "、".join([note] * 5))
    assert problems(lay_out(tree, HEADING)) == []
    for density in (DENSE, *DENSEST):
        assert problems(arranged(tree, HEADING, density=density)) == []


@pytest.mark.parametrize("title", LONGEST)
def test_a_title_takes_two_lines_at_most_and_ends_with_an_ellipsis(title: str) -> None:
    own = node(title, is_own=True)
    card = card_of(lay_out(node("经理", own), HEADING), own.id)
    assert len(card.texts) <= 2
    assert all(text_width(text.text, text.size) <= WRAP for text in card.texts)
    written = "".join(text.text for text in card.texts).replace(" ", "")
    assert written == title.replace(" ", "") or written.endswith("…")


def test_a_title_that_fits_is_written_in_full() -> None:
    own = node("Lily 的组", note="客服主管·Lily", is_own=True)
    card = card_of(lay_out(node("经理", own), HEADING), own.id)
    assert [text.text for text in card.texts] == ["Lily 的组", "客服主管·Lily"]


def test_people_with_names_are_not_folded_into_others_of_their_role() -> None:
    same = [node("专员", note="Lily", is_own=True), node("专员", note="Lily", is_own=True)]
    folded = fold_leaves(node("经理", *same, node("专员"), node("专员")))
    assert [child.count for child in folded.children] == [1, 1, 2]


def test_a_branch_with_a_name_anywhere_is_not_folded_into_its_neighbours() -> None:
    plain = [node("组长", node("专员", count=9)) for _ in range(2)]
    own = node("组长", node("专员", note="Tom", count=9, is_own=True))
    folded = fold_branches(node("经理", *plain, own))
    assert [len(child.posts) for child in folded.children] == [2, 1]


def test_every_named_box_of_a_large_team_is_on_some_page() -> None:
    squads = [
        node(
            f"组{i}", *(node("名" * 40, note="W" * 40, is_own=True) for _ in range(9)), is_own=True
        )
        for i in range(20)
    ]
    tree = node("经理", *squads)
    pages = album(tree, HEADING)
    assert posts(pages) >= {each.id for each in tree.walk()}
    assert [found for page in pages for found in problems(page)] == []


@given(st.text(max_size=60), st.floats(40, 400))
def test_a_shortened_text_is_no_wider_than_it_may_be(text: str, limit: float) -> None:
    short = shortened(text, 13, limit)
    assert text_width(short, 13) <= limit
    assert short == text or short.endswith("…")
