"""Paints a page in a theme, as primitives in the order they are drawn.

Every decision of style is made here, so that PNG, PDF and SVG look the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.pictures.primitives import Bar, Circle, Label, Part, Path, Primitive, Rect, Scene
from bot.pictures.themes import THEMES, Colours, Shades, Theme, shades
from knowledge.chart import Card, Group, Link, Page
from knowledge.chart.faces import TIMES
from knowledge.chart.model import Box, Ink, Pill, Text

CORNER, ELBOW = 8, 7  # px
LINE, DOTTED, ARROW = 1.6, 1.9, 8  # px
_DOTS = (0.1, 4.6)
_BAR, _MARK = 7, 4  # px; width of a leader's edge, of the mark on other cards
_MARK_INSET = 7
_SHEETS = (2.5, 5)  # px; how far the sheets behind a stack look out
_TIMES_BEARING = 0.22  # em of empty room left of the sign


def paint(page: Page, theme: Theme) -> Scene:
    """Paint a page in a theme."""
    painter = _Painter(theme)
    return Scene(
        page.width, page.height, THEMES[theme].ground, page.title, tuple(painter.parts(page))
    )


class _Painter:
    def __init__(self, theme: Theme) -> None:
        self.theme: Theme = theme
        self.colours: Colours = THEMES[theme]

    def parts(self, page: Page) -> Iterator[Part]:
        """Paint everything from back to front."""
        for group in page.groups:
            yield Part(group.label if group.band else "", tuple(self._group(group)))
        yield Part("", tuple(item for link in page.links for item in self._link(link)))
        for card in page.cards:
            yield Part(_about(card), tuple(self._card(card)))
        yield Part("", tuple(self._label(text, self._shades(0)) for text in page.texts))

    def _shades(self, hue: int) -> Shades:
        return shades(self.theme, hue)

    def _group(self, group: Group) -> Iterator[Primitive]:
        tones = self._shades(group.hue)
        yield Rect(*group.box, CORNER + 2, tones.area, tones.border)
        if group.band:
            yield from self._solid(group.band, tones, is_open=group.band != group.box)
            yield from self._written(group.texts, group.pill, tones, tones.solid_pill)

    def _card(self, card: Card) -> Iterator[Primitive]:
        tones, box = self._shades(card.hue), card.box
        is_solid = card.kind == "header"
        fill = tones.solid if is_solid else self.colours.card
        edge = tones.border if card.is_stack else self.colours.edge
        for out in reversed(_SHEETS if card.is_stack else ()):
            sheet = box.x + out, box.y + out, box.width, box.height
            yield Rect(*sheet, CORNER, fill if is_solid else self.colours.card, edge)
        if is_solid:
            yield from self._solid(box, tones, is_open=bool(card.node.children))
        else:
            yield Rect(*box, CORNER, fill, edge)
            yield self._mark(card, tones)
        pill = tones.solid_pill if is_solid else tones.pill
        yield from self._written(card.texts, card.pill, tones, pill)

    def _solid(self, box: Box, tones: Shades, *, is_open: bool) -> Iterator[Rect]:
        """Paint a header; an open one has its area below, so only its upper corners are round."""
        yield Rect(*box, CORNER, tones.solid, None)
        if is_open:
            lower = box.height / 2
            yield Rect(box.x, box.y + lower, box.width, lower, 0, tones.solid, None)

    def _mark(self, card: Card, tones: Shades) -> Rect | Bar:
        box = card.box
        if card.kind == "leaf":
            height = box.height - 2 * _MARK_INSET
            inner = box.x + _MARK_INSET, box.y + _MARK_INSET, _MARK, height
            return Rect(*inner, _MARK / 2, tones.solid, None)
        return Bar(box.x, box.y, _BAR, box.height, _BAR, tones.solid)

    def _written(
        self, texts: tuple[Text, ...], pill: Pill | None, tones: Shades, fill: str
    ) -> Iterator[Primitive]:
        for text in texts:
            yield self._label(text, tones)
        if pill:
            yield Rect(*pill.box, pill.box.height / 2, fill, None)
            number = self._label(pill.text, tones)
            yield number
            if pill.is_times:
                left = number.x - (TIMES + _TIMES_BEARING) * number.size
                yield number._replace(x=left, text="×")

    def _label(self, text: Text, tones: Shades) -> Label:
        return Label(text.x, text.y, text.text, text.size, text.is_bold, self._ink(text.ink, tones))

    def _ink(self, ink: Ink, tones: Shades) -> str:
        inks: dict[Ink, str] = {
            "ink": self.colours.ink,
            "note": self.colours.note,
            "accent": tones.accent,
            "on_solid": "#ffffff",
            "on_solid_note": tones.solid_note,
        }
        return inks[ink]

    def _link(self, link: Link) -> Iterator[Path | Circle]:
        if not link.is_dotted:
            yield Path(tuple(_rounded(link.points)), None, self.colours.line, LINE, None)
            return
        colour = self.colours.dotted
        yield Path(tuple(_rounded(link.points)), None, colour, DOTTED, _DOTS)
        yield Circle(*link.points[0], DOTTED * 1.4, colour)
        yield Path(tuple(_arrow(*link.points[-2:])), colour, None, 0, None)


def _about(card: Card) -> str:
    node = card.node
    named = f"{node.title} ({node.note})" if node.note else node.title
    return f"{named} ×{node.count}" if node.count > 1 else named


def _rounded(points: tuple[tuple[float, float], ...]) -> Iterator[tuple[str | float, ...]]:
    """Round the corners of a line of straight pieces."""
    yield ("M", *points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        reach = min(ELBOW, _length(before, corner) / 2, _length(corner, after) / 2)
        yield ("L", *_towards(corner, before, reach))
        yield ("Q", *corner, *_towards(corner, after, reach))
    yield ("L", *points[-1])


def _arrow(
    before: tuple[float, float], tip: tuple[float, float]
) -> Iterator[tuple[str | float, ...]]:
    """Draw the head of an arrow that runs from side to side."""
    back = tip[0] + (ARROW if before[0] > tip[0] else -ARROW)
    yield ("M", *tip)
    yield ("L", back, tip[1] - ARROW / 2)
    yield ("L", back, tip[1] + ARROW / 2)
    yield ("Z",)


def _length(a: tuple[float, float], b: tuple[float, float]) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(a: tuple[float, float], b: tuple[float, float], by: float) -> tuple[float, float]:
    length = _length(a, b) or 1
    return a[0] + (b[0] - a[0]) * by / length, a[1] + (b[1] - a[1]) * by / length
