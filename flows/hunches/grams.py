"""What hunches go by: characters, words, pairs and pieces of a text, or of what is by a number."""

from __future__ import annotations

import re
from collections.abc import Iterable

from flows.counts.mention import Mention
from flows.search.likeness import said

_DIGITS = re.compile(r"\d+")
_TOKEN = re.compile(r"[a-z']+|[^\sa-z]")
_WORD, _PIECE = re.compile(r"[a-z]{4,}"), 4  # letters
_NEAR, _WINDOW = 8, 30  # words or characters of Chinese beside a number, and where they are
_LENGTHS = (1, 2, 3)  # of what is read at once


def text_grams(text: str) -> set[str]:
    """List what a folded text says, pieces of English words too; every number is the same."""
    text = _DIGITS.sub("0", text)
    return said(text).union(*map(_pieces, _WORD.findall(text)))


def _pieces(word: str) -> set[str]:
    """Cut a word, so that its other forms and slips of the pen are alike (calls, calling)."""
    whole = f"^{word}$"
    return {whole[place : place + _PIECE] for place in range(len(whole) - _PIECE + 1)}


def number_grams(text: str, mention: Mention, among: int) -> set[str]:
    """List what stands in front of a number and behind it, and what it counts.

    Args:
        text: The folded text.
        mention: The number.
        among: How many numbers the text has.
    """
    start, end = mention.number.start, mention.number.end
    before = _tokens(text[max(0, start - _WINDOW) : start])[-_NEAR:]
    behind = _tokens(text[end : end + _WINDOW])[:_NEAR]
    grams = {f"<{gram}" for gram in _joined(before)} | {f">{gram}" for gram in _joined(behind)}
    grams |= {f"<<{' '.join(before[-n:])}" for n in _LENGTHS}
    grams |= {f">>{' '.join(behind[:n])}" for n in _LENGTHS}
    return grams | {f"={mention.kind}", f"={len(str(mention.number.high))}", f"={among == 1}"}


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(_DIGITS.sub("0", text))


def _joined(tokens: list[str]) -> Iterable[str]:
    return (
        " ".join(tokens[place : place + length])
        for length in _LENGTHS
        for place in range(len(tokens) - length + 1)
    )
