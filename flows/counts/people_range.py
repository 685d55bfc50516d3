"""A number of people, and head-counts made into one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flows.counts.mention import Mention

MOST_PEOPLE = 5000  # of a team that we plan for


@dataclass(frozen=True, slots=True)
class PeopleRange:
    """A number of people; `low` equals `high` where it is exact."""

    low: int
    high: int


def range_of(low: int, high: int) -> PeopleRange | None:
    """Make a size [people]; none where nobody or more than we plan for is meant."""
    return PeopleRange(max(1, low), high) if 0 < high <= MOST_PEOPLE else None


def sum_of(found: Iterable[Mention]) -> PeopleRange | None:
    """Add up head-counts; none if there are none."""
    found = list(found)
    return range_of(sum(m.number.low for m in found), sum(m.number.high for m in found))


def most_of(size: PeopleRange | None) -> PeopleRange | None:
    """Take a limit that is aimed at for the number itself (10 people max)."""
    is_limit = size is not None and size.low <= 1 < size.high
    return PeopleRange(size.high, size.high) if size and is_limit else size


def last_of(people: list[Mention], relation: str) -> PeopleRange | None:
    """Take the last head-count of a relation."""
    found = [m for m in people if m.relation == relation]
    return sum_of(found[-1:])
