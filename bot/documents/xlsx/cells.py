"""What stands in a cell: text that stays text, numbers, formulas with their value, links."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from bot.documents.boxes import one_line

MOST_UNITS = 32_767  # of UTF-16, in one cell
_URL_LENGTH = 2000  # Excel takes 2079 characters
_WORD = re.compile(r"[\u0021-\u2fff]+ *|[^\u0021-\u2fff]")  # Chinese breaks between any characters
_FULL = {"W", "F"}  # characters twice as wide as a digit
_NARROW = 0.88  # digits; other characters, on average
# Signs that SUMIF reads as a comparison or a pattern, and texts longer than it compares.
_CRITERION = re.compile(r"^[=<>]|[*?~]|.{256}")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in English notation, with the value it gives."""

    text: str
    value: str | int | float


@dataclass(frozen=True, slots=True)
class Link:
    """An address to click."""

    url: str

    @property
    def is_safe(self) -> bool:
        """Whether it leads to a page, not to a program or a file, and Excel takes it."""
        return self.url.startswith(("https://", "http://")) and len(self.url) <= _URL_LENGTH


Cell: TypeAlias = str | int | Formula | Link | None


def fitted(text: str) -> str:
    """Cut a text to what a cell holds."""
    if len(text) < MOST_UNITS // 2:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * MOST_UNITS:
        return text
    return units[: 2 * (MOST_UNITS - 1)].decode("utf-16-le", "ignore") + "…"


def listed(texts: Iterable[str]) -> str:
    """Put texts below each other."""
    lines = [one_line(text) for text in texts]
    return "\n".join(f"• {line}" for line in lines) if len(lines) > 1 else "".join(lines)


@lru_cache(maxsize=4096)
def width(text: str) -> float:
    """Measure the longest line of a text in digits."""
    return max(map(_length, text.split("\n")))


@lru_cache(maxsize=4096)
def lines(text: str, room: float) -> int:
    """Count the lines a text takes in some width [digits]; a word is broken if it must be."""
    return sum(_wrapped(line, room) for line in text.split("\n"))


def _wrapped(line: str, room: float) -> int:
    count, used = 1, 0.0
    for word in _WORD.findall(line):
        taken = _length(word)
        if used and used + _length(word.rstrip()) > room:
            count, used = count + 1, 0.0
        used += taken
        while used > room + 1:
            count, used = count + 1, used - room
    return count


def _length(text: str) -> float:
    full = sum(unicodedata.east_asian_width(character) in _FULL for character in text)
    return 2 * full + _NARROW * (len(text) - full)


def sheet_name(text: str) -> str:
    """Make a name that a sheet may have: at most 31 characters, no brackets or path signs."""
    return re.sub(r"[\[\]:*?/\\]", " ", one_line(text)).strip("' ")[:31] or "-"


def column(number: int) -> str:
    """Name a column, counted from 0: A, B, …, Z, AA."""
    rest, letter = divmod(number, 26)
    return (column(rest - 1) if rest else "") + chr(ord("A") + letter)


def place(row: int, col: int) -> str:
    """Name a cell, row and column counted from 0."""
    return f"{column(col)}{row + 1}"


def span(col: int, first: int, last: int) -> str:
    """Name the cells of a column from row to row, so that they stay when a formula is copied."""
    return f"${column(col)}${first + 1}:${column(col)}${last + 1}"


def sum_where(keys: str, key: str, name: str, numbers: str) -> str:
    """Write the sum of `numbers` where `keys` equal the cell `key`, which says `name`."""
    if _CRITERION.search(name):
        return f"=SUMPRODUCT(({keys}={key})*{numbers})"
    return f"=SUMIF({keys},{key},{numbers})"


def count_where(keys: str, key: str, name: str) -> str:
    """Write how many of `keys` equal the cell `key`, which says `name`."""
    if _CRITERION.search(name):
        return f"=SUMPRODUCT(--({keys}={key}))"
    return f"=COUNTIF({keys},{key})"
