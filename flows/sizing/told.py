"""What was read of a workload, brought to the units of its quantities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flows.sizing.words import SECONDS, Figure
from flows.sizing.workloads import Part, part
from knowledge.workload.quantity import Quantity, Told

QUEUES = ("calls", "chats")


@dataclass(slots=True)
class ReadWork:
    """One kind of work as it was read, with its figures by quantity.

    `every` is in what time the amount comes, a word of `[every]` or nothing; `minutes` how long
    that is if it is less than a day, else 0. `start` is where the amount stands.
    """

    work: str
    told: dict[str, Told]
    start: int
    every: str = ""
    minutes: float = 0.0


def divide(work: str, told: dict[str, Told], peak: Figure | None, quiet: Figure | None) -> None:
    """Put the amounts of a queue at its peak and at all other times into what was told."""
    amount = told.get(work)
    if peak:
        told[work] = told_as_is(peak)
        if amount and not quiet and amount.high < peak.low:
            told[f"off_peak_{work}"] = amount
    if quiet:
        told[f"off_peak_{work}"] = told_as_is(quiet)


def spread(known: Mapping[str, Quantity], one: ReadWork) -> Part:
    """Make a part of what was read; what comes to a queue in a day is spread over its hours."""
    told, minutes = dict(one.told), one.minutes
    is_even = one.every == "day" and one.work in QUEUES
    if is_even:
        hours = hours_of(known, told)
        told[one.work], minutes = _times(told[one.work], 1 / hours), 60.0
    if minutes and one.work in QUEUES:
        told["interval_minutes"] = Told(minutes, minutes)
    return part(one.work, told, is_even=is_even)


def spread_again(known: Mapping[str, Quantity], one: Part, before: Part) -> Part:
    """Spread what came for a day over other hours than before."""
    told, old, new = one.figures, *(hours_of(known, p.figures) for p in (before, one))
    told[one.work] = _times(told[one.work], old / new)
    return part(one.work, told, is_even=True)


def hours_of(known: Mapping[str, Quantity], told: Mapping[str, Told]) -> float:
    """Give the opening hours a day, as told or as usual; a day has one at least."""
    usual = known["open_hours"].default or 0.0
    return max(1.0, told["open_hours"].value if "open_hours" in told else usual)


def _times(told: Told, factor: float) -> Told:
    return Told(round(told.low * factor, 4), round(told.high * factor, 4))


def told_of(quantity: Quantity, figure: Figure) -> Told:
    """Bring a figure to the unit of its quantity; a share may be said without its sign."""
    if quantity.unit == "share":
        is_percent = figure.unit == "%" or figure.high > 1
        return Told(figure.low / 100, figure.high / 100) if is_percent else told_as_is(figure)
    if quantity.unit in SECONDS and figure.unit in SECONDS:
        factor = SECONDS[quantity.unit]
        low, high = figure.seconds()
        return Told(low / factor, high / factor)
    return told_as_is(figure)


def told_as_is(figure: Figure) -> Told:
    """Take a figure in the unit it was told in."""
    return Told(figure.low, figure.high)
