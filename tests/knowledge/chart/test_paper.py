"""Charts on paper fill their room, are never blown up, and are drawn without lines around them."""

from __future__ import annotations

from knowledge.chart import Page, album
from knowledge.chart.paper import LARGEST, LEAST_POINTS, Room, bare, drawn, smallest
from tests.knowledge.chart.trees import HEADING, node

TEAMS = [node(f"第{i}组", node("专员", count=9), department=f"第{i}组") for i in range(6)]
TREE = node("总监", *TEAMS)


def printed(room: Room) -> Page:
    (page,) = album(TREE, HEADING, room.medium())
    return page


def test_a_small_chart_is_not_blown_up() -> None:
    assert Room(5000, 5000).scale(100, 100) == LARGEST


def test_a_chart_is_as_large_as_its_room_allows() -> None:
    assert Room(500, 100).scale(1000, 1000) == 0.1


def test_a_wide_room_is_given_a_lower_chart_than_a_narrow_one() -> None:
    wide, narrow = drawn(printed(Room(510, 200))), drawn(printed(Room(245, 600)))
    assert wide.height < narrow.height
    assert wide.width > narrow.width


def test_a_chart_that_would_be_too_small_is_spread_over_pages() -> None:
    room = Room(245, 320)
    large = [node(f"第{i}组", *(node(f"专员{n}") for n in range(12))) for i in range(4)]
    pages = album(node("总监", *large), HEADING, room.medium())
    assert [page.title for page in pages] == [HEADING.title, *(team.title for team in large)]
    for page in pages:
        box = drawn(page)
        assert smallest(page) * room.scale(box.width, box.height) >= LEAST_POINTS


def test_only_the_chart_itself_is_drawn() -> None:
    page = printed(Room(510, 650))
    box = drawn(page)
    assert bare(page).texts == ()
    assert box.height < page.height
    assert all(box.x < card.box.x and card.box.right < box.right for card in page.cards)
