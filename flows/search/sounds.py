"""How Chinese characters sound, without tones; see `bot.words.index`, which writes the table."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping

_MOST = 8  # readings of one word that are tried
_LIKELY = 3  # sounds of a character that are tried


class Sounds:
    """The sounds of characters, the usual one first."""

    __slots__ = ("_table",)

    def __init__(self, written: Mapping[str, str]) -> None:
        """Take the characters of each sound, or row of sounds."""
        self._table: dict[str, tuple[str, ...]] = {}
        for sounds, letters in written.items():
            self._table |= dict.fromkeys(letters, tuple(sounds.split()))

    def syllables(self, letter: str) -> tuple[str, ...]:
        """List how a character can sound, the usual reading first."""
        return self._table.get(letter, ())

    def readings(
        self, word: str, heard_as: Callable[[str], str] = str
    ) -> Iterator[tuple[str, ...]]:
        """List the ways a Chinese word can sound, by syllable; a Latin letter is its own sound.

        Args:
            word: The word.
            heard_as: What is done with each syllable.
        """
        ways = [[*map(heard_as, self._ways(letter))] for letter in word]
        return itertools.islice(itertools.product(*ways), _MOST)

    def sounding(
        self, letters: Iterable[str], heard_as: Callable[[str], str]
    ) -> dict[str, list[str]]:
        """List the letters of each sound, in order; see `readings`."""
        heard: dict[str, list[str]] = {}
        for letter in sorted(letters):
            for sound in dict.fromkeys(map(heard_as, self._ways(letter))):
                heard.setdefault(sound, []).append(letter)
        return heard

    def _ways(self, letter: str) -> tuple[str, ...]:
        return self.syllables(letter)[:_LIKELY] or (letter if letter.isascii() else "",)
