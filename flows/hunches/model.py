"""A multinomial logistic model over words: which of a few classes a text is in, and how surely.

A word counts by how few descriptions say it (inverse document frequency), a text by what it says,
not by how much (all lengths are one). Learnt by `python -m tests.language.fit_hunches`.
"""

from __future__ import annotations

import base64
import math
import operator
import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

_SHOWN = 3  # words that told a class
_WHOLE = 100  # weights are whole hundredths, which are read fast


class Hunch(NamedTuple):
    """The likeliest class, how likely it is, 0 to 1, and the words that speak most for it."""

    name: str
    sure: float
    words: tuple[str, ...]


class Model:
    """Weights of classes in hundredths: a column each, and one of how rare each word is before."""

    __slots__ = ("_base", "_classes", "_columns", "_places")

    def __init__(
        self,
        classes: Sequence[str],
        base: Sequence[int],
        words: Sequence[str],
        columns: Sequence[Sequence[int]],
    ) -> None:
        """Take what was learnt of each word, in the order of the words."""
        self._classes, self._base = classes, base
        self._places = dict(zip(words, range(len(words)), strict=True))
        self._columns = columns

    @classmethod
    def read(cls, content: Mapping[str, Any]) -> Model:
        """Read what `dump` wrote."""
        columns = [_numbers(column) for column in content["columns"]]
        return cls(content["classes"], content["base"], content["words"].split("\t"), columns)

    def dump(self) -> dict[str, Any]:
        """Write it as JSON values that are read fast."""
        return {
            "classes": list(self._classes),
            "base": list(self._base),
            "words": "\t".join(self._places),
            "columns": [_written(column) for column in self._columns],
        }

    def best(self, grams: Iterable[str]) -> Hunch:
        """Tell the likeliest class of a text by its words."""
        shares = self.shares(grams := set(grams))
        best = max(range(len(shares)), key=shares.__getitem__)
        rare, column = self._columns[0], self._columns[best + 1]
        known = {gram: self._places[gram] for gram in grams if gram in self._places}
        telling = sorted(known, key=lambda gram: (-rare[known[gram]] * column[known[gram]], gram))
        return Hunch(self._classes[best], shares[best], tuple(telling[:_SHOWN]))

    def by_class(self, grams: Iterable[str]) -> dict[str, float]:
        """Tell how likely each class is, by its name."""
        return dict(zip(self._classes, self.shares(grams), strict=True))

    def shares(self, grams: Iterable[str]) -> list[float]:
        """Tell how likely each class is; all of them add up to 1."""
        known = [self._places[gram] for gram in grams if gram in self._places]
        rare, *columns = ([column[place] for place in known] for column in self._columns)
        length = math.sqrt(sum(value**2 for value in rare)) or 1.0
        sums = [
            base + sum(map(operator.mul, rare, column)) / length
            for base, column in zip(self._base, columns, strict=True)
        ]
        most = max(sums)
        odds = [math.exp((value - most) / _WHOLE) for value in sums]
        return [value / sum(odds) for value in odds]


def _numbers(written: str) -> array[int]:
    numbers = array("h", base64.b64decode(written))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _written(numbers: Sequence[int]) -> str:
    in_bytes = b"".join(number.to_bytes(2, "little", signed=True) for number in numbers)
    return base64.b64encode(in_bytes).decode()
