"""Reading sizes that are told in other words (boss + 9; six pods, a lead each; 三组刚招齐6个).

What is said so is put in plain words, which the rest reads, and the people it adds are counted
in: leaders of each of several groups, whoever speaks, who has just left. All words come from
`sizes.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from flows.counts.mention import Mention
from flows.counts.people_range import PeopleRange, range_of
from flows.counts.people_words import ACTUAL, MORE, PER, PLAIN, PeopleWords
from flows.counts.wording_words import Wording
from flows.sums.doers import doers_summed
from flows.sums.people import mentions
from flows.sums.sizes import Sizes, sizes_of
from flows.text.fold import has_chinese
from flows.text.numbers import numbers

_LONGEST = 400  # characters; longer texts are stories, which are read sentence by sentence
_LONGEST_SURE = 60  # characters of Chinese
_ME, _UNITS, _EACH, _SHARE, _AGAIN = "me", "units", "each", "share", "again"
_TWICE = 2
_MOST_UNITS, _FEWEST = 100, 2
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")


class Added(NamedTuple):
    """People who come on top: how many, for each of what, or one for every how many."""

    more: str
    number: int


class Plain(NamedTuple):
    """A text in plain words, who comes on top, and the whole where that is told, too."""

    text: str
    added: tuple[Added, ...] = ()
    whole: int = 0


def is_told_surely(words: PeopleWords, text: str) -> bool:
    """Tell whether other words than the usual tell sizes for sure: not in a Chinese story."""
    is_story = has_chinese(text) and len(text) > _LONGEST_SURE
    return not is_story and sizes_reworded(words, text) is not None


def sizes_told(words: PeopleWords, text: str, found: list[Mention]) -> Sizes:
    """Read the sizes of a folded text, also where they are told in other words."""
    return sizes_reworded(words, text) or sizes_of(words, text, found)


@lru_cache(maxsize=64)  # doubts ask about the same message
def sizes_reworded(words: PeopleWords, text: str) -> Sizes | None:
    """Read the sizes of a folded text that are told in other words; None where none are."""
    plain = plainly(words, text)
    return _sizes(words, plain) if plain.text != text else None


@lru_cache(maxsize=64)
def plainly(words: PeopleWords, text: str) -> Plain:
    """Put a folded text in plain words; long texts stay as they are."""
    if len(text) > _LONGEST:
        return Plain(text)
    done = {_ME} if words.wordings.without_me.search(text) else set[str]()
    plain, added, whole = text, list[Added](), 0
    todo = words.wordings.places_in(text)
    while todo:
        place, *todo = todo
        row = words.wordings.rows[place]
        if row.who in done:
            continue
        cues = list(row.pattern.finditer(plain))[: 1 if row.who else None]
        for cue in cues:
            added += _added(words, row, cue)
            whole = whole or _value(words, cue.groupdict().get("all"))
        if cues:
            done.add(row.who)
            done.discard("")
            plain = row.pattern.sub(row.read, plain, count=1 if row.who else 0)
            todo = words.wordings.places_in(plain, place)
    plain = plain if has_chinese(text) else doers_summed(words, plain)
    return Plain(plain.strip(" ,"), tuple(added), whole) if plain != text else Plain(text)


def _added(words: PeopleWords, row: Wording, cue: re.Match[str]) -> Iterator[Added]:
    """Tell whom a way of saying adds."""
    said, sign = row.more.removeprefix("-"), -1 if row.more.startswith("-") else 1
    if not said:
        return
    if said in (_UNITS, _EACH, _SHARE, _AGAIN):
        named = cue.groupdict().get("k")
        yield Added(said, _value(words, named) if named else 0)
    else:
        yield Added("", sign * (int(said) if said.isdigit() else _value(words, cue[said]) or 1))


def _value(words: PeopleWords, said: str | None) -> int:
    """Give the value of a number or an ordinal; 0 if there is none."""
    if not said:
        return 0
    nth = _ORDINAL.fullmatch(said)
    if nth or said in words.sides.ordinals:
        return int(nth[1]) if nth else words.sides.ordinals[said]
    found = numbers(words.numerals, said)
    return found[0].high if found else 0


def _sizes(words: PeopleWords, plain: Plain) -> Sizes | None:
    """Read plain words and add who comes on top; None where that cannot be told."""
    found = mentions(words, plain.text)
    sizes = sizes_of(words, plain.text, found)
    told = sizes.current or sizes.target
    if told is None:
        return None
    added = [some for some in plain.added if some.more != _AGAIN]
    more = [_number_of(words, plain.text, found, told, some) for some in added]
    if None in more:
        return None
    size = _with_more(told, sum(number or 0 for number in more), _times_over(plain))
    if size is None or (plain.whole and plain.whole != size.high):
        return None
    if sizes.current:
        return Sizes(size, _target(sizes, found, size), sizes.is_adding)
    return Sizes(None, size, sizes.is_adding)


def _target(sizes: Sizes, found: list[Mention], size: PeopleRange) -> PeopleRange | None:
    """Give what is aimed at; who comes on top counts in it, too, where it was told as more."""
    current, target = sizes.current, sizes.target
    coming = sum(m.number.high for m in found if m.is_people and m.relation == MORE)
    if current is None or target is None or target.high != current.high + coming:
        return target
    return range_of(size.low + target.low - current.low, size.high + coming)


def _times_over(plain: Plain) -> int:
    """Tell how many times there is what is told (same again next door: 2)."""
    return next((some.number or _TWICE for some in plain.added if some.more == _AGAIN), 1)


def _with_more(size: PeopleRange, more: int, times: int) -> PeopleRange | None:
    return range_of(times * (size.low + more), times * (size.high + more))


def _number_of(
    words: PeopleWords, text: str, found: list[Mention], told: PeopleRange, added: Added
) -> int | None:
    """Count who comes on top: as told, one for each unit, or one for every so many."""
    if not added.more:
        return added.number
    if added.more == _SHARE:
        return -(-told.high // added.number) if added.number else None
    units = added.number or _units(words, text, found)
    return 1 if units is None and added.more == _EACH else units


def _units(words: PeopleWords, text: str, found: list[Mention]) -> int | None:
    """Count the teams, shifts or places that are told of."""
    several = [m.number.high for m in found if _are_units(words, text, m)]
    if several:
        return several[0]
    people = [m for m in found if m.is_people and m.relation in (PLAIN, ACTUAL, PER)]
    if len(people) >= _FEWEST:
        return len(people)
    times = [_times(words, text, m) for m in people]
    return times[0] if times and times[0] >= _FEWEST else None


def _are_units(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a count of groups (four small teams)."""
    is_several = mention.number.is_count and 1 < mention.number.high <= _MOST_UNITS
    noun = text[mention.number.end : mention.end].strip().rpartition(" ")[2]
    behind = mention.after.strip().partition(" ")[0].strip(",.;:")
    is_unit = any(words.wordings.units.fullmatch(name) for name in (noun, behind) if name)
    return is_several and (mention.kind == "group" or is_unit)


def _times(words: PeopleWords, text: str, mention: Mention) -> int:
    """Tell by how much a number was multiplied (day and late shift with 10 agents each: 2)."""
    said = _value(words, text[mention.number.start : mention.end])
    return mention.number.high // said if said else 0
