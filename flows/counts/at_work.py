"""Taking numbers without a noun for people where it is said what they do, or whose they are.

Four pack, two write the pages, one does refunds; my six call dentists. All words come from
`sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, PLAIN, PeopleWords

_MOST, _FEW = 500, 10  # people
_THERE = (PLAIN, ACTUAL)
_WORKING = ("packing", "sourcing", "purchasing")


def at_work(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the numbers of those who are said to do something, as parts if there are several."""
    busy = _busy(words, text, found)
    busy += [i for i in range(len(found)) if i not in busy and _is_too(words, text, found, i, busy)]
    is_list = bool(busy) or any(_is_named_by_work(text, m) for m in found)
    marked = [_part_of(words, text, m) if is_list else m for m in found]
    for i in busy:
        beside = _beside(words, text, marked, i)
        is_team = found[i].number.high > 1 and not _is_of_last(words, text, found, i)
        if is_team or len(busy) > 1 or beside is not None:
            marked[i] = replace(found[i].part(), kind="bare")
        if beside is not None:
            marked[beside] = replace(marked[beside], is_part=True)
    return _teams(words, text, [_of_ours(words, text, m) for m in marked])


def _is_named_by_work(text: str, mention: Mention) -> bool:
    """Tell those whose job is a verb (8 people picking, 4 packing)."""
    is_job = mention.kind == "job" and mention.is_people and mention.relation == PLAIN
    return is_job and text[mention.number.end : mention.end].strip() in _WORKING


def _part_of(words: PeopleWords, text: str, mention: Mention) -> Mention:
    """Make a part of people who are told by their work beside others (9 answering calls)."""
    places = {mention.number.end, mention.end}
    is_said = any(words.at_work.doing.match(text, place) for place in places)
    is_said = is_said and mention.kind == "general"
    return replace(mention, is_part=True) if is_said else mention


def _busy(words: PeopleWords, text: str, found: list[Mention]) -> list[int]:
    """List the numbers of those who are busy, also right behind others (7 selling 3 answering)."""
    busy: list[int] = []
    for i, mention in enumerate(found):
        is_near = i > 0 and found[i - 1].after == mention.before
        is_next = is_near and (i - 1 in busy or found[i - 1].kind == "job")
        if _is_busy(words, text, found, i, is_next=is_next):
            busy.append(i)
    return busy


def _teams(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Make parts of two teams in one breath (a helpline of 9 and a press team of 4; 6 closers)."""
    marked = list(found)
    for i, (first, second) in enumerate(pairwise(found)):
        is_next = first.after == second.before or _is_behind_comma(text, first, second)
        is_pair = is_next and first.relation == second.relation == PLAIN
        is_said = words.at_work.team.search(first.before)
        is_lead = words.leaders.search(text[second.number.end : second.end])
        is_other = (
            second.kind == "job" and not is_lead and words.at_work.joined.search(second.before)
        )
        if is_pair and is_said and (is_other or words.at_work.team_too.search(second.before)):
            marked[i : i + 2] = [m.part() for m in (marked[i], second)]
        elif is_pair and _leads_busy(words, text, first, second):
            marked[i : i + 2] = [replace(first, kind="job"), second]
    return marked


def _is_behind_comma(text: str, first: Mention, second: Mention) -> bool:
    """Tell the next clause (a crew of 10, separate weekend crew of 4)."""
    start = second.number.start - len(second.before)
    return text[first.end + len(first.after) : start] == ","


def _leads_busy(words: PeopleWords, text: str, first: Mention, second: Mention) -> bool:
    """Tell one leader beside people at work (24 guys cold calling and 1 manager)."""
    is_team = first.kind == "general" and first.number.high > 1 == second.number.high
    is_busy = words.at_work.doing.match(text, first.end) is not None
    is_lead = words.leaders.search(text[second.number.end : second.end].rstrip()) is not None
    return (
        is_team and is_busy and is_lead and words.at_work.joined.search(second.before) is not None
    )


def _last(words: PeopleWords, text: str, found: list[Mention], place: int) -> Mention | None:
    """Find the people told right before, in the same sentence."""
    last = found[place - 1] if place else None
    if last is None or not last.is_people or last.relation != PLAIN:
        return None
    is_over = words.sentence_end.search(text, last.end, found[place].number.start)
    return None if is_over else last


def _is_of_last(words: PeopleWords, text: str, found: list[Mention], place: int) -> bool:
    """Tell some of those who were just counted (12 reps, 3 answer the phones)."""
    last = _last(words, text, found, place)
    return last is not None and last.number.high > found[place].number.high


def _may_be(mention: Mention) -> bool:
    number = mention.number
    is_free = not mention.is_people and mention.relation in _THERE
    return is_free and number.is_count and 0 < number.high <= _MOST


def _is_busy(
    words: PeopleWords, text: str, found: list[Mention], place: int, *, is_next: bool
) -> bool:
    """Tell a number with a verb behind it (four pack, one does refunds, five call parents)."""
    mention = found[place]
    if not (mention.kind == "bare" and _may_be(mention)):
        return False
    if words.at_work.tasks.match(text, mention.end):
        return words.at_work.task_front.search(mention.before) is not None or (
            place > 0 and _follows_task(words, text, found[place - 1], mention)
        )
    is_said = words.at_work.is_said(text, mention.number.end, mention.number.high)
    return is_said and (is_next or words.at_work.in_front.search(mention.before) is not None)


def _follows_task(words: PeopleWords, text: str, last: Mention, mention: Mention) -> bool:
    """Tell the next of those at work, with nothing between them (三个接电话两个打包)."""
    return mention.before == last.after and words.at_work.tasks.match(text, last.end) is not None


def _is_too(
    words: PeopleWords, text: str, found: list[Mention], place: int, busy: list[int]
) -> bool:
    """Tell a number with some verb behind it, beside others in its sentence (two walk round)."""
    mention = found[place]
    is_several = mention.kind == "bare" and mention.number.high > 1
    is_verb = is_several and words.at_work.some.match(text, mention.number.end)
    if not (is_verb and _may_be(mention) and words.at_work.in_front.search(mention.before)):
        return False
    spans = (sorted((mention.number.start, found[i].number.start)) for i in busy)
    return any(not words.sentence_end.search(text, *span) for span in spans)


def _beside(words: PeopleWords, text: str, found: list[Mention], place: int) -> int | None:
    """Find those in the same sentence beside whom a number is told (4 of us sell and 3 pack)."""
    last = _last(words, text, found, place)
    if last is None:
        return None
    gap = text[last.end : found[place].number.start]
    is_next = gap == " " and last.kind == "job"  # 4 packing 2 posting
    is_next = is_next or words.at_work.doing.match(text, last.number.end) is not None
    is_busy = words.at_work.is_said(text, last.end, last.number.high)
    is_next = is_next or (is_busy and found[place].before == " " and last.number.high <= _FEW)
    if not is_next and not words.at_work.joined.search(found[place].before):
        return None
    return place - 1 if last.is_part or last.kind == "job" or is_busy else None


def _of_ours(words: PeopleWords, text: str, mention: Mention) -> Mention:
    """Take a number for the team that is said to be ours (my ten calm them down)."""
    is_ours = mention.kind == "bare" and mention.number.high > 1 and _may_be(mention)
    is_ours = is_ours and words.at_work.ours.search(mention.before) is not None
    if is_ours and words.at_work.ours_behind.match(text, mention.number.end):
        return replace(mention, kind="general", is_people=True)
    return mention
