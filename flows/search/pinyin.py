"""Reading questions typed in pinyin: "kefu zhuguan zuo shenme"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from flows.search.sounds import Sounds
from flows.text.fold import has_chinese

_RUN = re.compile(r"[a-z]+(?:[ ']+[a-z]+)*")
_SHORTEST = 4  # letters of a title or a word of work; shorter ones are too often English
_READ = 0.6  # share of the letters of a run that must be known words
_ENGLISH = 5  # letters of an English word that is no pinyin, though it could be: buying
_LONGEST = 6  # letters of a syllable


class Pinyin:
    """Words and how they are typed in pinyin."""

    __slots__ = ("_english", "_longest", "_names", "_syllables", "_words")

    def __init__(
        self,
        names: Mapping[str, str],
        asking: Mapping[str, str],
        syllables: Iterable[str],
        english: Iterable[str],
    ) -> None:
        """Take what `typed` gives of words that make a run worth reading and of words around them.

        Args:
            names: The former: titles, words of work.
            asking: The latter: words of questions.
            syllables: All there are.
            english: Words that are no pinyin.
        """
        self._english = frozenset(word for word in english if len(word) >= _ENGLISH)
        self._syllables = frozenset(syllables)
        self._names = {key: name for key, name in names.items() if key not in asking}
        self._words = {**asking, **self._names}
        self._longest = max(map(len, self._words), default=0)

    def read(self, text: str) -> str:
        """Put Chinese in place of pinyin in a folded text, where enough of it can be read."""
        return _RUN.sub(lambda found: self._run(found.group()), text)

    def _run(self, run: str) -> str:
        """Read the words of a run that are pinyin; English ones around them stay."""
        parts: list[str] = []
        typed: list[str] = []
        for word in [*run.split(), ""]:
            if word and self._is_pinyin(word):
                typed.append(word)
                continue
            parts += [self._read(typed)] if typed else []
            parts += [word] if word else []
            typed = []
        return " ".join(parts)

    def _read(self, typed: list[str]) -> str:
        letters = "".join(typed).replace("'", "")
        out, place, known, is_named = "", 0, 0, False
        while place < len(letters):
            end = self._word_at(letters, place)
            key = letters[place:end]
            word = self._words.get(key)
            known += len(key) if word else 0
            is_named |= key in self._names and len(key) >= _SHORTEST
            out += word or key
            place = end
        return out if is_named and known >= _READ * len(letters) else " ".join(typed)

    def _word_at(self, letters: str, place: int) -> int:
        """Find where the longest known word ends, or else the longest syllable."""
        for end in range(min(len(letters), place + self._longest), place + 1, -1):
            if letters[place:end] in self._words:
                return end
        ends = range(min(len(letters), place + _LONGEST), place, -1)
        return next((e for e in ends if letters[place:e] in self._syllables), place + 1)

    def _is_pinyin(self, word: str) -> bool:
        """Tell whether a word can be cut into syllables and is not English."""
        if word in self._english:
            return False
        reached = {0}
        for place in range(len(word)):
            if place in reached:
                ends = range(place + 1, min(len(word), place + _LONGEST) + 1)
                reached |= {end for end in ends if word[place:end] in self._syllables}
        return len(word) in reached


def typed(sounds: Sounds, words: Iterable[str]) -> dict[str, str]:
    """Map how Chinese words are typed in pinyin to the words."""
    found: dict[str, str] = {}
    for word in words:
        if has_chinese(word) and not any(c.isascii() for c in word):
            for syllables in sounds.readings(word):
                found.setdefault("".join(syllables), word)
    return found
