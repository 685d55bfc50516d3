"""A way as pictures: a line of sizes from top to bottom, with what happens at each.

Made for a phone: narrow, large type, several pictures where the way is long.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.pictures.fonts import drawable
from bot.pictures.primitives import Bar, Circle, Label, Part, Path, Primitive, Rect, Scene
from bot.pictures.themes import THEMES, Theme, shades
from bot.views.growth_short import Kind, Row, Short
from knowledge.chart.measure import text_width, wrap

WIDTH, TALLEST = 460, 1500  # px
MOST_PAGES = 10  # pictures of one album
_MARGIN, _GAP, _INSET = 22, 14, 12  # px
_SPINE, _CARD = 92, 116  # px from the left
_TITLE, _LEAD, _SIZE, _HEAD, _NOTE = 20, 14, 20, 16, 14  # px; sizes of text
_LINE = 1.35  # line heights
_DOT, _EDGE, _CORNER = 6, 5, 8  # px
_MOST_LINES, _MOST_BETWEEN, _MOST_LEAD = 4, 3, 6  # lines of a note, of people, above the line
_HUES: dict[Kind, int] = {"post": 1, "leader": 2, "layer": 3, "form": 4, "stage": 0}


class Words(NamedTuple):
    """What stands around the line: title, sum, the two ends, and a note below it."""

    title: str
    lead: tuple[str, ...]
    start: str
    end: str
    footer: str
    sizes: tuple[int, int]


def timeline(words: Words, rows: Sequence[Row], theme: Theme) -> tuple[Scene, ...]:
    """Draw a way; of a very long one the last pictures are left out."""
    return tuple(_Timeline(words, theme).pages(rows))[:MOST_PAGES]


class _Timeline:
    def __init__(self, words: Words, theme: Theme) -> None:
        self.words, self.theme = words, theme
        self.colours = THEMES[theme]

    def pages(self, rows: Sequence[Row]) -> Iterator[Scene]:
        """Fill pictures with rows, the first with where the team stands, the last with its goal."""
        ends = self.words.sizes
        start = Row(ends[0], "", (Short("stage", self.words.start, ""),))
        every = [start, *rows]
        if rows and not rows[-1].events:
            every[-1] = Row(ends[1], rows[-1].between, (Short("stage", self.words.end, ""),))
        page: list[Row] = []
        height = 0.0
        for row in every:
            tall = self._height(row)
            if page and height + tall > TALLEST:
                yield self._page(page, is_first=page[0] is start)
                page, height = [], 0.0
            page.append(row)
            height += tall
        yield self._page(page, is_first=page[0] is start)

    def _page(self, rows: Sequence[Row], *, is_first: bool) -> Scene:
        parts = [Part("", tuple(self._head(is_first=is_first)))]
        top = self._head_height(is_first=is_first)
        first = top
        for row in rows:
            parts.append(Part(_about(row), tuple(self._row(row, top))))
            top += self._height(row)
        footer = self._text(_MARGIN, top + _NOTE, self.words.footer, _NOTE, self.colours.note)
        spine = (("M", _SPINE, first), ("L", _SPINE, top - _GAP))
        line = Path(spine, None, self.colours.line, 2, None)
        parts = [Part("", (line,)), *parts, Part("", (footer,))]
        height = top + _NOTE * _LINE + _MARGIN
        return Scene(WIDTH, height, self.colours.ground, self.words.title, tuple(parts))

    def _head_lines(self, *, is_first: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
        room = WIDTH - 2 * _MARGIN
        title = wrap(drawable(self.words.title), _TITLE, room, 3, bold=True)
        said = map(drawable, self.words.lead if is_first else ())
        lead = [line for text in said for line in wrap(text, _LEAD, room, _MOST_LEAD)]
        return title, tuple(lead)

    def _head_height(self, *, is_first: bool) -> float:
        title, lead = self._head_lines(is_first=is_first)
        return _MARGIN + (len(title) * _TITLE + len(lead) * _LEAD) * _LINE + _GAP

    def _head(self, *, is_first: bool) -> Iterator[Primitive]:
        title, lead = self._head_lines(is_first=is_first)
        y = float(_MARGIN)
        for line in title:
            y += _TITLE * _LINE
            yield Label(_MARGIN, y - 6, line, _TITLE, True, self.colours.ink)
        for line in lead:
            y += _LEAD * _LINE
            yield Label(_MARGIN, y - 4, line, _LEAD, False, self.colours.note)

    def _row(self, row: Row, top: float) -> Iterator[Primitive]:
        y = top
        for line in self._between(row):
            y += _NOTE * _LINE
            yield Label(_CARD, y - 4, line, _NOTE, False, self.colours.note)
        y += _GAP / 2 if row.between else 0
        number, hue = str(row.size), _HUES[row.events[0].kind] if row.events else 0
        middle = y + _INSET + _HEAD * _LINE / 2
        left = _SPINE - _DOT - 10 - text_width(number, _SIZE, bold=True)
        yield Label(left, middle + _SIZE * 0.36, number, _SIZE, True, self.colours.ink)
        yield Circle(_SPINE, middle, _DOT + 3, self.colours.ground)
        yield Circle(_SPINE, middle, _DOT, self._accent(hue))
        for event in row.events:
            height = self._event_height(event)
            yield from self._event(event, y, height)
            y += height + _GAP / 2

    def _event(self, event: Short, top: float, height: float) -> Iterator[Primitive]:
        width, hue = WIDTH - _MARGIN - _CARD, _HUES[event.kind]
        yield Rect(_CARD, top, width, height, _CORNER, self.colours.card, self.colours.edge)
        yield Bar(_CARD, top, _EDGE, height, _EDGE, self._accent(hue))
        head, note = self._event_lines(event)
        y = top + _INSET
        for line in head:
            y += _HEAD * _LINE
            yield Label(_CARD + _INSET + 4, y - 6, line, _HEAD, True, self.colours.ink)
        for line in note:
            y += _NOTE * _LINE
            yield Label(_CARD + _INSET + 4, y - 4, line, _NOTE, False, self.colours.note)

    def _event_lines(self, event: Short) -> tuple[tuple[str, ...], tuple[str, ...]]:
        room = WIDTH - _MARGIN - _CARD - 2 * _INSET - 4
        head = wrap(drawable(event.head), _HEAD, room, 2, bold=True)
        note = wrap(drawable(event.note), _NOTE, room, _MOST_LINES) if event.note else ()
        return head, note

    def _event_height(self, event: Short) -> float:
        head, note = self._event_lines(event)
        return 2 * _INSET + (len(head) * _HEAD + len(note) * _NOTE) * _LINE

    def _between(self, row: Row) -> tuple[str, ...]:
        if not row.between:
            return ()
        room = WIDTH - _MARGIN - _CARD
        return wrap(drawable(row.between), _NOTE, room, _MOST_BETWEEN)

    def _height(self, row: Row) -> float:
        cards = sum(self._event_height(event) + _GAP / 2 for event in row.events)
        between = len(self._between(row)) * _NOTE * _LINE + (_GAP / 2 if row.between else 0)
        return between + cards + _GAP / 2

    def _accent(self, hue: int) -> str:
        return shades(self.theme, hue).accent

    def _text(self, x: float, y: float, text: str, size: float, fill: str) -> Label:
        return Label(x, y, drawable(text), size, False, fill)


def _about(row: Row) -> str:
    return f"{row.size}: " + "; ".join(event.head for event in row.events)
