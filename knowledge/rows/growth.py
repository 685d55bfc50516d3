"""Figures of growth, and hiring kits."""

from __future__ import annotations

from knowledge.entry import Entry
from knowledge.growth.figures import FIGURES, Figure
from knowledge.kits import Kit
from knowledge.model import CHANNELS, COMPANY
from knowledge.rows.workload import number, numbers


def figures(file: Entry) -> list[Figure]:
    """Read the figures of growth."""
    return file.every("figure", _figure)


def _figure(entry: Entry) -> Figure:
    low, high = numbers(entry, "range")
    least, most = numbers(entry, "allowed")
    default = number(entry, "default") if entry.has("default") else None
    if not least <= low <= (low if default is None else default) <= high <= most:
        entry.fail("`default` must lie within `range`, and `range` within `allowed`")
    return Figure(
        id=entry.one_of("id", FIGURES),
        channels=entry.some_of("channels", (*CHANNELS, COMPANY)),
        name=entry.text("name"),
        default=default,
        low=low,
        high=high,
        least=least,
        most=most,
        sources=entry.strings("sources"),
    )


def kits(file: Entry) -> list[Kit]:
    """Read the hiring kits of a file."""
    return file.every("kit", _kit)


def _kit(entry: Entry) -> Kit:
    entry.name = entry.string("role")
    return Kit(
        role=entry.name,
        questions=entry.texts("questions"),
        first=entry.texts("day_30"),
        second=entry.texts("day_60"),
        third=entry.texts("day_90"),
        sources=entry.strings("sources"),
    )
