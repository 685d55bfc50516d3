"""The short runs of characters in a text, cut once for all that is looked for in it."""

from __future__ import annotations

from functools import lru_cache
from operator import add

LONGEST = 3  # characters of a gram


@lru_cache(maxsize=256)  # many lists are looked for in the same text
def grams(text: str) -> frozenset[str]:
    """List every run of one to three characters of a text."""
    pairs = list(map(add, text, text[1:]))
    return frozenset((*text, *pairs, *map(add, pairs, text[2:])))
