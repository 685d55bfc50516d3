"""Reads workbooks back."""

from __future__ import annotations

import io
from collections.abc import Iterator

import openpyxl
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

PLAN, POSTS, ROLES, COVERAGE, HIRES, SOURCES = range(6)


def read(content: bytes, *, values: bool = True) -> Workbook:
    """Open a workbook: the values in its cells, or the formulas."""
    return openpyxl.load_workbook(io.BytesIO(content), data_only=values)


def table(sheet: Worksheet) -> list[dict[str, object]]:
    """Give the rows of a sheet by the headers of its columns."""
    header, *rows = sheet.iter_rows(values_only=True)
    return [{str(h): value for h, value in zip(header, row, strict=True)} for row in rows]


def cells(book: Workbook) -> Iterator[tuple[str, Cell]]:
    """Go through every cell that says something."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell, Cell) and cell.value is not None:
                    yield f"{sheet.title}!{cell.coordinate}", cell


def formulas(content: bytes) -> dict[str, str]:
    """Give the formulas by place."""
    book = read(content, values=False)
    return {place: str(cell.value) for place, cell in cells(book) if cell.data_type == "f"}
