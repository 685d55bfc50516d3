"""Figures of growth: what is usual where nobody tells how people are hired, learn and leave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from knowledge.growth.months import Pace, Schedule, hires_needed_in, schedule
from knowledge.model import Text

FigureName: TypeAlias = Literal["months", "hires_per_month", "ramp_months", "turnover"]
Told: TypeAlias = tuple[tuple[FigureName, float], ...]  # figures that somebody told
FIGURES: tuple[FigureName, ...] = ("months", "hires_per_month", "ramp_months", "turnover")
_PACES: tuple[FigureName, ...] = ("months", "hires_per_month")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure for some channels; turnover is a share, the others are whole numbers.

    `low..high` is what is usual, `least..most` what is accepted. Hires a month have no default:
    they follow from the months.
    """

    id: FigureName
    channels: tuple[str, ...]
    name: Text
    default: float | None
    low: float
    high: float
    least: float
    most: float
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Used:
    """A figure with the value that is reckoned with, told or assumed."""

    figure: Figure
    value: float
    is_told: bool


def figure_of(figures: Iterable[Figure], name: str, channel: str) -> Figure:
    """Find the figure that counts for a channel.

    Raises:
        LookupError: If there is none; `checks` proves that this cannot happen on sound data.
    """
    for figure in figures:
        if figure.id == name and channel in figure.channels:
            return figure
    msg = f"there is no figure {name} for {channel}"
    raise LookupError(msg)


def with_told(known: Told, new: Told) -> Told:
    """Add figures that were told to those told before; a pace is hires a month or months."""
    found = dict(known)
    for name, value in new:
        if name in _PACES:
            for other in _PACES:
                found.pop(other, None)
        found[name] = value
    return tuple((name, found[name]) for name in FIGURES if name in found)


def timetable(
    figures: Iterable[Figure],
    channel: str,
    sizes: tuple[int, int],
    told: Mapping[FigureName, float],
) -> tuple[Schedule, tuple[Used, ...]]:
    """Go from a size to another [people] at the pace somebody told, or at the usual one.

    Without hires a month they follow from the months until the team is complete.

    Raises:
        ValueError: If both sizes are equal, or a figure is not one that is accepted.
    """
    start, target = sizes
    known = {name: figure_of(figures, name, channel) for name in FIGURES}
    pace_name: FigureName = "hires_per_month" if "hires_per_month" in told else "months"
    names: tuple[FigureName, ...] = (pace_name, "ramp_months", "turnover")
    if target < start:
        names = ("turnover",)
    value = {name: told.get(name, known[name].default or 0.0) for name in known}
    hires = int(value["hires_per_month"])
    pace = Pace(hires, int(value["ramp_months"]), value["turnover"])
    if pace_name == "months":
        hires = hires_needed_in(start, target, int(value["months"]), pace)
        pace = Pace(hires, pace.ramp_months, pace.turnover)
    used = tuple(Used(known[name], value[name], name in told) for name in names)
    return schedule(start, target, pace), used
