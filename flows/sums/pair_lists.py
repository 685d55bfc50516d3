"""Adding up what several jobs are to have, told beside what they have (now 6 and 3, later 8 and 4).

All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, IGNORE, PLAIN, TARGET, PeopleWords

_KINDS, _THERE = ("general", "job", "bare"), (PLAIN, ACTUAL)
_SEVERAL = 2


def in_lists(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Add up a list of which one is aimed at, beside a list as long of those who are there."""
    rows = _rows(words, text, found)
    for there, wished in pairwise(rows):
        is_wished = any(found[i].relation == TARGET for i in wished)
        is_there = all(found[i].is_people and found[i].relation in _THERE for i in there)
        if is_wished and is_there and len(there) == len(wished) >= _SEVERAL:
            return _summed([_as_part(m) if i in there else m for i, m in enumerate(found)], wished)
    return found


def _as_part(mention: Mention) -> Mention:
    return replace(mention, is_part=True, relation=PLAIN)


def _rows(words: PeopleWords, text: str, found: list[Mention]) -> list[list[int]]:
    """List the places of the numbers that are told in a row, without words of time between."""
    rows: list[list[int]] = []
    for i, mention in enumerate(found):
        is_counted = mention.kind in _KINDS and mention.number.is_count
        gap = text[found[i - 1].end : mention.number.start] if i else "-"
        is_next = rows and i and rows[-1][-1:] == [i - 1] and _is_next(words, gap)
        if is_counted and is_next:
            rows[-1].append(i)
        elif is_counted:
            rows.append([i])
        else:
            rows.append([])
    return [row for row in rows if row]


def _is_next(words: PeopleWords, gap: str) -> bool:
    return words.row_gap.fullmatch(gap) is not None


def _summed(found: list[Mention], row: list[int]) -> list[Mention]:
    """Put the sum of a row in its first place."""
    low = sum(found[i].number.low for i in row)
    high = sum(found[i].number.high for i in row)
    marked = [
        replace(m, is_people=False, relation=IGNORE) if i in row else m for i, m in enumerate(found)
    ]
    number = replace(found[row[0]].number, low=low, high=high)
    first = replace(found[row[0]], number=number, is_part=False)
    marked[row[0]] = replace(first, is_people=True, relation=TARGET)
    return marked
