"""How Chinese characters sound, without tones; the table is pypinyin's, loaded when needed."""

from __future__ import annotations

import functools
import itertools
import os
import unicodedata
from collections.abc import Callable, Iterator

_MOST = 8  # readings of one word that are tried


@functools.cache
def _table() -> dict[int, str]:
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")  # saves 200 ms and 40 MB; only read there
    from pypinyin.pinyin_dict import pinyin_dict  # noqa: PLC0415

    table: dict[int, str] = pinyin_dict
    return table


@functools.lru_cache(maxsize=4096)
def syllables(letter: str) -> tuple[str, ...]:
    """List how a character can sound, the usual reading first."""
    found = _table().get(ord(letter), "")
    return tuple(dict.fromkeys(_plain(reading) for reading in found.split(",") if reading))


def _plain(reading: str) -> str:
    letters = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(letter for letter in letters if letter.isascii())


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
