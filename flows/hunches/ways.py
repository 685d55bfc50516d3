"""Ways to count the people of a text: which of its numbers they are made of, and who is named.

A way is not right or wrong by itself; see `marks` and `choice`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

from flows.counts.mention import Mention
from flows.counts.people_range import PeopleRange, range_of

Places: TypeAlias = tuple[int, ...]
_MOST = 12  # numbers that are looked at
_LONGEST = 8  # numbers in a row that are added up
LIKELY = 0.5  # from here on a number counts people


@dataclass(frozen=True, slots=True)
class Seen:
    """A number of a text: what it counts, and how surely it counts people who are there, 0 to 1."""

    low: int
    high: int
    start: int
    end: int
    kind: str
    relation: str
    is_people: bool
    is_part: bool
    share: float

    @classmethod
    def of(cls, mention: Mention, share: float) -> Seen:
        """Take what is known of a number of a text."""
        number = mention.number
        return cls(
            number.low,
            number.high,
            number.start,
            number.end,
            mention.kind,
            mention.relation,
            mention.is_people,
            mention.is_part,
            share,
        )

    @property
    def counts_people(self) -> bool:
        """Whether words say that it counts people."""
        return self.kind in ("general", "job") or self.is_people


@dataclass(frozen=True)
class Look:
    """What a text shows of its people: numbers, who is named without one, and what was read.

    `length` is in characters of Chinese, two letters being one; `has_target` tells whether there
    is a number of people who shall be there.
    """

    numbers: tuple[Seen, ...]
    named: int
    length: int
    read: PeopleRange | None
    has_target: bool

    @cached_property
    def seen(self) -> tuple[Seen, ...]:
        """The numbers that are looked at."""
        return self.numbers[:_MOST]


class Way(NamedTuple):
    """A way to count: the places of the numbers in it, and those named without a number."""

    places: Places
    named: int


def ways_of(look: Look) -> dict[PeopleRange | None, list[Way]]:
    """List the sizes that a text may tell, each with the ways to it; None is no size."""
    found: dict[PeopleRange | None, list[Way]] = defaultdict(list)
    for places in dict.fromkeys(_places(look)):
        for named in {0, look.named}:
            if places or named:
                low = sum(look.seen[place].low for place in places) + named
                high = sum(look.seen[place].high for place in places) + named
                if size := range_of(low, high):
                    found[size].append(Way(places, named))
    found[None].append(Way((), 0))
    found.setdefault(look.read, [])
    return found


def _places(look: Look) -> Iterator[Places]:
    """Give each number, numbers in a row, the likely ones, and these but for one."""
    every = range(len(look.seen))
    yield ()
    yield from ((place,) for place in every)
    for start in every:
        for end in range(start + 2, min(len(every), start + _LONGEST) + 1):
            yield tuple(every[start:end])
    likely = tuple(place for place in every if look.seen[place].share > LIKELY)
    if len(likely) > 1:
        yield likely
        yield from (tuple(p for p in likely if p != left) for left in likely)
