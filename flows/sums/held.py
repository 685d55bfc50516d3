"""Telling a whole from what it holds, in Chinese, and adding who came to those there were.

18人，10人白班，剩下夜班; 40席坐满36席; 二十个工号，三个没人用; 昨天来了3个，加上原来的9个.

All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, ARRIVED, FROM, IGNORE, MORE, PLAIN, PeopleWords

_THERE = (PLAIN, ACTUAL)
_COUNTED = ("general", "bare", "job")
_WHOLES = ("whole", "total")
_JOB = "job"


def with_held(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Keep of a whole and its parts what is told of the people there are."""
    if text.isascii():
        return found
    marked = _of_asked(words, text, _without_parts(words, text, found))
    marked = _without_some(words, text, marked)
    for i, (whole, part) in enumerate(pairwise(marked)):
        if part.number.high > whole.number.high or not _is_next(words, text, whole, part):
            continue
        if _is_place(words, text, whole) and words.held.taken.search(part.before.rstrip()):
            return _only(marked, i + 1, {i})
        if less := _less(words, text, whole, part):
            return _only([*marked[:i], less, *marked[i + 1 :]], i, set(range(i + 1, len(marked))))
    return _with_newcomers(words, text, marked)


def _is_next(words: PeopleWords, text: str, first: Mention, second: Mention) -> bool:
    """Tell two counts of one sentence."""
    between = text[first.end : second.number.start]
    is_count = first.number.is_count and second.number.is_count
    return is_count and words.sentence_end.search(between) is None


def _only(found: list[Mention], kept: int, dropped: set[int]) -> list[Mention]:
    """Take one number for people, and nobody for some others."""
    marked = [m.nobody() if k in dropped and _is_near(m) else m for k, m in enumerate(found)]
    marked[kept] = replace(found[kept], kind="general", is_people=True, relation=PLAIN)
    return marked


def _is_near(mention: Mention) -> bool:
    return mention.number.high == 1 or mention.relation in (*_THERE, IGNORE)


def _without_parts(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Leave out parts of a whole where it is told what the others do (其余做兼职)."""
    marked = list(found)
    for cue in words.held.others.finditer(text):
        starts = [end.end() for end in words.sentence_end.finditer(text[: cue.start()])]
        ahead = [
            i
            for i, m in enumerate(marked)
            if max(starts, default=0) <= m.number.start < cue.start() and m.is_people
        ]
        whole = next(
            (i for i in ahead if _holds(found[i], [found[k] for k in ahead if k > i])), None
        )
        if whole is not None:
            marked = [m.nobody() if k in ahead and k > whole else m for k, m in enumerate(marked)]
    return marked


def _without_some(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Leave out some who are told of besides (6个人，有两个是亲戚; 新来的3个也算进去了)."""
    marked = list(found)
    for i, (whole, part) in enumerate(pairwise(found)):
        is_free = whole.is_people and whole.relation in _THERE and part.kind in _COUNTED
        if not is_free or part.number.high >= whole.number.high or part.relation == MORE:
            continue
        held, ahead = words.held, part.before.rstrip() or text[whole.end : part.number.start]
        is_some = held.some_of.search(ahead) and held.some_being.match(text, part.number.end)
        is_new = held.new_ones.search(ahead) and held.counted_in.match(text, part.number.end)
        if (is_some or is_new) and _is_next(words, text, whole, part):
            marked[i + 1] = part.nobody()
    return marked


def _of_asked(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Leave out a larger whole where only one team of it is asked about (只看网店)."""
    for i, m in enumerate(found):
        larger = {k for k in range(i) if found[k].number.high > m.number.high}
        larger = {k for k in larger if found[k].is_people and found[k].label.kind in _WHOLES}
        if larger and m.kind in _COUNTED and words.held.only_mine.search(m.before.rstrip()):
            return _only(found, i, larger)
    for cue in words.held.asked_only.finditer(text):
        name = cue.group(1)
        places = [i for i, m in enumerate(found) if name in m.before and m.end <= cue.start() + 1]
        if len(places) != 1 or found[places[0]].kind not in _COUNTED:
            continue
        team = places[0]
        larger = {
            i
            for i, m in enumerate(found[:team])
            if m.is_people and m.number.high > found[team].number.high and name not in m.before
        }
        if larger:
            return _only(found, team, larger)
    return found


def _holds(whole: Mention, parts: list[Mention]) -> bool:
    """Tell whether parts may be some of a whole."""
    are_free = whole.relation in _THERE and all(m.relation == PLAIN for m in parts)
    are_teams = whole.label.kind == _JOB and any(m.label.kind == _JOB for m in parts)
    return bool(parts) and are_free and not are_teams and _sum(parts) < whole.number.high


def _sum(parts: list[Mention]) -> int:
    return sum(m.number.high for m in parts)


def _is_place(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell places for people, or numbers that they have (40席; 三十个工号)."""
    return words.held.places.match(text, mention.number.end) is not None


def _less(words: PeopleWords, text: str, whole: Mention, part: Mention) -> Mention | None:
    """Take from a whole the places that are empty, or who is not of our team."""
    is_empty = _is_place(words, text, whole) and words.held.empty.match(text, part.number.end)
    is_gone = words.held.lists.search(whole.before.rstrip()) is not None
    is_gone = is_gone and words.held.not_there.match(text, part.number.end) is not None
    is_other = words.held.inside.search(part.before.rstrip()) is not None
    is_other = is_other and words.held.not_ours.match(text, part.number.end) is not None
    is_other = is_other and whole.is_people and part.kind in _COUNTED
    low, high = whole.number.low - part.number.high, whole.number.high - part.number.low
    if not (is_empty or is_other or is_gone) or low <= 0:
        return None
    return replace(whole, number=replace(whole.number, low=low, high=high))


def _is_newcomer(words: PeopleWords, mention: Mention) -> bool:
    """Tell people who have just come (昨天入职3个; 上周来了两个新人)."""
    before = mention.before.rstrip()
    is_wished = words.intended.search(before)
    came = words.held.came.search(before) or words.held.came_behind.match(mention.after)
    return mention.kind in _COUNTED and came is not None and not is_wished


def _with_newcomers(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Add those who came to those who were there, told behind them (加上原来的9个)."""
    for i, (first, second) in enumerate(pairwise(found)):
        is_first = words.held.before_that.search(first.before.rstrip()) is not None
        new, old = (second, first) if is_first else (first, second)
        is_old = words.held.before_that.search(old.before.rstrip()) is not None
        is_old = (
            is_old and old.kind in _COUNTED and old.relation in (*_THERE, FROM, IGNORE, ARRIVED)
        )
        if not (is_old and _is_newcomer(words, new) and _is_next(words, text, first, second)):
            continue
        if any(m.is_people and m.relation not in (PLAIN, MORE) for m in found[i + 2 :]):
            return found
        if is_first and any(
            m.is_people or words.held.came.search(m.before) for m in found[i + 2 :]
        ):
            return found
        return [*found[:i], first.as_job(), second.as_job(), *found[i + 2 :]]
    return found
