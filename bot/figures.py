"""Figures of a running bot: what it has done since its start, and how fast.

Nothing here counts by itself: whoever handles, sends or polls says so. No text, name or id of
anybody is among the figures. One thread writes and reads them.
"""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

KEPT = 1000  # durations
FAULT_SECONDS = 10.0  # after which a fault that was not met again is over
_PARTS = {"p50": 0.50, "p95": 0.95, "max": 1.0}
COUNTERS = (
    *(
        "updates",
        "duplicates",
        "ignored",
        "refused",
        "replies_sent",
        "replies_failed",
        "retries",
        "errors",
    ),
    "poll_errors",
)


class Durations:
    """The latest durations [milliseconds]."""

    def __init__(self) -> None:
        self._latest: deque[float] = deque(maxlen=KEPT)

    def add(self, milliseconds: float) -> None:
        """Remember a duration, forgetting the oldest of too many."""
        self._latest.append(milliseconds)

    def summary(self) -> dict[str, float | None]:
        """Give median, 95th percentile (nearest rank) and maximum; None before the first."""
        found = sorted(self._latest)
        if not found:
            return {"p50": None, "p95": None, "max": None}
        rank = {name: math.ceil(len(found) * part) - 1 for name, part in _PARTS.items()}
        return {name: round(found[place], 3) for name, place in rank.items()}


@dataclass(slots=True)
class Figures:
    """What a bot has done since its start; times are Unix times [seconds] by `clock`.

    How long ago something was is told by `ticks`, which nobody can set [seconds].
    Raise a counter where the thing happens: `figures.retries += 1`.
    """

    clock: Callable[[], float] = time.time
    ticks: Callable[[], float] = time.monotonic
    is_polling: bool = False
    updates: int = 0
    duplicates: int = 0
    ignored: int = 0
    refused: int = 0
    replies_sent: int = 0
    replies_failed: int = 0
    retries: int = 0
    errors: int = 0
    poll_errors: int = 0
    handling: Durations = field(default_factory=Durations)
    delivery: Durations = field(default_factory=Durations)
    started_at: float = field(init=False)
    last_update_at: float | None = field(default=None, init=False)
    last_poll_at: float | None = field(default=None, init=False)
    _started: float = field(init=False)
    _polled: float = field(init=False)
    _store_fault: tuple[str, float] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.started_at = self.clock()
        self._started = self._polled = self.ticks()

    def received(self) -> None:
        """Count an update that arrived."""
        self.updates += 1
        self.last_update_at = self.clock()

    def polled(self) -> None:
        """Note a poll that Telegram answered, with news or without."""
        self.last_poll_at, self._polled = self.clock(), self.ticks()

    def store_failed(self, sentence: str) -> None:
        """Note that the store cannot be used, and why."""
        self._store_fault = sentence, self.ticks()

    def store_worked(self) -> None:
        """Note that the store can be used again."""
        self._store_fault = None

    @property
    def uptime(self) -> float:
        """Tell how long the bot has run [seconds]."""
        return self.ticks() - self._started

    @property
    def quiet(self) -> float:
        """Tell how long no poll was answered [seconds]."""
        return self.ticks() - self._polled

    @property
    def store_fault(self) -> str | None:
        """Say why the store cannot be used; what is wrong is tried, and noted, all the time."""
        if self._store_fault is None or self.ticks() - self._store_fault[1] > FAULT_SECONDS:
            return None
        return self._store_fault[0]
