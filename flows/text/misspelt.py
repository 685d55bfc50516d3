"""Putting right the misspelt English words for a channel (suport, markting).

Only for messages that describe a team and name no channel otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[a-z]{6,16}")


def respelled(known: Iterable[str], text: str) -> str:
    """Put the known word in place of each word of a folded text that is one slip away from it."""
    return _WORD.sub(lambda found: _nearest(known, found.group()), text)


def _nearest(known: Iterable[str], word: str) -> str:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only for messages without a channel

    close = (right for right in known if right[0] == word[0] and OSA.distance(right, word) <= 1)
    return next(close, word)
