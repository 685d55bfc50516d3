"""What a text must hold for a pattern to be in it: told without compiling the pattern.

Compiling is slow (a millisecond for a long list of cues), and a message needs few of the lists.
"""

from __future__ import annotations

import re
from functools import cache

from flows.text.pattern_parts import Kind, rarity
from flows.text.pattern_reader import read_pattern

Needed = tuple[Kind, ...]  # kinds of texts; of each, one must be there

OR = "¦"  # between texts of a kind, where they are written; in none of them
_SIGNS = re.compile(f"[{OR}§¶]")
_PLAIN = re.compile(r"[^\\()\[\]|?*+{}.^$]+")
_FEW, _MOST, _SURE = 12, 400, 3  # texts of one kind, of the first kind; kinds
_COMMON = 1  # weight of a text that is nearly everywhere


@cache
def needed(pattern: str) -> Needed:
    """List kinds of texts, the rarest first: every match of a pattern holds one of each kind."""
    if is_plain(pattern):
        return ((pattern,),)
    kinds = sorted({_least(kind) for kind in read_pattern(pattern)}, key=_rank, reverse=True)
    kinds = [kind for kind in kinds if len(kind) <= _MOST and not any(map(_SIGNS.search, kind))]
    chosen: list[Kind] = kinds[:1]
    for kind in kinds[1:]:
        is_new = not any(_implies(other, kind) for other in chosen)
        if is_new and len(kind) <= _FEW and rarity(kind)[0] > _COMMON and len(chosen) < _SURE:
            chosen.append(kind)
    return tuple(chosen)


def is_plain(pattern: str) -> bool:
    """Tell whether a pattern is a text that stands for itself."""
    return _PLAIN.fullmatch(pattern) is not None and not _SIGNS.search(pattern)


def _least(kind: Kind) -> Kind:
    """Leave out texts that hold another one."""
    kept: list[str] = []
    for text in sorted(kind, key=len):
        if not any(other in text for other in kept):
            kept.append(text)
    return tuple(sorted(kept))


def _rank(kind: Kind) -> tuple[tuple[int, int], Kind]:
    return rarity(kind), kind


def _implies(kind: Kind, other: Kind) -> bool:
    """Tell whether a text with one of a kind always has one of the other."""
    return all(any(less in text for less in other) for text in kind)
