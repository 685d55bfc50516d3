"""Adding those who were hired to the few who began (刚开始就我们两个人，现在请了三个员工).

All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from flows.counts.mention import Mention
from flows.counts.people_words import PLAIN, PeopleWords

_FEW = 4  # people who begin together
_PEOPLE = ("general", "bare", "job")


def with_first_we(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Make parts of those who began, the speaker among them, and of who was hired since."""
    if text.isascii():
        return found
    marked = list(found)
    for i, (first, second) in enumerate(pairwise(found)):
        began = words.beside.began.search(first.before.rstrip())
        are_few = first.kind in _PEOPLE and 1 <= first.number.high <= _FEW
        is_hired = words.beside.hired_since.search(second.before.rstrip()) is not None
        if began and are_few and is_hired and second.kind in _PEOPLE:
            we = replace(first, before=began.group(1), label=replace(first.label, name=""))
            marked[i] = _part(we)
            marked[i + 1] = _part(replace(second, kind="job", before=""))
    return marked


def _part(mention: Mention) -> Mention:
    return replace(mention, is_people=True, is_part=True, relation=PLAIN)
