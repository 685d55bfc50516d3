"""A heat map as a picture: a row for each number of agents, a column for each amount of work.

Made for a phone: large figures, the goal as a thick line, the answer in a frame.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.pictures.fonts import drawable
from bot.pictures.primitives import Label, Part, Path, Primitive, Rect, Scene
from bot.pictures.themes import THEMES, Theme, blend, shades
from bot.views.heat import Cell, HeatRow, HeatView, Judged
from knowledge.chart.measure import text_width, wrap

WIDTH = 480  # px
_MARGIN, _GAP = 20, 12  # px
_ROW_HEAD, _CELL, _SPACE, _CORNER = 54, 36, 2, 5  # px
_TITLE, _TEXT, _FIGURE = 19, 14, 16  # px; sizes of text
_LINE = 1.4  # line heights
_SWATCH = 16  # px
_GOAL, _FRAME = 3, 3  # px; width of the goal's line, of the frame around the answer
_COLOURS: dict[Judged, str] = {"fits": "#059669", "busy": "#f59e0b", "missed": "#dc2626"}
# Shares of a colour in a cell: near the goal, far from it, and in the legend.
_STRENGTH: dict[Theme, tuple[float, float, float]] = {
    "light": (0.16, 0.42, 0.3),
    "dark": (0.26, 0.52, 0.4),
}


def draw_heat(view: HeatView, theme: Theme) -> Scene:
    """Draw a heat map."""
    return _Heat(view, theme).scene()


class _Heat:
    def __init__(self, view: HeatView, theme: Theme) -> None:
        self.view, self.theme, self.colours = view, theme, THEMES[theme]
        self.rows, self.columns = view.rows(), view.columns()
        self.left = _MARGIN + _ROW_HEAD
        self.cell = (WIDTH - _MARGIN - self.left) / len(self.columns)
        self.head = list(self._said())
        self.top = self.head[-1].y + _GAP + 2 * _TEXT * _LINE

    def scene(self) -> Scene:
        """Put everything together, the frame and the line of the goal last."""
        bottom = self._row_top(len(self.rows))
        legend = [*self._legend(bottom + _GAP)]
        parts = [
            Part("", tuple(self.head)),
            Part("", tuple(self._column_heads())),
            *(Part(self._about(row), tuple(self._row(i, row))) for i, row in enumerate(self.rows)),
            Part("", (self._goal(), *self._frame())),
            Part("", tuple(legend)),
        ]
        height = max(item.y for item in legend if isinstance(item, Label)) + _MARGIN
        return Scene(WIDTH, height, self.colours.ground, self.view.title(), tuple(parts))

    def _said(self) -> Iterator[Label]:
        room, y = WIDTH - 2 * _MARGIN, float(_MARGIN)
        for line in wrap(drawable(self.view.title()), _TITLE, room, 3, bold=True):
            y += _TITLE * _LINE
            yield Label(_MARGIN, y - 6, line, _TITLE, True, self.colours.ink)
        for text in self.view.lead():
            for line in wrap(drawable(text), _TEXT, room, 3):
                y += _TEXT * _LINE
                yield Label(_MARGIN, y - 4, line, _TEXT, False, self.colours.note)

    def _column_heads(self) -> Iterator[Label]:
        y = self.top - _TEXT * _LINE - 6
        above = drawable(self.view.over_columns())
        yield Label(self._right(WIDTH - _MARGIN, above), y, above, _TEXT, False, self.colours.note)
        beside = drawable(self.view.over_rows())
        yield Label(_MARGIN, y, beside, _TEXT, False, self.colours.note)
        for i, text in enumerate(self.columns):
            is_answer = i == self.view.answer_column
            yield self._middle(self.left + self.cell * (i + 0.5), self.top - 8, text, is_answer)

    def _row(self, i: int, row: HeatRow) -> Iterator[Primitive]:
        y = self._row_top(i)
        base = y + _CELL / 2 + _FIGURE * 0.36
        ink = self.colours.ink if row.is_answer else self.colours.note
        left = self.left - 10 - text_width(row.label, _FIGURE, bold=row.is_answer)
        yield Label(left, base, row.label, _FIGURE, row.is_answer, ink)
        for column, cell in enumerate(row.cells):
            x = self.left + self.cell * column
            size = self.cell - _SPACE, _CELL - _SPACE
            yield Rect(x + _SPACE / 2, y + _SPACE / 2, *size, _CORNER, self._fill(cell), None)
            is_bold = row.is_answer and column == self.view.answer_column
            yield self._middle(x + self.cell / 2, base, cell.text, is_bold, _FIGURE)

    def _fill(self, cell: Cell) -> str:
        faint, strong, _ = _STRENGTH[self.theme]
        strength = faint + (strong - faint) * cell.distance
        return blend(_COLOURS[cell.judged], self.colours.card, strength)

    def _goal(self) -> Path:
        """Draw the line above which too few are answered in time, in steps."""
        commands: list[tuple[str | float, ...]] = []
        for column, row in enumerate(self.view.line()):
            y, x = self._row_top(row), self.left + self.cell * column
            commands += [("L" if commands else "M", x, y), ("L", x + self.cell, y)]
        return Path(tuple(commands), None, self.colours.ink, _GOAL, None)

    def _frame(self) -> Iterator[Path]:
        """Frame the answer."""
        row = next(i for i, row in enumerate(self.rows) if row.is_answer)
        x, y = self.left + self.cell * self.view.answer_column, self._row_top(row)
        right, low = x + self.cell, y + _CELL
        corners = (("M", x, y), ("L", right, y), ("L", right, low), ("L", x, low), ("Z",))
        yield Path(corners, None, shades(self.theme, 1).accent, _FRAME, None)

    def _legend(self, top: float) -> Iterator[Primitive]:
        y = top
        for judged, text in self.view.legend():
            colour = blend(_COLOURS[judged], self.colours.card, _STRENGTH[self.theme][2])
            yield Rect(self.left, y, _SWATCH, _SWATCH, 3, colour, None)
            room = WIDTH - _MARGIN - self.left - _SWATCH - 8
            for line in wrap(drawable(text), _TEXT, room, 2):
                place = self.left + _SWATCH + 8, y + _SWATCH - 3
                yield Label(*place, line, _TEXT, False, self.colours.note)
                y += _TEXT * _LINE + 2

    def _row_top(self, row: int) -> float:
        return self.top + row * _CELL

    def _right(self, end: float, text: str) -> float:
        return end - text_width(text, _TEXT)

    def _middle(self, x: float, y: float, text: str, is_bold: bool, size: float = _TEXT) -> Label:
        left = x - text_width(text, size, bold=is_bold) / 2
        return Label(left, y, text, size, is_bold, self.colours.ink)

    def _about(self, row: HeatRow) -> str:
        pairs = zip(self.columns, row.cells, strict=True)
        return f"{row.label}: " + ", ".join(f"{amount} {cell.text}" for amount, cell in pairs)
