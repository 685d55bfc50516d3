"""Multiplying people per group by the number of groups (3个组，每组8人; 4 leads with 6 reps each).

All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace

from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, IGNORE, PER, TARGET, PeopleWords
from flows.text.numbers import Number


def groups(
    words: PeopleWords, text: str, people: list[Mention], found: list[Mention]
) -> list[Number]:
    """Multiply people per group by the number of groups (3个组，每组8人)."""
    several = [m for m in people if m.relation == PER]
    several.sort(key=lambda m: _is_of_leaders(words, text, m))
    for each in several:
        unit = words.per_unit.search(each.before)
        behind = words.per_unit.search(each.after)
        name = unit.group(1) if unit else None
        named = name or (behind.group(1) if behind else None)
        several_now = [m for m in found if m is not each and _counts(words, text, m, named)]
        present = [m for m in several_now if m.relation != IGNORE]
        is_known = any(m.relation == ACTUAL and m.kind == "general" for m in people)
        if several_now and not present and is_known:  # 现在28人，之前两队各20
            continue
        several_now = present or several_now
        counts = [m.number for m in several_now]
        counts = counts or [m.number for m in _led(each, found) if named is None]
        counts = counts or [m.number for m in found if words.shared.fullmatch(_gap(text, m, each))]
        if counts:
            with_lead = [m.number for m in several if _is_of_leaders(words, text, m) or m is each]
            low, high = (sum(n.low for n in with_lead), sum(n.high for n in with_lead))
            low, high = low * counts[0].low, high * counts[0].high
            return [replace(each.number, low=low, high=high)]
    return []


def _is_of_leaders(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell leaders of groups by their noun or the name in front (组长每更一个)."""
    name, _, each = mention.label.name.partition("每")
    is_one = mention.number.high == 1 and words.leaders.search(each)  # 另每区主管1名
    is_named = words.leaders.search(_noun(text, mention)) or words.leaders.search(name.rstrip())
    return bool(is_one or is_named)


def _noun(text: str, mention: Mention) -> str:
    return text[mention.number.end : mention.end]


def are_planned(people: list[Mention], found: list[Mention]) -> bool:
    """Tell groups that are to come from those there are (要凑满四个组每组8个，现在11人)."""
    is_target = any(m.kind == "group" and m.relation == TARGET for m in found)
    return is_target and any(m.relation == ACTUAL for m in people)


def _gap(text: str, first: Mention, second: Mention) -> str:
    return text[first.end : second.number.start] if first.end <= second.number.start else "-"


def _led(each: Mention, found: list[Mention]) -> list[Mention]:
    """Find those who have so many people each (三个组长各带8个人)."""
    start = each.number.start
    earlier = [m for m in found if m.number.start < start and m.number.high > 1 and m.is_people]
    return earlier[-1:]


def _counts(words: PeopleWords, text: str, mention: Mention, unit: str | None) -> bool:
    """Tell whether a number counts groups, or the unit named (5个直播间，每间3个人)."""
    if not mention.number.is_count or words.denied.search(mention.before):
        return False
    if mention.number.high <= 1:  # one marketing team of 11
        return mention.kind == "group" and mention.after.strip() == "of"
    behind = text[mention.number.end : mention.end] + mention.after
    is_named = unit is not None and mention.kind == "bare" and mention.label.name.endswith(unit)
    return mention.kind == "group" or is_named or (unit is not None and unit in behind)
