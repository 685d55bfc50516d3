"""Telling what is asked like a role question but is not ours: other occupations, near topics."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from flows.text.cues import Cues
from flows.text.fold import Fold
from flows.text.needs import Needs
from flows.text.phrases import Found, Phrases
from flows.text.table import Table


class Stranger(NamedTuple):
    """A kind of thing that is not ours, and where a text speaks of it."""

    kind: str
    start: int
    end: int
    unless_title: bool
    unless_asked: bool
    is_figurative: bool
    is_word: bool


class _Kind(NamedTuple):
    id: str
    unless_title: bool
    unless_asked: bool
    is_figurative: bool
    words: Phrases[None]
    patterns: Cues

    @property
    def all_patterns(self) -> tuple[str, ...]:
        """List the patterns of what tells of this kind."""
        return (*map(re.escape, self.words.values), *self.patterns.words)

    def found(self, start: int, end: int, *, is_word: bool) -> Stranger:
        flags = (self.unless_title, self.unless_asked, self.is_figurative)
        return Stranger(self.id, start, end, *flags, is_word)


class Strangers:
    """The kinds of `occupations.toml`, in the order of the file."""

    __slots__ = ("_fits", "_kinds", "_verb_before")

    def __init__(self, table: Table, fold: Fold) -> None:
        self._verb_before = table.table("verb").end_cues("before")
        self._kinds = tuple(_kind(row, fold) for row in table.tables("kind"))
        self._fits = Needs(kind.all_patterns for kind in self._kinds)

    @property
    def kinds(self) -> tuple[str, ...]:
        """List the ids; each has a phrase of refusal."""
        return tuple(dict.fromkeys(kind.id for kind in self._kinds))

    @property
    def words(self) -> tuple[str, ...]:
        """List all words of all kinds."""
        return tuple(word for kind in self._kinds for word in kind.words.values)

    def all(self, text: str) -> list[Stranger]:
        """Find what is not ours in a folded text."""
        found = []
        for kind in map(self._kinds.__getitem__, self._fits.places_in(text)):
            words = ((f.start, f.end) for f in kind.words.all(text))
            places = (match.span() for match in kind.patterns.finditer(text))
            found += [
                kind.found(*p, is_word=True) for p in words if not self._is_verb(kind, text[: p[0]])
            ]
            found += [kind.found(*place, is_word=False) for place in places]
        return found

    def _is_verb(self, kind: _Kind, before: str) -> bool:
        return kind.is_figurative and bool(self._verb_before.search(before))


def _kind(row: Table, fold: Fold) -> _Kind:
    words = row.words("words") if "words" in row.names else ()
    forms = {form: None for word in fold.all_simplified(words) for form in _forms(word)}
    return _Kind(
        row.string("id"),
        row.flag("unless_title"),
        row.flag("unless_asked"),
        "figurative" in row.names and row.flag("figurative"),
        Phrases(forms),
        row.cues("patterns") if "patterns" in row.names else Cues(()),
    )


def _forms(word: str) -> tuple[str, ...]:
    return (word, f"{word}s") if word.isascii() and not word.endswith("s") else (word,)


def counting(
    strangers: Iterable[Stranger], titles: tuple[Found[tuple[str, ...]], ...], *, is_asked: bool
) -> list[Stranger]:
    """Leave out what is part of a longer title of ours, or forgiven in such a question."""
    found = (s for s in strangers if not (s.unless_asked and is_asked))
    return [s for s in found if not any(_is_forgiven(s, title) for title in titles)]


def _is_forgiven(stranger: Stranger, title: Found[tuple[str, ...]]) -> bool:
    if title.start <= stranger.start and stranger.end <= title.end:
        return True
    is_apart = title.end <= stranger.start or stranger.end <= title.start
    return stranger.unless_title and is_apart
