"""Figures of months in words: hires a month, months to learn the job, how many leave.

The patterns stand in `growth.toml` under [pace]; texts are folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from math import ceil
from typing import Literal, NamedTuple, TypeAlias

from flows.text.cues import Cues, broken
from flows.text.numerals import TO, Numerals
from flows.text.table import Table
from flows.text.written import either, ends_of, filled, named
from knowledge.growth.figures import FigureName, Told

Period: TypeAlias = Literal["month", "year"]

_YEAR = 12  # months
_MONTHS = {"year": 12.0, "month": 1.0, "week": 7 / 30, "day": 1 / 30}
_KINDS: tuple[tuple[str, FigureName], ...] = (
    ("turnover", "turnover"),
    ("ramp", "ramp_months"),
    ("hires", "hires_per_month"),
    ("within", "months"),
)


class Paced(NamedTuple):
    """The figures of a text, and the text with spaces in their place.

    It `is_alone` where nothing else is said, nor asked. `guessed` is the period that was taken for
    a turnover where nobody said one.
    """

    figures: Told
    rest: str
    is_alone: bool
    guessed: Period | None


class _Share(NamedTuple):
    """Who leaves in a year, 0 to 1."""

    yearly: float
    guessed: Period | None


class PaceWords:
    """Reads figures of months."""

    def __init__(self, table: Table, numerals: Numerals) -> None:
        self._table, self._numerals = table, numerals

    def check(self) -> None:
        """Try every pattern.

        Raises:
            LexiconError: If one is broken.
        """
        for key, _ in _KINDS:
            if fault := broken(map(self._filled, self._table.words(key))):
                self._table.fail(key, fault)
        _ = (
            self._kinds,
            self._monthly,
            self._yearly,
            self._around,
            self._time,
            self._guess,
            self._supposed,
        )

    def read(self, text: str) -> Paced | None:
        """Read the figures of a folded text, of a range the upper end; None if there are none."""
        if not self._hint.search(text):
            return None
        figures: dict[FigureName, float] = {}
        rest, guessed = text, None
        for name, cues in self._kinds.items():
            for found in [*cues.finditer(rest)][:1]:
                value = self._value(name, found.group())
                if isinstance(value, _Share):
                    guessed, value = value.guessed, value.yearly
                if value is not None:
                    figures[name] = value
                    blank = " " * len(found.group())
                    rest = rest[: found.start()] + blank + rest[found.end() :]
        if not figures:
            return None
        left = self._around.blank(rest)
        asks = text.rstrip().endswith("?") and not self._supposed.search(text)
        is_alone = not asks and not any(map(str.isalnum, left))
        return Paced(tuple(figures.items()), rest, is_alone, guessed)

    def _value(self, name: FigureName, text: str) -> float | _Share | None:
        if name == "turnover":
            return self._share(text)
        if name == "hires_per_month":
            return max(self._counts(text), default=None)
        found = self._time.search(text)
        months = self._number(found["n"]) if found else None
        if found is None or months is None:
            return None
        unit = next(unit for unit in _MONTHS if found[unit])
        half = 0.5 if found["half"] or found["and_half"] else 0.0
        return float(ceil(round((months + half) * _MONTHS[unit], 6)))

    def _share(self, text: str) -> _Share | None:
        found = self._percent.search(text)
        percent = self._number(found["n"] or found["m"]) if found else None
        if percent is None or percent >= 100:  # noqa: PLR2004 - percent
            return None
        is_yearly = self._yearly.search(text) is not None
        is_told = is_yearly or self._monthly.search(text) is not None
        is_monthly = not is_yearly and (is_told or percent <= self._guess)
        share = percent / 100
        guessed: Period = "month" if is_monthly else "year"
        yearly = 1 - (1 - share) ** _YEAR if is_monthly else share
        return _Share(yearly, None if is_told else guessed)

    def _counts(self, text: str) -> Iterator[float]:
        """Give the numbers of a text that count people, not months."""
        for found in self._numerals.token.finditer(text):
            value = self._number(found.group())
            if value and not self._unit.match(text, found.end()):
                yield value

    def _number(self, written: str) -> float | None:
        ends = ends_of(self._numerals, written)
        return ends[1] if ends else None

    @cached_property
    def _kinds(self) -> dict[FigureName, Cues]:
        return {name: Cues(map(self._filled, self._table.words(key))) for key, name in _KINDS}

    @cached_property
    def _hint(self) -> Cues:
        return self._table.cues("hint")

    @cached_property
    def _around(self) -> Cues:
        return self._table.cues("around")

    @cached_property
    def _supposed(self) -> Cues:
        return self._table.cues("supposed")

    @cached_property
    def _monthly(self) -> Cues:
        return self._table.cues("monthly")

    @cached_property
    def _yearly(self) -> Cues:
        return self._table.cues("yearly")

    @cached_property
    def _guess(self) -> float:
        """Up to how many percent a turnover without a period is one of a month."""
        return self._table.number("monthly_up_to")

    def _filled(self, pattern: str) -> str:
        return filled(pattern, self._parts)

    @cached_property
    def _parts(self) -> dict[str, str]:
        one = f"(?:{self._numerals.token_source})"
        bare = re.sub(r"\?P<\w+>", "?:", self._time.pattern)
        percent = re.sub(r"\?P<\w+>", "?:", self._percent.pattern)
        range_ = f"(?:{one} ?(?:%|个)?{TO})?"
        return {
            "n": f" ?{range_}{one} ?",
            "t": f" ?{range_}(?:{bare}) ?",
            "p": f" ?{range_}(?:{percent}) ?",
        }

    @cached_property
    def _time(self) -> re.Pattern[str]:
        """A number with a unit of time, in named groups."""
        one = f"(?:{self._numerals.token_source}|半)"
        units = named(self._units, _MONTHS)
        return re.compile(f"(?P<n>{one}) ?个?(?P<half>半)? ?(?:{units})(?P<and_half>半)?")

    @cached_property
    def _percent(self) -> re.Pattern[str]:
        one = f"(?:{self._numerals.token_source})"
        return re.compile(f"百分之(?P<m>{one})|(?P<n>{one}) ?(?:{either(self._units, 'percent')})")

    @cached_property
    def _unit(self) -> re.Pattern[str]:
        units = "|".join(either(self._units, name) for name in (*_MONTHS, "percent"))
        return re.compile(f" ?个?半?(?:{units})")

    @cached_property
    def _units(self) -> Table:
        return self._table.table("units")
