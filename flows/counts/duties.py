"""Finding people who are named one by one with what each does (我管货，我哥拍片; 记单我妹).

Each clause of a row names one of them, or counts some. All words come from `sizes.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.counts.mention import Mention
from flows.counts.people_words import PeopleWords

_CLAUSE = re.compile(r"[^,，、。;；:：!！?？\n()（）]+")
_NEAR = 2  # characters between neighbours
_LONGEST, _MOST = 14, 60  # characters of a clause, clauses that are looked at
_Span = tuple[int, int]


def duties(words: PeopleWords, text: str, found: list[Mention]) -> list[_Span]:
    """List where people are named that have a clause each, if others are told beside them."""
    if text.isascii() or not words.duty_kin.search(text):
        return []
    spans: list[_Span] = []
    for row in _rows(words, text, found):
        named = [span for span in row if span is not None]
        who = {text[slice(*span)] for span in named}
        if len(who) > 1 or (named and len(row) > len(named)):
            spans.extend(named)
    return spans


def _rows(words: PeopleWords, text: str, found: list[Mention]) -> Iterator[list[_Span | None]]:
    """Give neighbouring clauses that name somebody (where), or count people (none)."""
    row: list[_Span | None] = []
    last = 0
    for place, clause in enumerate(_CLAUSE.finditer(text)):
        if place > _MOST:
            break
        span = _named(words, clause)
        is_counted = any(
            _is_part(m) and clause.start() <= m.number.start < clause.end() for m in found
        )
        if (span is None and not is_counted) or clause.start() - last > _NEAR:
            yield row
            row = []
        if span is not None or is_counted:
            row.append(None if is_counted else span)
        last = clause.end()
    yield row


def _is_part(mention: Mention) -> bool:
    return mention.is_people and (mention.is_part or mention.kind == "job")


def _named(words: PeopleWords, clause: re.Match[str]) -> _Span | None:
    """Find who a clause names: alone, in front of what they do, or behind it."""
    said = clause.group().strip()
    if len(said) > _LONGEST:
        return None
    start = clause.start() + clause.group().index(said)
    first = words.duty_first.match(clause.string, start)
    if first and first.end() <= clause.end():
        return first.span()
    last = words.duty_last.search(said)
    if last is None or not words.duty_head.fullmatch(said[: last.start()]):
        return None
    named = last.group().lstrip("是由归靠前系")
    return start + last.end() - len(named), start + last.end()
