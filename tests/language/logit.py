"""Learning the weights of a `choice` from examples: gradient descent with AdaGrad's steps."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeAlias

# What can be chosen, by its marks, and whether it is right.
Example: TypeAlias = Sequence[tuple[Mapping[str, float], bool]]
_ROUNDS = 60
_STEP = 0.3
_RIDGE = 3.0  # keeps weights small; shared by the examples with a mark
_TINY = 1e-8
_DIGITS = 2  # behind the point


def learnt_choice(examples: Sequence[Example]) -> dict[str, float]:
    """Learn what marks say; examples of which nothing is right teach nothing."""
    telling = [example for example in examples if any(is_right for _, is_right in example)]
    said = ({mark for found, _ in example for mark in found} for example in telling)
    counts = Counter(mark for marks in said for mark in sorted(marks))
    weights, squares = dict.fromkeys(counts, 0.0), dict.fromkeys(counts, _TINY)
    chance = random.Random(1)  # noqa: S311 - an order, no secrets
    for _ in range(_ROUNDS):
        chance.shuffle(telling)
        for example in telling:
            for mark, slope in _slopes(example, weights).items():
                whole = slope - _RIDGE * weights[mark] / counts[mark]
                squares[mark] += whole * whole
                weights[mark] += _STEP * whole / math.sqrt(squares[mark])
    return {mark: round(weights[mark], _DIGITS) for mark in sorted(weights)}


def _slopes(example: Example, weights: Mapping[str, float]) -> dict[str, float]:
    """Tell how much likelier what is right becomes with more of each mark."""
    sums = [sum(weights[mark] * v for mark, v in found.items()) for found, _ in example]
    most = max(sums)
    odds = [math.exp(value - most) for value in sums]
    whole = sum(odds)
    right = sum(o for o, (_, is_right) in zip(odds, example, strict=True) if is_right)
    slopes: dict[str, float] = {}
    for share, (found, is_right) in zip(odds, example, strict=True):
        pull = (share / right if is_right else 0.0) - share / whole
        for mark, value in found.items():
            slopes[mark] = slopes.get(mark, 0.0) + pull * value
    return slopes
