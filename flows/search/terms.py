"""Splitting a folded text into what can be compared: pairs of characters, stems, concepts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from flows.text.fold import has_chinese

_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z][a-z0-9]*|[0-9]{3,}")
_ENDING = re.compile(r"(?<=...)(?:ings?|ies|ied|ers?|ed|es|e|y|s)$")
_DOUBLED = re.compile(r"([b-df-hj-np-rtv-z])\1$")
_MOST = 20_000  # words and pairs that are remembered; our own texts have about 15 000
_NONE: tuple[str, ...] = ()
_WORD = re.compile(r"[a-z]{4,}")
_PIECE = 4  # letters of a piece of an English word
CONCEPT, PIECE = "@", "~"  # what the terms of concepts and of pieces begin with


def stem(word: str) -> str:
    """Cut an English word's ending: packs, packed, packing and packer become one."""
    return _DOUBLED.sub(r"\1", _ENDING.sub("", word))


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One pair of characters or one English word of a text, and the concepts it is part of."""

    term: str
    is_chinese: bool
    concepts: tuple[str, ...]


class Terms:
    """Splits texts with the words of `search.toml` and `concepts.toml`."""

    __slots__ = (
        "_characters", "_empty", "_english", "_pairs", "_phrases", "_stems",
        "_units", "_words",
    )  # fmt: skip

    def __init__(
        self,
        empty_characters: str,
        empty: Iterable[str],
        empty_english: Iterable[str],
        concepts: Mapping[str, Iterable[str]],
    ) -> None:
        """Take the words without content and the words of each concept, all folded."""
        self._characters = frozenset(empty_characters)
        self._empty = re.compile("|".join(map(re.escape, sorted(empty, key=len, reverse=True))))
        self._words = frozenset(empty_english)
        self._stems: dict[str, str] = {}
        self._units: dict[tuple[str, tuple[str, ...]], Unit] = {}
        by_word = _turned(concepts)
        chinese = {word: names for word, names in by_word.items() if has_chinese(word)}
        self._pairs = _by_start(chinese.items())
        english = ((word, names) for word, names in by_word.items() if word not in chinese)
        stems = [(tuple(map(stem, word.split())), names) for word, names in english]
        self._english = _joined((parts[0], names) for parts, names in stems if len(parts) == 1)
        self._phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        for parts, names in sorted(stems, key=lambda row: -len(row[0])):
            if len(parts) > 1:
                self._phrases.setdefault(parts[0], []).append((parts, names))

    def units(self, text: str) -> list[Unit]:
        """Split a folded text; words without content are left out."""
        if not text.isascii():
            text = self._empty.sub(" ", text)
        units: list[Unit] = []
        words: list[str] = []
        for run in _RUN.findall(text):
            if run[0] > "\u3400":
                units += self._chinese(run)
            else:
                words.append(run)
        return units + self._latin(words) if words else units

    def pieces(self, text: str) -> set[str]:
        """List single Chinese characters and pieces of English words of a folded text."""
        words = (f"^{w}$" for w in _WORD.findall(text) if w not in self._words)
        found = {PIECE + w[i : i + _PIECE] for w in words for i in range(len(w) - _PIECE + 1)}
        if not text.isascii():
            letters = set(self._empty.sub(" ", text)) - self._characters
            found |= {letter for letter in letters if "\u3400" <= letter <= "\u9fff"}
        return found

    def _chinese(self, run: str) -> Iterator[Unit]:
        """Pair the characters of a run; those inside a concept's word carry the concept."""
        end, names = 0, _NONE
        for i in range(len(run) - 1):
            pair = run[i : i + 2]
            if i + 2 > end:
                end, names = self._concept_at(run, i, pair)
            if names or self._characters.isdisjoint(pair):
                yield self._unit(pair, names)

    def _unit(self, term: str, names: tuple[str, ...]) -> Unit:
        """Give one unit for a term with its concepts; the same one each time saves memory."""
        key = (term, names)
        if (unit := self._units.get(key)) is None:
            unit = Unit(term, not term.isascii(), names)
            if len(self._units) < _MOST:
                self._units[key] = unit
        return unit

    def _concept_at(self, run: str, place: int, pair: str) -> tuple[int, tuple[str, ...]]:
        for word, names in self._pairs.get(pair, ()):
            if run.startswith(word, place):
                return place + len(word), names
        return 0, _NONE

    def _latin(self, words: list[str]) -> list[Unit]:
        stems = [self._stem(word) for word in words]
        marks = {} if self._phrases.keys().isdisjoint(stems) else self._marks(stems)
        units = []
        for i, word in enumerate(words):
            names = self._english.get(stems[i], _NONE)
            names = (*marks[i], *names) if i in marks else names
            if names or word not in self._words:
                units.append(self._unit(stems[i], names))
        return units

    def _stem(self, word: str) -> str:
        if (cut := self._stems.get(word)) is None:
            cut = stem(word)
            if len(self._stems) < _MOST:
                self._stems[word] = cut
        return cut

    def _marks(self, stems: list[str]) -> dict[int, tuple[str, ...]]:
        """Find the concepts of several words, by the place of each of their words."""
        marks: dict[int, tuple[str, ...]] = {}
        for i, first in enumerate(stems):
            for parts, names in self._phrases.get(first, ()):
                if tuple(stems[i : i + len(parts)]) == parts:
                    marks |= dict.fromkeys(range(i, i + len(parts)), names)
                    break
        return marks


def _turned(concepts: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return _joined((word, (name,)) for name, words in concepts.items() for word in words)


def _joined(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    joined: dict[str, tuple[str, ...]] = {}
    for key, names in pairs:
        joined[key] = tuple(dict.fromkeys((*joined.get(key, ()), *names)))
    return joined


def _by_start(
    pairs: Iterable[tuple[str, tuple[str, ...]]],
) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for word, names in sorted(pairs, key=lambda row: -len(row[0])):
        found.setdefault(word[:2], []).append((word, names))
    return found
