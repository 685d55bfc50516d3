"""Which of many words may be in a text, told by the first characters of each. Knows no language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from operator import add

Needed = tuple[tuple[str, ...], ...]  # kinds of texts; of each, one must be there
_LONGEST = 3  # characters of a gram


@lru_cache(maxsize=256)  # many lists are looked for in the same text
def grams(text: str) -> frozenset[str]:
    """List every run of one to three characters of a text."""
    pairs = list(map(add, text, text[1:]))
    return frozenset((*text, *pairs, *map(add, pairs, text[2:])))


class Needs:
    """What a text must hold for each of a list: of some kinds of texts, one of each kind."""

    __slots__ = ("_also", "_always", "_begins", "_first")

    def __init__(self, needs: Iterable[Needed]) -> None:
        """Take the kinds of each place of the list, the rarest first."""
        each: dict[str, list[int]] = {}
        self._also: list[Needed] = []
        for place, kinds in enumerate(needs):
            self._also.append(kinds[1:])
            for text in kinds[0] if kinds else ("",):
                each.setdefault(text, []).append(place)
        self._always = each.pop("", [])
        self._first: dict[str, list[tuple[str, list[int]]]] = {}
        for text, places in each.items():
            begin = text.lstrip(" ")[:_LONGEST] or text[:_LONGEST]
            self._first.setdefault(begin, []).append((text, places))
        self._begins = frozenset(self._first)

    def places_in(self, text: str) -> list[int]:
        """List in order the places for which a text holds what is needed."""
        held = grams(text)
        if self._begins.isdisjoint(held):
            return self._always
        found = {*self._always}
        for begin in self._begins & held:
            for need, places in self._first[begin]:
                if need in text:
                    found.update(places)
        return sorted(place for place in found if _holds(text, self._also[place])) if found else []


def _holds(text: str, kinds: Needed) -> bool:
    return all(any(one in text for one in kind) for kind in kinds)
