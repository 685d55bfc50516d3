"""Telling what there is from what there shall be by the times both are told for.

5 this yr, 8 next yr; 今年22个，明年计划30个; goal for 2027: 120 agents, today 85. All words come
from `sizes.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flows.counts.labels import THING
from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, ARRIVED, MORE, PLAIN, TARGET, PeopleWords
from flows.counts.things import PEOPLE

_MOST = 1500  # people; more may be a year
_OPEN = (PLAIN, ACTUAL, TARGET, ARRIVED)
_CLASSIFIERS = "个名位人席 "


def in_time(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark who is there and who shall be where one number is told for now, one for later."""
    timed = dict(_timed(words, text, found))
    people = [i for i, m in enumerate(found) if m.is_people and m.relation in (*_OPEN, MORE)]
    is_pair = sorted(timed.values()) == [ACTUAL, TARGET] and any(i in timed for i in people)
    if not is_pair or any(i not in timed for i in people):
        return found
    now, later = (found[i].number.high for i in sorted(timed, key=lambda i: timed[i]))
    if now == later:
        return found
    return [_as(m, timed[i]) if i in timed else m for i, m in enumerate(found)]


def _as(mention: Mention, relation: str) -> Mention:
    """Take a number for the whole team as it is or shall be."""
    kind = "general" if mention.kind == "bare" else mention.kind
    return replace(mention, kind=kind, is_people=True, is_part=False, relation=relation)


def _timed(words: PeopleWords, text: str, found: list[Mention]) -> Iterator[tuple[int, str]]:
    """Give the numbers of people that are told for a time, and which: behind them, or in front."""
    read_to = 0
    for i, mention in enumerate(found):
        if not _may_be(words, mention):
            continue
        if behind := _time_behind(words, text, mention.end):
            read_to = behind[1]
            yield i, behind[0]
        elif relation := _time_ahead(words, text[_start(mention, read_to) : mention.number.start]):
            yield i, relation


def _start(mention: Mention, read_to: int) -> int:
    return max(mention.number.start - len(mention.before), read_to)


def _may_be(words: PeopleWords, mention: Mention) -> bool:
    number = mention.number
    if not number.is_count or not 0 < number.high <= _MOST or mention.relation not in _OPEN:
        return False
    if words.sides.on_top_later.search(mention.before):  # 明年再多3个
        return False
    if mention.kind in PEOPLE:
        return True
    is_of_things = words.things_before.search(mention.before.rstrip(_CLASSIFIERS + ":"))
    return mention.kind == "bare" and mention.label.kind != THING and not is_of_things


def _time_behind(words: PeopleWords, text: str, end: int) -> tuple[str, int] | None:
    """Read the time told right behind a number, and where it ends."""
    for cues, relation in ((words.sides.now_behind, ACTUAL), (words.sides.later_behind, TARGET)):
        if said := cues.match(text, end):
            return relation, said.end()
    return None


def _time_ahead(words: PeopleWords, before: str) -> str | None:
    """Read the time told in front of a number, in its clause."""
    if words.sides.later_ahead.search(before):
        return TARGET
    return ACTUAL if words.sides.now_ahead.search(before) else None
