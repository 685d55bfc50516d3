"""The workbook and its sheets: looks, sizes, print settings; what they say is decided elsewhere."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from bot.documents.boxes import one_line
from bot.documents.contents import Contents
from bot.documents.xlsx.cells import Cell, Formula, Link, fitted, lines, place, sheet_name, width
from bot.pictures.themes import HUES, THEMES
from bot.render import plain
from bot.words.voice import Voice, voice

Look = dict[str, str | int | float | bool]
_PLAIN: Look = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}
_FONTS = {
    "zh-Hans": "Microsoft YaHei",
    "zh-Hant-TW": "Microsoft JhengHei",
    "zh-Hant-HK": "Microsoft JhengHei",
    "en": "Calibri",
}
_COLOURS = THEMES["light"]
_MADE = datetime(1980, 1, 1, tzinfo=UTC)  # no clock: the date zip files give where they know none
_A4 = 9
_LEAST, _PADDING, _FILTER_BUTTON, _INDENT = 5, 2, 3, 2  # digits
_ROW, _TALLEST = 18, 409  # points; Excel has no taller rows
_LINE, _ENGLISH_LINE = 15.0, 12.5  # points
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.75, "bottom": 0.7}  # inches
_HEADER = 255  # characters, of what is printed above a page
HEAD: Look = {
    "bold": True,
    "font_color": "#ffffff",
    "bg_color": HUES[0],
    "valign": "vcenter",
    "text_wrap": True,
    "num_format": "General",
    "underline": 0,
    "border": 1,
    "border_color": HUES[0],
}
TEXT: Look = {"text_wrap": True}
NUMBER: Look = {"align": "right", "num_format": "0__"}  # room after it, as wide as an underscore
TOTAL: Look = {"bold": True, "bg_color": _COLOURS.ground}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its header, its greatest width [digits], the look of its cells.

    `head` is a look of the header alone; such a header does not widen the column.
    """

    title: str
    most: int
    look: Look
    head: Look = field(default_factory=dict)

    @property
    def is_wrapped(self) -> bool:
        """Whether text goes on in a next line."""
        return bool(self.look.get("text_wrap"))


class Book:
    """A workbook being written; `sheets` names them by what they hold."""

    def __init__(self, made: Contents) -> None:
        self.speak: Voice = voice(made.language)
        self.title = one_line(made.title)
        say = self.speak.say
        self.sheets = {
            "plan": sheet_name(say("part.plan")),
            "way": sheet_name(made.growth.heads.way if made.growth else ""),
            "months": sheet_name(say("growth_months.title")),
            "posts": sheet_name(say("sheet.posts")),
            "roles": sheet_name(say("part.roles")),
            "coverage": sheet_name(say("part.covers")),
            "hires": sheet_name(say("sheet.hires")),
            "sources": sheet_name(say("why.sources")),
        }
        self.line = _ENGLISH_LINE if made.language == "en" else _LINE
        self._file = io.BytesIO()
        self.workbook = Workbook(self._file, _PLAIN)
        self._base: Look = {
            "font_name": _FONTS[made.language],
            "font_size": 10,
            "valign": "vcenter",
        }
        self._formats: dict[frozenset[tuple[str, object]], Format] = {}
        properties = {"title": self.title, "author": "Orgwright", "created": _MADE}
        self.workbook.set_properties({**properties, "comments": plain(say("document.made_with"))})

    def format(self, look: Look) -> Format:
        """Give the format of a look, made once."""
        whole = {**self._base, "font_color": _COLOURS.ink, **look}
        key = frozenset(whole.items())
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format(whole)
        return self._formats[key]

    def sheet(self, name: str, columns: Sequence[Column]) -> Sheet:
        """Begin a sheet."""
        return Sheet(self, self.sheets[name], tuple(columns))

    def where(self, sheet: str, cells: str) -> str:
        """Name cells of another sheet in a formula."""
        return "'" + self.sheets[sheet].replace("'", "''") + f"'!{cells}"

    def content(self) -> bytes:
        """Finish the workbook."""
        self.workbook.close()
        return self._file.getvalue()


