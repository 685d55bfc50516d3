"""The words of `sizing.toml`: workloads with their figures, and questions for people.

Texts are folded and marked: each number stands between two signs, so that the patterns need not
know how numbers are written, and are compiled in no time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from flows.text.cues import Cues, EndCues, broken
from flows.text.numerals import TO, Numerals
from flows.text.table import Table
from flows.text.written import either, ends_of, filled, named

_OPEN, _CLOSE, _OF_HUNDRED = "\ue000", "\ue001", "\ue002"  # around a number; 百分之 before it
_ONE = f"{_OPEN}[^{_CLOSE}]*{_CLOSE}"
_NUMBER = f"{_ONE}(?:{TO}{_ONE})?"
_HALF = re.compile(r"半(?=个?(?:小时|钟头|分钟))")
_LITERALS = re.compile(r"一|半|(?<![a-z])one(?![a-z])")  # words of patterns that are numbers too
_LISTS = ("asks", "judges", "each", "outbound", "peak", "quiet", "breaks", "filler")
SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600}  # of each unit of time


class Figure(NamedTuple):
    """A figure of a text, `low` to `high` if rough, at `start`; `unit` is empty without one.

    A share (`unit` "%") is 0 to 100, a time in its `unit`.
    """

    low: float
    high: float
    unit: str
    start: int
    end: int

    def seconds(self) -> tuple[float, float]:
        """Give both ends of a time [seconds]."""
        factor = SECONDS.get(self.unit, 1)
        return self.low * factor, self.high * factor


class SizingWords:
    """The patterns of the file, with numbers and units filled in; texts are those of `marked`."""

    def __init__(self, table: Table, numerals: Numerals) -> None:
        self._table, self._numerals = table, numerals

    def check(self) -> None:
        """Try every pattern.

        Raises:
            LexiconError: If one is broken.
        """
        keys = ("amount", "before", "figure", "pair")
        tables = [row for key in keys for row in self._table.tables(key)]
        lists = [table.words("patterns") for table in tables]
        lists += [self._table.words(key) for key in _LISTS]
        for key in ("every", "work"):
            lists += [self._table.table(key).words(name) for name in self._table.table(key).names]
        for patterns in lists:
            if fault := broken(map(self._filled, patterns)):
                self._table.fail("patterns", fault)
        _ = self.amounts, self.first, self.figures, self.pairs, self.every, self.works

    def marked(self, folded: str) -> str:
        """Mark the numbers of a folded text."""
        text = _HALF.sub(f"{_OPEN}半{_CLOSE}", folded.replace("百分之", _OF_HUNDRED))
        return self._numerals.token.sub(_mark, text)

    def clauses(self, marked: str) -> list[int]:
        """Give where the clauses of a marked text begin; a number is never divided."""
        ends = {found.end() for found in self.breaks.finditer(marked)}
        inside, starts = 0, [0]
        for place, sign in enumerate(marked):
            if place in ends and not inside:
                starts.append(place)
            inside += (sign == _OPEN) - (sign == _CLOSE)
        return starts

    @cached_property
    def asks(self) -> Cues:
        """What asks for people."""
        return self._cues(self._table, "asks")

    @cached_property
    def judges(self) -> Cues:
        """What asks whether a figure is good."""
        return self._cues(self._table, "judges")

    @cached_property
    def each(self) -> EndCues:
        """What says that an amount is what one person does."""
        return EndCues(map(self._filled, self._table.words("each")))

    @cached_property
    def outbound(self) -> Cues:
        """What says that calls are made."""
        return self._cues(self._table, "outbound")

    @cached_property
    def peak(self) -> Cues:
        """What says how much comes at the busiest time."""
        return self._cues(self._table, "peak")

    @cached_property
    def quiet(self) -> Cues:
        """What says how much comes at all other times."""
        return self._cues(self._table, "quiet")

    @cached_property
    def breaks(self) -> Cues:
        """What stands between two kinds of work."""
        return self._cues(self._table, "breaks")

    @cached_property
    def filler(self) -> Cues:
        """What may stand around figures without saying anything more."""
        return self._cues(self._table, "filler")

    @cached_property
    def works(self) -> Mapping[str, Cues]:
        """What names a kind of work."""
        table = self._table.table("work")
        return {name: self._cues(table, name) for name in table.names}

    @cached_property
    def amounts(self) -> tuple[tuple[str, str, Cues], ...]:
        """Work, quantity and patterns of every amount."""
        found = self._table.tables("amount")
        return tuple(
            (t.string("work"), t.string("quantity"), self._cues(t, "patterns")) for t in found
        )

    @cached_property
    def figures(self) -> tuple[tuple[Mapping[str, str], Cues], ...]:
        """Quantities by work, and patterns, of every further figure."""
        return tuple(self._figures("figure"))

    @cached_property
    def first(self) -> tuple[tuple[Mapping[str, str], Cues], ...]:
        """The same of figures that hold an amount of their own, which is read before the others."""
        return tuple(self._figures("before"))

    def _figures(self, key: str) -> Iterator[tuple[Mapping[str, str], Cues]]:
        for table in self._table.tables(key):
            yield table.table("quantities").texts(), self._cues(table, "patterns")

    @cached_property
    def pairs(self) -> tuple[tuple[Mapping[str, str], Mapping[str, str], Cues], ...]:
        """Quantities by work of two figures that are told together, and their patterns."""
        found = self._table.tables("pair")
        return tuple(
            (t.table("first").texts(), t.table("second").texts(), self._cues(t, "patterns"))
            for t in found
        )

    @cached_property
    def every(self) -> Mapping[str, Cues]:
        """In what time an amount comes, the more special first."""
        table = self._table.table("every")
        return {name: self._cues(table, name) for name in table.names}

    def find(self, cues: Cues, text: str) -> Iterator[Figure]:
        """Give the figures of all places where a pattern fits."""
        for found in cues.finditer(text):
            numbers = [*self._number.finditer(found.group())]
            with_unit = [number for number in numbers if self._unit(number)]
            more = [number for number in numbers if not _LITERALS.fullmatch(number["n"])]
            for number in (with_unit or more or numbers)[:1]:
                if figure := self._figure(number, found):
                    yield figure

    def find_pairs(self, cues: Cues, text: str) -> Iterator[tuple[Figure, Figure]]:
        """Give the two figures of all places where a pattern fits."""
        for found in cues.finditer(text):
            numbers = self._number.finditer(found.group())
            figures = [self._figure(number, found) for number in numbers]
            if len(figures) == 2 and figures[0] and figures[1]:  # noqa: PLR2004 - a pair
                yield figures[0], figures[1]

    def _figure(self, number: re.Match[str], found: re.Match[str]) -> Figure | None:
        ends = [ends_of(self._numerals, part) for part in (number["n"], number["m"]) if part]
        known = [end for end in ends if end is not None]
        if not known:
            return None
        low, high = min(low for low, _ in known), max(high for _, high in known)
        half, factor = 0.5 if number["half"] else 0.0, 10 if number["tenths"] else 1
        ends_at = found.end() - len(found.group().lstrip()), found.end()
        return Figure((low + half) * factor, (high + half) * factor, self._unit(number), *ends_at)

    def _unit(self, number: re.Match[str]) -> str:
        if number["hundredths"] or number["share"] or number["tenths"]:
            return "%"
        return next((unit for unit in SECONDS if number[unit]), "")

    @cached_property
    def _number(self) -> re.Pattern[str]:
        """A number with its range and unit, in named groups."""
        one = f"{_OPEN}(?P<n>[^{_CLOSE}]*){_CLOSE}(?:{TO}{_OPEN}(?P<m>[^{_CLOSE}]*){_CLOSE})?"
        units = named(self._units, SECONDS)
        shares = (
            f"(?P<share>{either(self._units, 'share')})|(?P<tenths>{either(self._units, 'tenths')})"
        )
        end = rf" ?(?:{shares}|个?(?:{units})(?P<half>半)?)?"
        return re.compile(f"(?P<hundredths>{_OF_HUNDRED} ?)?{one}{end}")

    @cached_property
    def _units(self) -> Table:
        return self._table.table("units")

    def _cues(self, table: Table, key: str) -> Cues:
        return Cues(map(self._filled, table.words(key)))

    def _filled(self, pattern: str) -> str:
        literal = _LITERALS.sub(lambda found: f"(?:{_OPEN}?{found.group()}{_CLOSE}?)", pattern)
        return filled(literal, self._parts)

    @cached_property
    def _parts(self) -> Mapping[str, str]:
        units = {name: f"个?(?:{either(self._units, name)})(?![a-z])半?" for name in SECONDS}
        shares = f"(?:{either(self._units, 'share')}|{either(self._units, 'tenths')})"
        return {
            "n": f" ?{_NUMBER} ?",
            "t": f" ?{_NUMBER} ?(?:{'|'.join(units.values())}) ?",
            "h": f" ?{_NUMBER} ?(?:{units['hours']}) ?",
            "p": f" ?(?:{_OF_HUNDRED} ?{_NUMBER}|{_NUMBER} ?{shares}) ?",
            "people": f"(?:{'|'.join(self._table.words('people'))})",
            "is": f"(?:{'|'.join(self._table.words('is'))})*",
        }


def _mark(found: re.Match[str]) -> str:
    """Put signs around a number; 5m is five minutes here, hardly five millions."""
    if found["factor"] == "m":
        return f"{_OPEN}{found['arabic']}{_CLOSE}m"
    return f"{_OPEN}{found.group()}{_CLOSE}"


def unmarked(text: str) -> str:
    """Take the signs away."""
    return text.replace(_OPEN, "").replace(_CLOSE, "").replace(_OF_HUNDRED, "百分之")
