"""Reading how many people a text speaks of, and the answer to "how many people?".

All words come from `sizes.toml`, `numerals.toml` and the names of the roles. A size is never
guessed: numbers that do not clearly count people are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from flows.fold import Fold
from flows.people import Mention, mentions
from flows.people_words import ACTUAL, ARRIVED, FROM, IGNORE, MORE, PER, PLAIN, TARGET, PeopleWords

MOST_PEOPLE, LONGEST_ANSWER = 5000, 4000  # people, characters
_LONGEST_READ = 1000  # characters; the rest of an answer is not looked at
Problem: TypeAlias = Literal["zero", "negative", "too_big", "fraction", "no_number", "too_long"]
_WINDOW = 20  # characters in front of a number that are looked at
_MARKUP = re.compile(r"<[^>]*>?")


@dataclass(frozen=True, slots=True)
class PeopleRange:
    """A number of people; `low` equals `high` where it is exact."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of a text; `is_adding` tells that people are to be added (再招5个)."""

    current: PeopleRange | None
    target: PeopleRange | None
    is_adding: bool


def read_sizes(words: PeopleWords, text: str) -> Sizes:
    """Read the sizes of a folded text."""
    return sizes_of(words, text, mentions(words, text))


def sizes_of(words: PeopleWords, text: str, found: list[Mention]) -> Sizes:
    """Add up the head-counts found in a folded text."""
    people = [m for m in found if m.is_people and not _is_inside(words, text, m, found)]
    target = _last(people, TARGET)
    current = _current(words, text, people, found) or _phrase(words, text, people)
    return Sizes(current, target, any(m.relation == MORE for m in people))


def _is_inside(words: PeopleWords, text: str, mention: Mention, found: list[Mention]) -> bool:
    """Tell whether a number is part of one said before (其中5个销售)."""
    for cue in words.of_which.finditer(text):
        if cue.start() >= mention.end or not any(m.is_people and m.end <= cue.end() for m in found):
            continue
        bracket = text.rfind("(", 0, cue.end()) > text.rfind(")", 0, cue.end())
        close = text.find(")", cue.end()) if bracket else -1
        stop = words.sentence_end.search(text, cue.end())
        limit = close if close > 0 else stop.start() if stop else len(text)
        if cue.start() < mention.number.start < limit:
            return True
    return False


def _range(low: int, high: int) -> PeopleRange | None:
    """Make a size; none where nobody or more than we plan for is meant."""
    return PeopleRange(max(1, low), high) if 0 < high <= MOST_PEOPLE else None


def _sum(found: Iterable[Mention]) -> PeopleRange | None:
    found = list(found)
    return _range(sum(m.number.low for m in found), sum(m.number.high for m in found))


def _last(people: list[Mention], relation: str) -> PeopleRange | None:
    found = [m for m in people if m.relation == relation]
    return _sum(found[-1:])


def _current(
    words: PeopleWords, text: str, people: list[Mention], found: list[Mention]
) -> PeopleRange | None:
    for relation in (ARRIVED, FROM):
        if size := _last(people, relation):
            return size
    counted = _without_the_past([m for m in people if m.relation in (PLAIN, ACTUAL)])
    groups = _groups(people, found)
    parts = [m for m in counted if m.kind == "job" or m.is_part]
    totals = [m for m in counted if m not in parts]
    size = _total(parts, totals, groups)
    return _with_the_boss(words, text, counted, size) if size else None


def _without_the_past(counted: list[Mention]) -> list[Mention]:
    """Leave out totals said before "now" (能坐30人，现在18人)."""
    first = next((i for i, m in enumerate(counted) if m.relation == ACTUAL), 0)
    return [m for i, m in enumerate(counted) if i >= first or m.kind == "job" or m.is_part]


def _groups(people: list[Mention], found: list[Mention]) -> list[PeopleRange]:
    """Multiply people per group by the number of groups (3个组，每组8人)."""
    counts = [m.number for m in found if m.kind == "group" and m.number.high > 1]
    each = [m.number for m in people if m.relation == PER]
    if not counts or not each:
        return []
    return [PeopleRange(each[0].low * counts[0].low, each[0].high * counts[0].high)]


def _total(
    parts: list[Mention], totals: list[Mention], groups: list[PeopleRange]
) -> PeopleRange | None:
    """Take a total that covers the parts as the size; else add everything up."""
    low = sum(m.number.low for m in parts) + sum(g.low for g in groups)
    high = sum(m.number.high for m in parts) + sum(g.high for g in groups)
    if not totals:
        return _range(low, high)
    largest = max(totals, key=lambda m: m.number.high).number
    if largest.high >= high:
        return _range(largest.low, largest.high)
    return _range(low + largest.low, high + largest.high)


def _with_the_boss(
    words: PeopleWords, text: str, counted: list[Mention], size: PeopleRange
) -> PeopleRange | None:
    """Add the boss of 老板加5个销售."""
    boss = any(
        words.plus_one.search(text[max(0, m.number.start - _WINDOW) : m.number.start])
        for m in counted
    )
    return _range(size.low + boss, size.high + boss)


def _phrase(words: PeopleWords, text: str, people: list[Mention]) -> PeopleRange | None:
    """Read words that are a head-count by themselves (just me), where no number says it."""
    if any(m.relation in (PLAIN, ACTUAL) for m in people):
        return None
    found = next(words.phrases.all(text), None)
    return PeopleRange(found.value, found.value) if found else None


def read_answer(fold: Fold, words: PeopleWords, text: str) -> PeopleRange | Problem:
    """Read the reply to "how many people?", where a bare number counts."""
    if len(text) > LONGEST_ANSWER:
        return "too_long"
    folded = fold(text)[:_LONGEST_READ]
    if _MARKUP.search(folded):
        return "no_number"
    if words.nobody.fullmatch(folded):
        return "zero"
    found = mentions(words, folded)
    sizes = sizes_of(words, folded, found)
    return sizes.target or sizes.current or _bare_answer(found, folded)


def _bare_answer(found: list[Mention], folded: str) -> PeopleRange | Problem:
    problems = [m.number.problem for m in found if m.number.problem]
    if problems:
        return "negative" if problems[0] == "negative" else "fraction"
    bare = [m for m in found if m.kind not in ("thing", "group")]
    if len(bare) != 1 or bare[0].relation in (MORE, IGNORE, PER):
        return _too_big(found, folded) or "no_number"
    number = bare[0].number
    if number.high > MOST_PEOPLE:
        return "too_big"
    return _range(number.low, number.high) or "zero"


def _too_big(found: list[Mention], folded: str) -> Problem | None:
    whole = [m for m in found if m.kind == "thing" and m.end == len(folded)]
    return "too_big" if len(whole) == 1 and whole[0].number.high > MOST_PEOPLE else None
