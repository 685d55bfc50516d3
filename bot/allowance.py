"""Allowances: how much each of many may do at once and in the long run, as token buckets.

Pure: times are given in, by any clock that counts seconds. What is full again is forgotten, so
memory is taken only by those who did something lately.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

MOST_KEPT = 100_000  # buckets; beyond that the one used longest ago counts as full


@dataclass(frozen=True, slots=True)
class Rate:
    """What a bucket holds: so many pieces at once, then one more every so many seconds."""

    at_once: int
    every: float

    @property
    def window(self) -> float:
        """Tell how long an empty bucket takes to be full again [seconds]."""
        return self.at_once * self.every


class Allowance:
    """One bucket of the same rate for each key.

    A bucket is one number: when it will be full again (the "generic cell rate algorithm").
    """

    def __init__(self, rate: Rate, most_kept: int = MOST_KEPT) -> None:
        self._rate, self._most_kept = rate, most_kept
        self._full_at: OrderedDict[Hashable, float] = OrderedDict()

    def __len__(self) -> int:
        """Count the buckets that are remembered."""
        return len(self._full_at)

    def wait(self, key: Hashable, now: float, pieces: int = 1) -> float:
        """Tell how long to wait until so many pieces are there [seconds]; 0 if they are.

        More than a bucket holds is there when it is full.
        """
        missing = self._missing(key, now) + min(pieces, self._rate.at_once) * self._rate.every
        return max(0.0, missing - self._rate.window)

    def take(self, key: Hashable, now: float, pieces: int = 1) -> None:
        """Take pieces, whether they are there or not; a bucket never owes anything."""
        missing = self._missing(key, now) + pieces * self._rate.every
        self._full_at[key] = now + min(missing, self._rate.window)
        self._full_at.move_to_end(key)
        self._forget(now)

    def _missing(self, key: Hashable, now: float) -> float:
        """Tell how long a bucket takes to be full [seconds]; never long, even if a clock jumps."""
        return min(max(0.0, self._full_at.get(key, now) - now), self._rate.window)

    def _forget(self, now: float) -> None:
        while self._full_at:
            first = next(iter(self._full_at))
            if self._full_at[first] > now and len(self._full_at) <= self._most_kept:
                return
            del self._full_at[first]
