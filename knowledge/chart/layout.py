"""Lays a tree out on one page, in the shape of the whole that a phone shows best."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import log
from typing import TypeAlias

from knowledge.chart.blocks import page_block
from knowledge.chart.dotted import noted, with_dotted
from knowledge.chart.faces import ROOMY, Density
from knowledge.chart.heads import Header, footer_text, header
from knowledge.chart.model import Heading, Node, Page
from knowledge.chart.place import Placed
from knowledge.chart.shapes import Shape, shapes

PADDING = 22  # px around the chart
FOOTER = 40  # px below it
SHOWN = 1280  # px; a picture's longer side after the messenger has made it smaller
TEXT = 15  # px; size of a post's title
PHONE = (390, 700)  # points of a phone's screen in the hand, without what frames the picture
WANTED_POINTS = 9  # text on that screen
WANTED_RATIO = 0.8
LEAST_WIDTH = 300
_ROOT_SHAPES = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """A page as it could be: a shape of the chart and the lines around it."""

    shape: Shape
    header: Header

    @property
    def width(self) -> float:
        """The width of the page [px]."""
        return max(self.shape.width, self.header.width) + 2 * PADDING

    @property
    def height(self) -> float:
        """The height of the page [px]."""
        return PADDING + self.header.height + self.shape.height + FOOTER

    def phone_score(self) -> float:
        """Rate a page for a phone: size of the text in the picture, then in the hand, then form."""
        width, height = self.width, self.height
        pixels = TEXT * min(1, SHOWN / max(width, height))
        points = TEXT * min(0.95, PHONE[0] / width, PHONE[1] / height)
        form = self.fill() - abs(log(width / height / WANTED_RATIO)) / 4
        return 10 * pixels + min(points, WANTED_POINTS) + 2 * form

    def fill(self) -> float:
        """Say which share of the room below the head is filled."""
        columns = self.shape.columns
        if not columns:
            return 1
        filled = sum(column.width * column.height for column in columns)
        return filled / (self.shape.width * max(column.height for column in columns))


Score: TypeAlias = Callable[[Choice], float]


def lay_out(root: Node, heading: Heading) -> Page:
    """Lay a whole tree out on one page, however large that becomes."""
    return with_dotted(arranged(root, heading))


def arranged(
    root: Node,
    heading: Heading,
    *,
    density: Density = ROOMY,
    number: str = "",
    names: Mapping[str, str] | None = None,
    score: Score = Choice.phone_score,
) -> Page:
    """Lay a tree out but for its dotted lines.

    Args:
        root: The head; one without a title is not drawn, its children stand side by side.
        heading: The lines around the chart.
        density: How much is put on little room.
        number: The page's number in an album, for its corner.
        names: What posts on other pages are called, by id; dotted lines to them become notes.
        score: What rates the pages that could be, the best highest.
    """
    block = page_block(noted(root, names or {}), density)
    choices = [
        Choice(shape, header(heading, number, max(shape.width, LEAST_WIDTH)))
        for shape in shapes(block, _ROOT_SHAPES)
    ]
    return _page(max(choices, key=score), heading)


def smallest_text(page: Page) -> float:
    """Say how high the smallest text of a page is once it is shown [px]."""
    sizes = [text.size for text in page.texts]
    sizes += [text.size for card in page.cards for text in card.texts]
    pills = [*(card.pill for card in page.cards), *(group.pill for group in page.groups)]
    sizes += [pill.text.size for pill in pills if pill]
    return min(sizes) * min(1, SHOWN / max(page.width, page.height))


def _page(choice: Choice, heading: Heading) -> Page:
    placed = Placed()
    shape, width = choice.shape, choice.width
    room = width - 2 * PADDING
    wide = shape.width if len(shape.columns) > 1 else room
    placed.put(shape, PADDING + (room - wide) / 2, PADDING + choice.header.height, wide)
    size = (round(width), round(choice.height))
    return Page(
        *size,
        heading.title,
        (*choice.header.texts(PADDING, PADDING, room), footer_text(heading, PADDING, size[1])),
        tuple(placed.groups),
        tuple(placed.links),
        tuple(placed.cards),
    )
