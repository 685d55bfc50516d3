"""Fills columns with heights in order."""

from __future__ import annotations

from collections.abc import Sequence

_HALVINGS = 6
_ROUNDING = 1e-6


def packed(heights: Sequence[float], gaps: Sequence[float], limit: float) -> tuple[int, ...]:
    """Say which item each column begins with when none is higher than a limit.

    Args:
        heights: Of the items, in order [px].
        gaps: Before each item where it does not begin a column [px].
        limit: Of a column's height [px]; an item higher than that stands alone.
    """
    starts = [0]
    height, most = heights[0], limit + _ROUNDING
    for i in range(1, len(heights)):
        height += gaps[i] + heights[i]
        if height > most:
            starts.append(i)
            height = heights[i]
    return tuple(starts)


def evened(
    heights: Sequence[float], gaps: Sequence[float], starts: tuple[int, ...], limit: float
) -> tuple[int, ...]:
    """Make columns as even as their number allows, from how they were packed up to a limit."""
    low, high = max(heights), limit
    for _ in range(_HALVINGS if low < high else 0):
        middle = (low + high) / 2
        tried = packed(heights, gaps, middle)
        if len(tried) <= len(starts):
            starts, high = tried, middle
        else:
            low = middle
    return starts
