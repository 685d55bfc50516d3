"""Counting a team by the rank of whoever came last (hired our 20th rep; 第12个客服昨天入职了).

All words come from `sizes.toml`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, PLAIN, PeopleWords

_RANK = re.compile(r"(?:st|nd|rd|th)(?: and (?:last|final|latest|newest))?((?: [a-z-]+){1,5})")
_CHINESE = re.compile(r"[个名位]([^\W\d_a-z]{1,10})")
_NTH, _LEAST, _MOST = "第", 3, 500  # people; the first two say nothing of the rest
_THERE = (PLAIN, ACTUAL)


def with_nth_come(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Count as many as the last one's rank says, where no other people are told of."""
    if any(m.is_people and m.relation in _THERE for m in found):
        return found
    ends = {i: end for i, m in enumerate(found) if (end := _end_of_last(words, text, m))}
    if len(ends) != 1:
        return found
    ((place, end),) = ends.items()
    count = replace(
        found[place], end=end, kind="general", is_people=True, is_part=False, relation=ACTUAL
    )
    return [count if i == place else m for i, m in enumerate(found)]


def _end_of_last(words: PeopleWords, text: str, mention: Mention) -> int:
    """Find the end of the noun for whoever came last; 0 if the number is no such rank."""
    number = mention.number
    if not _LEAST <= number.high <= _MOST:
        return 0
    before = text[max(0, number.start - len(mention.before)) : number.start].rstrip()
    is_said = words.sides.nth_came.search(before) is not None
    rank = (_CHINESE if before.endswith(_NTH) else _RANK).match(text, number.end)
    if rank is None:
        return 0
    end = _end_of_person(words, text, rank.start(1), rank.end(1))
    is_come = end and words.sides.nth_came_behind.match(text, end) is not None
    return end if is_come or (is_said and not before.endswith(_NTH)) else 0


def _end_of_person(words: PeopleWords, text: str, start: int, stop: int) -> int:
    """Find where the first noun for a person at work ends; 0 if there is none."""
    for place in range(start, stop):
        noun = words.nouns.at(text, place)
        if noun and noun.value == "job" and noun.end <= stop:
            return noun.end
    return 0
