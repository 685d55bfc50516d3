"""Finding pairs of head-counts that tell of a change: what there is, and what there shall be.

All words come from `sizes.toml`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from flows.counts.labels import without_filler
from flows.counts.mention import Mention
from flows.counts.people_words import (
    ARRIVED,
    DUE,
    FROM,
    IGNORE,
    MORE,
    NOW,
    PLAIN,
    TARGET,
    PeopleWords,
)
from flows.counts.references import clause_before

_INTENT_WINDOW, _MOST_ALONE = 40, 1900  # characters, people: more may be a year
_MEANT = re.compile(r"[ ]?[个人席]{0,2}[要想]")
_CLAUSE_END = 3  # characters of the clause before
_BRACKET = re.compile(r" ?\([^()\d]{1,16}\)")
_COMING = (TARGET, MORE)
JOINS = ("", "、", "和", "跟", "及", "加", "+", "and")  # between jobs said in one breath


def changed(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark pairs such as 从5人扩到20人, 25→60, "from 10 to 35 people" and "26, down to 20"."""
    marked = list(found)
    steps = set()  # the places of what changes end with
    for i, (first, second) in enumerate(pairwise(found)):
        if _stands_alone(first) and second.relation in _COMING and second.is_people:
            marked[i] = replace(first, is_people=True)
        if _is_reversed(words, text, first, second):
            marked[i] = replace(first, is_people=True, relation=TARGET)
            marked[i + 1] = replace(second, is_people=True, relation=FROM)
        if _has_grown(words, text, first, second):
            marked[i] = replace(first, relation=IGNORE)
            marked[i + 1] = replace(second, is_people=True, relation=ARRIVED)
        if second.relation == MORE and is_before(words, first, second):
            marked[i] = replace(first, relation=MORE)
        if _goes_on(marked[i], second):
            marked[i + 1] = replace(second, relation=MORE)
        if _is_of_applicants(words, text, first, second, found[i + 2 :]):
            marked[i + 1] = replace(second, kind="thing", is_people=False)
        if not _is_change(words, text, first, second):
            continue
        if first.kind == "group" and second.kind == "bare":  # 四个小组变三个
            marked[i + 1] = second.nobody()
            continue
        happened = has_happened(words, text, first, second)
        is_step = i in steps and not happened  # 8→20→45
        was = replace(first, is_people=True, relation=IGNORE if happened else FROM)
        marked[i] = first.nobody() if is_step else was
        steps.add(i + 1)
        marked[i + 1] = replace(second, is_people=True, relation=ARRIVED if happened else TARGET)
    return _turned(words, text, marked)


