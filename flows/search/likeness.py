"""How much words sound like what people ask of us rather than of anybody else: naive Bayes.

Learnt from labelled questions, ours and others', by `python -m tests.language.fit`. It knows no
roles: "who", "what is he judged by" and "orders" speak for us, "how do I fix" and "recipe" do not.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise

_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+")
_LEAST = 2  # questions that must say a word before it counts
_UNSEEN = 0.5  # times a word is taken to be said that no question says
_FEW = 4  # words; fewer say little, however clearly
_DIGITS = 2  # behind the point


def said(text: str) -> set[str]:
    """List the Chinese characters and pairs, English words and pairs of words of a folded text."""
    found: set[str] = set()
    words: list[str] = []
    for run in _RUN.findall(text):
        if run[0] >= "\u3400":
            found.update(run, map("".join, pairwise(run)))
        else:
            words.append(run)
    return found.union(words, map(" ".join, pairwise(words)))


def learnt(ours: Collection[str], others: Collection[str]) -> dict[str, float]:
    """Weigh words by how much more often our questions say them than others do."""
    here, there = _counted(ours), _counted(others)
    return {
        word: round(
            math.log(_share(here[word], len(ours)) / _share(there[word], len(others))), _DIGITS
        )
        for word in sorted(here | there)
        if here[word] + there[word] >= _LEAST
    }


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in said(text))


def _share(times: int, texts: int) -> float:
    return (times + _UNSEEN) / (texts + 2 * _UNSEEN)


class Likeness:
    """What `learnt` gave for one language; without anything nothing is like or unlike."""

    __slots__ = ("_weights",)

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights

    def of(self, text: str) -> float:
        """Weigh a folded text: 0 is undecided, above it sounds like ours, at most about 10."""
        known = [self._weights[word] for word in said(text) if word in self._weights]
        return sum(known) / math.sqrt(len(known) + _FEW)
