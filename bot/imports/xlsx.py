"""Reading XLSX: values only, of the first sheet with headings; nothing in it is ever run.

A workbook is a zip file, so its size is checked unpacked, before anything is unpacked. Its parts
are looked through before they are parsed: parsing takes a hundred times as much memory.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

import openpyxl

from bot.imports.rows import MOST_COLUMNS, MOST_ROWS, IsHeading, Refused, Rows

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_MOST_UNPACKED = 8 * 1024 * 1024  # bytes; 5000 people in twenty columns take half of that
_LONGEST_ROW = 1024 * 1024  # bytes; a row is parsed as a whole
_MOST_STYLES = 2 * 1024 * 1024  # bytes of styles, which take openpyxl the longest
_MOST_PARTS = 500
_ROW = re.compile(rb"<(?:[\w.-]+:)?row\b")
_DECLARED = (b"<!DOCTYPE", b"<!ENTITY", b"\0")  # what expands, and what hides that: UTF-16
_MOST_SHEETS, _DEEP = 10, 10  # rows in which headings are looked for


def read_xlsx(content: bytes, is_heading: IsHeading) -> Rows:
    """Read the first sheet that has headings, else the first one.

    Raises:
        Refused: If it is a zip bomb, has macros, is no workbook, or is too long.
    """
    _inspect(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of what it does not keep
            book = openpyxl.load_workbook(
                io.BytesIO(content), read_only=True, data_only=True, keep_links=False
            )
            return _rows(book, is_heading)
    except Refused:
        raise
    except Exception:  # noqa: BLE001 - openpyxl raises whatever the damage leads to
        raise Refused("broken") from None


def _inspect(content: bytes) -> None:
    """Look at the zip directory, then at the bytes of each part.

    Raises:
        Refused: If unpacked it is too large, has macros, or is no workbook.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        _look_through(archive.infolist())
        for part in archive.infolist():
            if part.filename.casefold().endswith((".xml", ".rels")):
                _look_into(archive.read(part))
    except Refused:
        raise
    except Exception:  # noqa: BLE001 - zipfile raises whatever the damage leads to
        raise Refused("broken") from None


def _look_through(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise Refused("packed")
    if any(part.file_size > _MOST_STYLES for part in parts if part.filename == "xl/styles.xml"):
        raise Refused("packed")
    names = [part.filename.casefold() for part in parts]
    if any("vbaproject" in name or "/macrosheets/" in name for name in names):
        raise Refused("macros")
    if "xl/workbook.xml" not in names:
        raise Refused("kind")


def _look_into(part: bytes) -> None:
    """Refuse XML that grows when it is parsed, and rows that go on for ever."""
    if any(sign in part for sign in _DECLARED):
        raise Refused("broken")
    ends = [found.start() for found in _ROW.finditer(part)]
    if ends and max(b - a for a, b in pairwise([*ends, len(part)])) > _LONGEST_ROW:
        raise Refused("packed")


def _rows(book: Workbook, is_heading: IsHeading) -> Rows:
    sheets = [sheet for sheet in book.worksheets[:_MOST_SHEETS] if hasattr(sheet, "iter_rows")]
    if not sheets:
        raise Refused("empty")
    chosen = next((s for s in sheets if any(map(is_heading, _read(s, _DEEP)))), sheets[0])
    rows = _read(chosen, MOST_ROWS + 1)
    if len(rows) > MOST_ROWS:
        raise Refused("rows", MOST_ROWS)
    if not any(map(any, rows)):
        raise Refused("empty")
    return rows


def _read(sheet: Any, most: int) -> Rows:
    """Read the first rows; a sheet may claim any size, so both ways are bounded."""
    sheet.reset_dimensions()
    found = sheet.iter_rows(max_row=most, max_col=MOST_COLUMNS, values_only=True)
    return [_trimmed([*map(_text, row)]) for row in islice(found, most)]


def _trimmed(row: list[str]) -> list[str]:
    """Take empty cells from the end of a row."""
    while row and not row[-1]:
        row.pop()
    return row


def _text(value: object) -> str:
    """Write a value as its cell shows it; a formula has the value that was saved with it."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
