"""Multiplying what every one of several units or people has, in Chinese.

3个直播间，每间一个主播一个场控; 每个closer配三个SDR，现在有4个closer; 坐席24个，每8个配一个班长;
一个班组主播1助播1场控1，三个班组. All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from flows.counts.labels import PARTS
from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, PER, PLAIN, PeopleWords

_MOST_UNITS, _MOST_EACH, _SEVERAL = 100, 200, 2
_PERSON = "人"
_COUNTERS, _HAVING = "个名位条支家间", " ,:有配带加是要坐"
_SHOPS = "间家支条"
_LONGEST_NOUN = 4  # characters behind what is read as the noun
_THERE = (PLAIN, ACTUAL, PER)
_KINDS = ("job", "general", "bare")


def with_each_unit(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Multiply what is told of each unit, of so many people each, or of one like the others."""
    if text.isascii():
        return found
    told = found
    for i in range(len(found)):
        found = _of_every(words, text, found, i)
    is_done = found != told  # 四条线，一条线五个客服一个组长
    found = _led(words, _of_all(words, text, _without_told(found)))
    return found if is_done else _of_one_like(words, text, found)


def _times(mention: Mention, number: Mention) -> Mention:
    several = mention.times(number.number.low, number.number.high)
    return replace(several, before="", kind="job")


def _nobody(mention: Mention) -> Mention:
    return replace(mention.nobody(), relation=PLAIN)


def _of_every(words: PeopleWords, text: str, found: list[Mention], place: int) -> list[Mention]:
    """Multiply a row that is told of every one of some (每间两个主播一个场控)."""
    every = words.couples.every.search(found[place].before)
    unit = every.group(1) if every else _one_in_front(words, text, found, place)
    if not unit or found[place].relation not in _THERE or _is_done(words, found[place]):
        return found
    row = _row(words, text, found, place)
    names = {unit, unit.lstrip(_COUNTERS)} - {""}
    names |= {unit[0]} if unit[0] in _SHOPS and len(unit) > 1 else set()  # 每间直播间……共三间
    names |= _places(text, found, unit.lstrip(_COUNTERS))
    units = [i for i, m in enumerate(found) if i not in row and _counts(text, m, names)]
    units = units or (_leaders(words, text, found[:place]) if _PERSON in names else [])
    if not units or not row:
        return found
    is_people = _are_people(text, found[units[0]], names)
    if every and not is_people and len(row) < _SEVERAL:
        shops = replace(found[units[0]], kind="group", is_people=False, is_part=False)
        return [shops if i == units[0] else m for i, m in enumerate(found)]  # `groups` multiplies
    number = found[units[0]]
    marked = [_times(m, number) if i in row else m for i, m in enumerate(found)]
    told = replace(number, is_part=True, relation=PLAIN, kind="job", before="")
    marked[units[0]] = told if is_people else _nobody(number)
    whole = sum(marked[i].number.high for i in row)
    is_told = any(m.is_people and m.number.high == whole for m in found[: row[0]])
    return [_nobody(m) if i in row else m for i, m in enumerate(marked)] if is_told else marked


def _places(text: str, found: list[Mention], unit: str) -> set[str]:
    """Give the places counted that open a unit with who is there (两个直播间，每个直播间主播2)."""
    nouns = {text[m.number.end : m.end].lstrip(_COUNTERS) for m in found if m.number.high > 1}
    return {noun for noun in nouns if noun and unit.startswith(noun)}


def _leaders(words: PeopleWords, text: str, found: list[Mention]) -> list[int]:
    """Give where the last ones are counted who have others (三个店长，每人手下2个运营1个客服)."""
    several = [i for i, m in enumerate(found) if m.is_people and m.number.high > 1]
    last = found[several[-1]] if several else None
    is_job = last is not None and last.kind == "job" and last.number.high <= _MOST_UNITS
    name = text[last.number.end : last.end] if last else ""
    return several[-1:] if is_job and words.leaders.search(name) else []


def _are_people(text: str, units: Mention, names: set[str]) -> bool:
    """Tell whether the units are people themselves (每个closer配三个SDR), not shops or rooms."""
    if units.kind == "bare" and text.startswith(tuple(names), units.end):  # 客服六排，每排坐5个
        return False
    is_named = units.kind != "bare" or units.label.kind in PARTS
    return units.is_people and units.kind != "group" and is_named


def _one_in_front(words: PeopleWords, text: str, found: list[Mention], place: int) -> str:
    """Give the unit of which one is told right in front (两个卖场，一个卖场3个人顾)."""
    one = found[place - 1] if place else None
    if one is None or one.is_people or one.number.high != 1:
        return ""
    between = text[one.end : found[place].number.start]
    is_clause = words.clause_end.match(text, one.number.start - 1) is not None
    is_next = is_clause and between.strip(_HAVING) == "" and "," not in between
    unit = text[one.number.end : one.end].lstrip(_COUNTERS)
    is_only_one = f"另一{unit}" in text  # 一班3个主播，另一班也一样
    return unit if is_next and not is_only_one else ""


