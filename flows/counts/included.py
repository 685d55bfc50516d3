"""Telling whether people are in a count that was told or come on top of it (not in the 12).

All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace

from flows.counts.mention import Mention
from flows.counts.people_words import IGNORE, MORE, PER, TARGET, PeopleWords
from flows.counts.references import clause_before, is_named

_COUNTED, _COUNTERS = ("general", "job", "bare"), " 个名位"
_BEING = "在也都就是"


def with_included(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Leave out who is in another count (2 leads, counted in the 86), and add who is not."""
    marked = list(found)
    for i, mention in enumerate(found):
        before = clause_before(text, mention.number.start).rstrip()
        is_in = words.sums.in_the.search(before) is not None
        if not (is_in or words.sums.not_in_the.search(before)):
            continue
        wholes = [k for k in range(i) if _is_same(found[k], mention)]
        place = _who(words, text, found, i, wholes)
        if wholes or (is_in and _is_sum(found[:i], mention)):
            marked[i] = _nobody(mention)
        if wholes and place is not None:
            is_all = words.sums.each_of.search(found[place].before.rstrip()) is not None
            marked = _placed(marked, place, wholes[-1], is_in=is_in, is_all=is_all)
    return _doing_both(words, text, _told_in_short(words, text, marked))


def _doing_both(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Leave out one of those counted who does something else, too (文案2，有一个文案兼组长)."""
    marked = list(found)
    for i, mention in enumerate(found):
        noun = text[mention.number.end : mention.end].strip(_COUNTERS)
        is_one = mention.kind == "job" and mention.number.high == 1 and bool(noun)
        if is_one and words.beside.also.match(mention.after):
            named = [m for m in found[:i] if m.number.high > 1 and m.label.name.endswith(noun)]
            marked[i] = _nobody(mention) if named else mention
    return marked


def _told_in_short(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Read the same of what is said without the number (a lead, already included; 是另外的)."""
    marked = list(found)
    for i, mention in enumerate(found):
        wholes = [k for k in range(i) if found[k].number.high > mention.number.high]
        wholes = [k for k in wholes if _may_be(words, text, found[k])]
        if not wholes or not _may_be(words, text, mention):
            continue
        is_in = words.sums.included.match(text, mention.end) is not None
        if is_in or words.sums.apart.match(text, mention.end) or _is_apart(words, text, mention):
            marked = _placed(marked, i, wholes[-1], is_in=is_in)
    return marked


def _is_apart(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell leaders who come on top of those counted (22 reps, not including the 3 leads)."""
    is_leader = words.leaders.search(text[mention.number.end : mention.end].rstrip()) is not None
    is_apart = words.sums.left_out_behind.match(text, mention.end)  # 两个队长不计在里面
    return is_leader and bool(is_apart or words.sums.left_apart.search(mention.before))


def _is_same(earlier: Mention, mention: Mention) -> bool:
    """Tell a count that is told again (the 86)."""
    one, other = earlier.number, mention.number
    return one.high == other.high and earlier.kind != "thing" and one.is_count and other.is_count


def _is_sum(earlier: list[Mention], mention: Mention) -> bool:
    """Tell a whole of which only the parts were told before (22个，班长2个，都在这24个里面)."""
    people = [m.number.high for m in earlier if m.is_people]
    return len(people) > 1 and sum(people) == mention.number.high


def _who(
    words: PeopleWords, text: str, found: list[Mention], again: int, wholes: list[int]
) -> int | None:
    """Find the count of those who are said to be in another one: named, or the last before it."""
    clause = clause_before(text, found[again].number.start)
    start = found[again].number.start - len(clause)
    place = found[again].number.start
    others = [
        i for i, m in enumerate(found) if i not in (again, *wholes) and _may_be(words, text, m)
    ]
    inside = [i for i in others if start <= found[i].number.start < place]
    named = [i for i in others if is_named(words, text, found[i], clause)]
    if not (inside or named) and words.leaders.search(clause.rstrip(_BEING)):
        return None  # 售前组长在6人里
    ahead = [i for i in inside or named or others if i < again]
    return ahead[-1] if ahead else next(iter(named), None)


def _may_be(words: PeopleWords, text: str, mention: Mention) -> bool:
    if mention.kind == "thing":  # 5 leads
        noun = text[mention.number.end : mention.end].strip()
        return bool(noun) and words.leaders.search(noun) is not None
    is_free = mention.relation not in (TARGET, MORE) and mention.number.is_count
    return mention.kind in _COUNTED and is_free


def _placed(
    found: list[Mention], place: int, whole: int, *, is_in: bool, is_all: bool = False
) -> list[Mention]:
    """Leave out who is in the whole, and add to it who is apart."""
    marked, number = list(found), found[whole].number
    is_each = found[place].relation == PER and not is_all
    if not (is_in or is_each or found[place].relation == IGNORE):
        low, high = number.low + found[place].number.low, number.high + found[place].number.high
        marked[whole] = replace(found[whole], number=replace(number, low=low, high=high))
    if is_in or not is_each:
        marked[place] = _nobody(found[place])
    return marked


def _nobody(mention: Mention) -> Mention:
    return replace(mention, kind="thing", is_people=False, relation=IGNORE)
