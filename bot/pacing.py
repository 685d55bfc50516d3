"""Pacing: how often a list in a group may change, and how often a chat gets a file.

Telegram lets a bot write about 20 messages a minute to a group. A few changes go at once, then one
every few seconds; what changes meanwhile waits, and only its latest state is shown. Files wait
because making one takes both processors, which others need too.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from bot.allowance import Allowance, Rate

AT_ONCE = 3  # changes
EVERY = 3.5  # seconds
FILES_AT_ONCE, FILES_EVERY = 4, 3.0  # files, seconds


class Pace:
    """Paces each chat on its own."""

    def __init__(
        self,
        at_once: int = AT_ONCE,
        every: float = EVERY,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._changes, self._clock = Allowance(Rate(at_once, every)), clock

    def wait(self, chat: str) -> float:
        """Tell how long the next change of a chat has to wait [seconds]."""
        return self._changes.wait(chat, self._clock())

    def take(self, chat: str) -> None:
        """Note that a chat was changed."""
        self._changes.take(chat, self._clock())
