"""People named without a number: 我和老婆, 还有老板和财务, "a manager and me".

Each is one person. All words come from `sizes.toml` and the names of the roles.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from flows.mention import Label, Mention
from flows.numbers import Number
from flows.people_words import PeopleWords

_MANY = 20  # people without a number that are looked at
_JOB = Label("", "job", is_summed=False)


def ones(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Find the people named without a number, in order; `found` are the numbers of the text."""
    taken = [(m.number.start, m.end) for m in found if m.is_people]
    labelled = {m.number.start for m in found if m.is_people and m.number.high == 1}
    spans: list[tuple[int, int]] = []
    named = chain(islice(_relatives(words, text), _MANY), islice(_named_jobs(words, text), _MANY))
    for start, end in sorted(set(named)):
        is_counted = any(start < until and begin < end for begin, until in taken)
        is_again = any(start <= until and begin < end for begin, until in spans)  # 个, then 经理
        if not is_counted and not is_again and end not in labelled:
            spans.append((start, end))
    speakers = [span for span in spans if text[slice(*span)] in words.speaker]
    return [_one(*span) for span in spans if span not in speakers[1:]]


def _one(start: int, end: int) -> Mention:
    number = Number(start, end, 1, 1)
    return Mention(number, end, "job", label=_JOB, is_part=True, is_people=True)


def _relatives(words: PeopleWords, text: str) -> Iterator[tuple[int, int]]:
    """Find the speaker and relatives (我和老婆); who is at work counts beside a relative only."""
    others = [found.span() for found in islice(words.ones.finditer(text), _MANY)]
    yield from others
    if others:
        yield from (found.span() for found in words.ones_beside.finditer(text))


def _named_jobs(words: PeopleWords, text: str) -> Iterator[tuple[int, int]]:
    """Find jobs behind words such as 还有, joined to each other (还有老板和财务)."""
    for cue in words.ones_behind.finditer(text):
        place = cue.end()
        while article := words.one_article.match(text, place):
            noun = words.nouns.at(text, article.end())
            if noun is None or noun.value != "job" or not words.one_ends.match(text, noun.end):
                break
            yield article.end(), noun.end
            joined = words.one_joined.match(text, noun.end)
            if joined is None:
                break
            place = joined.end()
