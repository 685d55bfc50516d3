"""Finding the count that a long message firmly gives for the team as it is now.

Earlier totals and other numbers do not count beside it (we were 40, half left, the headcount this
morning was 26; 28 people, ... do 28 people need that). All words come from `sizes.toml`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from flows.counts.labels import PARTS
from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, ARRIVED, FINAL, IGNORE, MORE, PER, PLAIN, PeopleWords
from flows.sums.relevance import is_corrected

_LEAST, _MOST = 2, 1000  # people
_FAR, _WINDOW = 15, 90  # characters
_KINDS, _NOBODY = ("general", "bare"), ("thing", "group")
_SAID = (PLAIN, ACTUAL, FINAL, PER)
_COMMA = re.compile(r"[,，、]")


def anchored(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the count that is firmly said of the present team; leave out who was refused."""
    if text.isascii():
        found = _with_listed(words, text, [_without_refused(words, text, m) for m in found])
    firm = [i for i, m in enumerate(found) if _is_firm(words, text, m) and _is_whole(found, i)]
    again = _said_again(words, text, found)
    if again is not None:
        found = _without_questioned(found, again[1])
    place = _last_said(words, text, found, firm[-1]) if firm else again and again[0]
    if place is None or not _is_needed(found, place) or _is_joined(words, text, found, place):
        return found
    ahead = [_without_come(words, text, m) for m in found[:place]]
    relation = ACTUAL if any(m.relation == MORE and m.is_people for m in ahead) else FINAL
    anchor = replace(found[place], kind="general", is_people=True, is_part=False, relation=relation)
    return [*ahead, anchor, *found[place + 1 :]]


def _last_said(words: PeopleWords, text: str, found: list[Mention], place: int) -> int:
    """Find the count that stands at last in place of a firm one (满打满算17个，不对，16个)."""
    while place + 1 < len(found) and is_corrected(words, text, found[place], found[place + 1]):
        place += 1
    return place


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
    is_row = found[place].kind == "job" and "job" in [m.kind for m in following]
    others = (m for i, m in enumerate(found) if i != place and m.is_people)
    is_one_of_many = found[place].label.kind in PARTS and any(m.label.kind in PARTS for m in others)
    return not is_row and not is_one_of_many


def _may_be(mention: Mention) -> bool:
    return mention.number.is_count and _LEAST <= mention.number.high <= _MOST


def _is_firm(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a count of people or a free number with such words in front or behind."""
    if not _may_be(mention) or mention.relation not in _SAID or mention.kind in _NOBODY:
        return False
    ahead = _said_ahead(words, text, mention)
    if words.intended.search(ahead) is not None:
        return False
    settled, behind = words.anchors.settled, words.anchors.settled_behind
    is_settled = settled.search(ahead) and behind.match(text, mention.number.end)
    if is_settled or _is_alone_behind_now(words, text, mention) or _takes_in(words, text, mention):
        return True
    is_open = mention.end == len(text) or words.open_after.match(text, mention.end) is not None
    is_open = is_open or words.verdicts.and_one.match(text, mention.end) is not None
    return (mention.is_people or is_open) and _is_said_firmly(words, text, mention, ahead)


def _is_said_firmly(words: PeopleWords, text: str, mention: Mention, ahead: str) -> bool:
    """Tell whether such words are said; in Chinese not of leaders alone (主管还是那俩)."""
    anchors = words.anchors
    said = anchors.firm.search(ahead)
    names = (mention.label.name, ahead[: said.start()] if said else "")
    is_of_some = mention.kind == "job" or any(map(words.leaders.search, names))
    if not text.isascii() and is_of_some:
        return False
    is_behind = mention.is_people and anchors.firm_behind.match(text, mention.end) is not None
    is_now = anchors.there.search(ahead) and anchors.now_behind.match(text, mention.end)
    return bool(is_behind or is_now or said)


def _is_alone_behind_now(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a number that is a clause of its own behind one that tells of now (稳住了，24个)."""
    if text.isascii() or mention.before.strip() or mention.after.strip() or mention.kind == "job":
        return False
    before = _COMMA.split(text[: mention.number.start].rstrip(" ,"))[-1]
    return words.anchors.now_clause.search(before) is not None


def _takes_in(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a count alone behind a clause of who is in it (计埋他、我、个朋友，四个)."""
    is_open = mention.kind == "general" or not mention.after.strip()
    if text.isascii() or mention.kind == "job" or not is_open or mention.label.name:
        return False
    start = _start(words, text, mention.number.start)
    return words.anchors.taken_in.search(text[start : mention.number.start]) is not None


def _said_ahead(words: PeopleWords, text: str, mention: Mention) -> str:
    """Give what is said in front of a count in its sentence; in Chinese in its clause."""
    start = _start(words, text, mention.number.start)
    ahead = text[start : mention.number.start].rstrip()
    return ahead if ahead.isascii() else _COMMA.split(ahead)[-1]


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
    is_said = found[place].is_people and found[place].relation == FINAL
    return not is_said and (bool(others) or not found[place].is_people)


def _is_joined(words: PeopleWords, text: str, found: list[Mention], place: int) -> bool:
    """Tell whether more people are told on top of a count (I run a team of 12, plus 3 in Leeds)."""
    if words.anchors.and_me.match(text, found[place].number.end):  # 满打满算8个，再加我
        return True
    for last, mention in zip(found[place:], found[place + 1 :], strict=False):
        gap = text[last.end : mention.number.start]
        is_added = words.added.search(mention.before) or words.added_start.match(
            mention.before.lstrip()
        )
        is_added = is_added or words.row_gap.fullmatch(gap) or words.one_joined.fullmatch(gap)
        if mention.is_people and mention.relation == PLAIN and is_added:
            return True
    return False
