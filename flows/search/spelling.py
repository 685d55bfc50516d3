"""Mending English titles that are misspelt: "recuiter", "costumer sucess manger"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[a-z]{4,}")
_LONG = 7  # letters; from here on two slips are forgiven
_SHORT = 4  # letters; here only a letter left out, or two in the wrong order, are


class Spelling:
    """The words of titles and of questions, and words that are right as they are."""

    __slots__ = ("_by_first", "_right")

    def __init__(self, words: Iterable[str], right: Iterable[str]) -> None:
        """Take the words to mend towards, and others that need no mending."""
        found = Counter(word for text in words for word in _WORD.findall(text))
        self._right = found.keys() | {word for text in right for word in _WORD.findall(text)}
        self._by_first: dict[str, list[str]] = {}
        for word in sorted(found, key=lambda word: (-found[word], -len(word), word)):
            self._by_first.setdefault(word[0], []).append(word)

    def mended(self, text: str) -> str:
        """Put the nearest known word in place of every unknown one that has one."""
        return _WORD.sub(lambda found: self._nearest(found.group()), text)

    def _nearest(self, word: str) -> str:
        if word in self._right:
            return word
        from rapidfuzz import process  # noqa: PLC0415 - only for words nobody knows
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        near = self._by_first.get(word[0], [])
        if len(word) <= _SHORT:
            near = [o for o in near if len(o) > len(word) or sorted(o) == sorted(word)]
        most = 2 if len(word) >= _LONG else 1
        found = process.extract(word, near, scorer=OSA.distance, score_cutoff=most, limit=None)
        ranked = ((slips, other[-1] != word[-1], place) for other, slips, place in found)
        best = min(ranked, default=None)
        return word if best is None else near[best[2]]
