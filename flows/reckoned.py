"""Telling from the sums of a text what its numbers mean (4 people, 2 more, so 6; 6 missing of 20).

All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace

from flows.mention import Mention
from flows.people_words import ACTUAL, ARRIVED, FINAL, MORE, PLAIN, TARGET, PeopleWords

_NOW = (PLAIN, ACTUAL)


def reckoned(words: PeopleWords, people: list[Mention]) -> list[Mention]:
    """Make a target of what the team and those to come add up to."""
    more = next((i for i, m in enumerate(people) if m.relation == MORE), None)
    if more is None:
        return people
    people = [
        replace(m, relation=TARGET) if m.relation == PLAIN and words.full.search(m.before) else m
        for m in people
    ]
    now = [m for m in people[:more] if m.relation in _NOW]
    coming = people[more].number.high
    sums = {sum(m.number.high for m in now) + coming, (now[-1].number.high if now else 0) + coming}
    return [
        replace(m, relation=TARGET)
        if now and i > more and m.relation in (FINAL, ARRIVED, *_NOW) and m.number.high in sums
        else m
        for i, m in enumerate(people)
    ]
