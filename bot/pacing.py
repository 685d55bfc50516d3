"""Pacing: how often a list in a group may change, so that a busy group is not flooded.

Telegram lets a bot write about 20 messages a minute to a group. A few changes go at once, then one
every few seconds; what changes meanwhile waits, and only its latest state is shown.
"""

from __future__ import annotations

import time
from collections.abc import Callable

AT_ONCE = 3  # changes
EVERY = 3.5  # seconds


class Pace:
    """Paces each chat on its own."""

    def __init__(
        self,
        at_once: int = AT_ONCE,
        every: float = EVERY,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._slack, self._every, self._clock = (at_once - 1) * every, every, clock
        self._due: dict[str, float] = {}  # when all that was let through will be made up for

    def wait(self, chat: str) -> float:
        """Tell how long the next change of a chat has to wait [seconds]."""
        return max(0.0, self._due.get(chat, 0.0) - self._slack - self._clock())

    def take(self, chat: str) -> None:
        """Note that a chat was changed."""
        now = self._clock()
        self._due = {other: due for other, due in self._due.items() if due > now}
        self._due[chat] = max(now, self._due.get(chat, now)) + self._every
