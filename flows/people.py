"""Finding the head-counts in a text: which numbers count people, and in which relation.

`sizes` adds them up. All words come from `sizes.toml` and the names of the roles.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from flows.cues import Cues
from flows.numbers import Number, limited, numbers
from flows.people_words import (
    AFTER,
    ARRIVED,
    BEFORE,
    FROM,
    IGNORE,
    PER,
    PLAIN,
    TARGET,
    Kind,
    PeopleWords,
)
from flows.phrases import Found

_LONGEST_ADJECTIVES = 40  # characters
_LONGEST_NAME = 12  # characters


@dataclass(frozen=True, slots=True)
class Mention:
    """A number with what is counted and what is said around it, within its clause."""

    number: Number
    end: int
    kind: Kind
    before: str = ""
    after: str = ""
    is_part: bool = False
    is_people: bool = False
    relation: str = PLAIN


def mentions(words: PeopleWords, text: str) -> list[Mention]:
    """Find all numbers of a folded text with what they count, in order."""
    found = [_with_noun(words, text, number) for number in numbers(words.numerals, text)]
    spans = [(m.number.start, m.number.end) for m in found]
    cuts = _cuts(words.clause_end, text, spans)
    return _from_to(words, [_in_context(words, text, found, i, cuts) for i in range(len(found))])


def _cuts(ends: Cues, text: str, spans: list[tuple[int, int]]) -> list[int]:
    """List where clauses end, commas inside numbers aside."""
    inside = {place for start, end in spans for place in range(start, end)}
    return [found.start() for found in ends.finditer(text) if found.start() not in inside]


def _with_noun(words: PeopleWords, text: str, number: Number) -> Mention:
    if not number.is_count:
        return Mention(number, number.end, "thing")
    if noun := _noun(words, text, number.end):
        is_group = noun.value == "job" and words.makes_group.match(text, noun.end)
        return _counted(words, text, number, noun.end, "group" if is_group else noun.value)
    classifier = words.classifiers.match(text, number.end)
    if classifier and (ending := words.endings.match(text, classifier.end())):
        return _counted(words, text, number, ending.end(), "job")
    if found_us := words.of_us.match(text, number.end):
        return Mention(number, found_us.end(), "general", is_part=len(found_us.group()) > 6)  # noqa: PLR2004
    return Mention(number, classifier.end() if classifier else number.end, "bare")


def _noun(words: PeopleWords, text: str, end: int) -> Found[Kind] | None:
    """Find what a number counts: the longest noun close by, else one behind adjectives."""
    close = [f for place in _noun_places(words, text, end) if (f := words.nouns.at(text, place))]
    if close:
        return max(close, key=lambda found: found.end)
    far = (words.nouns.at(text, place) for place in _behind_adjectives(words, text, end))
    return next((found for found in far if found), None)


def _counted(words: PeopleWords, text: str, number: Number, end: int, kind: Kind) -> Mention:
    wide = limited(words.numerals, text, replace(number, end=end))
    return Mention(replace(wide, end=number.end), wide.end, kind)


def _noun_places(words: PeopleWords, text: str, end: int) -> Iterable[int]:
    """List where the noun may begin: right here, behind a classifier, behind adjectives."""
    start = end + (text[end : end + 1] in (" ", "-") and end < len(text))
    yield start
    if found := words.classifiers.match(text, start):
        place = found.end() + (text[found.end() : found.end() + 1] == " ")
        yield place
        start = place
    if adjective := words.adjectives.match(text, start):
        yield adjective.end()


def _behind_adjectives(words: PeopleWords, text: str, end: int) -> Iterable[int]:
    """List where the noun may begin behind one or two English adjectives."""
    if text[end : end + 1] != " ":
        return
    for word in text[end : end + _LONGEST_ADJECTIVES].split(" ")[1:3]:
        if not word.isascii() or not word.replace("-", "").isalpha() or word in words.no_adjective:
            return
        end += len(word) + 1
        yield end + 1


def _in_context(
    words: PeopleWords, text: str, found: list[Mention], index: int, cuts: list[int]
) -> Mention:
    mention = found[index]
    place = bisect_left(cuts, mention.number.start)
    start = max(cuts[place - 1] + 1 if place else 0, found[index - 1].end if index else 0)
    place = bisect_left(cuts, mention.end)
    stop = cuts[place] if place < len(cuts) else len(text)
    if index + 1 < len(found):
        stop = min(stop, found[index + 1].number.start)
    before, after = text[start : mention.number.start], text[mention.end : max(stop, mention.end)]
    return _judged(words, text, replace(mention, before=before, after=after), found[:index])


def _judged(words: PeopleWords, text: str, mention: Mention, earlier: list[Mention]) -> Mention:
    bare_before = _without_filler(words, mention.before)
    is_part = mention.is_part or _names_a_part(words, bare_before)
    relation = _relation(words, mention)
    if _follows_one_group(mention, earlier):
        relation = PER
    known = is_part or relation not in (PLAIN, IGNORE)
    known = known or words.people_before.search(bare_before) is not None
    is_people = mention.kind in ("general", "job")
    if mention.kind == "bare" and known:
        is_people = mention.end == len(text) or bool(words.open_after.match(text, mention.end))
    return replace(mention, is_part=is_part, is_people=is_people, relation=relation)


def _follows_one_group(mention: Mention, earlier: list[Mention]) -> bool:
    """Tell 一组6个人 and 2 shifts of 8: a count of people right behind a count of groups."""
    if not earlier or earlier[-1].kind != "group" or mention.kind not in ("general", "job"):
        return False
    return not mention.before.strip() and earlier[-1].number.high == 1


def _without_filler(words: PeopleWords, before: str) -> str:
    while (found := words.filler.search(before)) and found.group():
        before = before[: found.start()]
    return before


def _names_a_part(words: PeopleWords, before: str) -> bool:
    """Tell whether a role or a department is named right in front (客服6人, A组8人)."""
    if any(len(unit) == 1 and before.endswith(unit) for unit in words.unit_suffix):
        return True
    for unit in ("", *words.unit_suffix):
        if unit == "" or before.endswith(unit):
            name = before.removesuffix(unit)
            if any(words.nouns.values.get(name[-k:]) == "job" for k in range(1, _LONGEST_NAME)):
                return True
    return False


def _relation(words: PeopleWords, mention: Mention) -> str:
    for relation in BEFORE:
        if words.before[relation].search(mention.before):
            return relation
    for relation in AFTER:
        if words.after[relation].search(mention.after):
            return relation
    return PLAIN


def _from_to(words: PeopleWords, found: list[Mention]) -> list[Mention]:
    """Mark pairs such as 从5人扩到20人 and "from 10 to 35 people"."""
    marked = list(found)
    for i, (first, second) in enumerate(pairwise(found)):
        if not _is_change(words, first, second):
            continue
        happened = words.happened.search(first.before) or second.relation == ARRIVED
        marked[i] = replace(first, is_people=True, relation=IGNORE if happened else FROM)
        marked[i + 1] = replace(second, is_people=True, relation=ARRIVED if happened else TARGET)
    return marked


def _is_change(words: PeopleWords, first: Mention, second: Mention) -> bool:
    opens = words.numerals.change.search(_without_filler(words, first.before))
    is_one_clause = first.after == second.before
    return bool(opens and is_one_clause and "thing" not in (first.kind, second.kind))
