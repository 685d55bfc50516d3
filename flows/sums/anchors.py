"""Finding the count that a long message firmly gives for the team as it is now.

Earlier totals and other numbers do not count beside it (we were 40, half left, the headcount this
morning was 26; 28 people, ... do 28 people need that). All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, ARRIVED, FINAL, IGNORE, MORE, PER, PLAIN, PeopleWords

_LEAST, _MOST = 2, 1000  # people
_FAR, _WINDOW = 15, 90  # characters
_KINDS = ("general", "bare")
_SAID = (PLAIN, ACTUAL, FINAL, PER)


def anchored(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the count that is firmly said of the present team; leave out who was refused."""
    if not text.isascii():
        return found
    found = _with_listed(words, text, [_without_refused(words, text, m) for m in found])
    firm = [i for i, m in enumerate(found) if _is_firm(words, text, m) and _is_whole(found, i)]
    again = _said_again(words, text, found)
    if again is not None:
        found = _without_questioned(found, again[1])
    place = firm[-1] if firm else again and again[0]
    if place is None or not _is_needed(found, place) or _is_joined(words, text, found, place):
        return found
    ahead = [_without_come(words, text, m) for m in found[:place]]
    relation = ACTUAL if any(m.relation == MORE and m.is_people for m in ahead) else FINAL
    anchor = replace(found[place], kind="general", is_people=True, is_part=False, relation=relation)
    return [*ahead, anchor, *found[place + 1 :]]


def _without_come(words: PeopleWords, text: str, mention: Mention) -> Mention:
    """Leave out those who have come already (hired 2, then 3 more; we're five now)."""
    start = mention.number.start
    ahead = text[_start(words, text, start) : start]
    has_come = words.has_come.search(ahead) and words.intended.search(ahead) is None
    if mention.relation not in (MORE, IGNORE) or not has_come:
        return mention
    return replace(mention, kind="thing", is_people=False, relation=IGNORE)


def _without_refused(words: PeopleWords, text: str, mention: Mention) -> Mention:
    """Count nobody who was asked for in vain (asked for 5 more and got told no)."""
    if mention.relation != MORE or not words.anchors.refused.match(text, mention.end):
        return mention
    return replace(mention, is_people=False, relation=IGNORE)


def _start(words: PeopleWords, text: str, place: int) -> int:
    """Give where the sentence of a place begins, or what is looked at of it."""
    start = max(0, place - _WINDOW)
    return max((end.end() for end in words.sentence_end.finditer(text[start:place])), default=0) + (
        start
    )


def _is_whole(found: list[Mention], place: int) -> bool:
    """Tell a count that is of one job from the parts of a list (it's 3 sellers and 4 closers)."""
    following = found[place + 1 : place + 2]
    return found[place].kind != "job" or "job" not in [m.kind for m in following]


def _may_be(mention: Mention) -> bool:
    return mention.number.is_count and _LEAST <= mention.number.high <= _MOST


def _is_firm(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a count of people or a free number with such words in front or behind."""
    if not _may_be(mention) or mention.relation not in _SAID or mention.kind == "thing":
        return False
    is_open = mention.end == len(text) or words.open_after.match(text, mention.end) is not None
    is_open = is_open or words.verdicts.and_one.match(text, mention.end) is not None
    if not (mention.is_people or is_open):
        return False
    start = _start(words, text, mention.number.start)
    ahead = text[start : mention.number.start].rstrip()
    said = words.anchors.firm.search(ahead) or (
        mention.is_people and words.anchors.firm_behind.match(text, mention.end)
    )
    is_now = words.anchors.there.search(ahead) and words.anchors.now_behind.match(text, mention.end)
    return bool(said or is_now) and words.intended.search(ahead) is None


def _with_listed(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Take jobs in a row for parts of what came about (went to 11 bookers and 5 closers)."""
    marked = list(found)
    for i, (first, second) in enumerate(pairwise(found)):
        is_row = words.row_gap.fullmatch(text[first.end : second.number.start]) is not None
        are_jobs = first.kind == second.kind == "job" and second.relation == PLAIN
        if is_row and are_jobs and first.relation == ARRIVED:
            marked[i] = replace(first, relation=PLAIN)
    return marked


def _without_questioned(found: list[Mention], place: int) -> list[Mention]:
    """Count nobody whom a count that is spoken of again may need (do 28 people need 5 leads)."""
    return [
        replace(m, is_people=False, relation=IGNORE)
        if i == place + 1 and m.relation == MORE and m.before == found[place].after
        else m
        for i, m in enumerate(found)
    ]


def _said_again(words: PeopleWords, text: str, found: list[Mention]) -> tuple[int, int] | None:
    """Find a count that is told and spoken of again (28 people ... do the 28 need that)."""
    for i, first in enumerate(found):
        if not (first.is_people and first.kind in _KINDS and _may_be(first)):
            continue
        later = [k for k in range(i + 1, len(found)) if found[k].number.high == first.number.high]
        again = [k for k in later if _is_again(words, text, first, found[k])]
        if first.relation in _SAID and again:
            return i, again[-1]
    return None


def _is_again(words: PeopleWords, text: str, first: Mention, mention: Mention) -> bool:
    gap = text[first.end : mention.number.start]
    is_apart = len(gap) > _FAR and words.clause_end.search(gap) is not None
    is_said = mention.relation in _SAID and mention.kind != "thing"
    return is_apart and is_said and words.anchors.again.search(mention.before.rstrip()) is not None


def _is_needed(found: list[Mention], place: int) -> bool:
    """Tell whether anything else is counted, or nothing yet."""
    others = [m for i, m in enumerate(found) if m.is_people and i != place]
    return bool(others) or not found[place].is_people


def _is_joined(words: PeopleWords, text: str, found: list[Mention], place: int) -> bool:
    """Tell whether more people are told on top of a count (I run a team of 12, plus 3 in Leeds)."""
    for last, mention in zip(found[place:], found[place + 1 :], strict=False):
        gap = text[last.end : mention.number.start]
        is_added = words.added.search(mention.before) or words.added_start.match(
            mention.before.lstrip()
        )
        is_added = is_added or words.row_gap.fullmatch(gap) or words.one_joined.fullmatch(gap)
        if mention.is_people and mention.relation == PLAIN and is_added:
            return True
    return False
