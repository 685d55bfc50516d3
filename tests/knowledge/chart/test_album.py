"""Large trees are spread over pages that can be read, and nobody is left out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from knowledge.chart import Node, album
from knowledge.chart.album import MOST_BOXES, MOST_PAGES, is_legible
from knowledge.chart.cut import boxes
from tests.knowledge.chart.pages import posts, problems
from tests.knowledge.chart.trees import HEADING, node, trees


@given(trees(most=100, dotted=True))
@settings(max_examples=5)
def test_every_post_is_on_one_of_at_most_ten_sound_pages(tree: Node) -> None:
    pages = album(tree, HEADING)
    assert 1 <= len(pages) <= MOST_PAGES
    assert posts(pages) == {each.id for each in tree.walk()}
    assert [found for page in pages for found in problems(page)] == []


def _company(divisions: int, squads: int, roles: int) -> Node:
    """Make divisions of squads whose people all have different roles."""
    made = []
    for d in range(divisions):
        names = [f"第{d}部{s}组" for s in range(squads)]
        teams = [node(name, *(node(f"岗位{d}{name}{r}") for r in range(roles))) for name in names]
        made.append(node(f"第{d}部", *teams, department=f"第{d}部"))
    return node("总监", *made)


def test_a_team_that_fits_is_one_page() -> None:
    assert len(album(_company(3, 3, 6), HEADING)) == 1


def test_from_about_120_boxes_on_there_is_an_overview_and_a_page_per_unit() -> None:
    tree = _company(4, 4, 9)
    assert boxes(tree) > MOST_BOXES
    pages = album(tree, HEADING)
    assert [page.title for page in pages] == [HEADING.title, *(f"第{d}部" for d in range(4))]
    assert all(is_legible(page, 1000) for page in pages)
    assert [page.texts[0].text for page in pages] == [f"{i}/5" for i in range(1, 6)]


def test_more_units_than_pages_share_pages_with_their_neighbours() -> None:
    pages = album(_company(24, 3, 6), HEADING)
    assert len(pages) <= MOST_PAGES
    assert pages[1].title.startswith("第0部–第")
    assert all(is_legible(page, 1000) for page in pages)


def test_a_unit_that_is_too_large_for_a_page_is_split_into_its_parts() -> None:
    large = _company(1, 5, 40).children[0]
    pages = album(node("总监", large), HEADING)
    assert [page.title for page in pages[1:]] == [f"第0部{s}组" for s in range(5)]
    assert "第0部" in " ".join(text.text for text in pages[1].texts)


@pytest.mark.parametrize("width", [1, 500])
def test_even_a_tree_that_cannot_be_legible_is_drawn(width: int) -> None:
    tree = node("总监", *(node(f"岗位{i}") for i in range(width)))
    assert posts(album(tree, HEADING)) == {each.id for each in tree.walk()}


def test_small_teams_are_shown_in_their_natural_size() -> None:
    tree = _company(3, 4, 8)
    assert tree.people <= 200
    for page in album(tree, HEADING):
        assert max(page.width, page.height) <= 1280
