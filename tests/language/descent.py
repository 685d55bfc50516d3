"""Learning a `Model` from labelled texts: stochastic gradient descent with AdaGrad's steps.

Duchi, Hazan and Singer, "Adaptive Subgradient Methods" (2011). In plain Python: some thousand
texts take a quarter of a minute.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from flows.hunches.model import Model

_ROUNDS = 40
_STEP = 1.0
_RIDGE = 0.02  # keeps weights small; shared by the texts that say a word
_TINY = 1e-8
_TELLING = 0.6  # a word with smaller weights says next to nothing
_WHOLE = 100  # as `Model` takes weights


def learnt(texts: Sequence[tuple[AbstractSet[str], str]], least: int = 2) -> Model:
    """Learn to tell classes apart.

    Args:
        texts: The words of each text, and its class.
        least: How many texts must say a word before it counts.
    """
    classes = sorted({name for _, name in texts})
    counts = Counter(gram for grams, _ in texts for gram in grams)
    rare = {g: 1 + math.log((1 + len(texts)) / (1 + n)) for g, n in counts.items() if n >= least}
    rows = [(_scaled(grams, rare), classes.index(name)) for grams, name in texts]
    weights = {gram: [0.0] * len(classes) for gram in rare} | {"": [0.0] * len(classes)}
    squares = {gram: [_TINY] * len(classes) for gram in weights}
    chance = random.Random(1)  # noqa: S311 - an order, no secrets
    for _ in range(_ROUNDS):
        chance.shuffle(rows)
        for row, truth in rows:
            _learn(row, truth, weights, squares, counts)
    base = weights.pop("")
    telling = sorted(gram for gram, w in weights.items() if max(map(abs, w)) >= _TELLING)
    rows_told = (_rounded([rare[gram], *weights[gram]]) for gram in telling)
    return Model(classes, _rounded(base), telling, list(zip(*rows_told, strict=True)))


def _scaled(grams: AbstractSet[str], rare: dict[str, float]) -> list[tuple[str, float]]:
    known = sorted(gram for gram in grams if gram in rare)
    length = math.sqrt(sum(rare[gram] ** 2 for gram in known)) or 1.0
    return [("", 1.0), *((gram, rare[gram] / length) for gram in known)]


def _learn(
    row: list[tuple[str, float]],
    truth: int,
    weights: dict[str, list[float]],
    squares: dict[str, list[float]],
    counts: Counter[str],
) -> None:
    places = range(len(weights[""]))
    sums = [sum(weights[gram][k] * value for gram, value in row) for k in places]
    most = max(sums)
    odds = [math.exp(value - most) for value in sums]
    errors = [odds[k] / sum(odds) - (k == truth) for k in places]
    for gram, value in row:
        ours, seen = weights[gram], squares[gram]
        ridge = _RIDGE / counts[gram] if gram else 0.0
        for k in places:
            slope = errors[k] * value + ridge * ours[k]
            seen[k] += slope * slope
            ours[k] -= _STEP * slope / math.sqrt(seen[k])


def _rounded(values: Sequence[float]) -> list[int]:
    return [round(value * _WHOLE) for value in values]
