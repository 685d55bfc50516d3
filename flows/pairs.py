"""Telling what there is from what is wished or allowed where both are told side by side.

The limit is 30, we sit at 22; need 50 callers, have 18; 7 people instead of 3; adding 4 to the 10
we have. All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from flows.mention import Mention
from flows.pair_lists import in_lists
from flows.people_words import ACTUAL, FILLED, FINAL, IGNORE, MORE, PLAIN, TARGET, PeopleWords
from flows.things import PEOPLE

_THERE = (PLAIN, ACTUAL)
_WISHED = (PLAIN, ACTUAL, MORE, TARGET, IGNORE)
_MOST = 1500  # people; more may be a year
_LEAST_MORE = 4  # people; fewer may be named without a number
_MOST_TIMES = 4  # as many follow from a cause
_SENTENCES = 1  # that may end between the two


def paired(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the pairs of what is wished and what there is, told in either order."""
    marked = [_multiplied(words, _seated(words, text, m)) for m in found]
    places = [i for i, m in enumerate(marked) if _may_be(words, text, m)]
    for one, other in pairwise(places):
        for wish, there in ((one, other), (other, one)):
            if _is_pair(words, text, marked, wish, there):
                marked[wish] = _as_wish(marked[wish])
                marked[there] = _as_there(marked, there, wish)
                break
    marked = _granted(words, _joined(words, text, marked))
    return in_lists(words, text, _resulting(words, text, _usual(words, text, marked)))


def _as_wish(mention: Mention) -> Mention:
    """Make a target of a count; of a limit (no more than 12) the limit itself."""
    number = mention.number
    number = replace(number, low=number.high) if number.low <= 1 else number
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
    is_people = told.is_people or wished.kind in PEOPLE or told.kind in PEOPLE
    if not is_people and not _is_placed(words, text, told):
        return False
    if told.relation not in _THERE or _between(words, text, wished, told) > _SENTENCES:
        return False
    if _is_instead(words, text, wished, told):
        return True
    return _is_said(words, text, wished, told)


def _between(words: PeopleWords, text: str, one: Mention, other: Mention) -> int:
    """Count the sentences that end between two numbers."""
    first, second = sorted((one, other), key=lambda m: m.number.start)
    return sum(1 for _ in words.sentence_end.finditer(text[first.end : second.number.start]))


def _may_be(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a number of people, or one without a noun that stands free."""
    number = mention.number
    if not number.is_count or not 0 < number.high <= _MOST:
        return False
    is_open = mention.end == len(text) or words.open_after.match(text, mention.end) is not None
    is_free = mention.kind == "bare" and (is_open or mention.is_people)
    return mention.kind in PEOPLE or is_free


def _is_said(words: PeopleWords, text: str, wished: Mention, told: Mention) -> bool:
    """Tell by the words around both whether one is wished and the other one is there."""
    before, sides = wished.before.rstrip(), words.sides
    if wished.number.high == told.number.high or wished.relation not in _WISHED:
        return False
    if _is_more(words, text, wished):
        return False
    is_there = _is_there(words, text, told)
    if (is_there or told.is_people) and sides.kept_behind.match(text, wished.end):
        return True
    if wished.number.low < told.number.high and wished.number.low > 1:
        return False
    if sides.wished.search(before) or sides.wished_behind.match(text, wished.end):
        return is_there or told.is_people
    if wished.kind == "bare" and words.aimed_behind.match(text, wished.end):
        return is_there
    if _is_after_event(words, text, wished):
        return told.is_people
    if _is_placed(words, text, told) and words.aimed_more.search(before):
        return True
    is_first = wished.number.start < told.number.start
    return is_there and is_first and sides.needed.search(before) is not None


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


def _seated(words: PeopleWords, text: str, mention: Mention) -> Mention:
    """Take desks that are filled for people (5 vacancies, 19 desks filled)."""
    noun = text[mention.number.end : mention.end].strip()
    if mention.kind != "thing" or not noun or not words.desks.fullmatch(noun):
        return mention
    if mention.relation == TARGET or not words.after[FILLED].match(mention.after):
        return mention
    return replace(mention, kind="general", is_people=True)


def _resulting(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Tell far more than there are from a sum (24 on the phones, a second bank signed, so 40)."""
    people = [m for m in found if m.is_people]
    if [m.relation for m in people] not in ([PLAIN, FINAL], [ACTUAL, FINAL]):
        return found
    told, said = people
    is_clause = said.kind == "bare" and said.before.strip() in words.sides.so
    between = text[told.end : said.number.start]
    is_sum = words.sides.summing.search(between) is not None
    least, most = told.number.high + _LEAST_MORE, told.number.high * _MOST_TIMES
    if is_sum or not is_clause or not least <= said.number.low <= most:
        return found
    return [replace(m, relation=TARGET) if m is said else m for m in found]


def _granted(words: PeopleWords, found: list[Mention]) -> list[Mention]:
    """Take for people to come who is granted, beside others (10 callers approved, still 15)."""
    told = [m for m in found if m.is_people and m.relation in _THERE]
    marked = list(found)
    for i, mention in enumerate(found if len(found) > 1 else ()):
        others = [m for m in told if m is not mention]
        is_free = mention.number.is_count and mention.relation == PLAIN
        if is_free and others and words.sides.granted_behind.match(mention.after):
            is_all = mention.number.low > max(m.number.high for m in others)
            marked[i] = replace(mention, is_people=True, relation=TARGET if is_all else MORE)
    return marked


def _is_more(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell people who come on top of others (need 5 more)."""
    noun = text[mention.number.end : mention.end]
    behind = words.after[MORE].match(mention.after)
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
    ends = [c.end() for c in words.sentence_end.finditer(text[: wished.number.start])]
    return words.sides.rather.search(text, max(ends, default=0)) is not None


def _multiplied(words: PeopleWords, mention: Mention) -> Mention:
    """Take for there who is to become several times as many (triple the 4 writers)."""
    is_said = mention.kind in PEOPLE and mention.number.is_count
    if is_said and words.sides.multiplied.search(mention.before.rstrip()):
        return replace(mention, is_people=True, relation=ACTUAL)
    return mention


def _joined(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Take for there whom others are to join (adding 4 packers to the 10 we have)."""
    marked = list(found)
    for i, (more, told) in enumerate(pairwise(found)):
        is_next = more.after == told.before and words.sides.joined.search(told.before.rstrip())
        if not is_next or not told.number.is_count or more.kind == "thing":
            continue
        is_open = told.kind in PEOPLE or words.sides.joined_behind.match(text, told.end)
        if is_open or (told.kind == "bare" and told.end == len(text)):
            marked[i] = replace(more, is_people=True, is_part=False, relation=MORE)
            marked[i + 1] = replace(told, is_people=True, is_part=False, relation=ACTUAL)
    return marked


def _usual(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Take for there what is usual, beside a peak that is aimed at (70 for Xmas, else 30)."""
    peaks = [m for m in found if m.is_people and m.relation == TARGET]
    marked = list(found)
    for i, mention in enumerate(found if peaks else ()):
        said = words.sides.usual.search(mention.before.rstrip())
        said = said or words.sides.usual_behind.match(text, mention.end)
        is_less = mention.number.high < peaks[-1].number.low and mention.relation in _THERE
        if said and is_less and _may_be(words, text, mention):
            marked[i] = replace(mention, is_people=True, relation=ACTUAL)
    return marked
