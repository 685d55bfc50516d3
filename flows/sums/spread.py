"""Multiplying counts that hold for both sides, each leader, or each of several like teams.

两地各有一个经理; 两个经理，每个经理带3个组长，每个组长带6人; one lead and 8 reps, three teams like
that. `groups` multiplies the people of counted groups. All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise

from flows.counts.labels import PARTS, THING, WHOLE
from flows.counts.mention import Mention
from flows.counts.people_words import PER, PLAIN, PeopleWords
from flows.counts.things import PEOPLE

_SEVERAL, _MOST_EACH = 2, 200  # people
_ANDS = ("and", "+", "&", "plus")


def spread(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Give counts that hold for each of several the number there are in all."""
    found = _led_by_each(words, text, _in_one(words, text, _for_both(words, text, found)))
    each = [m for m in found if m.relation == PER]
    if len(each) > 1:
        found = _in_chain(words, text, found)
    if each and not any(m.kind == "group" for m in found):
        found = [_for_units(words, found, i) for i in range(len(found))]
    return _for_such(words, text, _each_of(words, text, found))


def _for_both(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Double what both sides have (两边各10人); the number of the sides counts nobody."""
    marked = list(found)
    for i, mention in enumerate(found):
        start = mention.number.start
        each_side = mention.relation == PER and mention.number.high <= _MOST_EACH
        before = words.sums.both.search(text[:start]) if mention.relation == PER else None
        if before is None and each_side:
            before = words.sums.two_sides.search(text[:start])
        behind = words.sums.on_both.match(mention.after) if mention.kind in PEOPLE else None
        if not (before or behind):
            continue
        marked[i] = mention.times(_SEVERAL, _SEVERAL)
        if before and i and found[i - 1].number.start >= before.start():
            marked[i - 1] = found[i - 1].nobody()
    return marked


def _in_one(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Add up those whom each of several has (each has 3 SDRs and 2 AEs)."""
    marked = list(found)
    for i in range(1, len(found)):
        each, more = marked[i - 1], found[i]
        is_each = each.relation == PER and words.sums.each_got.search(each.before.rstrip())
        is_person = more.kind in PEOPLE and more.relation == PLAIN
        gap = text[each.end : more.number.start].strip()
        if is_each and each.kind in PEOPLE and is_person and gap in _ANDS:
            low, high = each.number.low + more.number.low, each.number.high + more.number.high
            number = replace(each.number, low=low, high=high)
            marked[i - 1] = replace(each, number=number, end=more.end, after=more.after)
            marked[i] = more.nobody()
    return marked


def _led_by_each(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Take leaders of whom each has some for people (3 leads, each with ten callers)."""
    marked = list(found)
    for i, (leads, has) in enumerate(pairwise(found)):
        is_lead = words.leaders.fullmatch(text[leads.number.end : leads.end].strip())
        gap = text[leads.end : has.number.start]
        is_with = has.relation == PER and words.sums.leads_with.fullmatch(gap)
        if leads.kind == "thing" and leads.number.is_count and is_lead and is_with:
            marked[i] = replace(leads, kind="job", is_people=True, relation=PLAIN)
            marked[i + 1] = has.times(leads.number.low, leads.number.high)
    return marked


def _in_chain(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Multiply along a chain of leaders (两个经理，每个经理三个组长，每个组长带6个)."""
    marked = list(found)
    for i, mention in enumerate(found):
        unit = words.per_unit.search(mention.before) if mention.relation == PER else None
        leaders = [m for m in marked[:i] if unit and m.is_people and m.relation == PLAIN]
        named = [m for m in leaders if unit and unit.group(1) in text[m.number.end : m.end]]
        if named:
            marked[i] = mention.times(named[-1].number.low, named[-1].number.high)
    return marked


def _each_of(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Multiply what each of several has (each of the 4 managers has 6 reps)."""
    marked = list(found)
    for i, (several, has) in enumerate(pairwise(found)):
        is_each = several.number.is_count and words.sums.each_of.search(several.before.rstrip())
        noun = text[several.number.end : several.end]
        if is_each and several.kind == "thing" and words.leaders.search(noun):  # our 5 leads
            marked[i] = replace(several, kind="job", is_people=True, relation=PLAIN)
        elif is_each:
            marked[i] = replace(several, relation=PLAIN)
        if is_each and has.kind in PEOPLE and has.before == several.after:
            marked[i + 1] = has.times(several.number.low, several.number.high)
    return marked


def _for_units(words: PeopleWords, found: list[Mention], place: int) -> Mention:
    """Multiply by the units that were told one by one (一组10人，二组12人，组长各1人)."""
    mention = found[place]
    units = [m for m in found[:place] if _is_unit(words, m)]
    if len(units) < _SEVERAL and words.leaders.search(mention.label.name):
        units = [m for m in found[:place] if _is_led(words, m)]
    is_each = words.before[PER].search(mention.before) is not None
    if mention.relation != PER or not is_each or len(units) < _SEVERAL:
        return mention
    return mention.times(len(units), len(units))


def _is_led(words: PeopleWords, mention: Mention) -> bool:
    """Tell people of some work who have a leader (售前7人售后8人，班长各一)."""
    is_part = mention.label.kind != THING and mention.label.name and mention.relation == PLAIN
    is_known = mention.kind == "general" or mention.is_people
    return (
        bool(is_part)
        and is_known
        and mention.number.high > 1
        and words.leaders.search(mention.label.name) is None
    )


def _is_unit(words: PeopleWords, mention: Mention) -> bool:
    """Tell the people of a group, a place or a shift (一组八个; 早班6个)."""
    is_unit = mention.label.kind in ("unit", WHOLE) or words.at_work.statuses.search(
        mention.label.name
    )
    is_free = mention.relation == PLAIN and mention.kind in ("bare", "general")
    return bool(is_unit) and is_free and mention.number.high > 1


def _for_such(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Multiply a team that was told by how many are like it (这样的组有三个)."""
    for i, group in enumerate(found):
        such = words.sums.such.search(group.before) or words.sums.such_behind.match(group.after)
        is_like = such is not None or _is_of_one_lead(words, text, found[:i], group)
        if group.kind == "bare" and text.isascii() and group.label.kind in (*PARTS, WHOLE):
            continue  # marketing is 23 of those
        if group.kind not in ("group", "bare") or not is_like or group.number.high < _SEVERAL:
            continue
        team = [m for m in found[:i] if m.kind in PEOPLE and m.relation == PLAIN]
        if group.kind == "bare" and _sums_up(found, i):
            continue  # 主播两位，打单一位，打包四位，这样七个
        low, high = group.number.low, group.number.high
        counted = [m.times(low, high) if m in team else m for m in found[:i]]
        return [*counted, replace(group, kind="thing", is_people=False), *found[i + 1 :]]
    return found


def _is_of_one_lead(words: PeopleWords, text: str, team: list[Mention], groups: Mention) -> bool:
    """Tell how many groups are like the one that is told (一个组长底下八个人，一共四组)."""
    if len(team) != _SEVERAL or not words.summed.fullmatch(groups.before.strip()):
        return False
    lead, led = team
    is_one = lead.number.high == 1 and led.number.high > 1 and not lead.before.strip()
    noun = lead.noun_in(text)
    return groups.kind == "group" and is_one and words.leaders.search(noun) is not None


def _sums_up(found: list[Mention], place: int) -> bool:
    """Tell a number that is what the last ones in front of it add up to."""
    parts = [m.number.high for m in found[:place] if m.kind != "thing"]
    sums = list(accumulate(reversed(parts)))
    return found[place].number.high in sums[1:]
