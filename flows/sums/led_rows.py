"""Counting leaders who are told without a number beside those they lead, in Chinese.

投放组长加3个投手，短视频组长加4个编导; 俩主管，一个管4个，一个管3个; 组长另外三个.

All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from flows.counts.mention import Mention
from flows.counts.named import named_in_front
from flows.counts.people_words import ACTUAL, FINAL, IGNORE, MORE, PER, PLAIN, PeopleWords

_FEWEST, _MOST = 2, 200  # such leaders; people whom one has
_UNITS = ("组", "部", "队", "线")
_EACH, _NEAR = "每", 4  # characters
_THERE = (PLAIN, ACTUAL, FINAL, PER)
_KINDS = ("job", "general", "bare")


def with_led_rows(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Count in who leads, where several leaders and their people are told in a row."""
    if text.isascii():
        return found
    found = [_of_named_units(words, m) for m in found]
    found = _in_turn(words, text, _ones_leading(words, text, _named_leading(words, text, found)))
    return _of_shifts(words, text, found)


def with_leads_apart(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark leaders who come on top of those counted, and leave out the speaker's other posts."""
    if text.isascii():
        return found
    marked = _left_out(words, text, _each_led(words, text, _apart(words, found)))
    marked = _over_all(words, text, marked)
    return [m.nobody() if words.squads.held_by_me.match(text, m.end) else m for m in marked]


def _may_be(mention: Mention) -> bool:
    is_count = mention.number.is_count and 0 < mention.number.high <= _MOST
    return is_count and mention.kind in _KINDS and mention.relation in _THERE


def _named_leading(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Add leaders who are named in front of their people (售前主管带5个人，售后主管带4个人)."""
    led: dict[int, int] = {}
    one: set[int] = set()
    for i, m in enumerate(found):
        lead = (
            words.squads.lead_with.search(text[: m.number.start].rstrip()) if _may_be(m) else None
        )
        if lead is None or _EACH in text[max(0, lead.start() - _NEAR) : lead.start()]:
            continue
        last = found[i - 1] if i else None
        is_counted = last is not None and last.end >= lead.start() and last.number.high == 1
        if last is not None and last.end > lead.start() and last.number.high > 1:
            continue
        led[i] = last.end if last is not None and is_counted else lead.start()
        one |= {i - 1} if is_counted else set()
    if len(led) < _FEWEST:
        return found
    return [
        _from(m.and_one().as_job(), led[i]) if i in led else m.nobody() if i in one else m
        for i, m in enumerate(found)
    ]


def _from(mention: Mention, start: int) -> Mention:
    """Let a count begin where its leader is named, so that nobody counts that name again."""
    return replace(mention, number=replace(mention.number, start=start))


def _ones_leading(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Tell leaders who were counted from those told one by one (俩主管，一个管4个，一个管3个)."""
    rows = [
        i
        for i, (one, led) in enumerate(pairwise(found))
        if one.number.high == 1
        and _may_be(one)
        and _may_be(led)
        and not one.noun_in(text)
        and words.squads.leads.fullmatch(text[one.end : led.number.start].strip())
    ]
    if len(rows) < _FEWEST:
        return found
    leaders = [m for m in found[: rows[0]] if m.number.high == len(rows)]
    marked = list(found)
    for i in rows:
        marked[i] = found[i].nobody() if leaders else found[i].as_job()
        marked[i + 1] = found[i + 1].as_job()
    return [m.as_job() if m in leaders[-1:] else m for m in marked]


def _in_turn(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark whom each of some leaders has (三个组长分别带6、7、8个电销)."""
    for i, first in enumerate(found):
        leaders = found[i - 1] if i else None
        if leaders is None or words.squads.respectively.search(first.before.rstrip()) is None:
            continue
        noun = leaders.noun_in(text)
        if words.squads.leader.fullmatch(noun) is None:
            continue
        row = found[i : i + leaders.number.high] if leaders.number.high <= _MOST else []
        gaps = [text[a.end : b.number.start] for a, b in pairwise(row)]
        if len(row) == leaders.number.high > 1 and all(words.row_gap.fullmatch(g) for g in gaps):
            number = replace(
                leaders.number, low=leaders.number.low + sum(m.number.low for m in row)
            )
            number = replace(number, high=leaders.number.high + sum(m.number.high for m in row))
            told = [replace(leaders, number=number).as_job(), *(m.nobody() for m in row)]
            return [*found[: i - 1], *told, *found[i + len(row) :]]
    return found


def _of_named_units(words: PeopleWords, mention: Mention) -> Mention:
    """Multiply what units have that are named without a comma (品牌组推广组各4人)."""
    units = words.squads.row_of_units.search(mention.before.rstrip())
    if units is None or mention.relation not in _THERE or mention.kind not in _KINDS:
        return mention
    several = sum(units.group().count(one) for one in _UNITS)
    return mention.times(several, several).as_job() if several >= _FEWEST else mention


def _of_shifts(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Multiply what each of the shifts has that are named (早晚班各8个，每班另有一个班长)."""
    marked = list(found)
    several = 0
    for i, m in enumerate(found):
        shifts = words.squads.shifts.search(text[: m.number.start].rstrip())
        if shifts and _may_be(m):
            several = sum(shifts.group().count(one) for one in "早晚日夜白中")
        elif not (several and words.squads.each_shift.search(m.before.rstrip()) and _may_be(m)):
            continue
        if several >= _FEWEST:
            marked[i] = m.times(several, several).as_job()
    return marked


def _apart(words: PeopleWords, found: list[Mention]) -> list[Mention]:
    """Mark leaders who come on top of others, and who works for all (组长另外三个)."""
    marked = list(found)
    for i, m in enumerate(found):
        before = m.before.rstrip()
        is_said = words.squads.apart_too.search(before) or words.squads.shared.search(before)
        is_free = m.number.is_count and 0 < m.number.high <= _MOST and m.kind in _KINDS
        ahead = any(one.is_people for one in found[:i]) and not words.intended.search(before)
        if is_said and is_free and ahead and m.relation in (*_THERE, MORE, IGNORE):
            marked[i] = replace(m.as_job(), before=m.before)
    return marked


def _over_all(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Add one leader over all to those who were counted (各4人，上面一个总监; 总监一名统管)."""
    marked = list(found)
    for i, m in enumerate(found):
        noun = m.noun_in(text)
        is_lead = words.squads.leader_at_end.search(noun or m.label.name) is not None
        is_over = words.squads.over_ahead.search(m.before.rstrip()) is not None
        is_over = is_over or words.squads.over_all.match(text, m.end) is not None
        led = [
            k
            for k in range(i)
            if found[k].is_people and found[k].relation in (PLAIN, ACTUAL, FINAL)
        ]
        if m.number.high == 1 and is_lead and is_over and led and found[led[-1]].number.high > 1:
            marked[i], marked[led[-1]] = m.nobody(), found[led[-1]].and_one()
    return marked


def _each_led(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Multiply the leader of each of the groups in front (文案组和设计组各3人加1个组长)."""
    marked = list(found)
    for i in range(1, len(found)):
        each, lead = found[i - 1], found[i]
        is_each = words.squads.each_one.search(text[: each.number.start].rstrip()) is not None
        noun = lead.noun_in(text)
        is_lead = lead.number.high == 1 and words.squads.leader.fullmatch(noun) is not None
        gap = text[each.end : lead.number.start].strip()
        if not (is_each and is_lead and words.one_joined.fullmatch(gap)) or lead.relation == PER:
            continue
        several = len(named_in_front(words, text, each))
        if several >= _FEWEST:
            marked[i] = lead.times(several, several).as_job()
    return marked


def _left_out(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Add a leader who is said not to be in the count of a group (媒介组长没算进来)."""
    marked = list(found)
    for cue in words.squads.not_counted.finditer(text):
        name = cue.group(1)
        for i, m in enumerate(marked):
            is_of = bool(name) and m.label.name.startswith(name) and m.end <= cue.start() + 1
            if is_of and m.is_people and m.relation in _THERE:
                marked[i] = m.and_one().as_job()
                break
    return marked
