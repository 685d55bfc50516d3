"""What a draft waits for, by how its `pending` begins, and the words that end the waiting.

Whoever waits for something reads it in a module of their own; here is only who waits.
"""

from __future__ import annotations

SIZE, CHECK, PARTS = "size:", "check:", "parts:"  # a workload, a team, the people of each channel
GROW, PACE, KIT = "grow:", "pace:", "kit:"  # a size, hires a month, a role
WAY = "way:"  # waits for nothing; says that the way is what was shown last
GROWTH = (GROW, PACE, KIT, WAY)
GOAL = "goal:"  # of a task force
DROPPED = ("no", "cancel", "back")  # commands


def other_than(pending: str | None, *kinds: str) -> str | None:
    """Leave out what is waited for if it is of these kinds: any other message drops it."""
    return None if pending and pending.startswith(kinds) else pending
