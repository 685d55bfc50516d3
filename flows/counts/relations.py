"""Telling whether a number of people is there, is to come, is gone, or is of each group.

All words come from `sizes.toml`.
"""

from __future__ import annotations

import re

from flows.counts.labels import PARTS
from flows.counts.mention import Mention
from flows.counts.named import teams_in_front
from flows.counts.people_words import (
    ACTUAL,
    AFTER,
    ARRIVED,
    BEFORE,
    BEGUN,
    DOUBLED,
    DUE,
    FEWER,
    FINAL,
    FROM,
    HABIT,
    IGNORE,
    MORE,
    PER,
    PLAIN,
    TARGET,
    PeopleWords,
)

_PAIR = 2  # people
_WINDOW = 40  # characters
_FIRST = " first"
_I_AM = ("i'm", "i am")
# What is said in front, and behind: what it means then.
_TURNS = (
    (TARGET, MORE, MORE),  # approved for 6 more
    (MORE, TARGET, TARGET),  # need 20 by xmas
    (MORE, HABIT, IGNORE),  # adding two a month
    (TARGET, ARRIVED, ARRIVED),
    (TARGET, DOUBLED, FROM),  # 打算由7人翻倍
    (FINAL, TARGET, TARGET),  # so fifteen soon
    (TARGET, ACTUAL, ACTUAL),  # headcount plan: 11 today
    (ACTUAL, MORE, MORE),  # now allowed 2 more
    (ACTUAL, IGNORE, IGNORE),  # 现在一个都没有
)
_OTHERS = ("another", "a further")


def relation_of(words: PeopleWords, text: str, mention: Mention) -> str:
    """Tell in which relation to the team a number of people stands, from the words around it."""
    if words.more_inside.search(text[mention.number.end : mention.end]):
        return IGNORE if words.habitual.search(mention.before) else MORE
    if words.after[PER].match(mention.after) and not words.sums.each_does.match(mention.after):
        is_part = mention.label.kind in PARTS
        if not is_part or len(teams_in_front(words, text, mention)) > 1:
            return PER
    relation = _turned(words, text, mention)
    is_one = mention.kind == "job" and words.beside.also.match(mention.after) is not None
    may_turn = relation == TARGET or (relation is None and not is_one)  # 一个客服兼打包
    if may_turn and (
        after := next((r for r in AFTER if words.after[r].search(mention.after)), None)
    ):
        return relation or after
    is_rate = relation is None and mention.kind == "bare" and words.rate.match(mention.after)
    if is_rate or words.after[FEWER].match(mention.after):
        return IGNORE
    if relation is None and words.coming.search(mention.before):
        return TARGET
    return relation or PLAIN


def _turned(words: PeopleWords, text: str, mention: Mention) -> str | None:
    """Read the relation from the words in front, as those behind and the clause change it."""
    starts = [found.end() - 1 for found in words.new_start.finditer(mention.before)]
    before = mention.before[max(starts, default=0) :].rstrip()
    relation = _said_before(words, before)
    if relation == ACTUAL and words.leaders.search(mention.label.name):  # 主管只有一个
        return PLAIN if mention.label.kind in PARTS else ACTUAL
    if relation == MORE and before.endswith(_FIRST):  # hire our first 3 by may
        return MORE
    if relation == ARRIVED and _is_intended(words, text, mention):
        relation = TARGET
    is_added = mention.number.high <= _PAIR and words.added_us.search(before) is not None
    if relation == FINAL and (mention.kind == "job" or is_added):
        return PLAIN
    if relation == FINAL:
        relation = _as_final(words, before, mention.after)
    is_one = mention.kind == "job" and mention.number.high == 1
    if relation == IGNORE and is_one and before.endswith(_I_AM):  # i'm one marketer
        return PLAIN
    if relation == IGNORE and mention.kind in ("general", "job"):
        relation = (
            None if words.after[BEGUN].match(mention.after) else IGNORE
        )  # our first two started
    if relation == MORE and words.extra.search(before):  # another 5 callers by june
        return relation
    return next(
        (
            meant
            for said, behind, meant in _TURNS
            if relation == said and words.after[behind].match(mention.after)
        ),
        relation,
    )


def _as_final(words: PeopleWords, before: str, after: str) -> str:
    """Tell those in a sum that follows, or on top of others, from the sum itself."""
    if words.sums.then_all.fullmatch(after):  # 连我们三个一共24人
        return IGNORE
    return PLAIN if words.sums.apart_ahead.search(before) else FINAL  # 组长另外算五位


def _is_intended(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell whether a change is only meant (想把现在8人的团队砍成5个; 下个月执行)."""
    start = mention.number.start
    if words.sums.until_now.search(text[:start]):  # 从3个做到现在19个，今年还要招
        return False
    if words.after[DUE].match(text, mention.end):
        return True
    clause = re.split(r"[,;。；，]", text[max(0, start - _WINDOW) : start])[-1]
    return words.intended.search(clause) is not None


def _said_before(words: PeopleWords, before: str) -> str | None:
    """Read the relation from the words in front of a number."""
    if words.unwanted.search(before) or words.fewer.search(before):
        return IGNORE
    relation = next((r for r in BEFORE if words.before[r].search(before)), None)
    if relation == MORE and words.done.search(before):
        return ACTUAL if words.before[ACTUAL].search(before) else None  # 又补了4个
    if relation == FINAL and words.later.search(before):
        return TARGET  # after the funding it will be 45
    if relation == TARGET and words.sums.for_ours.search(before):
        return None  # a plan for our 6 person team
    is_up_to = words.up_to_end.search(before) and words.before[TARGET].search(before)
    return TARGET if relation == MORE and is_up_to else relation


def is_another(words: PeopleWords, text: str, mention: Mention, last: Mention) -> bool:
    """Tell others who are there, too, from those to come (6 in marketing; support, another 15)."""
    is_alone = mention.kind == "bare" and not mention.after.strip()
    if not is_alone or not last.is_people or last.relation != PLAIN:
        return False
    start = last.number.start - len(last.before)
    is_said = mention.before.strip().rpartition(": ")[2] in _OTHERS and start >= 0
    return is_said and words.intended.search(text, start, mention.number.start) is None
