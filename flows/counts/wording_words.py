"""Other ways of saying what is understood in plain words (`sizes.toml`, [[wordings.rows]])."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from flows.text.cues import Cues
from flows.text.fold import has_chinese
from flows.text.needs import Needs
from flows.text.numerals import Numerals
from flows.text.table import Table

_MARK = re.compile(r"\{([a-z]+)\}")
_TEN, _NUMBERS = 10, ("{n}", "{nth}")
_KEYS = ("read", "more", "who")


@dataclass(eq=False, repr=False)
class Wording:
    """One way of saying something: what is read in its place, and how many people it adds.

    `more` is a number, a group of the pattern that holds one (`k`), one for each of the units
    (`units`; `each`, or else one), one for every so many (`share`), or all once more (`again`).
    Of the same `who` only the first is read.
    """

    said: str
    read: str
    more: str
    who: str
    has_number: bool

    @cached_property
    def is_chinese(self) -> bool:
        """Tell a way of Chinese, which no English text is searched for, and the other way round."""
        return has_chinese(self.said)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Give the compiled pattern."""
        return re.compile(self.said)


@dataclass(eq=False, repr=False)
class WordingWords:
    """The table [wordings] of `sizes.toml`."""

    without_me: Cues
    units: Cues
    does: Cues
    doing: re.Pattern[str]
    number: re.Pattern[str]
    counts: re.Pattern[str]
    rows: tuple[Wording, ...]
    fits: Needs

    def places_in(self, text: str, after: int = -1) -> list[int]:
        """List the places, behind one, of the rows that may be in a text."""
        has_number = self.counts.search(text) is not None
        places = [p for p in self.fits.places_in(text) if p > after]
        places = [p for p in places if self.rows[p].is_chinese == has_chinese(text)]
        return [p for p in places if has_number or not self.rows[p].has_number]

    @classmethod
    def of(cls, table: Table, numerals: Numerals, ordinals: Iterable[str]) -> WordingWords:
        """Read the table; {n} is an English number, {nth} an ordinal, it tells other marks."""
        nth = rf"(?:{'|'.join(ordinals)}|\d{{1,3}}(?:st|nd|rd|th))"
        marks = {"n": _number(numerals), "nth": nth} | table.table("marks").texts()
        rows = [
            _wording(row, said, marks) for row in table.tables("rows") for said in row.words("said")
        ]
        return cls(
            without_me=table.cues("without_me"),
            units=Cues([marks["units"]]),
            does=Cues([marks["does"]]),
            doing=re.compile(_filled(table.string("doing"), marks)),
            number=re.compile(marks["n"]),
            counts=re.compile(rf"{marks['n']}|{nth}"),
            rows=tuple(rows),
            fits=Needs((row.said,) for row in rows),
        )


def _wording(row: Table, said: str, marks: dict[str, str]) -> Wording:
    has_number = any(mark in said for mark in _NUMBERS)
    return Wording(_filled(said, marks), *_texts(row), has_number)


def _texts(row: Table) -> tuple[str, str, str]:
    read, more, who = (row.string(key) if key in row.names else "" for key in _KEYS)
    return read, more, who


def _filled(said: str, marks: dict[str, str]) -> str:
    return _MARK.sub(lambda mark: marks.get(mark[1], mark[0]), said)


def _number(numerals: Numerals) -> str:
    small = "|".join(sorted(numerals.small, key=len, reverse=True))
    units = "|".join(word for word, value in numerals.small.items() if 0 < value < _TEN)
    one = rf"(?:\d{{1,4}}|(?:{small})(?:[- ](?:{units}))?|(?:half )?(?:a )?dozen)"
    return rf"(?<![\d.:a-z/£$€-]){one}(?![\d%a-z:/']|,\d|-[a-z\d])"
