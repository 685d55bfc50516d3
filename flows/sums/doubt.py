"""How likely a head-count was read wrong, and which others may be meant.

A logistic function of what makes head-counts hard to read; a doubtful one is asked for instead of
planned with. All words and numbers come from `hunches.toml`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from typing import TypeAlias

from flows.counts.mention import Mention
from flows.counts.people_range import MOST_PEOPLE, PeopleRange, sum_of
from flows.counts.people_words import FINAL, MORE, TARGET, PeopleWords
from flows.search.sureness import logistic
from flows.sums.ones import ones
from flows.sums.sizes import Sizes, people_in
from flows.text.table import Table

Likely: TypeAlias = Callable[[str, list[Mention]], Sequence[float]]
_MOST = 3  # totals or numbers that count
_FEW = 3  # people
_OFFERED = 3  # totals that are asked for


@dataclass(frozen=True, slots=True)
class Signs:
    """What makes a head-count doubtful; see `hunches.toml`."""

    totals: float
    is_sum: float
    is_all: float
    bare: float
    is_few: float
    has_no_now: float
    is_target: float
    is_final: float
    left_out: float
    unlikely: float


class Doubt:
    """Judges head-counts, by the table `[doubt]` of `hunches.toml`."""

    def __init__(self, table: Table, people: PeopleWords, likely: Likely) -> None:
        """Read the words and numbers.

        Args:
            table: The table of `hunches.toml`.
            people: The words for people.
            likely: How surely numbers of a text sound like people of the team.
        """
        self._people, self._likely = people, likely
        weights = table.table("weights")
        self._cut, self._base = table.number("cut"), weights.number("base")
        self._weights = [weights.number(field.name) for field in fields(Signs)]

    def readings(self, text: str, found: list[Mention], sizes: Sizes) -> tuple[PeopleRange, ...]:
        """List the sizes a folded text may mean, likeliest first; none where there is no doubt.

        Args:
            text: The folded text.
            found: Its numbers.
            sizes: The sizes that were read.
        """
        size = sizes.target or sizes.current
        if size is None:
            return ()
        signs = self.signs(text, found, sizes)
        odds = sum(w * value for w, value in zip(self._weights, astuple(signs), strict=True))
        others = self._others(text, sizes)[: _OFFERED - 1]
        is_doubtful = logistic(self._base + odds) >= self._cut
        is_open = signs.bare or (others and not signs.is_all)
        return (size, *others) if is_doubtful and is_open else ()

    def signs(self, text: str, found: list[Mention], sizes: Sizes) -> Signs:
        """Tell what makes the sizes of a folded text doubtful."""
        size = sizes.target or sizes.current
        said = [(m.number.low, m.number.high) for m in found]
        bare = [m for m in found if m.kind == "bare" and m.number.is_count and not m.is_people]
        left_out, unlikely = self._sounds(text, found)
        return Signs(
            totals=min(len(self._others(text, sizes)), _MOST),
            is_sum=size is None or (size.low, size.high) not in said,
            is_all=_counts_all(self._people, text, found, size),
            bare=min(len(bare), _MOST),
            is_few=size is not None and size.high <= _FEW,
            has_no_now=sizes.current is None,
            is_target=sizes.target is not None,
            is_final=any(m.relation == FINAL for m in found if _counts_people(m)),
            left_out=left_out,
            unlikely=unlikely,
        )

    def _sounds(self, text: str, found: list[Mention]) -> tuple[float, float]:
        """Tell how likely people were left out, and how unlikely those are who were counted."""
        people = people_in(self._people, text)
        sounds = list(zip(found, self._likely(text, found), strict=True))
        left_out = max((share for m, share in sounds if m not in people), default=0.0)
        in_it = min((share for m, share in sounds if m in people and share), default=1.0)
        return left_out, 1 - in_it

    def _others(self, text: str, sizes: Sizes) -> list[PeopleRange]:
        """List what else the numbers of people add up to, likeliest first."""
        people = [m for m in people_in(self._people, text) if m.number.high <= MOST_PEOPLE]
        known = (None, sizes.current, sizes.target)
        totals = dict.fromkeys(sum_of(one) for one in _ways(people))
        return [] if _is_proven(people, sizes) else [t for t in totals if t not in known]


def _is_proven(people: list[Mention], sizes: Sizes) -> bool:
    """Tell whether the parts that are told add up to the whole that is told."""
    size = sizes.current
    whole = [m for m in people if size and (m.number.low, m.number.high) == (size.low, size.high)]
    return bool(whole) and sum_of(m for m in people if m is not whole[0]) == size


def _counts_all(
    people: PeopleWords, text: str, found: list[Mention], size: PeopleRange | None
) -> bool:
    """Tell whether a size is made of all numbers: their sum, with who is named, or product."""
    told = sum_of(found)
    if told is None or size is None:
        return False
    product = math.prod(m.number.high for m in found)
    if size in (told, PeopleRange(product, product)):
        return True
    more = len(ones(people, text, found))
    return size == PeopleRange(told.low + more, told.high + more)


def _counts_people(mention: Mention) -> bool:
    return mention.kind in ("general", "job") or mention.is_people


def _ways(people: list[Mention]) -> Iterator[list[Mention]]:
    """Give ways to count: everybody, the parts, the whole, one number."""
    certain = [m for m in people if m.number.is_count]
    whole = [m for m in certain if m.kind == "general"]
    there = [m for m in certain if m.relation not in (TARGET, MORE)]
    yield there
    yield [m for m in there if m.kind == "job" or m.is_part]
    yield [m for m in there if m.kind == "general" and not m.is_part]
    for numbers in (whole, certain):
        yield sorted(numbers, key=lambda m: m.number.high)[-1:]
        yield numbers[-1:]
        yield numbers[:1]
