"""The chart in the report: as large as it can be printed, on more pages where it must be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.documents.contents import Contents
from bot.pictures.fonts import printable
from bot.pictures.scene import paint
from bot.pictures.themes import shades
from bot.pictures.typesetting import items
from bot.words.voice import voice
from knowledge.chart import Heading, Node, Page, album
from knowledge.chart.cut import boxes
from knowledge.chart.dotted import with_dotted
from knowledge.chart.fold import fold_leaves
from knowledge.chart.layout import arranged
from knowledge.chart.paper import Room, bare, drawn

SHEET = Room(510, 650)  # pt; an A4 page below the title
LOW = Room(510, 190)  # pt; above the texts of a page of everything
COLUMN = Room(245, 320)  # pt; in one of the two columns of such a page
_COST = {LOW: 0.8, COLUMN: 0.5}  # a column is half the page; above the texts it looks better
SMALL = 24  # boxes of a chart that such a page may have room for
_PATH = " › "
_NO_LINES = Heading("", "", "")  # the template sets its own


def pages(made: Contents) -> tuple[Page, ...]:
    """Lay the chart out for full pages: one, or an overview and one per unit."""
    return album(made.tree, _NO_LINES, SHEET.medium())


def front(made: Contents) -> dict[str, Any] | None:
    """Draw the chart for a page of everything, above the texts or in a column, whichever is less.

    None if it could not be read there.
    """
    folded = fold_leaves(made.tree)
    if boxes(folded) > SMALL:
        return None
    ways = ((room, _laid_out(folded, room)) for room in (LOW, COLUMN))
    legible = [way for way in ways if way[0].medium().is_legible(way[1], made.people)]
    if not legible:
        return None
    room, page = min(legible, key=lambda way: _height(way[1], way[0]) * _COST[way[0]])
    return {**chart(made, page, room), "is_wide": room == LOW}


def chart(made: Contents, page: Page, room: Room = SHEET) -> dict[str, Any]:
    """Draw a page of the chart, in the values `scene.typ` draws."""
    scene, box = paint(bare(page), "light"), drawn(page)
    names = voice(made.language).join([part.about for part in scene.parts if part.about])
    return {
        "title": page.title,
        "way": _PATH.join(list(_way(made.tree, page.cards[0].node.id))[:-1]),
        "about": str(voice(made.language).say("report_page.chart", boxes=names).unescape()),
        **box._asdict(),
        "scale": room.scale(box.width, box.height),
        "ground": scene.ground,
        "items": [{**i, "t": printable(i["t"])} if "t" in i else i for i in items(scene)],
    }


def colours(pages: Sequence[Page]) -> Mapping[str, str]:
    """Give every role the colour it has first on the chart."""
    found: dict[str, str] = {}
    for page in pages:
        for card in page.cards:
            found.setdefault(card.node.role, shades("light", card.hue).solid)
    return found


def _laid_out(tree: Node, room: Room) -> Page:
    return with_dotted(arranged(tree, _NO_LINES, score=room.medium().score))


def _height(page: Page, room: Room) -> float:
    box = drawn(page)
    return box.height * room.scale(box.width, box.height)


def _way(node: Node, id: str) -> Iterator[str]:
    """Name the posts from the head down to one."""
    if node.id == id:
        yield node.title
        return
    for child in node.children:
        below = list(_way(child, id))
        if below:
            yield from (node.title, *below)
            return
