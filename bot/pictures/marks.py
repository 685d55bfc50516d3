"""Findings on a chart: boxes outlined and numbered, and below the chart what the numbers mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.pictures.fonts import drawable
from bot.pictures.primitives import Label, Part, Path, Primitive, Rect, Scene
from bot.pictures.scene import paint
from bot.pictures.themes import THEMES, Theme
from bot.views.check_chart import Entry
from knowledge.chart import Card, Page
from knowledge.chart.layout import FOOTER, PADDING
from knowledge.chart.measure import text_width, wrap
from knowledge.diagnosis.rules import SEVERITIES, Severity

_OUT, _LINE = 3, 2.6  # px; how far outside a box its outline runs, and how thick it is
_CORNER = 10
_NUMBER, _HIGH, _PAD = 12, 18, 5.5  # px; the size of a number, its badge's height and inner room
_LEFT = 7  # px; how far a badge begins left of its box
_TEXT, _LEADING, _GAP, _ROOM = 14, 1.35, 8, 640  # px; of the legend
_ABOVE = 10  # px; of room above the legend
_MOST_LINES = 3  # of a finding in the legend


class Ink(NamedTuple):
    """How a severity is painted: outline and badge, and the number on the badge."""

    solid: str
    number: str


INKS: dict[Theme, dict[Severity, Ink]] = {
    "light": {
        "critical": Ink("#b91c1c", "#ffffff"),
        "major": Ink("#b4480a", "#ffffff"),
        "minor": Ink("#1d4ed8", "#ffffff"),
        "info": Ink("#55617a", "#ffffff"),
    },
    "dark": {
        "critical": Ink("#f87171", "#111827"),
        "major": Ink("#fbbf24", "#111827"),
        "minor": Ink("#7dabff", "#111827"),
        "info": Ink("#b6c2d6", "#111827"),
    },
}


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked: the findings about each post by their numbers, and the legend."""

    numbers: Mapping[str, tuple[int, ...]]
    severities: Sequence[Severity]
    legend: Sequence[Entry]

    def worst(self, numbers: Sequence[int]) -> Severity:
        """Give the worst severity of findings; numbers begin with 1."""
        return min((self.severities[n - 1] for n in numbers), key=SEVERITIES.index)


def paint_marked(page: Page, theme: Theme, marks: Marks) -> Scene:
    """Paint a page, its marks, and the legend above the small line at its foot."""
    painter = _Marking(page, theme, marks)
    scene = paint(painter.longer(), theme)
    return replace(scene, parts=(*scene.parts, *painter.parts()))


class _Marking:
    def __init__(self, page: Page, theme: Theme, marks: Marks) -> None:
        self.page, self.marks = page, marks
        self.inks, self.colours = INKS[theme], THEMES[theme]
        room = min(page.width - 2 * PADDING, _ROOM)
        badges = [_width(entry.number) for entry in marks.legend]
        self.indent = max(badges, default=0) + _GAP
        self.lines = [
            wrap(drawable(entry.text), _TEXT, room - self.indent, _MOST_LINES)
            for entry in marks.legend
        ]

    @property
    def height(self) -> float:
        """The room that the legend takes [px]."""
        lines = sum(map(len, self.lines)) * _TEXT * _LEADING
        return lines + len(self.lines) * _GAP + (_ABOVE if self.lines else 0)

    def longer(self) -> Page:
        """Make room for the legend; the small line goes below it."""
        *texts, footer = self.page.texts
        moved = footer._replace(y=footer.y + self.height)
        return replace(
            self.page, height=round(self.page.height + self.height), texts=(*texts, moved)
        )

    def parts(self) -> Iterator[Part]:
        """Paint outlines first, then the numbers over them, then the legend."""
        marked = [(card, self._numbers(card)) for card in self.page.cards]
        marked = [(card, numbers) for card, numbers in marked if numbers]
        for card, numbers in marked:
            yield Part("", (self._outline(card, self.inks[self.marks.worst(numbers)]),))
        for card, numbers in marked:
            about = f"{card.node.title}: {', '.join(map(str, numbers))}"
            yield Part(about, tuple(self._badges(card, numbers)))
        y = self.page.height - FOOTER + _GAP + _ABOVE
        for entry, lines in zip(self.marks.legend, self.lines, strict=True):
            yield Part(f"{entry.number}: {entry.text}", tuple(self._entry(entry, lines, y)))
            y += len(lines) * _TEXT * _LEADING + _GAP

    def _numbers(self, card: Card) -> tuple[int, ...]:
        found = {n for post in card.posts for n in self.marks.numbers.get(post, ())}
        return tuple(sorted(found))

    def _outline(self, card: Card, ink: Ink) -> Path:
        box = card.box
        left, top = box.x - _OUT, box.y - _OUT
        right, bottom = box.right + _OUT, box.bottom + _OUT
        around = tuple(_rounded(left, top, right, bottom))
        return Path(around, None, ink.solid, _LINE, None)

    def _badges(self, card: Card, numbers: Sequence[int]) -> Iterator[Primitive]:
        """Put the numbers on the upper edge of a box from the left, as many as it is wide."""
        x, y = card.box.x - _LEFT, card.box.y - _OUT - _HIGH / 2
        for place, number in enumerate(numbers):
            rest = len(numbers) - place
            is_last = x + 2 * _width(str(number)) > card.box.right and rest > 1
            text = "…" if is_last else str(number)
            yield from self._badge(text, self.marks.severities[number - 1], x, y)
            if is_last:
                return
            x += _width(text) + 2

    def _badge(self, text: str, severity: Severity, x: float, y: float) -> Iterator[Primitive]:
        """Draw a number in a filled badge with a rim of the ground, so that it stands out."""
        ink, width = self.inks[severity], _width(text)
        rim = _HIGH / 2 + 1.5
        ground = self.colours.ground
        yield Rect(x - 1.5, y - 1.5, width + 3, _HIGH + 3, rim, ground, None)
        yield Rect(x, y, width, _HIGH, _HIGH / 2, ink.solid, None)
        left = x + (width - text_width(text, _NUMBER, bold=True)) / 2
        yield Label(left, y + _HIGH / 2 + 0.36 * _NUMBER, text, _NUMBER, True, ink.number)

    def _entry(self, entry: Entry, lines: Sequence[str], top: float) -> Iterator[Primitive]:
        yield from self._badge(entry.number, entry.severity, PADDING, top)
        y = top + _HIGH / 2 + 0.36 * _TEXT
        for line in lines:
            yield Label(PADDING + self.indent, y, line, _TEXT, False, self.colours.ink)
            y += _TEXT * _LEADING


def _width(number: str) -> float:
    """Measure a badge [px]; one digit stands in a circle."""
    return max(_HIGH, text_width(number, _NUMBER, bold=True) + 2 * _PAD)


def _rounded(
    left: float, top: float, right: float, bottom: float
) -> Iterator[tuple[str | float, ...]]:
    """Go around a box with round corners."""
    r = _CORNER
    yield ("M", left + r, top)
    yield ("L", right - r, top)
    yield ("Q", right, top, right, top + r)
    yield ("L", right, bottom - r)
    yield ("Q", right, bottom, right - r, bottom)
    yield ("L", left + r, bottom)
    yield ("Q", left, bottom, left, bottom - r)
    yield ("L", left, top + r)
    yield ("Q", left, top, left + r, top)
    yield ("Z",)