class Sheet:
    """One sheet being written; rows and columns count from 0."""

    def __init__(self, book: Book, name: str, columns: tuple[Column, ...]) -> None:
        self.book, self.columns = book, columns
        self.sheet = book.workbook.add_worksheet(name)
        self._widths: list[float] = [_LEAST] * len(columns)
        self._formats: dict[tuple[int, frozenset[tuple[str, object]]], Format] = {}
        self._texts: dict[int, list[tuple[int, str]]] = {}
        self._levels: dict[int, int] = {}
        self._heights: dict[int, float] = {}
        self._print()

    def _print(self) -> None:
        title = self.book.title.replace("&", "&&")[: _HEADER - len("&L&R&A")]
        made_with = plain(self.book.speak.say("document.made_with"))
        page = plain(self.book.speak.say("plan.page", page="&P", pages="&N"))
        self.sheet.set_landscape()
        self.sheet.set_paper(_A4)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_margins(**_MARGINS)
        self.sheet.set_header(f"&L{title}&R&A")
        self.sheet.set_footer(f"&L{made_with}&R{page}")
        self.sheet.hide_gridlines(2)

    def head(self, *, fixed: int) -> None:
        """Write the headers; `fixed` columns stay in sight."""
        for col, column in enumerate(self.columns):
            title = fitted(one_line(column.title))
            room: Look = {"indent": 1} if column.look.get("align") == "right" else {}
            look = self.book.format({**column.look, **HEAD, **room, **column.head})
            self.sheet.write_string(0, col, title, look)
            if not column.head:
                self._fit(0, col, title, _FILTER_BUTTON)
        self.sheet.freeze_panes(1, fixed)
        self.sheet.repeat_rows(0)

    def row(self, row: int, cells: Sequence[Cell], look: Look | None = None) -> None:
        """Write the cells of a row, in the look of their columns and of the row."""
        for col, cell in enumerate(cells):
            self.put(row, col, cell, look or {})

    def put(self, row: int, col: int, cell: Cell, look: Look) -> None:
        """Write a cell."""
        shown = self._format(col, look)
        if isinstance(cell, Formula):
            self.sheet.write_formula(row, col, cell.text, shown, cell.value)
            self._fit(row, col, str(cell.value))
        elif isinstance(cell, int):
            self.sheet.write_number(row, col, cell, shown)
            self._fit(row, col, str(cell))
        elif isinstance(cell, Link) and cell.is_safe:
            self.sheet.write_url(row, col, cell.url, shown)
            self._fit(row, col, cell.url)
        elif cell:
            text = fitted(one_line(cell.url) if isinstance(cell, Link) else cell)
            self.sheet.write_string(row, col, text, shown)
            self._fit(row, col, text, _PADDING + _INDENT * int(look.get("indent", 0)))
        else:
            self.sheet.write_blank(row, col, None, shown)

    def fold(self, row: int, level: int) -> None:
        """Let a row be folded away with its neighbours of at least this level."""
        self._levels[row] = level

    def heighten(self, row: int, height: float) -> None:
        """Give a row a height [points] that does not follow from its text."""
        self._heights[row] = height

    def finish(self, last: int | None = None) -> None:
        """Set widths and heights, and filters down to the last row of the table if there is one."""
        for col, column in enumerate(self.columns):
            self._widths[col] = min(column.most, self._widths[col])
            self.sheet.set_column(col, col, self._widths[col])
        for row in sorted(self._texts.keys() | self._heights.keys()):
            height = self._heights.get(row) or self._height(row)
            self.sheet.set_row(row, height, None, {"level": self._levels.get(row, 0)})
        if last is not None:
            self.sheet.autofilter(0, 0, last, len(self.columns) - 1)

    def _format(self, col: int, look: Look) -> Format:
        key = col, frozenset(look.items())
        if key not in self._formats:
            edges: Look = {"border": 1, "border_color": _COLOURS.edge}
            self._formats[key] = self.book.format({**edges, **self.columns[col].look, **look})
        return self._formats[key]

    def _fit(self, row: int, col: int, text: str, more: int = _PADDING) -> None:
        self._widths[col] = max(self._widths[col], width(text) + more)
        self._texts.setdefault(row, []).append((col, text))

    def _height(self, row: int) -> float:
        """Measure a row: not every program does so by itself when it opens the file [points]."""
        room = 1 if row else _FILTER_BUTTON
        most = max(
            lines(text, self._widths[col] - room) if self.columns[col].is_wrapped or not row else 1
            for col, text in self._texts[row]
        )
        return min(_TALLEST, _ROW + (most - 1) * self.book.line)


def total(first: int, last: int, col: int, value: int) -> Formula:
    """Sum up a column from row to row."""
    return Formula(f"=SUM({place(first, col)}:{place(last, col)})", value)
