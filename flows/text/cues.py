"""Cues: lists of patterns of the language data, matched on folded text.

Nothing here opens files or knows any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from flows.text.needs import Needs

_LETTER_OR_DIGIT = re.compile(r"[a-z0-9]")
_BEFORE, _AFTER = "(?<![a-z0-9])", "(?![a-z0-9])"
_FAR = 1_000_000  # characters; no text is longer
_GROUP = re.compile(r"\([^()]*\)")
_PLAIN = re.compile(r"[a-z0-9](?![?*+{])")


def whole_word(pattern: str) -> str:
    """Keep a pattern from matching inside a longer Latin word; Chinese has no such borders."""
    is_word = _LETTER_OR_DIGIT.match(_first_letter(pattern)) is not None
    is_cut = pattern[-1:].isalnum() and pattern[-1:].isascii()
    after = _AFTER if is_cut or (is_word and pattern.endswith(("?", ")"))) else ""
    if _PLAIN.match(pattern) and "|" not in _GROUP.sub("", _GROUP.sub("", pattern)):
        first = pattern[0]  # in front, so that `re` can skip what begins with another letter
        return f"{first}(?<![a-z0-9]{first}){pattern[1:]}{after}"
    return f"{_BEFORE if is_word else ''}(?:{pattern}){after}"


def _first_letter(pattern: str) -> str:
    return pattern.removeprefix("(?:").removeprefix("^")[:1]


class Cues:
    """A list of patterns, of which only those are compiled and tried that may be in a text."""

    __slots__ = ("_each", "_fits", "_last", "_pattern", "words")

    def __init__(self, patterns: Iterable[str]) -> None:
        """Take patterns, earlier ones first; see `broken` for checking them."""
        self.words = tuple(patterns)
        self._fits = Needs((word,) for word in self.words)
        self._last: tuple[str | None, list[re.Pattern[str]]] = None, []  # mostly asked again
        self._each: list[re.Pattern[str] | None] = [None] * len(self.words)
        self._pattern: re.Pattern[str] | None = None

    @property
    def source(self) -> str:
        """Give the whole list as one pattern."""
        return self._joined(self.words)

    @property
    def pattern(self) -> re.Pattern[str]:
        """Give the whole list compiled."""
        if self._pattern is None:
            self._pattern = re.compile(self.source)
        return self._pattern

    def _joined(self, words: Iterable[str]) -> str:
        return "|".join(map(whole_word, words)) or r"(?!)"

    def _fitting(self, text: str) -> list[re.Pattern[str]]:
        """Compile the patterns that may be in a text."""
        last, fitting = self._last
        if last == text:  # as mostly
            return fitting
        places = self._fits.places_in(text)
        fitting = [self._each[place] or self._compiled(place) for place in places]
        self._last = text, fitting
        return fitting

    def _compiled(self, place: int) -> re.Pattern[str]:
        pattern = self._each[place] = re.compile(self._joined((self.words[place],)))
        return pattern

    def may_match(self, text: str) -> bool:
        """Tell whether a text holds what some pattern needs."""
        return bool(self._fitting(text))

    def search(self, text: str, start: int = 0, end: int = _FAR) -> re.Match[str] | None:
        """Find the first cue."""
        last, patterns = self._last
        first = None
        for pattern in patterns if last == text else self._fitting(text):
            found = pattern.search(text, start, end)
            if found and (first is None or found.start() < first.start()):
                first = found
        return first

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Find a cue right at a place."""
        last, patterns = self._last
        for pattern in patterns if last == text else self._fitting(text):
            if found := pattern.match(text, start):
                return found
        return None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Tell whether the whole text is one cue."""
        for pattern in self._fitting(text):
            if found := pattern.fullmatch(text):
                return found
        return None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find all cues, left to right, without overlaps."""
        patterns = self._fitting(text)
        return patterns[0].finditer(text) if len(patterns) == 1 else _merged(patterns, text)

    def blank(self, text: str) -> str:
        """Put spaces in place of all cues, so that no place moves."""
        patterns = self._fitting(text)
        if len(patterns) == 1:
            return patterns[0].sub(_spaces, text)
        for found in _merged(patterns, text):
            text = text[: found.start()] + _spaces(found) + text[found.end() :]
        return text


def _spaces(found: re.Match[str]) -> str:
    return " " * (found.end() - found.start())


def _merged(patterns: list[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    """Find the matches of several patterns as one pattern of them all would: earlier ones first."""
    coming = [(found, p) for p in patterns if (found := p.search(text))]
    while coming:
        best = min((found for found, _ in coming), key=re.Match.start)
        yield best
        place = max(best.end(), best.start() + 1)
        coming = [
            (after, p)
            for found, p in coming
            if (after := found if found.start() >= place else p.search(text, place))
        ]


def broken(patterns: Iterable[str]) -> str | None:
    """Name the first pattern that is none, and why."""
    for pattern in patterns:
        try:
            re.compile(whole_word(pattern))
        except re.error as error:
            return f"{pattern!r} is no pattern ({error}); mend it"
    return None


class EndCues(Cues):
    """Patterns that must end where the text ends, but for spaces: what stands before a place."""

    __slots__ = ()

    def _joined(self, words: Iterable[str]) -> str:
        return f"(?:{super()._joined(words)})[ ]*$"
