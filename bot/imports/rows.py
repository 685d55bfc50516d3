"""Rows of text from a file: their limits, and the refusal of a file that is not read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias

MOST_BYTES = 2 * 1024 * 1024  # of a file
MOST_ROWS = 6000  # more than a plan has people, with room for headings and empty rows
MOST_COLUMNS = 60
Rows: TypeAlias = list[list[str]]
IsHeading: TypeAlias = Callable[[Sequence[str]], bool]
Code: TypeAlias = Literal[
    "large",
    "rows",
    "columns",
    "macros",
    "old_excel",
    "kind",
    "broken",
    "encoding",
    "packed",
    "empty",
]


class Refused(Exception):  # noqa: N818 - a refusal, not a mistake of the program
    """A file that is not read; `code` says why, `limit` is the figure it goes beyond, or 0."""

    def __init__(self, code: Code, limit: int = 0) -> None:
        super().__init__(code)
        self.code: Code = code
        self.limit = limit
