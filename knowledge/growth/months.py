"""Months: how long a way takes when people are hired at a pace, learn the job and leave.

Every month some people leave, then new ones join. Leavers are reckoned exactly and counted whole:
a part of a person is carried into the next month. Nothing here knows roles.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

MOST_MONTHS = 120
_STANDSTILL_MONTHS = 12  # shown of a way that never arrives
_YEAR = 12  # months


@dataclass(frozen=True, slots=True)
class Pace:
    """How a team is hired and kept.

    `hires` are the most that can join in a month [people], `ramp_months` the months until somebody
    works at full speed, `turnover` the share of the team that leaves in a year, 0 to below 1.
    """

    hires: int
    ramp_months: int
    turnover: float

    @property
    def leaving(self) -> float:
        """The share of the team that leaves in a month, so that a year of it gives `turnover`."""
        return float(1 - (1 - self.turnover) ** (1 / _YEAR))


@dataclass(frozen=True, slots=True)
class Month:
    """One month: who left and joined [people], and the team at its end.

    `learning` are the people of the team who joined within the ramp, those who left again not
    counted; a part of a person is rounded.
    """

    number: int
    left: int
    joined: int
    people: int
    learning: int


@dataclass(frozen=True, slots=True)
class Schedule:
    """A way month by month at a pace.

    `limit` is where the team stops growing [people] because as many leave as can join, None where
    the target is reached.
    """

    start: int
    target: int
    pace: Pace
    months: tuple[Month, ...]
    limit: int | None

    @property
    def is_reached(self) -> bool:
        """Whether the team has its target at the end of the last month."""
        return self.months[-1].people == self.target

    @property
    def hires(self) -> int:
        """All people who have to be hired: growth and replacement [people]."""
        return sum(month.joined for month in self.months)

    @property
    def left(self) -> int:
        """All people who leave on the way [people]."""
        return sum(month.left for month in self.months)

    def month_of(self, size: int) -> int | None:
        """Give the first month at whose end the team has come as far as a size [people]."""
        is_growing = self.target > self.start
        found = (
            m.number for m in self.months if (m.people >= size if is_growing else m.people < size)
        )
        return next(found, None)


def schedule(start: int, target: int, pace: Pace) -> Schedule:
    """Go from a size to another [people], month by month; a shrinking team hires nobody.

    Raises:
        ValueError: If both sizes are equal, or the pace has no sense.
    """
    if start == target or pace.hires < 0 or pace.ramp_months < 0 or not 0 <= pace.turnover < 1:
        msg = f"no way from {start} to {target} people with {pace}"
        raise ValueError(msg)
    limit = _limit(target, pace) if target > start else None
    most = (
        _STANDSTILL_MONTHS
        if limit is not None or _never_shrinks(start, target, pace)
        else MOST_MONTHS
    )
    return Schedule(start, target, pace, tuple(_months(start, target, pace, most)), limit)


def _months(start: int, target: int, pace: Pace, most: int) -> list[Month]:
    found: list[Month] = []
    people, part = start, 0.0
    newcomers: list[float] = []
    while people != target and len(found) < most:
        part += people * pace.leaving
        left = floor(round(part, 9))
        if target < start:
            left = min(left, people - target)
        part -= left
        joined = max(0, min(pace.hires, target - people + left)) if target > start else 0
        kept = 1 - left / people
        people += joined - left
        newcomers = [float(joined), *(n * kept for n in newcomers)][: pace.ramp_months]
        found.append(Month(len(found) + 1, left, joined, people, round(sum(newcomers))))
    return found


def _limit(target: int, pace: Pace) -> int | None:
    """Say where a team stops growing [people]; None if it gets to the target."""
    if pace.hires > (target - 1) * pace.leaving:
        return None
    return floor(pace.hires / pace.leaving) if pace.leaving else 0


def _never_shrinks(start: int, target: int, pace: Pace) -> bool:
    return target < start and not pace.leaving


def hires_needed_in(start: int, target: int, months: int, pace: Pace) -> int:
    """Find the fewest hires a month that bring a team to its target within some months.

    `pace.hires` does not count. Shrinking needs none.

    Raises:
        ValueError: If both sizes are equal, or months are below 1.
    """
    if months < 1:
        msg = f"{months} months are no time"
        raise ValueError(msg)
    if target < start:
        return 0
    low, high = 1, 2 * target
    while low < high:
        middle = (low + high) // 2
        tried = schedule(start, target, Pace(middle, pace.ramp_months, pace.turnover))
        if tried.limit is None and tried.is_reached and len(tried.months) <= months:
            high = middle
        else:
            low = middle + 1
    return low
