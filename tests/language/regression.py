"""Logistic regression in plain Python: Newton's method, for a few numbers and many examples."""

from __future__ import annotations

from collections.abc import Sequence

from flows.search.sureness import logistic

_ROUNDS = 25
_NEAR = 1e-6  # a step so short is the last one
_RIDGE = 0.5  # keeps weights small


def weights_of(values: Sequence[Sequence[float]], truths: Sequence[bool]) -> list[float]:
    """Fit a base and one weight for each value."""
    rows = [(1.0, *row) for row in values]
    weights = [0.0] * len(rows[0])
    for _ in range(_ROUNDS):
        step = _step(rows, truths, weights)
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < _NEAR:
            break
    return weights


def _step(
    rows: Sequence[Sequence[float]], truths: Sequence[bool], weights: Sequence[float]
) -> list[float]:
    size = range(len(weights))
    slope = [-_RIDGE * weights[i] * (i > 0) for i in size]
    bend = [[_RIDGE * (i == j > 0) for j in size] for i in size]
    for row, truth in zip(rows, truths, strict=True):
        sure = logistic(sum(w * value for w, value in zip(weights, row, strict=True)))
        error, spread = truth - sure, sure * (1 - sure)
        for i in size:
            slope[i] += error * row[i]
            for j in size:
                bend[i][j] += spread * row[i] * row[j]
    return _solved(bend, slope)


def _solved(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """Solve linear equations (Gauss and Jordan, with the largest pivot)."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i in range(len(rows)):
        pivot = max(range(i, len(rows)), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(len(rows)):
            if k != i:
                share = rows[k][i] / rows[i][i]
                rows[k] = [a - share * b for a, b in zip(rows[k], rows[i], strict=True)]
    return [row[-1] / row[i] for i, row in enumerate(rows)]
