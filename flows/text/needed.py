"""What a text must hold for a pattern to be in it: told without compiling the pattern.

Compiling is slow (a millisecond for a long list of cues), and a message needs few of the lists.
For the patterns of our files it is told beforehand; see `bot.words.index`.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from functools import cache

from flows.text.grams import Needed
from flows.text.pattern_parts import Kind, rarity
from flows.text.pattern_reader import read_pattern

_PLAIN = re.compile(r"[^\\()\[\]|?*+{}.^$]+")
_TOLD: dict[str, str] = {}  # what was worked out beforehand
_LONG = 100  # characters; a longer pattern is told by its sum
_FEW, _MOST, _SURE = 12, 400, 3  # texts of one kind, of the first kind; kinds
_COMMON = 1  # weight of a text that is nearly everywhere
_OR, _AND = "|", "&"


def needed(pattern: str) -> Needed:
    """List kinds of texts, the rarest first: every match of a pattern holds one of each kind."""
    told = _TOLD.get(key_of(pattern))
    if told is None:
        return ((pattern,),) if is_plain(pattern) else worked_out(pattern)
    return tuple(tuple(kind.split(_OR)) for kind in told.split(_AND)) if told else ()


def is_plain(pattern: str) -> bool:
    """Tell whether a pattern is a text that stands for itself."""
    return _PLAIN.fullmatch(pattern) is not None


def key_of(pattern: str) -> str:
    """Name a pattern in what was worked out beforehand."""
    if len(pattern) <= _LONG:
        return pattern
    return f"{zlib.crc32(pattern.encode()):08x}{len(pattern)}{pattern[:8]}"


def told(pattern: str) -> str:
    """Write what is worked out."""
    return _AND.join(_OR.join(kind) for kind in worked_out(pattern))


def remember(told: Mapping[str, str]) -> None:
    """Take what was worked out beforehand; nothing else changes."""
    _TOLD.update(told)


@cache
def worked_out(pattern: str) -> Needed:
    """Work it out from the pattern."""
    kinds = sorted({_least(kind) for kind in read_pattern(pattern)}, key=_rank, reverse=True)
    kinds = [kind for kind in kinds if len(kind) <= _MOST and not _has_signs(kind)]
    chosen: list[Kind] = kinds[:1]
    for kind in kinds[1:]:
        is_new = not any(_implies(other, kind) for other in chosen)
        if is_new and len(kind) <= _FEW and rarity(kind)[0] > _COMMON and len(chosen) < _SURE:
            chosen.append(kind)
    return tuple(chosen)


def _least(kind: Kind) -> Kind:
    """Leave out texts that hold another one."""
    kept: list[str] = []
    for text in sorted(kind, key=len):
        if not any(other in text for other in kept):
            kept.append(text)
    return tuple(sorted(kept))


def _has_signs(kind: Kind) -> bool:
    return any(sign in text for text in kind for sign in (_OR, _AND))


def _rank(kind: Kind) -> tuple[tuple[int, int], Kind]:
    return rarity(kind), kind


def _implies(kind: Kind, other: Kind) -> bool:
    """Tell whether a text with one of a kind always has one of the other."""
    return all(any(less in text for less in other) for text in kind)
