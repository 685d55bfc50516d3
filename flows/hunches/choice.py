"""How likely each size is that a text may tell: a conditional logit over the ways to count.

McFadden, "Conditional logit analysis of qualitative choice behavior" (1974). The weights are learnt
by `python -m tests.language.fit_hunches` from how texts were read when they were first seen.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TypeAlias

from flows.counts.people_range import PeopleRange
from flows.hunches.marks import marks_of
from flows.hunches.ways import Look, ways_of

Shares: TypeAlias = dict[PeopleRange | None, float]


def choice(weights: Mapping[str, float], look: Look) -> Shares:
    """Tell how likely each size is, the likeliest first; all add up to 1, and None is no size.

    Args:
        weights: How much each mark says.
        look: What the text shows of its people.
    """
    sums = {size: _sum(weights, marks_of(look, size, ways)) for size, ways in ways_of(look).items()}
    most = max(sums.values())
    odds = {size: math.exp(value - most) for size, value in sums.items()}
    whole = sum(odds.values())
    return {size: odds[size] / whole for size in sorted(odds, key=odds.__getitem__, reverse=True)}


def _sum(weights: Mapping[str, float], marks: Mapping[str, float]) -> float:
    return sum(weights.get(mark, 0.0) * value for mark, value in marks.items())
