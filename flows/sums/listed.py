"""Finding jobs that are listed without numbers (buyer, packer, chat support x3; wife: photos).

All words come from `sizes.toml` and the names of the roles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.counts.mention import Mention
from flows.counts.people_words import PLAIN, PeopleWords

_START = re.compile(r"(?:^|[.:;=] )")
_ITEM = re.compile(
    r" ?([^,.;:+&=()]*?)(?: \((?:me|myself|that.s me)\))?"
    r" ?(?=(,| \+|\+| &| =|\(| and (?!i )|$|[.;:)]))"
)
_JOINS = (",", "+", "&", "and")
_LONGEST, _MOST, _FEWEST = 28, 15, 2  # characters, items, jobs without a number
_ENOUGH, _MANY = 3, 50  # jobs that need no count beside them, people
_PERSONS = ("man", "woman", "person", "deputy")  # ends of nouns for one
_Span = tuple[int, int]


def listed(words: PeopleWords, text: str, found: list[Mention]) -> list[_Span]:
    """List where jobs stand in a list, each for one person."""
    if not text.isascii():
        return []
    spans: list[_Span] = []
    for start in _START.finditer(text):
        singles, others = _list_at(words, text, found, start.end())
        is_list = len(singles) >= _FEWEST and (others or len(singles) >= _ENOUGH)
        if is_list or (others >= _FEWEST and _is_first(words, text, singles, start.end())):
            spans.extend(singles)
    return [*spans, *_headed(words, text, found)]


def _list_at(
    words: PeopleWords, text: str, found: list[Mention], place: int
) -> tuple[list[_Span], int]:
    """Read the items of a list from a place on: jobs without a number, and how many others."""
    singles: list[_Span] = []
    others = 0
    for _ in range(_MOST):
        item = _ITEM.match(text, place)
        if item is None:
            break
        counts = [m for m in found if item.start() <= m.number.start < item.end(1)]
        if counts and _is_counted(counts):
            others += 1
        elif not counts and _is_single(words, item.group(1)):
            singles.append(item.span(1))
        else:
            break
        if item.group(2).strip() not in _JOINS:
            break
        place = item.end() + len(item.group(2))
    return singles, others


def _is_first(words: PeopleWords, text: str, singles: list[_Span], place: int) -> bool:
    """Tell one in front of several who are counted (photographer, 2 stylists, 3 packers)."""
    if len(singles) != 1 or singles[0][0] != place:
        return False
    said = text[slice(*singles[0])]
    return words.leaders.search(said) is None and words.firms.search(said) is None


def _is_counted(counts: list[Mention]) -> bool:
    """Tell an item that counts people or groups of them."""
    is_people = counts[0].kind == "group" or (counts[0].is_people and counts[0].relation == PLAIN)
    return is_people and counts[0].number.high <= _MANY


def _is_single(words: PeopleWords, item: str) -> bool:
    """Tell the name of a job of one person (buyer, my packer, web designer)."""
    if not 0 < len(item) <= _LONGEST:
        return False
    article = words.one_article.match(item)
    name = item[article.end() :] if article else item
    noun = words.nouns.at(name, 0)
    if noun and noun.value == "job" and noun.end == len(name) and name.endswith(_PERSONS):
        return True
    found = words.one_jobs.match(name)
    return found is not None and found.end() == len(name)


def _headed(words: PeopleWords, text: str, found: list[Mention]) -> Iterator[_Span]:
    """List people with what each does behind a colon (wife: photos. me: everything else)."""
    heads = [cue.span() for cue in words.headed.finditer(text)]
    counted = [m for m in found if m.is_people and text[m.end : m.end + 1] == ":"]
    if len(heads) + len(counted) > 1:
        yield from heads
