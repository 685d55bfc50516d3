"""Finding people who are named one after the other (it's me and Dave; Jo, Steph and the new lad).

A row begins behind words that tell who is there, and goes on as long as its items are persons or
counts of people. All words come from `sizes.toml` and the names of the roles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, PLAIN, PeopleWords
from flows.counts.things import PEOPLE

_MOST, _MANY = 12, 40  # rows, items
_LONGEST, _AHEAD = 200, 24  # characters of a row, and in front of it
_FEWEST, _MOST_WORDS = 2, 5  # persons of a row; words of a person
_SHORTEST = 3  # letters of a name that is in no list
_FAR_MORE = 5  # times as many are around a team
_WORD = re.compile(r"[a-z][a-z'-]*")
_NAME = re.compile(r"[a-z]{2,12}(?![a-z'-])")
_SEVERAL = re.compile(r"[^s]s$")
_ROW = re.compile(r"[a-z)]+(?:,? ?[&+,] ?| (?:and|plus|n|with) )[a-z]")
_Span = tuple[int, int]


class Roll(NamedTuple):
    """A row of people: where it stands, who is named in it, whether it is said to be the team."""

    start: int
    end: int
    spans: tuple[_Span, ...]
    is_team: bool


def named_in_rows(words: PeopleWords, text: str, found: list[Mention]) -> list[_Span]:
    """List where somebody is named in a row of people."""
    return [span for roll in _rolls(words, text, tuple(found)) for span in roll.spans]


def without_others(
    words: PeopleWords, text: str, found: list[Mention], counted: list[Mention]
) -> list[Mention]:
    """Leave out counts of others beside a team whose people are all named."""
    rolls = _rolls(words, text, tuple(found))
    team = next((roll for roll in rolls if roll.is_team), None)
    if team:
        return [m for m in counted if m.kind not in PEOPLE or _is_of(words, text, m, team)]
    return [m for m in counted if not (rolls and _is_of_all(words, text, m))]


def _is_of(words: PeopleWords, text: str, mention: Mention, roll: Roll) -> bool:
    """Tell whether a count stands in a row, or is of a job or of the present behind it."""
    place, noun = mention.number.start, text[mention.number.end : mention.end].strip()
    is_around = place < roll.start and mention.number.low > _FAR_MORE * len(roll.spans)
    is_job = mention.kind == "job" and not noun.endswith(tuple(words.trades)) and not is_around
    is_now = place > roll.end and mention.relation != PLAIN
    return roll.start <= place < roll.end or is_now or is_job


def _is_of_all(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a count of everybody around the team (company is 90 people)."""
    is_wide = words.wide_behind.match(text, mention.end) or words.wider.search(mention.before)
    return is_wide is not None and mention.relation in (PLAIN, ACTUAL)


@lru_cache(maxsize=64)  # several parts of understanding ask about the same message
def _rolls(words: PeopleWords, text: str, found: tuple[Mention, ...]) -> tuple[Roll, ...]:
    rolls: list[Roll] = []
    if _ROW.search(text) is None:
        return ()
    along = {cue.end(): cue.start() for cue in words.rolls.along.finditer(text)}
    busy = [] if any(m.is_people for m in found) else words.rolls.duty_start.finditer(text)
    duties = {cue.end() for cue in islice(busy, _MOST)}
    starts = {*_starts(words, text), *((start, _FEWEST, False) for start in duties)}
    for start, least, is_team in sorted(starts):
        if rolls and start < rolls[-1].end:
            continue
        spans, counts, end = _row(words, text, found, start, is_strict=start in duties)
        if spans and len(spans) + counts >= least:
            if start in along:  # i run the phones with kieran
                spans.insert(0, (along[start], along[start] + 1))
            rolls.append(Roll(start, end, tuple(spans), is_team))
    return tuple(rolls)


def _starts(words: PeopleWords, text: str) -> Iterator[tuple[int, int, bool]]:
    """Give where rows may begin, how many persons they need, and whether they are the team."""
    said = words.rolls
    for cue in islice(said.of_team.finditer(text), _MOST):
        yield cue.end(), _FEWEST, True
    for cue in islice(said.there_is.finditer(text), _MOST):
        ahead = text[max(0, cue.start() - _AHEAD) : cue.start()]
        if said.only_meant.search(ahead) is None:
            yield cue.end(), _FEWEST, False
    for cue in islice(said.named_first.finditer(text), _MOST):
        name = _NAME.match(text, cue.end())
        if name and name.group() in said.names:
            yield cue.end(), _FEWEST, False
    for cue in islice(said.speaker_first.finditer(text), _MOST):
        yield cue.start(), _FEWEST, False
    for cue in islice(chain(said.plus.finditer(text), said.along.finditer(text)), _MOST):
        yield cue.end(), 1, False


