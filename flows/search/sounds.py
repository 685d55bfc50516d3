"""How Chinese characters sound, without tones; see `bot.words.index`, which writes the table."""

from __future__ import annotations

import functools
import itertools
import json
from collections.abc import Callable, Iterator
from pathlib import Path

FILE = Path(__file__).parents[1] / "data" / "derived" / "sounds.json"
_MOST = 8  # readings of one word that are tried


@functools.cache
def _table() -> dict[str, tuple[str, ...]]:
    written: dict[str, str] = json.loads(FILE.read_text("utf-8"))
    table: dict[str, tuple[str, ...]] = {}
    for sounds, letters in written.items():
        table |= dict.fromkeys(letters, tuple(sounds.split()))
    return table


def syllables(letter: str) -> tuple[str, ...]:
    """List how a character can sound, the usual reading first."""
    return _table().get(letter, ())


def readings(word: str, heard_as: Callable[[str], str] = str) -> Iterator[tuple[str, ...]]:
    """List the ways a Chinese word can sound, by syllable; a Latin letter is its own sound.

    Args:
        word: The word.
        heard_as: What is done with each syllable.
    """
    return itertools.islice(itertools.product(*(_ways(c, heard_as) for c in word)), _MOST)


@functools.lru_cache(maxsize=8192)
def _ways(letter: str, heard_as: Callable[[str], str]) -> tuple[str, ...]:
    sounds = syllables(letter)[:3] or (letter if letter.isascii() else "",)
    return tuple(map(heard_as, sounds))
