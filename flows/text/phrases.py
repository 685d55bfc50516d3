"""Finding many plain phrases in a text at once, the longest first. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from flows.text.grams import grams

T = TypeVar("T")
_BEGIN = 2  # characters


class Found(NamedTuple, Generic[T]):
    """A phrase in a text, from `start` to before `end`, and what it stands for."""

    start: int
    end: int
    phrase: str
    value: T


def is_letter(text: str, place: int) -> bool:
    """Tell whether a Latin letter or digit stands at a place (outside the text: no)."""
    return 0 <= place < len(text) and text[place].isascii() and text[place].isalnum()


class Phrases(Generic[T]):
    """Phrases and what they stand for; Latin ones match whole words only, if so asked."""

    __slots__ = ("_begins", "_is_whole", "_lengths", "values")

    def __init__(self, values: Mapping[str, T], *, is_whole: bool = True) -> None:
        """Note how long phrases are that begin with the same two characters, the longest first."""
        self.values, self._is_whole = values, is_whole
        self._lengths: dict[str, list[int]] = {}
        for length, begin in sorted({(-len(phrase), phrase[:_BEGIN]) for phrase in values}):
            self._lengths.setdefault(begin, []).append(-length)
        self._begins = frozenset(self._lengths)

    def at(self, text: str, start: int) -> Found[T] | None:
        """Find the longest phrase that begins at a place."""
        for begin in (text[start : start + _BEGIN], text[start : start + 1]):
            for length in self._lengths.get(begin, ()):
                phrase = text[start : start + length]
                end = start + len(phrase)
                is_there = phrase in self.values
                if is_there and (not self._is_whole or _is_whole(text, start, end)):
                    return Found(start, end, phrase, self.values[phrase])
        return None

    def all(self, text: str) -> Iterator[Found[T]]:
        """Find phrases from left to right, the longest at each place, without overlaps."""
        free = 0
        for found in self.each(text):
            if found.start >= free:
                yield found
                free = found.end

    def each(self, text: str) -> Iterator[Found[T]]:
        """Find the longest phrase at each place, from left to right."""
        held = grams(text)
        if self._begins.isdisjoint(held):  # as mostly
            return
        begun = self._begins & held
        for place in sorted(place for begin in begun for place in _places(text, begin)):
            if found := self.at(text, place):
                yield found


def _places(text: str, begin: str) -> Iterator[int]:
    """List where a text holds what phrases begin with."""
    place = text.find(begin)
    while place >= 0:
        yield place
        place = text.find(begin, place + 1)


def _is_whole(text: str, start: int, end: int) -> bool:
    cut_left = is_letter(text, start) and is_letter(text, start - 1)
    cut_right = is_letter(text, end - 1) and is_letter(text, end)
    return not (cut_left or cut_right)
