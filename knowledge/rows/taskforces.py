"""Task forces: goals with their seats, and the limits of what units and people can give."""

from __future__ import annotations

from knowledge.entry import Entry
from knowledge.taskforces import Goal, Limits, Seat

_ALL = 100  # percent


def taskforces(file: Entry) -> tuple[Limits, list[Goal]]:
    """Read the limits and the goals."""
    table = file.table.get("limits") if file.has("limits") else None
    if not isinstance(table, dict):
        file.fail("`limits` is missing; give a table [limits]")
    limits = Entry(file.file, table, "limits")
    found = Limits(_percent(limits, "unit"), _percent(limits, "person"), limits.strings("sources"))
    limits.finish()
    return found, file.every("goal", _goal)


def _percent(entry: Entry, key: str) -> int:
    value = entry.integer(key)
    if not 0 < value <= _ALL:
        entry.fail(f"`{key}` must be a percentage from 1 to 100, not {value}")
    return value


def _pair(entry: Entry, key: str, example: str) -> tuple[int, int]:
    return entry.pair(key) or entry.fail(f"`{key}` is missing; give a range such as {example}")


def _goal(entry: Entry) -> Goal:
    low, high = _pair(entry, "weeks", "[4, 8]")
    return Goal(
        id=entry.string("id"),
        name=entry.text("name"),
        aim=entry.text("aim"),
        inside=entry.text("inside"),
        outside=entry.text("outside"),
        decides=entry.texts("decides"),
        asks=entry.texts("asks"),
        cadence=entry.texts("cadence"),
        exits=entry.texts("exits"),
        low_weeks=low,
        high_weeks=high,
        seats=tuple(entry.every("seat", _seat)),
        sources=entry.strings("sources"),
    )


def _seat(entry: Entry) -> Seat:
    low, high = _pair(entry, "share", "[10, 20]")
    if not 0 < low <= high <= _ALL:
        entry.fail(f"`share` must be percentages from 1 to 100, not {[low, high]}")
    per, most = entry.integer("per", 0), entry.integer("most", 1)
    if most < 1 or (per > 0) != (most > 1):
        entry.fail("give `per` and a `most` above 1 together, or neither")
    return Seat(
        task=entry.text("task"),
        roles=entry.strings("roles"),
        low=low,
        high=high,
        per=per,
        most=most,
        leads=entry.flag("leads"),
    )
