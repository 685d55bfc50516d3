"""The table: what was measured, and how it compares with a yardstick measured in the same run."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import NamedTuple


class Row(NamedTuple):
    """A measurement; None where there is nothing to compare with, or no spread of several runs."""

    name: str
    value: float
    unit: str = "ms"
    ratio: float | None = None
    yardstick: str | None = None
    spread: tuple[float, float] | None = None

    def __str__(self) -> str:
        compared = "" if self.ratio is None else f"{self.ratio:8.2f} × {self.yardstick}"
        spread = "" if self.spread is None else "  [{:.1f} to {:.1f}]".format(*self.spread)
        return f"{self.name:36}{self.value:9.1f} {self.unit:7}{compared}{spread}".rstrip()


def timed(work: Callable[[], object], times: int) -> float:
    """Give the median duration of some work [ms]."""
    found = []
    for _ in range(times):
        start = perf_counter()
        work()
        found.append((perf_counter() - start) * 1000)
    return median(found)
