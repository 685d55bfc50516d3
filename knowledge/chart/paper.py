"""Charts on paper: printed without the lines around them, which a document sets itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from knowledge.chart.album import Medium
from knowledge.chart.faces import NOTE_SIZE
from knowledge.chart.layout import TEXT, Choice
from knowledge.chart.model import Box, Card, Group, Page

LARGEST = 0.7  # points a pixel; a post's title has 10.5 points then
LEAST_POINTS = 7  # of the smallest text
MOST_SHEETS = 40
_ROUND = 10  # px of room around what is drawn
_LOW = 40  # tenths of a point of its text that a chart may lose to become lower by its room
_UNREADABLE = 1000  # for a point below the least


class Room(NamedTuple):
    """The room a chart has on a sheet [pt]."""

    width: float
    height: float

    def scale(self, width: float, height: float) -> float:
        """Say how large a chart of some size [px] is printed, in points a pixel."""
        return min(LARGEST, self.width / width, self.height / height)

    def medium(self) -> Medium:
        """Give what an album needs to know to be printed in this room."""
        return Medium(self._score, self._is_legible, MOST_SHEETS)

    def _score(self, choice: Choice) -> float:
        """Rate a page: text that can be read, then large text and a low chart without holes."""
        shape = choice.shape
        scale = self.scale(shape.width + 2 * _ROUND, shape.height + 2 * _ROUND)
        lacking = max(0, LEAST_POINTS - NOTE_SIZE * scale)
        low = 1 - shape.height * scale / self.height
        return 10 * TEXT * scale + _LOW * low + 2 * choice.fill() - _UNREADABLE * lacking

    def _is_legible(self, page: Page, people: int) -> bool:  # noqa: ARG002 - part of Medium
        box = drawn(page)
        return smallest(page) * self.scale(box.width, box.height) >= LEAST_POINTS


def smallest(page: Page) -> float:
    """Say how high the smallest text of a chart is [px]."""
    boxes: tuple[Card | Group, ...] = (*page.cards, *page.groups)
    texts = [text.size for each in boxes for text in each.texts]
    return min(texts + [each.pill.text.size for each in boxes if each.pill])


def drawn(page: Page) -> Box:
    """Find the part of a page that is drawn on, without the lines around the chart."""
    boxes = list(_boxes(page))
    left, top = min(box.x for box in boxes) - _ROUND, min(box.y for box in boxes) - _ROUND
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left, top, right + _ROUND - left, bottom + _ROUND - top)


def bare(page: Page) -> Page:
    """Take the lines around the chart away."""
    return replace(page, texts=())


def _boxes(page: Page) -> Iterator[Box]:
    yield from (card.box for card in page.cards)
    yield from (group.box for group in page.groups)
    yield from (Box(x, y, 0, 0) for link in page.links for x, y in link.points)
