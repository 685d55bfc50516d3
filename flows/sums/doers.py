"""Counting English people who are told one by one by what they do (Meg lists, two pack, I buy).

Each clause of a row tells of somebody, or of several. All words come from `sizes.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, islice

from flows.counts.people_words import PeopleWords
from flows.text.numbers import numbers

_CLAUSE = re.compile(r"(?:^|[,.;:] ?)(?:and |while |then )?([^,.;:]+)")
_OTHER = re.compile(r" and (?=(?:i|my [a-z]+|(?:an?|one|our) [a-z]+ [a-z]+s) )")
_AND = re.compile(r" and | & ")
_ME, _FEWEST, _MOST = "i", 2, 12  # clauses
_Told = tuple[int, int, frozenset[str], int, bool]


def doers_summed(words: PeopleWords, text: str) -> str:
    """Put the sum of those who are told by what they do in place of the clauses that tell it."""
    if not words.wordings.does.search(text):
        return text
    clauses = islice(_clauses(words, text), _MOST)
    for is_told, row in groupby(clauses, key=lambda told: told[2] != frozenset() or told[3] > 0):
        told = list(row)
        if not is_told or len(told) < _FEWEST or not any(is_sure for *_, is_sure in told):
            continue
        start, end = told[0][0], told[-1][1]
        people = len(frozenset().union(*(who for _, _, who, _, _ in told)))
        people += sum(many for _, _, _, many, _ in told)
        if people >= _FEWEST and not words.wordings.number.search(text[:start] + text[end:]):
            return f"{text[:start]}we are {people} people{text[end:]}"
    return text


def _clauses(words: PeopleWords, text: str) -> Iterator[_Told]:
    """Give where each clause is, who is named in it, how many it counts, whether that is sure."""
    for clause in _CLAUSE.finditer(text):
        start, end = clause.span(1)
        while found := words.wordings.doing.match(text, start, end):
            other = _OTHER.search(text, found.end(), end)
            until = other.start() if other else end
            if words.wordings.number.search(text, found.end(), until):
                break  # my wife runs the shop with 4 girls
            yield start, until, *_people(words, found)
            start = other.end() if other else end
        if start < end:
            yield start, end, frozenset[str](), 0, False


def _people(words: PeopleWords, found: re.Match[str]) -> tuple[frozenset[str], int, bool]:
    """Tell who does something: names, how many without a name, whether it is surely a person."""
    if found["many"]:
        told = numbers(words.numerals, found["many"])
        return frozenset(), told[0].high if told else 0, False
    if found["one"]:
        return frozenset({found["one"]}), 0, True
    names = frozenset(_AND.split(found["names"]))
    known = names & (words.rolls.names | {_ME})
    if any(_is_word(words, name) for name in names - known):
        return frozenset(), 0, False
    return names, 0, bool(known)


def _is_word(words: PeopleWords, name: str) -> bool:
    """Tell a word from the name of somebody."""
    is_noun = name in words.nouns.values or words.labels.fullmatch(name) is not None
    return is_noun or name in words.rolls.no_names or name in words.numerals.small
