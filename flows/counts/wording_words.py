"""Other ways of saying what is understood in plain words (`sizes.toml`, [[wordings.rows]])."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from flows.text.cues import Cues
from flows.text.needed import needed
from flows.text.numerals import Numerals
from flows.text.table import Table

_MARK = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True)
class Wording:
    """One way of saying something: what is read in its place, and how many people it adds.

    `more` is a number, a group of the pattern that holds one (`k`), one for each of the units
    (`units`), or one for every so many (`share`). Of the same `who` only the first is read.
    """

    said: str
    read: str
    more: str
    who: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Give the compiled pattern."""
        return re.compile(self.said)

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """List texts of which every match holds one."""
        return needed(self.said)

    def may_be_in(self, text: str) -> bool:
        """Tell whether a text may say so, without compiling anything."""
        return not self.needs or any(need in text for need in self.needs)


@dataclass(frozen=True, slots=True, eq=False)
class WordingWords:
    """The table [wordings] of `sizes.toml`."""

    without_me: Cues
    units: Cues
    rows: tuple[Wording, ...]

    @classmethod
    def of(cls, table: Table, numerals: Numerals, ordinals: Iterable[str]) -> WordingWords:
        """Read the table; {n} is a number, {nth} one of the ordinals; other marks are lists of [wordings.marks]."""
        nth = rf"(?:{'|'.join(ordinals)}|\d{{1,3}}(?:st|nd|rd|th))"
        marks = {"n": _number(numerals), "nth": nth} | table.table("marks").texts()
        rows = tuple(
            Wording(_filled(said, marks), *(_text(row, key) for key in ("read", "more", "who")))
            for row in table.tables("rows")
            for said in row.words("said")
        )
        return cls(table.cues("without_me"), Cues([marks["units"]]), rows)


def _text(row: Table, key: str) -> str:
    return row.string(key) if key in row.names else ""


def _filled(said: str, marks: dict[str, str]) -> str:
    return _MARK.sub(lambda mark: marks.get(mark[1], mark[0]), said)


def _number(numerals: Numerals) -> str:
    small = "|".join(sorted(numerals.small, key=len, reverse=True))
    one = rf"(?:\d{{1,4}}|(?:{small})(?:[- ](?:{small}))?|(?:half )?(?:a )?dozen)"
    return rf"(?<![\d.:a-z/£$€-]){one}(?![\d%a-z:/']|,\d|-[a-z\d])"
