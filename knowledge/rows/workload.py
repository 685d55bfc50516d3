"""Quantities of a workload and the formulas that reckon with them."""

from __future__ import annotations

from math import inf

from knowledge.entry import Entry
from knowledge.workload.quantity import UNITS, Formula, Quantity

KINDS = ("amount", "estimate", "goal")


def workload(file: Entry) -> tuple[list[Quantity], list[Formula]]:
    """Read the quantities and the formulas."""
    return file.every("quantity", _quantity), file.every("formula", _formula)


def _quantity(entry: Entry) -> Quantity:
    kind = entry.one_of("kind", KINDS)
    least, most = numbers(entry, "allowed")
    is_amount = kind == "amount"
    low, high = (least, most) if is_amount else numbers(entry, "range")
    default = None if is_amount else number(entry, "default")
    if default is not None and not least <= low <= default <= high <= most:
        entry.fail("`default` must lie within `range`, and `range` within `allowed`")
    return Quantity(
        id=entry.string("id"),
        kind=kind,
        unit=entry.one_of("unit", UNITS),
        name=entry.text("name"),
        least=least,
        most=most,
        default=default,
        low=low,
        high=high,
        sources=() if is_amount else entry.strings("sources"),
    )


def _formula(entry: Entry) -> Formula:
    return Formula(entry.string("id"), entry.text("text"), entry.strings("sources"))


def numbers(entry: Entry, key: str) -> tuple[float, float]:
    """Read a range [low, high] of numbers."""
    value = entry.table.get(key) if entry.has(key) else None
    is_pair = isinstance(value, list) and len(value) == 2 and all(map(_is_number, value))  # noqa: PLR2004 - low and high
    if not isinstance(value, list) or not is_pair or value[0] > value[1]:
        entry.fail(f"`{key}` must be a range such as [0.2, 0.4], not {value!r}")
    return float(value[0]), float(value[1])


def number(entry: Entry, key: str) -> float:
    """Read a number of at least 0."""
    value = entry.table.get(key) if entry.has(key) else None
    if not _is_number(value):
        entry.fail(f"`{key}` must be a number such as 0.3, not {value!r}")
    return float(str(value))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < inf
