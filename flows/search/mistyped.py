"""Reading Chinese titles typed with wrong characters: of the same sound, or looking alike."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Mapping

from flows.search.sounds import Sounds
from flows.text.fold import has_chinese

_SURE = 3  # characters; a shorter title is read only where little else is said
_BLURRED = re.compile(r"^([zcs])h|(?<=[aei]n)g$")
_LONGEST = 12  # characters of a title
_DESCRIBING = "的"  # how a title ends that describes work (招人的); not read from its sound


class Mistyped:
    """Chinese titles by their sound and by characters that look like theirs."""

    __slots__ = ("_alike", "_begun", "_kept", "_sounds", "_titles")

    def __init__(
        self,
        titles: Mapping[str, str],
        alike: Iterable[tuple[str, str]],
        kept: Iterable[str],
        sounds: Sounds,
    ) -> None:
        """Take what can be read wrongly, and what is never wrong.

        Args:
            titles: Titles as they are written, also in other regions, and as they are folded.
            alike: Pairs of a wrong and the right character.
            kept: Characters with a meaning of their own.
            sounds: How characters sound.
        """
        named = (pair for pair in titles.items() if not pair[0].endswith(_DESCRIBING))
        self._titles = {typed: title for typed, title in named if _is_chinese(typed)}
        self._alike = str.maketrans(dict(alike))
        self._kept, self._sounds = frozenset(kept), sounds
        self._begun: dict[tuple[str, ...], list[str]] = {}  # titles that begin with two sounds
        for title in sorted(self._titles):
            for heard in dict.fromkeys(sounds.readings(title[:2], _blur)):
                self._begun.setdefault(heard, []).append(title)

    def mended(self, text: str, *, is_short: bool) -> str:
        """Put the right title in place of the first, longest one that is typed wrongly.

        Args:
            text: Folded text.
            is_short: Little beside a title is said, so titles of two characters count, too.
        """
        least, alike = 2 if is_short else _SURE, text.translate(self._alike)
        sounds = [_blurred(self._sounds.syllables(letter) or (letter,)) for letter in text]
        for start, heard in enumerate(itertools.pairwise(sounds)):
            is_alike = alike[start : start + _LONGEST] != text[start : start + _LONGEST]
            begun = (self._begun.get(pair, ()) for pair in itertools.product(*heard))
            titles = tuple(itertools.chain.from_iterable(begun))
            longest = _LONGEST if is_alike else max(map(len, titles), default=0)
            for length in range(min(longest, len(text) - start), least - 1, -1):
                typed = text[start : start + length]
                if title := self._title_of(typed, titles):
                    return text[:start] + title + text[start + length :]
        return text

    def _title_of(self, typed: str, titles: tuple[str, ...]) -> str | None:
        """Find which title is meant, of some that begin with the same sounds, or look alike."""
        if not _is_chinese(typed):
            return None
        if (seen := typed.translate(self._alike)) != typed and seen in self._titles:
            return self._titles[seen]
        same = [title for title in titles if len(title) == len(typed)]
        said = list(self._sounds.readings(typed)) if same else []
        likely = [title for title in same if self._is_likely(typed, title, said)]
        best = min(likely, key=lambda title: _slips(typed, title), default=None)
        return best and self._titles[best]

    def _is_likely(self, typed: str, title: str, said: list[tuple[str, ...]]) -> bool:
        """Ask for right characters beside wrong ones that have no meaning of their own.

        A sound that is only nearly the same is forgiven once, in a title that is not short.
        """
        pairs = [(a, b) for a, b in zip(typed, title, strict=True) if a != b]
        if not 0 < len(pairs) < len(typed) or any(a in self._kept for a, _ in pairs):
            return False
        right = list(self._sounds.readings(title))
        is_near = not set(map(_blurred, said)).isdisjoint(map(_blurred, right))
        is_exact = not set(said).isdisjoint(right)
        return is_exact or (is_near and len(pairs) == 1 and len(typed) > _SURE)


def _blurred(sounds: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_blur, sounds))


@functools.lru_cache(maxsize=1024)
def _blur(sound: str) -> str:
    """Make alike what many people do not tell apart: zh and z, ch and c, sh and s, ng and n."""
    return _BLURRED.sub(lambda found: found.group(1) or "", sound)


def _slips(typed: str, title: str) -> int:
    return sum(a != b for a, b in zip(typed, title, strict=True))


def _is_chinese(word: str) -> bool:
    """Tell whether a word is Chinese; Latin letters may stand beside (独立站bd)."""
    return word.isalnum() and has_chinese(word) and all(map(_is_letter, word))


def _is_letter(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff" or (letter.isascii() and letter.isalnum())
