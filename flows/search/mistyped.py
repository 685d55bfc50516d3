"""Reading Chinese titles typed with wrong characters: of the same sound, or looking alike."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping

from flows.search.sounds import Sounds
from flows.text.fold import Fold, has_chinese

_SURE = 3  # characters; a shorter title is read only where little else is said
_BLURRED = re.compile(r"^([zcs])h|(?<=[aei]n)g$")
_LONGEST = 12  # characters of a title
_DESCRIBING = "的"  # how a title ends that describes work (招人的); not read from its sound


class Mistyped:
    """Chinese titles by their sound and by characters that look like theirs."""

    __slots__ = ("_alike", "_begun", "_first", "_kept", "_second", "_sounds", "_titles")

    def __init__(
        self,
        titles: Mapping[str, str],
        alike: Iterable[tuple[str, str]],
        kept: Iterable[str],
        sounds: Sounds,
    ) -> None:
        """Take what can be read wrongly, and what is never wrong.

        Args:
            titles: What `typed_titles` gives.
            alike: Pairs of a wrong and the right character.
            kept: Characters with a meaning of their own.
            sounds: How characters sound.
        """
        self._titles = titles
        self._alike = str.maketrans(dict(alike))
        self._kept, self._sounds = frozenset(kept), sounds
        self._begun: dict[str, list[str]] = {}  # titles that begin with the same two characters
        for title in titles:
            self._begun.setdefault(title[:2], []).append(title)
        self._first = sounds.sounding({begin[:1] for begin in self._begun}, _blur)
        self._second = sounds.sounding({begin[1:] for begin in self._begun}, _blur)

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
            titles = tuple(self._beginning(*heard))
            longest = _LONGEST if is_alike else max(map(len, titles), default=0)
            for length in range(min(longest, len(text) - start), least - 1, -1):
                typed = text[start : start + length]
                if title := self._title_of(typed, titles):
                    return text[:start] + title + text[start + length :]
        return text

    def _beginning(self, first: tuple[str, ...], second: tuple[str, ...]) -> Iterator[str]:
        """List the titles that begin with two characters of such sounds."""
        for one in first:
            for letter, other in itertools.product(self._first.get(one, ()), second):
                for after in self._second.get(other, ()):
                    yield from self._begun.get(letter + after, ())

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


def typed_titles(fold: Fold, titles: Iterable[str]) -> dict[str, str]:
    """List Chinese titles as they are written, also in other regions, and as they are folded."""
    titles = tuple(titles)
    forms = dict(fold.forms(titles)) | {title: title for title in titles}
    typed = (form for form in forms if _is_chinese(form) and not form.endswith(_DESCRIBING))
    return {form: forms[form] for form in sorted(typed)}


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
