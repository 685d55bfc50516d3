"""A multinomial logistic model over words: which of a few classes a text is in, and how surely.

A word counts by how few descriptions say it (inverse document frequency), a text by what it says,
not by how much (all lengths are one). Learnt by `python -m tests.language.fit_hunches`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_SHOWN = 3  # words that told a class
_WHOLE = 100  # weights are whole hundredths, which are read fast


@dataclass(frozen=True, slots=True)
class Hunch:
    """The likeliest class, how likely it is, 0 to 1, and the words that speak most for it."""

    name: str
    sure: float
    words: tuple[str, ...]


class Model:
    """Weights of classes in hundredths; `grams` maps words to how rare they are and the classes."""

    __slots__ = ("_base", "_classes", "_grams")

    def __init__(
        self, classes: Sequence[str], base: Sequence[int], grams: Mapping[str, Sequence[int]]
    ) -> None:
        """Take what was learnt."""
        self._classes, self._base, self._grams = classes, base, grams

    @classmethod
    def read(cls, content: Mapping[str, Any]) -> Model:
        """Read what `dump` wrote."""
        return cls(content["classes"], content["base"], content["grams"])

    def dump(self) -> dict[str, Any]:
        """Write it as JSON values."""
        return {
            "classes": list(self._classes),
            "base": list(self._base),
            "grams": {gram: list(weights) for gram, weights in sorted(self._grams.items())},
        }

    def best(self, grams: Iterable[str]) -> Hunch:
        """Tell the likeliest class of a text by its words."""
        shares = self.shares(grams := set(grams))
        best = max(range(len(shares)), key=shares.__getitem__)
        known = [gram for gram in grams if gram in self._grams]
        known.sort(key=lambda gram: (-self._grams[gram][0] * self._grams[gram][best + 1], gram))
        return Hunch(self._classes[best], shares[best], tuple(known[:_SHOWN]))

    def by_class(self, grams: Iterable[str]) -> dict[str, float]:
        """Tell how likely each class is, by its name."""
        return dict(zip(self._classes, self.shares(grams), strict=True))

    def shares(self, grams: Iterable[str]) -> list[float]:
        """Tell how likely each class is; all of them add up to 1."""
        known = [self._grams[gram] for gram in grams if gram in self._grams]
        length = math.sqrt(sum(weights[0] ** 2 for weights in known)) or 1.0
        sums = [
            base + sum(weights[0] * weights[place] for weights in known) / length
            for place, base in enumerate(self._base, 1)
        ]
        most = max(sums)
        odds = [math.exp((value - most) / _WHOLE) for value in sums]
        return [value / sum(odds) for value in odds]
