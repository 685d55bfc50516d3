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
_TEN, _NUMBERS = 10, ("{n}", "{nth}")
_KEYS = ("read", "more", "who")
_ALWAYS = ("lead", "leads", "boss", "units")  # marks for words that no match can be without


@dataclass(frozen=True)
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
    marks: tuple[Cues, ...] = ()

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
        is_held = not self.needs or any(need in text for need in self.needs)
        return is_held and all(mark.search(text) for mark in self.marks)


@dataclass(frozen=True, slots=True, eq=False)
class WordingWords:
    """The table [wordings] of `sizes.toml`."""

    without_me: Cues
    units: Cues
    does: Cues
    doing: re.Pattern[str]
    number: re.Pattern[str]
    counts: re.Pattern[str]
    rows: tuple[Wording, ...]
    bare: tuple[Wording, ...]

    def rows_for(self, text: str) -> tuple[Wording, ...]:
        """List the ways of saying that may be in a text: all, or those without a number."""
        return self.rows if self.counts.search(text) else self.bare

    @classmethod
    def of(cls, table: Table, numerals: Numerals, ordinals: Iterable[str]) -> WordingWords:
        """Read the table; {n} is a number, {nth} an ordinal, other marks are told in it."""
        nth = rf"(?:{'|'.join(ordinals)}|\d{{1,3}}(?:st|nd|rd|th))"
        marks = {"n": _number(numerals), "nth": nth} | table.table("marks").texts()
        always = {key: Cues([marks[key]]) for key in _ALWAYS}
        rows = [
            _wording(row, said, marks, always)
            for row in table.tables("rows")
            for said in row.words("said")
        ]
        return cls(
            without_me=table.cues("without_me"),
            units=always["units"],
            does=Cues([marks["does"]]),
            doing=re.compile(_filled(table.string("doing"), marks)),
            number=re.compile(marks["n"]),
            counts=re.compile(rf"{marks['n']}|{nth}"),
            rows=tuple(rows),
            bare=tuple(row for row in rows if not row.has_number),
        )


def _wording(row: Table, said: str, marks: dict[str, str], always: dict[str, Cues]) -> Wording:
    held = tuple(cues for mark, cues in always.items() if f"{{{mark}}}" in said)
    has_number = any(mark in said for mark in _NUMBERS)
    return Wording(_filled(said, marks), *_texts(row), has_number, held)


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
