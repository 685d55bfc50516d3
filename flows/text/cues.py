"""Cues: lists of patterns of the language data, matched on folded text.

Nothing here opens files or knows any language.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping

from flows.text.needed import needed

_LETTER_OR_DIGIT = re.compile(r"[a-z0-9]")
_BEFORE, _AFTER = "(?<![a-z0-9])", "(?![a-z0-9])"
_FAR = 1_000_000  # characters; no text is longer
_FEW = 50  # uses before a list is worth compiling whole: more than a message or two make
_LONG = 30  # characters; a longer text is searched faster for the few patterns that fit
_HUGE = 10_000  # characters of a list that is never compiled whole: that takes tens of milliseconds
_MANY = 12  # patterns; a shorter list is always searched whole
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
    """A list of patterns, of which only those are tried that may be in a text.

    Compiling a long list takes some milliseconds, and so does searching a long text for it; most
    texts need few of its patterns. Short texts are searched for the whole list after some uses.
    """

    __slots__ = (
        "_each",
        "_holding",
        "_is_short",
        "_needs",
        "_pattern",
        "_source",
        "_uses",
        "_words",
    )

    def __init__(
        self, patterns: Iterable[str], holding: Mapping[str, Iterable[str]] | None = None
    ) -> None:
        """Take patterns, earlier ones first; see `broken` for checking them.

        Args:
            patterns: The patterns.
            holding: Of some patterns: texts of which every match holds one, better than they tell.
        """
        self._words, self._holding = tuple(patterns), holding or {}
        self._is_short = len(self._words) <= _MANY
        self._needs: dict[str, list[tuple[str, list[int]]]] = {}
        self._each: list[re.Pattern[str] | None] = [None] * len(self._words)
        self._source: str | None = None
        self._pattern: re.Pattern[str] | None = None
        self._uses = 0

    @property
    def source(self) -> str:
        """Give the whole list as one pattern."""
        if self._source is None:
            self._source = self._joined(self._words)
        return self._source

    @property
    def pattern(self) -> re.Pattern[str]:
        """Give the compiled pattern."""
        if self._pattern is None:
            self._pattern = re.compile(self.source)
        return self._pattern

    def _joined(self, words: Iterable[str]) -> str:
        return "|".join(map(whole_word, words)) or r"(?!)"

    def _fitting(self, text: str, *, is_long: bool = False) -> list[re.Pattern[str]]:
        """Compile what may be in a text: the whole list, or for a long text single patterns."""
        self._uses += 1
        if self._uses > _FEW and not is_long and len(self.source) < _HUGE:
            return [self.pattern]
        self._needs = self._needs or self._needed()
        begun = (self._needs[first] for first in self._needs.keys() & _letters(text))
        held = (places for needs in begun for need, places in needs if need in text)
        fitting = sorted({place for places in held for place in places})
        return [self._each[place] or self._compiled(place) for place in fitting]

    def _needed(self) -> dict[str, list[tuple[str, list[int]]]]:
        """Tell for which patterns a text must hold what, by its first letter; "" is in each."""
        needs: dict[str, list[int]] = {}
        for place, word in enumerate(self._words):
            for need in self._holding.get(word) or needed(word) or ("",):
                needs.setdefault(need, []).append(place)
        by_letter: dict[str, list[tuple[str, list[int]]]] = {}
        for need, places in needs.items():
            by_letter.setdefault(need[:1], []).append((need, places))
        return by_letter

    def _of(self, text: str) -> list[re.Pattern[str]]:
        return self._fitting(text, is_long=len(text) > _LONG and not self._is_short)

    def _compiled(self, place: int) -> re.Pattern[str]:
        pattern = self._each[place] = re.compile(self._joined((self._words[place],)))
        return pattern

    def search(self, text: str, start: int = 0, end: int = _FAR) -> re.Match[str] | None:
        """Find the first cue."""
        if self._pattern and (len(text) <= _LONG or self._is_short):
            return self._pattern.search(text, start, end)
        found = (pattern.search(text, start, end) for pattern in self._of(text))
        return min(filter(None, found), key=re.Match.start, default=None)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Find a cue right at a place."""
        if self._pattern:
            return self._pattern.match(text, start)
        found = (pattern.match(text, start) for pattern in self._fitting(text))
        return next(filter(None, found), None)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Tell whether the whole text is one cue."""
        found = (pattern.fullmatch(text) for pattern in self._fitting(text))
        return next(filter(None, found), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find all cues, left to right, without overlaps."""
        patterns = self._of(text)
        return patterns[0].finditer(text) if len(patterns) == 1 else _merged(patterns, text)

    def blank(self, text: str) -> str:
        """Put spaces in place of all cues, so that no place moves."""
        patterns = self._of(text)
        if len(patterns) == 1:
            return patterns[0].sub(_spaces, text)
        for found in _merged(patterns, text):
            text = text[: found.start()] + _spaces(found) + text[found.end() :]
        return text


@functools.lru_cache(maxsize=64)  # many lists are looked for in the same text
def _letters(text: str) -> frozenset[str]:
    """List the letters of a text, and the empty text."""
    return frozenset((*text, ""))


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
