"""Figures as people write them: what the patterns of workloads and of months have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from flows.text.numerals import Numerals, value_of
from flows.text.table import Table

_HALF = "半"
_DIGITS = re.compile(r"\d{1,9}(?:\.\d{1,4})?")
_PART = re.compile(r"\{([a-z]+)\}")


def ends_of(numerals: Numerals, written: str) -> tuple[float, float] | None:
    """Read a number alone, also a half or one with decimals: its low and high end, often equal."""
    if written == _HALF:
        return 0.5, 0.5
    plain = written.replace(",", "")
    if _DIGITS.fullmatch(plain):
        return float(plain), float(plain)
    found = numerals.token.fullmatch(written)
    value = value_of(numerals, found) if found else None
    return None if value is None else (float(value[0]), float(value[1]))


def filled(pattern: str, parts: Mapping[str, str]) -> str:
    """Put parts in the place of their names in braces; other braces are repetitions."""
    return _PART.sub(lambda found: parts.get(found[1], found[0]), pattern)


def either(units: Table, name: str) -> str:
    """Give a pattern of the words of a unit."""
    return "|".join(units.words(name))


def named(units: Table, names: Iterable[str]) -> str:
    """Give a pattern of several units, each in a group of its name."""
    return "|".join(f"(?P<{name}>{either(units, name)})(?![a-z])" for name in names)
