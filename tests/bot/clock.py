"""A clock that a test sets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Clock:
    """Tells the time that a test has set [seconds]."""

    now: float = 0.0

    def __call__(self) -> float:
        """Tell the time."""
        return self.now
