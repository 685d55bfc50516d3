"""Counting groups within groups, and leaders of so many people each, in Chinese.

每10个配一个组长，话务员40个; 两个大组，每个大组3个小组，小组6人; 三个投手每人配一个剪辑;
6+1的配置，共4组; 两个店各3个运营，共用一个美工. All words come from `sizes.toml`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from flows.counts.mention import Mention
from flows.counts.people_words import MORE, PLAIN, PeopleWords
from flows.counts.people_words import TARGET as AIM

_MOST, _MOST_UNITS, _MOST_EACH = 2000, 100, 200
_KINDS = ("job", "general", "bare")
_PLUS, _LONG, _EVERY = "+", "长", ("每", "各")
_Read = Callable[[PeopleWords, str, list[Mention], int], "list[Mention] | None"]


def with_levels(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Count all people of groups and of leaders that are told once for all of them."""
    if text.isascii():
        return found
    found = _one_by_one(words, text, _down_a_chain(words, text, found))
    for read in _READERS:
        for i in range(len(found) - 1):
            if told := read(words, text, found, i):
                return told
    return found


def _is_leader(words: PeopleWords, text: str, mention: Mention) -> bool:
    return words.squads.leader.fullmatch(mention.noun_in(text)) is not None


def _may_be(mention: Mention, most: int) -> bool:
    is_count = mention.number.is_count and 0 < mention.number.high <= most
    return is_count and mention.kind in _KINDS and mention.relation not in (MORE, AIM)


def _are_units(words: PeopleWords, text: str, mention: Mention) -> bool:
    is_many = mention.number.is_count and 1 < mention.number.high <= _MOST_UNITS
    return is_many and words.squads.unit_of_any.match(text, mention.number.end) is not None


