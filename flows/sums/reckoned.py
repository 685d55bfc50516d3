"""Telling from the sums of a text what its numbers mean (4 people, 2 more, so 6; 6 missing of 20).

All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from flows.counts.labels import TOTAL as TOTAL_LABEL
from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, ARRIVED, FINAL, MORE, PLAIN, TARGET, PeopleWords
from flows.sums.targets import is_granted

_THERE = (PLAIN, ACTUAL)
_SAYS_ALL = (FINAL, ARRIVED)


def reckoned(
    words: PeopleWords, text: str, people: list[Mention], found: list[Mention]
) -> list[Mention]:
    """Make a target of what the team and those to come add up to."""
    people = _without_friends(words, text, people)
    people = _with_granted(words, text, _with_given(words, _on_the_way(words, people)), found)
    people = _with_coming(words, text, people, found)
    more = next((i for i, m in enumerate(people) if m.relation == MORE), None)
    if more is None:
        return people
    people = [
        replace(m, relation=TARGET) if m.relation == PLAIN and words.full.search(m.before) else m
        for m in people
    ]
    now = [m for m in people[:more] if m.relation in _THERE]
    coming = people[more].number.high
    sums = {sum(m.number.high for m in now) + coming, (now[-1].number.high if now else 0) + coming}
    return [
        replace(m, relation=TARGET) if i > more and _is_sum(m, now, coming, sums) else m
        for i, m in enumerate(people)
    ]


def _without_friends(words: PeopleWords, text: str, people: list[Mention]) -> list[Mention]:
    """Leave out friends whom a later count takes in with the speaker (跟三个室友，四个人啥都干)."""

    def are_taken_in(few: Mention, total: Mention) -> bool:
        noun = text[few.number.end : few.end]
        with_me = few.before.strip().removeprefix("我")
        is_with = with_me and words.one_joined.fullmatch(with_me) is not None
        is_sum = total.number.high == few.number.high + 1 and not total.before.strip()
        is_any = total.kind == "general" and {few.relation, total.relation} <= set(_THERE)
        return bool(is_with and is_sum and is_any) and words.beside.friends.search(noun) is not None

    inside = [few for few, total in pairwise(people) if are_taken_in(few, total)]
    return [m for m in people if m not in inside]


def _on_the_way(words: PeopleWords, people: list[Mention]) -> list[Mention]:
    """Leave out what a team is to be between now and the end (第三季12人，年底20人)."""
    there = next((m for m in people if m.relation == ACTUAL), None)
    target = next((m for m in people if m.relation == TARGET), None)
    if there is None or target is None:
        return people
    low, high = sorted((there.number.high, target.number.high))

    def is_between(m: Mention) -> bool:
        is_there = there.end <= m.number.start < target.number.start and m.relation == PLAIN
        is_inside = is_there and low < m.number.high < high and m.kind in ("general", "bare")
        return is_inside and words.sums.on_the_way.search(m.before.rstrip()) is not None

    return [m for m in people if not is_between(m)]


def _with_given(words: PeopleWords, people: list[Mention]) -> list[Mention]:
    """Take those who were given for there where a sum takes them in (给了我5个人，加我6个)."""
    marked = list(people)
    for i, (given, total) in enumerate(pairwise(people)):
        is_given = (
            given.relation in (TARGET, MORE)
            and words.given.search(given.before.rstrip()) is not None
        )
        if is_given and total.relation == FINAL and total.number.high == given.number.high + 1:
            marked[i] = replace(given, relation=PLAIN)
    return marked


def _with_coming(
    words: PeopleWords, text: str, people: list[Mention], found: list[Mention]
) -> list[Mention]:
    """Make a target of the sum of the team and a number told of later (明年再开一个点，招20个)."""
    marked = list(people)
    for i, total in enumerate(people):
        ahead = [m for m in people[:i] if m.relation in _THERE]
        is_sum = total.relation == FINAL or total.label.kind == TOTAL_LABEL
        is_said = is_sum and total.relation in (*_SAYS_ALL, *_THERE)
        if ahead and is_said and _takes_in_coming(words, text, ahead[-1], total, found):
            marked[i] = replace(total, relation=TARGET)
    return marked


def _takes_in_coming(
    words: PeopleWords, text: str, now: Mention, total: Mention, found: list[Mention]
) -> bool:
    """Tell whether a total is that of the team and of a number that is told of later."""
    start, end = now.number.start, total.number.start
    ends = [stop.end() for stop in words.sentence_end.finditer(text[:end])]
    first = max((place for place in ends if place <= start), default=0)
    others = [m for m in found if first <= m.number.start < end and m.number.start != start]
    others = [m for m in others if m.kind != "thing"]  # 部门成立八年了
    coming = [m for m in others if m.number.start > start or not m.is_people or m.relation == MORE]
    later = text[first if coming and coming[0].number.start < start else start : end]
    is_later = words.coming.search(later) or words.intended.search(later)
    difference = total.number.high - now.number.high
    return bool(is_later) and any(m.number.high == difference > 0 for m in coming)


def _with_granted(
    words: PeopleWords, text: str, people: list[Mention], found: list[Mention]
) -> list[Mention]:
    """Make a target of what the team and granted posts add up to (8人，批了7个，最后15个)."""
    for given in found:
        if not is_granted(words, text, given):
            continue
        place, coming = given.number.start, given.number.high
        now = [m for m in people if m.number.start < place and m.relation in _THERE]
        sums = {sum(m.number.high for m in now) + coming}
        people = [
            replace(m, relation=TARGET)
            if now and m.number.start > place and _is_sum(m, now, coming, sums)
            else m
            for m in people
        ]
    return people


def _is_sum(mention: Mention, now: list[Mention], coming: int, sums: set[int]) -> bool:
    """Tell what it adds up to, also where it is not said how many there are (that makes 21)."""
    if not now:
        return mention.relation in _SAYS_ALL and mention.number.high > coming
    return mention.relation in (*_SAYS_ALL, *_THERE) and mention.number.high in sums
