"""The store's own clock, which does not jump when the machine's does.

What is old is deleted for ever, so a clock that is wrong for some hours must not decide that. The
store's clock follows the machine's freely within a day; farther it goes only 24 times as fast as
time really passes, so a jump of a year does harm only after two weeks in which nobody set it right.
A bot that was off for a month has caught up after 30 hours.
"""

from __future__ import annotations

DAY = 24 * 60 * 60  # seconds
PACE = 24
CLOCK_NOTE = "clock"  # the note that keeps the store's time


def follow(known: int | None, now: int, ran_seconds: float) -> int:
    """Give the store's next time, as Unix time [seconds].

    Args:
        known: The store's time so far; None if it has none.
        now: What the machine's clock says.
        ran_seconds: How long the program has really run since the store's clock last moved.
    """
    if known is None or abs(now - known) <= DAY:
        return now
    step = min(abs(now - known), int(PACE * ran_seconds))
    return known + step if now > known else known - step