def _is_done(words: PeopleWords, mention: Mention) -> bool:
    """Tell a count that was multiplied before, along a chain of leaders."""
    return mention.relation == PLAIN and words.before[PER].search(mention.before) is not None


def _row(words: PeopleWords, text: str, found: list[Mention], place: int) -> list[int]:
    """List the people told one behind the other in the same clause."""
    row: list[int] = []
    for i in range(place, len(found)):
        mention = found[i]
        is_free = mention.kind in _KINDS and mention.relation in _THERE
        is_free = is_free and mention.number.is_count and 0 < mention.number.high <= _MOST_EACH
        between = text[found[i - 1].end : mention.number.start] if row else ""
        gap = between.removesuffix(mention.label.name).strip(_HAVING)
        is_next = words.row_gap.fullmatch(gap) and "," not in between
        if not is_free or not is_next or (row and not _is_person(mention)):
            break
        row.append(i)
    return row if row and _is_person(found[row[0]]) else []


def _is_person(mention: Mention) -> bool:
    return mention.is_people or mention.kind in ("job", "general") or mention.label.kind in PARTS


def _counts(text: str, mention: Mention, names: set[str]) -> bool:
    """Tell a count of such units (3个直播间; 店长3个)."""
    if not mention.number.is_count or not 1 < mention.number.high <= _MOST_UNITS:
        return False
    noun = text[mention.number.end : mention.end] + mention.after[:_LONGEST_NOUN]
    is_free = mention.relation in _THERE and mention.before[-1:] != "每"
    return is_free and any(name in noun or mention.label.name.endswith(name) for name in names)


def _of_all(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Multiply what each of the units has that were counted right before (两条线，各10个人)."""
    for i, (units, has) in enumerate(pairwise(found)):
        unit = words.couples.like_units.match(text, units.number.end)
        is_several = units.number.is_count and _SEVERAL <= units.number.high <= _MOST_UNITS
        if unit is None or not is_several or text[unit.end() : unit.end() + 1] != ",":
            continue
        is_each = words.couples.all_have.search(has.before) is not None
        is_each = is_each and has.number.start - len(has.before) == unit.end() + 1
        row = _row(words, text, found, i + 1) if is_each and has.relation == PER else []
        if row:
            marked = [_times(m, units) if k in row else m for k, m in enumerate(found)]
            marked[i] = _nobody(units)
            return marked
    return found


def _without_told(found: list[Mention]) -> list[Mention]:
    """Take for no people what is told one by one right behind (直播间俩，一间4人，一间6人)."""
    marked = list(found)
    for i, units in enumerate(found):
        name, many = units.label.name[-1:], units.number.high
        told = [m.label.name for m in found[i + 1 : i + 1 + many]] if many <= _MOST_UNITS else []
        is_told = bool(name) and units.kind == "bare" and len(told) == many > 1
        if is_told and all(one.endswith(f"一{name}") for one in told):
            marked[i] = _nobody(units)
    return marked


def _led(words: PeopleWords, found: list[Mention]) -> list[Mention]:
    """Count the leaders of so many people each (坐席24个，每8个配一个班长)."""
    marked = list(found)
    for i in range(1, len(found) - 1):
        some, lead = found[i], found[i + 1]
        is_every = words.couples.every_some.search(some.before) is not None
        is_led = words.couples.led_by.fullmatch(some.after) is not None
        is_person = lead.kind == "job" and lead.before == some.after and lead.relation == PLAIN
        all_led = [*reversed(marked[:i]), *marked[i + 2 :]]
        all_led = [m for m in all_led if m.is_people and m.relation in (PLAIN, ACTUAL)]
        if not (is_every and is_led and is_person and all_led) or some.kind not in _KINDS:
            continue
        size, people = some.number.high, all_led[0].number.high
        if not 1 < size <= people:
            continue
        number = replace(lead.number, low=people // size, high=-(-people // size))
        number = replace(number, low=number.high) if people % size else number
        marked[i] = _nobody(some)
        marked[i + 1] = replace(lead, number=number, kind="bare", is_part=True, before="")
    return marked


def _of_one_like(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Multiply what one of several like units has (一个班组主播1助播1场控1，三个班组)."""
    for i, one in enumerate(found):
        unit = words.couples.like_units.match(text, one.number.end)
        if one.number.high != 1 or unit is None:
            continue
        row = _row(words, text, found, i + 1)
        ahead = text[unit.end() : found[i + 1].number.start].strip(_HAVING) if row else ""
        several = [
            k for k, m in enumerate(found) if k not in row and _is_like(words, text, m, unit[1])
        ]
        is_close = row and found[i + 1].label.name.endswith(ahead)
        if not is_close or len(several) != 1 or len(row) < _SEVERAL:
            continue
        number = found[several[0]]
        marked = [_times(m, number) if k in row else m for k, m in enumerate(found)]
        return [_nobody(m) if k in (i, several[0]) else m for k, m in enumerate(marked)]
    return found


def _is_like(words: PeopleWords, text: str, mention: Mention, name: str) -> bool:
    unit = words.couples.like_units.match(text, mention.number.end)
    is_several = mention.number.is_count and 1 < mention.number.high <= _MOST_UNITS
    return is_several and unit is not None and unit[1] == name
