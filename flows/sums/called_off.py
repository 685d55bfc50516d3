"""Leaving out plans that do not hold any more (本来要扩到80个，结果融资黄了，停在45个).

All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace

from flows.counts.mention import Mention
from flows.counts.people_words import IGNORE, MORE, TARGET, PeopleWords
from flows.sums.targets import is_granted

_FAR = 40  # characters
_PLANNED = (TARGET, MORE)


def without_called_off(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Take nobody for a target whose plan is told as one of before, and given up behind it."""
    return [
        replace(m, is_people=False, relation=IGNORE)
        if (m.relation in _PLANNED or is_granted(words, text, m)) and _is_called_off(words, text, m)
        else m
        for m in found
    ]


def _is_called_off(words: PeopleWords, text: str, mention: Mention) -> bool:
    start = mention.number.start
    ahead = text[max(0, start - _FAR) : start]
    ends = (end.end() for end in words.sentence_end.finditer(ahead))
    if words.anchors.once_planned.search(ahead[max(ends, default=0) :]) is None:
        return False
    return words.anchors.called_off.search(text[mention.end : mention.end + _FAR]) is not None
