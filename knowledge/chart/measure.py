"""How wide text is, and where it may be broken, without opening a font.

A character outside the table of narrow ones counts as one em, which is right for Chinese and
too wide, never too narrow, for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from knowledge.chart.advances import BOLD, REGULAR

_EM = 1000  # the table counts in thousandths of the font size
_WORDS = re.compile(r"[!-,.0-~\u00a1-\u024f]+[-/]*|[-/]+|\s+|.", re.DOTALL)
_NEVER_FIRST = frozenset("，。、；：！？）」』】》〉”’…·—～%％,.;:!?)]}")
_NEVER_LAST = frozenset("（「『【《〈“‘([{−")
_ELLIPSIS, _DOT = "…", "·"
_STEPS = 8  # halvings when lines are made equally long


@lru_cache(maxsize=8192)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Measure one line of text [px] at a font size [px]."""
    table = BOLD if bold else REGULAR
    return sum(table.get(c, _EM) for c in text) * size / _EM


@lru_cache(maxsize=4096)
def wrap(
    text: str, size: float, limit: float, most_lines: int, *, bold: bool = False
) -> tuple[str, ...]:
    """Break text into lines of at most `limit` [px], equally long; cut what does not fit."""
    pieces = tuple(_broken(_pieces(text), size, limit, bold))
    lines = _fill(pieces, size, limit, bold)
    if len(lines) > most_lines:
        kept = lines[: most_lines - 1]
        return (*kept, _cut(_rest(text, kept), size, limit, bold))
    low, high = limit / 2, limit
    for _ in range(_STEPS if len(lines) > 1 else 0):
        middle = (low + high) / 2
        tried = _fill(pieces, size, middle, bold)
        if len(tried) > len(lines):
            low = middle
        else:
            lines, high = tried, middle
    return tuple(lines)


@lru_cache(maxsize=4096)
def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """Measure the widest part of a text that is not broken unless it must be [px]."""
    return max((text_width(piece, size, bold=bold) for piece in _pieces(text)), default=0)


def wrap_names(names: Sequence[str], size: float, limit: float) -> tuple[str, ...]:
    """Write names into lines of at most `limit` [px], each whole where it fits."""
    pieces: list[str] = []
    for i, name in enumerate(names, 1):
        piece = f"{name}{_DOT}" if i < len(names) else name
        pieces += (piece,) if text_width(piece, size) <= limit else _pieces(piece)
    lines = _fill(tuple(_broken(pieces, size, limit, bold=False)), size, limit, bold=False)
    return tuple(line.rstrip(_DOT) for line in lines if line)


def shortened(text: str, size: float, limit: float) -> str:
    """Cut one line of text that is wider than `limit` [px]."""
    return text if text_width(text, size) <= limit else _cut(text, size, limit, bold=False)


def _rest(text: str, lines: Sequence[str]) -> str:
    at = 0
    for line in lines:
        at = text.index(line, at) + len(line)
    return text[at:].lstrip()


def _pieces(text: str) -> tuple[str, ...]:
    """Split text where a line may end: between Chinese characters, after words and hyphens."""
    pieces: list[str] = []
    for piece in _WORDS.findall(text):
        sticks = pieces and (piece[0] in _NEVER_FIRST or pieces[-1][-1] in _NEVER_LAST)
        if sticks and not piece.isspace():
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return tuple(pieces)


def _fill(pieces: Sequence[str], size: float, limit: float, bold: bool) -> list[str]:
    lines, line = [], ""
    for piece in pieces:
        if line and text_width((line + piece).rstrip(), size, bold=bold) > limit:
            lines.append(line.rstrip())
            line = ""
        line = line + piece if line else piece.lstrip()
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _broken(pieces: Sequence[str], size: float, limit: float, bold: bool) -> Iterator[str]:
    """Break single words that are wider than a line."""
    for piece in pieces:
        if text_width(piece, size, bold=bold) > limit:
            yield from piece
        else:
            yield piece


def _cut(text: str, size: float, limit: float, bold: bool) -> str:
    while text and text_width(text + _ELLIPSIS, size, bold=bold) > limit:
        text = text[:-1]
    return text.rstrip() + _ELLIPSIS
