"""Telling what there is from what is wished or allowed where both are told side by side.

The limit is 30, we sit at 22; need 50 callers, have 18; 7 people instead of 3. All words come from
`sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, IGNORE, MORE, PLAIN, TARGET, PeopleWords
from flows.counts.things import PEOPLE
from flows.sums.beside import may_count, occupied, resulting
from flows.sums.pair_lists import in_lists

_THERE = (PLAIN, ACTUAL)
_WISHED = (PLAIN, ACTUAL, MORE, TARGET, IGNORE)
_TWICE = 2  # times as many as are needed at least
_SENTENCES = 1  # that may end between the two


def paired(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the pairs of what is wished and what there is, told in either order."""
    marked = occupied(words, text, found)
    places = [i for i, m in enumerate(marked) if may_count(words, text, m)]
    for one, other in pairwise(places):
        for wish, there in ((one, other), (other, one)):
            if _is_pair(words, text, marked, wish, there):
                marked[wish] = _as_wish(marked[wish])
                marked[there] = _as_there(marked, there, wish)
                break
    return in_lists(words, text, resulting(words, text, marked))


def _as_wish(mention: Mention) -> Mention:
    """Make a target of a count; of a limit (no more than 12) the limit itself."""
    number = mention.number
    number = replace(number, low=number.high) if number.low <= 1 else number
    is_open = number.high == _TWICE * number.low  # at least 20
    number = replace(number, high=number.low) if is_open else number
    return replace(mention, number=number, is_people=True, is_part=False, relation=TARGET)


def _as_there(found: list[Mention], place: int, wish: int) -> Mention:
    """Make a count the one that is there; parts of a list stay what they are."""
    others = [m for i, m in enumerate(found) if m.is_people and i not in (place, wish)]
    told = found[place]
    if told.is_people and any(m.relation in _THERE for m in others):
        return told
    return replace(told, before="", is_people=True, relation=ACTUAL)


def _is_pair(words: PeopleWords, text: str, found: list[Mention], wish: int, there: int) -> bool:
    """Tell whether one number is wished and the other one is there."""
    wished, told = found[wish], found[there]
    if _is_where(words, text, wished, told):
        return True
    is_people = told.is_people or wished.kind in PEOPLE or told.kind in PEOPLE
    if not is_people and not _is_placed(words, text, told):
        return False
    if told.relation not in _THERE or _between(words, text, wished, told) > _SENTENCES:
        return False
    if _is_instead(words, text, wished, told):
        return True
    return _is_said(words, text, wished, told)


def _is_where(words: PeopleWords, text: str, wished: Mention, told: Mention) -> bool:
    """Tell what is needed in place of what there is (11 where we need 16)."""
    gap = text[told.number.end : wished.number.start]
    if not gap or told.number.high == wished.number.high:
        return False
    is_needed = words.sums.needed_behind.match(text, wished.number.end) is not None
    return words.sums.where.fullmatch(gap) is not None or (
        is_needed and words.sums.where_needed.fullmatch(gap) is not None
    )


def _between(words: PeopleWords, text: str, one: Mention, other: Mention) -> int:
    """Count the sentences that end between two numbers."""
    first, second = sorted((one, other), key=lambda m: m.number.start)
    return sum(1 for _ in words.sentence_end.finditer(text[first.end : second.number.start]))


def _is_said(words: PeopleWords, text: str, wished: Mention, told: Mention) -> bool:
    """Tell by the words around both whether one is wished and the other one is there."""
    if wished.number.high == told.number.high or wished.relation not in _WISHED:
        return False
    if _is_more(words, text, wished):
        return False
    is_there = _is_there(words, text, told)
    is_told = is_there or told.is_people
    if is_told and words.sides.kept_behind.match(text, wished.end):
        return True
    is_growth = wished.number.low >= told.number.high or wished.number.low <= 1
    return is_growth and (
        (is_told and _is_wished(words, text, wished))
        or (told.is_people and _is_after_event(words, text, wished))
        or (is_there and _is_needed(words, text, wished, told))
        or _is_wanted_beside(words, text, wished, told)
    )


def _is_wished(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell what is wished or allowed whatever there is (the ceiling is 30; 12 wanted)."""
    before = words.sides.wished.search(mention.before.rstrip())
    return bool(before or words.sides.wished_behind.match(text, mention.end))


def _is_needed(words: PeopleWords, text: str, wished: Mention, told: Mention) -> bool:
    """Tell what is to come later, or is needed in all, from people to be added."""
    if wished.kind == "bare" and words.aimed_behind.match(text, wished.end):
        return True
    is_first = wished.number.start < told.number.start
    return is_first and words.sides.needed.search(wished.before.rstrip()) is not None


def _is_wanted_beside(words: PeopleWords, text: str, wished: Mention, told: Mention) -> bool:
    is_placed = _is_placed(words, text, told)
    return is_placed and words.aimed_more.search(wished.before.rstrip()) is not None


def _is_placed(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a number that opens a clause and says where people are (6 on set, want 10)."""
    is_alone = mention.kind == "bare" and not mention.before.strip()
    return is_alone and words.sides.placed.match(text, mention.end) is not None


def _is_after_event(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a number that is a clause by itself, behind what must happen first."""
    ahead = text[: mention.number.start].rstrip(" ,:")
    is_alone = mention.kind == "bare" and not mention.after.strip()
    is_alone = is_alone and mention.number.start > len(ahead) + 1
    return is_alone and words.sides.event.search(ahead) is not None


def _is_more(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell people who come on top of others (need 5 more)."""
    noun = text[mention.number.end : mention.end]
    behind = words.after[MORE].match(mention.after)
    behind = behind or words.after[MORE].match(text, mention.number.end)  # 3 open roles
    return bool(behind or words.more_inside.search(noun))


def _is_there(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a number that is said to be there (we've 21; 9 of us; presently forty)."""
    if mention.relation == ACTUAL or words.sides.there.search(mention.before.rstrip()):
        return True
    return words.sides.there_behind.match(text, mention.number.end) is not None


def _is_instead(words: PeopleWords, text: str, wished: Mention, told: Mention) -> bool:
    """Tell a wish that is set against what there is (I'd like 7 people instead of 3)."""
    is_after = wished.number.start < told.number.start
    if not is_after or not words.sides.instead.search(told.before.rstrip()):
        return False
    if _between(words, text, wished, told):
        return False
    ends = [c.end() for c in words.sentence_end.finditer(text[: wished.number.start])]
    return words.sides.rather.search(text, max(ends, default=0)) is not None
