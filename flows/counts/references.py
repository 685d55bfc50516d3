"""Finding the head-count that another one refers to by name (比A组少2个, not in the 12).

All words come from `sizes.toml`.
"""

from __future__ import annotations

import re

from flows.counts.labels import PARTS, without_filler
from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, PLAIN, PeopleWords

_CLAUSE = re.compile(r"[,.;:!?()，。；：！？（）\n]")
_LONGEST_NAME = 2  # characters at the end of a Chinese name by which it is known again
_NAME = re.compile(r"[a-z0-9'-]+$")
_WORD = re.compile(r"[a-z0-9'-]+")
_LEAST_LETTERS = 3
_NOBODY = ("thing", "group")


def reference(
    words: PeopleWords, text: str, earlier: list[Mention], clause: str
) -> tuple[bool, int, int] | None:
    """Find the count of which a clause tells by its name, else the last one."""
    counted = [m for m in earlier if m.kind not in _NOBODY and m.relation in (PLAIN, ACTUAL)]
    named = [m for m in counted if is_named(words, text, m, clause)]
    people = named or [m for m in counted if m.is_people or m.label.kind in PARTS]
    if not people:
        return None
    return bool(named), people[-1].number.low, people[-1].number.high


def is_named(words: PeopleWords, text: str, mention: Mention, clause: str) -> bool:
    """Tell whether a clause names the people of a count, with a word that tells them apart."""
    name = _name(words, text, mention)
    if name.isascii():
        return len(name) >= _LEAST_LETTERS and name in _WORD.findall(clause)
    return len(name) >= _LONGEST_NAME and name in clause


def _name(words: PeopleWords, text: str, mention: Mention) -> str:
    """Give the end of what a count calls its people."""
    before = without_filler(words, clause_before(text, mention.number.start)).strip()
    noun = text[mention.number.end : mention.end].strip(" 个名位人")
    name = before or noun
    latin = _NAME.search(name)
    return latin.group() if latin else name[-_LONGEST_NAME:]


def clause_before(text: str, place: int) -> str:
    """Give what a clause says in front of a place."""
    return _CLAUSE.split(text[:place])[-1]


def clause_at(text: str, start: int, end: int) -> str:
    """Give the whole clause around a number, decimal points and brackets ending it."""
    return clause_before(text, start) + text[start:end] + _CLAUSE.split(text[end:])[0]
