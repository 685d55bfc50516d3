"""Taking numbers for people that stand alone behind what several groups do, or of two sides.

一组打电话，二组去成交，15加6; 早班接电话，晚班回消息，9个和4个; 我这边18个，那边9个，想合并.
All words come from `sizes.toml`.
"""

from __future__ import annotations

import re
from itertools import pairwise

from flows.counts.kinds import is_kind
from flows.counts.mention import Mention
from flows.counts.people_words import PLAIN, PeopleWords

_MOST, _SEVERAL, _WINDOW = 500, 2, 20  # people of a group, groups, characters
_KINDS = ("bare", "general")
_ITEMS = re.compile(r"[,、;]")
_COMMA = (",", "、")


def with_told_behind(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Make parts of such numbers."""
    if text.isascii():
        return found
    parts = [m for run in _runs(words, text, found) if _follows(words, text, run) for m in run]
    parts = [*parts, *_of_two_sides(words, text, found)]
    return [m.part() if m in parts else m for m in found]


def _may_be(mention: Mention) -> bool:
    number = mention.number
    is_size = number.is_count and 0 < number.high <= _MOST
    return is_size and mention.kind in _KINDS and mention.relation == PLAIN


def _runs(words: PeopleWords, text: str, found: list[Mention]) -> list[list[Mention]]:
    """List the numbers that are a clause by themselves, with a plus between them."""
    runs = [found[:1]]
    for last, mention in pairwise(found):
        gap = text[last.number.end : mention.number.start]
        if words.at_work.added_up.fullmatch(gap):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return [run for run in runs if len(run) >= _SEVERAL and _is_alone(run)]


def _is_alone(run: list[Mention]) -> bool:
    is_apart = not run[0].before.strip() and not run[-1].after.strip()
    return is_apart and all(map(_may_be, run))


def _follows(words: PeopleWords, text: str, run: list[Mention]) -> bool:
    """Tell whether as many groups are told in the sentence in front of a run of numbers."""
    ahead = text[: run[0].number.start].rstrip()
    if not ahead.endswith(_COMMA):
        return False
    ends = (end.end() for end in words.sentence_end.finditer(ahead))
    ahead = ahead[max(ends, default=0) : -1]
    if words.at_work.results.search(ahead):
        return False
    told = sum(1 for _ in words.at_work.group_told.finditer(ahead))
    items = [item.strip() for item in _ITEMS.split(ahead)]
    are_kinds = len(items) == len(run) and all(is_kind(words, item) for item in items)
    return told == len(run) or are_kinds


def _clause(text: str, mention: Mention) -> str:
    """Give what the clause of a number says in front of it."""
    start = mention.number.start
    return _ITEMS.split(text[max(0, start - _WINDOW) : start])[-1].rstrip()


def _of_two_sides(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """List the people of our side and of the other one that are to be put together."""
    counts = [m for m in found if m.kind != "group"]  # 另一组8位
    for ours, theirs in pairwise(counts):
        is_pair = words.at_work.own_side.search(_clause(text, ours)) is not None
        is_pair = is_pair and words.at_work.other_side.search(_clause(text, theirs)) is not None
        if not is_pair or not _may_be(theirs) or ours.kind not in _KINDS:
            continue
        if words.at_work.merging.search(text, theirs.end):
            return [ours, theirs]
    return []
