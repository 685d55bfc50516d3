"""Multiplying the people of a squad by how many squads there are, in Chinese.

5人一队，队长在内，一共四队; 一个组长带六个，这样的组五个; 每位资深带一位新人，共七组.

All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, FINAL, PER, PLAIN, PeopleWords

_MOST_UNITS, _MOST_EACH = 100, 200
_THERE = (PLAIN, ACTUAL, FINAL, PER)
_EACH = "每"


class _Squad(NamedTuple):
    """How many people a squad has, the places of the numbers that tell so, and where it ends."""

    low: int
    high: int
    used: tuple[int, ...]
    end: int
    is_led: bool  # leaders are counted in


def with_squads(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Count the people of squads that are told once, and how many there are of them."""
    if text.isascii():
        return found
    for i in range(len(found)):
        squad = _squad(words, text, found, i)
        units = _units(words, text, found, squad) if squad else None
        if squad and units is not None:
            return _multiplied(words, text, found, squad, units)
    return _of_places(words, text, found)


def _squad(words: PeopleWords, text: str, found: list[Mention], place: int) -> _Squad | None:
    """Read one squad (5人一队; 一个带三个; 每位资深带一位新人)."""
    first, number = found[place], found[place].number
    is_one_of = words.squads.one_of_units.search(first.before.rstrip())  # 一队9个一队11个
    if is_one_of or first.relation not in _THERE or not 0 < number.high <= _MOST_EACH:
        return None
    if unit := words.squads.one_unit.match(text, number.end):
        inside = (k for k, m in enumerate(found) if number.end <= m.number.start < unit.end())
        told = _Squad(number.low, number.high, (place, *inside), unit.end(), is_led=False)
        return told if number.high > 1 else None
    if words.squads.each_leads.search(first.before.rstrip()):
        return _Squad(number.low + 1, number.high + 1, (place,), first.end, is_led=True)
    led = found[place + 1] if place + 1 < len(found) else None
    if led is None or number.high != 1 or first.before.endswith(_EACH):
        return None
    gap = text[first.end : led.number.start].strip()
    low, high = led.number.low + 1, led.number.high + 1
    told = _Squad(low, high, (place, place + 1), led.end, is_led=True)
    return told if words.squads.leads.fullmatch(gap) else None


def _units(words: PeopleWords, text: str, found: list[Mention], squad: _Squad) -> int | None:
    """Find how many squads there are, told behind one of them, or else in front."""
    behind = [i for i, m in enumerate(found) if m.number.start >= squad.end]
    ahead = [] if squad.is_led else list(range(squad.used[0]))
    for i in (*behind, *reversed(ahead)):
        m = found[i]
        first, last = sorted((m.number.start, squad.end))
        is_many = m.number.is_count and 1 < m.number.high <= _MOST_UNITS
        is_unit = words.squads.units.match(text, m.number.end) is not None
        is_unit = is_unit or words.squads.such_units.search(m.before.rstrip()) is not None
        is_near = words.sentence_end.search(text, first, last) is None
        if is_many and is_unit and is_near and m.relation in _THERE and _EACH not in m.before:
            return i
    return None


def _multiplied(
    words: PeopleWords, text: str, found: list[Mention], squad: _Squad, units: int
) -> list[Mention]:
    """Put all people of the squads in place of one of them."""
    stop = words.sentence_end.search(text, squad.end)
    said = text[squad.end : stop.start() if stop else len(text)]
    leaders = int(not squad.is_led and words.squads.lead_apart.search(said) is not None)
    many, first = found[units].number, found[squad.used[0]]
    low, high = (squad.low + leaders) * many.low, (squad.high + leaders) * many.high
    number = replace(first.number, low=low, high=high)
    again = [i for i, m in enumerate(found) if squad.end <= m.number.start < many.start]
    if sum(found[i].number.high for i in again) != squad.high:  # 1拖6，一个师傅六个徒弟
        again = _among_them(words, text, found, squad, many.start)
    dropped = {*squad.used, units, *again}
    marked = [m.nobody() if i in dropped else m for i, m in enumerate(found)]
    told = replace(first, number=number, kind="job", is_people=True, is_part=True)
    marked[squad.used[0]] = replace(told, relation=PLAIN, before="", end=max(first.end, squad.end))
    return marked


def _among_them(
    words: PeopleWords, text: str, found: list[Mention], squad: _Squad, stop: int
) -> list[int]:
    """List those of a squad who are told of besides (五人小组其中一个兼组长，共六组)."""
    return [
        i
        for i, m in enumerate(found)
        if squad.end <= m.number.start < stop
        and m.number.high == 1
        and words.held.inside.search(text[squad.end : m.number.start].rstrip() + m.before)
    ]


def _of_places(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Multiply who is at each of several places, and whom each of those has (各派一个经理)."""
    for i in range(len(found) - 1):
        several, one = found[i], found[i + 1]
        gap = text[several.number.end : one.number.start]
        is_several = several.number.is_count and 1 < several.number.high <= _MOST_UNITS
        if not is_several or one.number.high != 1 or words.squads.places.fullmatch(gap) is None:
            continue
        led = found[i + 2] if i + 2 < len(found) else None
        if led is None or not _are_there(words, text, one, led):
            continue
        low, high = several.number.low, several.number.high
        parts = [m.times(low, high).as_job() for m in (one, led)]
        return [*found[:i], several.nobody(), *parts, *found[i + 3 :]]
    return found


def _are_there(words: PeopleWords, text: str, one: Mention, led: Mention) -> bool:
    """Tell whom each of those has (每人带两个), or who is there as well (一位店长和两位小编)."""
    if words.squads.each_person.search(led.before.rstrip()):
        return True
    gap = text[one.end : led.number.start].strip()
    is_joined = not gap or words.one_joined.fullmatch(gap) is not None
    return is_joined and "," not in gap and led.kind == "job" == one.kind
