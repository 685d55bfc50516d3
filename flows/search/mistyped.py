"""Reading Chinese titles typed with wrong characters: of the same sound, or looking alike."""

from __future__ import annotations

from collections.abc import Iterable

from flows.fold import has_chinese
from flows.search.sounds import readings

_SURE = 3  # characters; a shorter title is read only where little else is said
_LONGEST = 12  # characters of a title


class Mistyped:
    """Chinese titles by their sound and by characters that look like theirs."""

    __slots__ = ("_alike", "_by_sound", "_kept", "_titles")

    def __init__(
        self, titles: Iterable[str], alike: Iterable[tuple[str, str]], kept: Iterable[str]
    ) -> None:
        """Take the titles, pairs of a wrong and the right character, and what is never wrong."""
        self._titles = frozenset(title for title in titles if _is_chinese(title))
        self._alike = str.maketrans(dict(alike))
        self._kept = frozenset(kept)
        self._by_sound: dict[tuple[str, ...], str] = {}
        for title in sorted(self._titles):
            for sounds in readings(title):
                self._by_sound.setdefault(sounds, title)

    def mended(self, text: str, *, is_short: bool) -> str:
        """Put the right title in place of the first, longest one that is typed wrongly.

        Args:
            text: Folded text.
            is_short: Little beside a title is said, so titles of two characters count, too.
        """
        least = 2 if is_short else _SURE
        for start in range(len(text)):
            longest = min(_LONGEST, len(text) - start)
            for length in range(longest, least - 1, -1):
                typed = text[start : start + length]
                if title := self._title_of(typed):
                    return text[:start] + title + text[start + length :]
        return text

    def _title_of(self, typed: str) -> str | None:
        if not _is_chinese(typed):
            return None
        if (seen := typed.translate(self._alike)) != typed and seen in self._titles:
            return seen
        heard = (self._by_sound.get(sounds) for sounds in readings(typed))
        return next((title for title in heard if title and self._is_likely(typed, title)), None)

    def _is_likely(self, typed: str, title: str) -> bool:
        """Ask for one right character, and for no wrong one that has a meaning of its own."""
        pairs = [(a, b) for a, b in zip(typed, title, strict=True) if a != b]
        return 0 < len(pairs) < len(typed) and not any(a in self._kept for a, _ in pairs)


def _is_chinese(word: str) -> bool:
    return has_chinese(word) and all("\u3400" <= letter <= "\u9fff" for letter in word)