def _turned(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Take a change for past that is to turn back (从5个招到19个，现在要砍到12个)."""
    marked = list(found)
    for i, (first, second) in enumerate(pairwise(found)):
        if (first.relation, second.relation) != (FROM, TARGET) or first.after != second.before:
            continue
        later = [
            m
            for last, m in pairwise(found[i + 1 :])
            if m.is_people and m.relation == TARGET and not _is_next_change(last, m)
        ]
        low, high = first.number.high, second.number.high
        ahead = text[max(0, first.number.start - _INTENT_WINDOW) : first.number.start]
        is_back = any((high - low) * (m.number.high - high) < 0 for m in later)
        if is_back and words.intended.search(ahead) is None:
            marked[i] = replace(first, relation=IGNORE)
            marked[i + 1] = replace(second, relation=ARRIVED)
    return marked


def _is_next_change(last: Mention, mention: Mention) -> bool:
    """Tell the change of another team (brand team: 6 -> 8, ads team: 4 -> 7)."""
    is_pair = last.relation == FROM and last.after == mention.before
    return is_pair and bool(last.label.name)


def is_before(words: PeopleWords, first: Mention, second: Mention) -> bool:
    """Tell some who are to come before others (先招一个主管，再招两个话务员)."""
    is_next = words.sums.then.search(second.before) is not None
    return is_next and words.sums.first.search(first.before) is not None


def _has_grown(words: PeopleWords, text: str, first: Mention, second: Mention) -> bool:
    """Tell how many there were at first and how many came of it (开头五个，做到十二个)."""
    gap = text[first.end : second.number.start]
    is_change = second.relation == TARGET and second.number.low > first.number.high
    are_people = first.kind in ("general", "bare") and second.kind in ("general", "bare")
    is_past = words.past.search(first.before) or words.bygone.search(first.before)
    return bool(is_change and are_people and is_past and words.sums.grown_to.fullmatch(gap))


def _goes_on(first: Mention, second: Mention) -> bool:
    """Tell whether a second job is wanted in the same breath (再补3个运营2个美工)."""
    is_job = first.kind == second.kind == "job" and second.relation == PLAIN
    return first.relation == MORE and is_job and second.before.strip() in JOINS


def _is_reversed(words: PeopleWords, text: str, first: Mention, second: Mention) -> bool:
    """Tell what is to become of how many, the latter told last (will be cut to 8 from 12)."""
    if first.after != second.before or "thing" in (first.kind, second.kind):
        return False
    start = first.number.start
    is_meant = words.intended.search(text, max(0, start - _INTENT_WINDOW), start) is not None
    is_change = first.relation == TARGET or (first.relation == ARRIVED and is_meant)
    return is_change and words.numerals.change.fullmatch(second.before.strip()) is not None


def _stands_alone(mention: Mention) -> bool:
    """Tell a number that is a clause of its own, and no year."""
    is_size = mention.kind == "bare" and 1 < mention.number.high <= _MOST_ALONE
    is_alone = not (mention.before.strip() or mention.after.strip())
    return is_size and is_alone and mention.relation == PLAIN


def _is_of_applicants(
    words: PeopleWords, text: str, first: Mention, second: Mention, later: list[Mention]
) -> bool:
    """Tell who stayed of those who applied, where all are told behind (面试40个留下6个)."""
    gap = text[first.end : second.number.start]
    is_tried = words.tried.search(first.before) is not None and words.to.search(gap) is not None
    return is_tried and gap == second.before and any(m.relation in NOW for m in later)


def has_happened(words: PeopleWords, text: str, first: Mention, second: Mention) -> bool:
    """Tell whether a change is told as one that has come."""
    start = first.number.start
    is_now = words.sums.until_now.search(text[: second.number.start]) is not None
    if is_now or _has_become(words, text, first, second):
        return True
    if words.intended.search(text, max(0, start - _INTENT_WINDOW), start):
        return False
    if words.after[TARGET].match(second.after):  # 50 down to 35 by june
        return False
    if words.after[DUE].match(text, second.end):  # 从12人精简到8人，下个月执行
        return False
    is_meant = text.isascii() and words.intended.search(second.before) is not None
    if is_meant or _MEANT.match(second.before):  # 30 being trimmed to 24; 30人要缩到18
        return False
    ahead = text[max(0, start - len(first.before) - _CLAUSE_END) : start]  # 缩编,从26人变18人
    said = words.happened.search(ahead) or words.happened_between.search(second.before)
    return bool(said or second.relation == ARRIVED or words.after[ARRIVED].match(second.after))


def _has_become(words: PeopleWords, text: str, first: Mention, second: Mention) -> bool:
    """Tell what has come of them by the word behind it (可现在从30个人变成64个人了)."""
    is_over = words.after[ARRIVED].match(second.after) and not text.isascii()
    said = clause_before(text, first.number.start)
    is_told = is_over and words.happened_between.search(second.before) is not None
    return bool(is_told) and words.intended.search(said) is None


def _is_change(words: PeopleWords, text: str, first: Mention, second: Mention) -> bool:
    gap = _BRACKET.sub("", text[first.end : second.number.start])  # from one agent (me) to six
    if gap != second.before or "thing" in (first.kind, second.kind):
        return False
    if words.after[IGNORE].match(second.after):  # from 50 to 90 a day
        return False
    if words.tried.search(first.before):  # 面试了30个留下5个
        return False
    opens = words.numerals.change.search(without_filler(words, first.before))
    if words.to.search(second.before) is None:
        return False
    if opens and _is_of_things(words, first.before, first.before[: opens.start()].rstrip()):
        return False
    return bool(opens or words.arrow.fullmatch(second.before))


def _is_of_things(words: PeopleWords, before: str, ahead: str) -> bool:
    """Tell whether no people are what changes (nps went from 41 to 28)."""
    subject = ahead.rpartition(" ")[0].rstrip()
    return any(words.things_before.search(part) for part in (before, ahead, subject) if part)
