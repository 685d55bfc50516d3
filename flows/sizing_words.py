"""The words of `sizing.toml`: workloads with their figures, and questions for people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from flows.cues import Cues, EndCues, Table, broken
from flows.numerals import Numerals, value_of

_TO = r" ?(?:-|~|–|到|至|to) ?"
_SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600}
Every: TypeAlias = Literal["minutes", "day", "week", "month"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a text, `low` to `high` if rough, at `start`; `unit` is empty without one.

    A share (`unit` "%") is 0 to 100 as written, a time in its `unit`.
    """

    low: float
    high: float
    unit: str
    start: int
    end: int

    def seconds(self) -> tuple[float, float]:
        """Give both ends of a time [seconds]."""
        factor = _SECONDS.get(self.unit, 1)
        return self.low * factor, self.high * factor


class SizingWords:
    """The patterns of the file, with numbers and units filled in; texts are folded."""

    def __init__(self, table: Table, numerals: Numerals) -> None:
        self._table, self._numerals = table, numerals

    def check(self) -> None:
        """Try every pattern.

        Raises:
            LexiconError: If one is broken.
        """
        tables = (*self._table.tables("amount"), *self._table.tables("figure"))
        lists = [table.words("patterns") for table in tables]
        lists += [self._table.words(key) for key in ("asks", "judges", "each", "outbound")]
        lists += [self._table.table("every").words(key) for key in self._table.table("every").names]
        for patterns in lists:
            if fault := broken(map(self._filled, patterns)):
                self._table.fail("patterns", fault)
        _ = self.asks, self.judges, self.each, self.outbound, self.amounts, self.figures, self.every

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
    def amounts(self) -> tuple[tuple[str, str, Cues], ...]:
        """Work, quantity and patterns of every amount."""
        found = self._table.tables("amount")
        return tuple(
            (t.string("work"), t.string("quantity"), self._cues(t, "patterns")) for t in found
        )

    @cached_property
    def figures(self) -> tuple[tuple[Mapping[str, str], Cues], ...]:
        """Quantities by work, and patterns, of every further figure."""
        found = self._table.tables("figure")
        return tuple((t.table("quantities").texts(), self._cues(t, "patterns")) for t in found)

    @cached_property
    def every(self) -> Mapping[str, Cues]:
        """In what time an amount comes, the more special first."""
        table = self._table.table("every")
        return {name: self._cues(table, name) for name in table.names}

    def find(self, cues: Cues, text: str) -> Iterator[Figure]:
        """Give the figures of all places where a pattern fits."""
        for found in cues.finditer(text):
            numbers = [*self._number.finditer(found.group())]
            with_unit = [number for number in numbers if number["share"] or self._unit(number)]
            for number in (with_unit or numbers)[:1]:
                if figure := self._figure(number, found):
                    yield figure

    def _figure(self, number: re.Match[str], found: re.Match[str]) -> Figure | None:
        ends = [self._value(part) for part in (number["n"], number["m"]) if part]
        known = [end for end in ends if end is not None]
        if not known:
            return None
        low, high = min(low for low, _ in known), max(high for _, high in known)
        half = 0.5 if number["half"] else 0.0
        place = found.start()
        return Figure(low + half, high + half, self._unit(number), place, found.end())

    def _value(self, written: str) -> tuple[float, float] | None:
        if written == "半":
            return 0.5, 0.5
        plain = written.replace(",", "")
        if re.fullmatch(r"\d{1,9}(?:\.\d{1,4})?", plain):
            return float(plain), float(plain)
        found = self._numerals.token.fullmatch(written)
        value = value_of(self._numerals, found) if found else None
        return None if value is None else (float(value[0]), float(value[1]))

    def _unit(self, number: re.Match[str]) -> str:
        return "%" if number["share"] else next((u for u in _SECONDS if number[u]), "")

    @cached_property
    def _number(self) -> re.Pattern[str]:
        """A number with its range and unit, in named groups."""
        one = f"(?:{self._numerals.token_source}|半)"
        units = "|".join(f"(?P<{name}>{self._either(name)})(?![a-z])" for name in _SECONDS)
        end = rf" ?(?:(?P<share>%)|个?(?:{units})(?P<half>半)?)?"
        return re.compile(f"(?P<n>{one})(?:{_TO}(?P<m>{one}))?{end}")

    def _either(self, unit: str) -> str:
        return "|".join(self._table.table("units").words(unit))

    def _cues(self, table: Table, key: str) -> Cues:
        return Cues(map(self._filled, table.words(key)))

    def _filled(self, pattern: str) -> str:
        return re.sub(r"\{(n|t|h|p|people)\}", lambda found: self._parts[found[1]], pattern)

    @cached_property
    def _parts(self) -> Mapping[str, str]:
        one = f"(?:{self._numerals.token_source}|半)"
        number = f"{one}(?:{_TO}{one})?"
        units = {name: f"个?(?:{self._either(name)})(?![a-z])半?" for name in _SECONDS}
        return {
            "n": f" ?(?:{number}) ?",
            "t": f" ?(?:{number}) ?(?:{'|'.join(units.values())}) ?",
            "h": f" ?(?:{number}) ?(?:{units['hours']}) ?",
            "p": f" ?(?:{number}) ?% ?",
            "people": f"(?:{'|'.join(self._table.words('people'))})",
        }