def _row(
    words: PeopleWords, text: str, found: tuple[Mention, ...], start: int, *, is_strict: bool
) -> tuple[list[_Span], int, int]:
    """Read a row: who is named, how many counts stand in it, and where it ends."""
    stop = words.rolls.end.search(text, start, start + _LONGEST)
    spans: list[_Span] = []
    counts: list[Mention] = []
    unsure, last = 0, start
    for first, until in _items(words, text, start, stop.start() if stop else start + _LONGEST):
        if told := [m for m in found if m.is_people and first <= m.number.start < until]:
            counts, last = counts + told, until
            continue
        if spans and words.rolls.title.match(text, first):  # our intern and me, the cto
            last = until
            continue
        person = _person(words, text, first, until)
        may_be = not (is_strict or counts or _is_aside(text, first, until))
        if person is None or not (person[0] or may_be):
            break
        unsure += not person[0]
        spans.append((first, person[1]))
        last = until
    is_told = any(m.number.high == len(spans) and m.end <= spans[0][0] for m in counts if spans)
    if is_told or (unsure and unsure == len(spans)):
        return [], 0, last
    return spans, len(counts), last


def _is_aside(text: str, first: int, until: int) -> bool:
    """Tell a word behind a row from the last name of it (it's me and my brother, swamped)."""
    return text[:first].endswith(", ") and not text[until : until + 4].startswith(
        (",", " and", " &")
    )


def _items(words: PeopleWords, text: str, start: int, stop: int) -> Iterator[_Span]:
    """Give the items of a row."""
    stop = min(stop, len(text))
    place = start
    for gap in islice(words.rolls.separator.finditer(text[:stop]), _MANY):
        if gap.start() >= place and gap.start() >= start:
            if gap.start() > place:
                yield place, gap.start()
            place = gap.end()
    if place < stop:
        yield place, stop


def _person(words: PeopleWords, text: str, first: int, until: int) -> tuple[bool, int] | None:
    """Tell whether an item is one person: whether that is sure, and where the name ends."""
    said = words.rolls
    for cue in (said.pronoun, said.kin):
        one = cue.match(text, first)
        if one and one.end() <= until and _is_over(words, text, one.end(), until):
            return True, one.end()
    opener = said.opener.match(text, first)
    if opener and opener.end() < until:
        end = _end_of_noun(words, text, opener.end() + 1, until)
        return (True, end) if end else None
    name = _NAME.match(text, first)
    if name and name.group() in said.epithets:  # old brian
        name = _NAME.match(text, name.end() + 1)
    if name is None or name.end() > until or not _is_over(words, text, name.end(), until):
        return None
    if name.group() in said.names:
        return True, name.end()
    if name.end() < until and said.unknown_tail.match(text, name.end()) is None:
        return None
    is_word = (
        len(name.group()) < _SHORTEST
        or name.group() in said.no_names
        or name.group() in words.nouns.values
    )
    is_word = is_word or words.labels.fullmatch(name.group()) is not None
    return None if is_word else (False, name.end())


def _is_over(words: PeopleWords, text: str, place: int, until: int) -> bool:
    """Tell whether an item ends, or goes on with what somebody does."""
    if place >= until:
        return True
    tails = (words.rolls.tail.match(text, place), words.rolls.duty.match(text, place))
    return any(tail is not None and tail.end() <= until for tail in tails)


def _end_of_noun(words: PeopleWords, text: str, place: int, until: int) -> int | None:
    """Find the end of a noun for one person, behind some words and in front of a name."""
    is_named = False
    for word in islice(_WORD.finditer(text, place, until), _MOST_WORDS):
        end = _noun_at(words, text, word)
        if is_named and (end is None or word.group() in words.counting.no_adjective):
            return None  # my ceo wants a head of marketing
        if end is None or end > until:
            continue
        is_named = True
        name = _NAME.match(text, end + 1)
        ends = [end, name.end()] if name and name.group() in words.rolls.names else [end]
        for over in ends:
            if _is_over(words, text, over, until):
                return over
    return None


def _noun_at(words: PeopleWords, text: str, word: re.Match[str]) -> int | None:
    """Find the end of a noun for a person that begins with a word."""
    noun = words.nouns.at(text, word.start())
    if noun and noun.value == "job" and not words.labels.fullmatch(noun.phrase):
        return None if _SEVERAL.search(noun.phrase) else noun.end
    kin = words.rolls.kin.match(text, word.start())
    if kin:
        return kin.end()
    is_person = word.group() in words.rolls.persons or words.one_jobs.fullmatch(word.group())
    return word.end() if is_person else None
