"""What stands in rows of counted people: sums, brackets, times of day, names without a noun.

All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from flows.counts.labels import PARTS, WHOLE
from flows.counts.mention import Mention
from flows.counts.people_words import PLAIN, PeopleWords

_TIMES = 5  # as many people at one place as at another
_MOST_WORDS = 4  # of a name
_LEAST, _MOST = 2, 500  # people
_OF, _AND = " of ", "and "
_PAIR, _STAFF = 2, {"staff", "employees", "workers", "staff members"}


def of_two_kinds(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark staff beside others of another kind as parts (4 staff and 6 volunteers)."""
    marked = list(found)
    for i, (one, other) in enumerate(pairwise(found)):
        kinds = {text[m.number.end : m.end].strip() for m in (one, other)}
        are_people = one.relation == other.relation == PLAIN and other.kind == "general"
        is_owned = words.sums.owners.fullmatch(text[one.number.end : one.end].strip()) is not None
        are_people = are_people and (one.kind == "general" or (one.kind == "job" and is_owned))
        is_kind = len(kinds) == _PAIR and bool(kinds & _STAFF) and not kinds & words.plain_people
        gap = text[one.end : other.number.start]
        if are_people and is_kind and gap.isascii() and words.one_joined.fullmatch(gap):
            marked[i : i + _PAIR] = [one.part(), other.part()]
    return marked


def of_teams(words: PeopleWords, found: list[Mention]) -> list[Mention]:
    """Mark the counts of two teams as parts (telesales of 35 and a support desk of 15)."""
    marked = list(found)
    for i, (one, other) in enumerate(pairwise(found)):
        is_said = one.after == other.before and other.before.lstrip().startswith(_AND)
        is_said = is_said and all(m.before.endswith(_OF) and m.kind == "bare" for m in (one, other))
        is_named = words.labels.search(one.before.removesuffix(_OF)) is not None
        if is_said and is_named and other.is_people and one.number.is_count:
            marked[i : i + _PAIR] = [one.part(), other.part()]
    return marked


def is_short_for(last: Mention, mention: Mention) -> bool:
    """Tell the next name of a list without its noun (Manila has 19 agents, Krakow 12)."""
    name = mention.before.strip()
    is_name = name == mention.label.name and name.isascii() and len(name.split()) <= _MOST_WORDS
    is_next = last.after.strip() in ("", name)
    is_alone = mention.kind == "bare" and not mention.after.strip() and is_next
    is_led = last.kind in ("job", "bare") and last.label.kind in (*PARTS, WHOLE)
    is_like = mention.number.high <= _TIMES * last.number.high
    return is_name and is_alone and is_led and is_like


def of_places(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark what places have, where only the first tells whom (Rome has 18 agents and Milan 11)."""
    marked = list(found)
    for i, (one, other) in enumerate(pairwise(found)):
        is_first = one.kind in ("job", "general") and one.is_people and one.relation == PLAIN
        is_first = is_first and text.isascii()
        is_next = other.kind == "bare" and other.relation == PLAIN and not other.after.strip()
        is_next = is_next and other.number.is_count and one.number.high <= _MOST
        is_like = _LEAST <= other.number.high <= _TIMES * one.number.high
        if not (is_first and is_next and is_like) or text[one.end : other.number.start].count(","):
            continue
        is_named = words.sums.place_short.fullmatch(text[one.end : other.number.start].lstrip())
        if is_named and words.sums.place_has.search(text[: one.number.start]):
            marked[i : i + _PAIR] = [one.part(), other.part()]
    return marked


def of_owners(words: PeopleWords, found: list[Mention]) -> list[Mention]:
    """Mark whom several people have, each named (Kev's lot is 6, Shaz has 7)."""
    marked = list(found)
    for i, (one, other) in enumerate(pairwise(found)):
        free = [m for m in (one, other) if m.kind != "thing" and m.number.is_count]
        free = [m for m in free if m.relation == PLAIN]
        is_first = marked[i].is_part or words.sums.owned_by.search(one.before.strip())
        is_row = is_first and words.sums.owned_too.search(other.before.strip())
        if is_row and len(free) == _PAIR and other.number.high <= _TIMES * one.number.high:
            marked[i : i + _PAIR] = [one.part(), other.part()]
    return marked


def is_at(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell those of a time of day (11 evenings, 4 weekends only)."""
    said = text[mention.number.end : mention.end] + mention.after
    return words.sums.times_of_day.match(said.strip()) is not None


def is_of_work(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell those of a time of day, and one for several things (11 evenings; 1 returns)."""
    noun = text[mention.number.end : mention.end].strip()
    is_one = mention.number.high == 1 and noun.endswith("s") and noun.isascii()
    return is_one or words.sums.times_of_day.fullmatch(noun) is not None


def added_up(text: str, found: list[Mention]) -> list[Mention]:
    """Let the numbers of a sum count what its last one counts (20 + 15 + 9 agents)."""
    marked = list(found)
    for i in range(len(found) - 2, -1, -1):
        one, following = marked[i], marked[i + 1]
        is_sum = text[one.number.end : following.number.start].strip() == "+"
        if is_sum and one.kind == "bare" and one.number.is_count and following.is_people:
            marked[i] = one.part()
            marked[i + 1] = replace(following, is_part=True)
    return marked


def bracketed(text: str, found: list[Mention]) -> list[Mention]:
    """Mark counts that stand in brackets of their own behind several teams as parts."""
    inside = [
        m
        for m in found
        if m.kind in ("general", "bare") and m.number.is_count and m.relation == PLAIN
        if text[max(0, m.number.start - 1) : m.number.start] == "("
        and text[m.end : m.end + 1] == ")"
    ]
    if len(inside) < 2 or not any(m.is_people for m in inside):  # noqa: PLR2004
        return found
    return [m.part() if m in inside else m for m in found]
