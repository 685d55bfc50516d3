"""Which of many patterns may be in a text, told by what it must hold for each.

For the patterns of our files this is worked out beforehand; see `bot.words.index`.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence

from flows.text.grams import LONGEST, grams
from flows.text.needed import OR, Needed, needed

_AND, _ROW = "§", "¶"  # between kinds; between groups, or texts that begin alike

# groups that need nothing; groups with the kinds beside their first; how texts of the first kinds
# begin; for each beginning those texts and whose they are: all of it as text, which is read fast
Told = tuple[str, str, str, str]
_TOLD: dict[str, Told] = {}  # what was worked out beforehand


class Needs:
    """Groups of patterns, and what a text must hold to have one of a group in it."""

    __slots__ = ("_also", "_always", "_begins", "_first", "groups")

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        """Take the patterns of each group; what they need is looked up at the first text."""
        self.groups = tuple(groups)
        self._begins: frozenset[str] | None = None
        self._first: dict[str, str | list[tuple[str, tuple[int, ...]]]]

    def places_in(self, text: str) -> Sequence[int]:
        """List in order the groups for which a text holds what is needed."""
        if self._begins is None:
            self._begins = self._read()
        held = grams(text)
        if self._begins.isdisjoint(held):
            return self._always
        found = {*self._always}
        for begin in self._begins & held:
            for need, places in self._texts(begin):
                if need in text:
                    found.update(places)
        return sorted(place for place in found if self._is_held(place, text)) if found else ()

    def _texts(self, begin: str) -> list[tuple[str, tuple[int, ...]]]:
        """List the texts that begin in a way, and the groups that need each."""
        texts = self._first[begin]
        if isinstance(texts, str):
            rows = (row.split(" ", 1) for row in texts.split(OR))
            texts = [(text, _places(places)) for places, text in rows]
            self._first[begin] = texts
        return texts

    def _is_held(self, place: int, text: str) -> bool:
        kinds = self._also.get(place, ())
        return all(any(one in text for one in kind) for kind in kinds)

    def _read(self) -> frozenset[str]:
        """Read what is needed, or work it out, and list how the texts begin."""
        always, also, begins, texts = _TOLD.get(self.key) or self.told()
        others = (row.split(" ", 1) for row in also.split(_ROW) if row)
        self._always = _places(always)
        self._also = {
            int(place): [kind.split(OR) for kind in kinds.split(_AND)] for place, kinds in others
        }
        self._first = dict(zip(begins.split(OR), texts.split(_ROW), strict=True)) if begins else {}
        return frozenset(self._first)

    @property
    def key(self) -> str:
        """Name the groups in what was worked out beforehand."""
        patterns = "\n".join(map("\t".join, self.groups))
        return f"{zlib.crc32(patterns.encode()):08x}{len(patterns)}"

    def told(self) -> Told:
        """Work out what is needed."""
        kinds = [_needed(group) for group in self.groups]
        others = ((place, also) for place, (_, *also) in enumerate(kinds) if also)
        written = (f"{place} {_AND.join(map(OR.join, also))}" for place, also in others)
        each: dict[str, list[str]] = {}
        for place, (first, *_) in enumerate(kinds):
            for text in dict.fromkeys(first):
                each.setdefault(text, []).append(str(place))
        always, begun = each.pop("", []), _by_begin(each)
        texts = _ROW.join(map(OR.join, begun.values()))
        return ",".join(always), _ROW.join(written), OR.join(begun), texts


def _by_begin(each: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Group texts, and the places that need them, by the first characters."""
    begun: dict[str, list[str]] = {}
    for text, places in each.items():
        begin = text.lstrip(" ")[:LONGEST] or text[:LONGEST]
        begun.setdefault(begin, []).append(f"{','.join(places)} {text}")
    return begun


def _places(written: str) -> tuple[int, ...]:
    return tuple(map(int, written.split(","))) if written else ()


def _needed(patterns: Sequence[str]) -> Needed:
    """Join what one of a group needs; nothing is a text that is everywhere."""
    if len(patterns) == 1:
        return needed(patterns[0]) or (("",),)
    return (tuple(text for pattern in patterns for text in (needed(pattern) or (("",),))[0]),)


def remember(told: Mapping[str, Told]) -> None:
    """Take what was worked out beforehand; nothing else changes."""
    _TOLD.update(told)