def _for_every(words: PeopleWords, text: str, found: list[Mention], i: int) -> list[Mention] | None:
    """Add one leader for every so many (每10个配一个组长，话务员40个)."""
    every, lead = found[i], found[i + 1]
    is_every = words.squads.for_every.search(text[: every.number.start]) is not None
    gap = text[every.end : lead.number.start].strip()
    if not is_every or every.number.high < 2 or lead.number.high != 1:  # noqa: PLR2004
        return None
    if not (words.squads.every_has.fullmatch(gap) and _is_leader(words, text, lead)):
        return None
    others = [k for k, m in enumerate(found) if k not in (i, i + 1) and _may_be(m, _MOST)]
    if any(words.squads.leader.fullmatch(found[k].label.name) for k in others):
        return None
    wholes = [k for k in others if found[k].number.high > every.number.high]
    if not wholes:
        return None
    whole = found[wholes[0]]
    is_in = words.squads.lead_inside.search(text) is not None
    low, high = (
        n + (0 if is_in else -(-n // every.number.high))
        for n in (whole.number.low, whole.number.high)
    )
    told = replace(whole, number=replace(whole.number, low=low, high=high))
    again = {i, i + 1, *(k for k in wholes[1:] if found[k].number.high == whole.number.high)}
    marked = [m.nobody() if k in again else m for k, m in enumerate(found)]
    marked[wholes[0]] = told.as_job()
    return marked


def _nested(words: PeopleWords, text: str, found: list[Mention], i: int) -> list[Mention] | None:
    """Multiply the people of small groups by all groups (两个大组，每组3个小组，小组6人)."""
    if i + 2 >= len(found):
        return None
    large, small, first = found[i : i + 3]
    is_lead = _may_be(large, _MOST_UNITS) and words.squads.leader_at_end.search(
        large.label.name + large.noun_in(text)
    )
    is_every = words.squads.every_unit.search(small.before.rstrip()) is not None
    if not is_every or not (_are_units(words, text, large) or is_lead):
        return None
    if not _are_units(words, text, small) or not _may_be(first, _MOST_EACH):
        return None
    if words.squads.of_small.search(text[small.end : first.number.start].strip()) is None:
        return None
    several = large.number.high * small.number.high
    row = _row(words, text, found, i + 2)
    marked = [m.times(several, several).as_job() if m in row else m for m in found]
    marked[i] = large.as_job() if is_lead else large.nobody()
    marked[i + 1] = replace(small.nobody(), relation=PLAIN)
    apart = words.squads.lead_apart.search(text, row[-1].end)
    if apart:
        name = large.noun_in(text)
        is_large = bool(name) and name + _LONG in text[row[-1].end :]
        number = marked[i + 2].number
        more = large.number.high if is_large else several
        number = replace(number, low=number.low + more, high=number.high + more)
        marked[i + 2] = replace(marked[i + 2], number=number)
    return marked


def _row(words: PeopleWords, text: str, found: list[Mention], first: int) -> list[Mention]:
    """List a leader and those beside them (每组一个组长七个销售)."""
    row = [found[first]]
    for m in found[first + 1 :]:
        gap = text[row[-1].end : m.number.start].strip()
        joins = not gap or words.one_joined.fullmatch(gap) or words.squads.leads.fullmatch(gap)
        if not joins or not _may_be(m, _MOST_EACH) or not _is_leader(words, text, row[0]):
            break
        row.append(m)
    return row


def _each_leading(
    words: PeopleWords, text: str, found: list[Mention], i: int
) -> list[Mention] | None:
    """Multiply whom every one of some people has (三个投手每人配一个剪辑; 6个，一人带一个)."""
    leaders, led = found[i], found[i + 1]
    used = {i + 1}
    if not (leaders.is_people and leaders.number.high > 1 and _may_be(leaders, _MOST_EACH)):
        return None
    gap = text[leaders.end : led.number.start].strip()
    if led.number.high == 1 and i + 2 < len(found) and gap in ("", ","):
        one, led = led, found[i + 2]
        used = {i + 1, i + 2}
        gap = text[one.end : led.number.start].strip()
        is_each = bool(gap) and words.squads.leads.fullmatch(gap) is not None
        is_each = is_each and not text[one.number.end : one.end].strip("个人位名")
        others = [*found[max(0, i - 1) : i], *found[i + 3 : i + 4]]
        is_each = is_each and not any(m.number.high == 1 for m in others)
    else:
        is_each = words.squads.every_leads.fullmatch(gap) is not None
    if not is_each or not _may_be(led, _MOST_EACH):
        return None
    marked = [m.nobody() if k in used else m for k, m in enumerate(found)]
    marked[i] = leaders.as_job()
    marked[max(used)] = led.times(leaders.number.low, leaders.number.high).as_job()
    return marked


def _so_composed(
    words: PeopleWords, text: str, found: list[Mention], i: int
) -> list[Mention] | None:
    """Multiply a squad that is told as a sum (6+1的配置，共4组)."""
    one, other = found[i], found[i + 1]
    is_sum = text[one.end : other.number.start].strip() == _PLUS
    if not is_sum or not words.squads.composed.match(text, other.end):
        return None
    units = [k for k, m in enumerate(found) if k not in (i, i + 1) and _are_units(words, text, m)]
    if not units:
        return None
    each = replace(one.number, low=one.number.low + other.number.low)
    each = replace(each, high=one.number.high + other.number.high)
    several = found[units[0]].number
    marked = [m.nobody() if k in (i + 1, units[0]) else m for k, m in enumerate(found)]
    squad = replace(one, number=each)
    marked[i] = squad.times(several.low, several.high).as_job()
    return marked


def _with_shared(
    words: PeopleWords, text: str, found: list[Mention], i: int
) -> list[Mention] | None:
    """Multiply who is at each of several shops, where others work for all of them."""
    shops, each = found[i], found[i + 1]
    gap = text[shops.number.end : each.number.start].strip()
    is_many = shops.number.is_count and 1 < shops.number.high <= _MOST_UNITS
    if not is_many or not words.squads.shops_each.fullmatch(gap) or not _may_be(each, _MOST_EACH):
        return None
    row = [i + 1]
    for k in range(i + 2, len(found)):
        m, gap = found[k], text[found[k - 1].end : found[k].number.start].strip()
        behind = words.squads.shared_behind.match(text, m.end)
        if _may_be(m, _MOST_EACH) and (words.squads.shared.search(m.before.rstrip()) or behind):
            return _shared(found, row, k, behind.end() if behind else 0)
        if row[-1] == k - 1 and (not gap or words.one_joined.fullmatch(gap)):
            row.append(k)
    return None


def _shared(found: list[Mention], row: list[int], k: int, stop: int) -> list[Mention]:
    """Add up those of all shops and who works for all of them, told in one place."""
    shops, one = found[row[0] - 1].number, found[k].number
    low = sum(found[i].number.low for i in row) * shops.low + one.low
    high = sum(found[i].number.high for i in row) * shops.high + one.high
    first = found[row[0]]
    told = replace(first, number=replace(first.number, low=low, high=high))
    dropped = {row[0] - 1, *row, k}
    marked = [
        m.nobody() if i in dropped or found[k].end <= m.number.start < stop else m
        for i, m in enumerate(found)
    ]
    marked[row[0]] = told.as_job()
    return marked


def _with_their_leads(
    words: PeopleWords, text: str, found: list[Mention], i: int
) -> list[Mention] | None:
    """Multiply groups of which each has so many, its leader among them (三队，每队7个连组长)."""
    units, each = found[i], found[i + 1]
    if not (_are_units(words, text, units) and words.squads.with_lead.match(text, each.number.end)):
        return None
    if not words.squads.every_unit.search(each.before.rstrip()) or not _may_be(each, _MOST_EACH):
        return None
    marked = list(found)
    marked[i] = units.nobody()
    marked[i + 1] = each.times(units.number.low, units.number.high).as_job()
    return [m.as_job() if _is_over(words, text, m) and k < i else m for k, m in enumerate(marked)]


def _is_over(words: PeopleWords, text: str, mention: Mention) -> bool:
    return mention.number.high == 1 and _is_leader(words, text, mention)


def _down_a_chain(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Read how many there are on each level (主管带组长、组长带组员：1、3、24)."""
    for i, m in enumerate(found):
        if not words.squads.chain.search(text[: m.number.start].rstrip()):
            continue
        row = [m]
        for other in found[i + 1 :]:
            if not words.row_gap.fullmatch(text[row[-1].end : other.number.start]):
                break
            row.append(other)
        if len(row) > 1:
            return [one.as_job() if one in row else one for one in found]
    return found


def _one_by_one(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Read groups one by one (两队，一队5个连队长，一队6个连队长)."""
    rows = [
        i
        for i, (unit, m) in enumerate(pairwise(found))
        if unit.number.high == 1
        and unit.kind == "group"
        and not text[unit.end : m.number.start].strip("有是,，就 ")
        and _may_be(m, _MOST_EACH)
        and (
            words.squads.with_lead.match(text, m.number.end) or words.open_after.match(text, m.end)
        )
    ]
    if len(rows) < 2:  # noqa: PLR2004
        return found
    counts = [found[i + 1].number for i in rows]
    first = found[rows[0]]
    number = replace(first.number, low=sum(n.low for n in counts), high=sum(n.high for n in counts))
    is_whole = rows[0] > 0 and found[rows[0] - 1].number.high == len(rows)
    dropped = {k for i in rows for k in (i, i + 1)} | ({rows[0] - 1} if is_whole else set())
    marked = [m.nobody() if k in dropped else m for k, m in enumerate(found)]
    told = replace(first, number=number, end=found[rows[0] + 1].end)
    marked[rows[0]] = told.as_job()
    return marked


def _lead_apart(
    words: PeopleWords, text: str, found: list[Mention], i: int
) -> list[Mention] | None:
    """Add a leader who is not in a count that is told again (12人，组长不在这12个里)."""
    whole, again = found[i], found[i + 1]
    is_same = whole.is_people and 1 < whole.number.high == again.number.high
    if not is_same or not words.squads.lead_not_in.search(again.before.rstrip()):
        return None
    others = [m for m in found if m not in (whole, again) and _may_be(m, _MOST)]
    is_again = words.sentence_end.search(text, whole.end, again.number.start) is None
    if others or not is_again or words.couples.every.search(whole.before):
        return None
    return [whole.and_one().as_job(), again.nobody()]


_READERS: tuple[_Read, ...] = (
    _lead_apart,
    _for_every,
    _nested,
    _each_leading,
    _so_composed,
    _with_shared,
    _with_their_leads,
)
