"""Telling the people of one season from those of the rest of the year.

Sept-Oct we're 40, rest of the year 12, it's February. All words come from `sizes.toml`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, PLAIN, TARGET, PeopleWords

_MOST, _IN_A_YEAR, _ENDS = 2000, 12, 2  # people, months, of a span of months
_CLAUSE = re.compile(r"[.;]|,(?! ?(?:we|it|there))")
_TO = re.compile(r" ?(?:-|to|till|until|through) ?")


def of_this_season(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Take the count of the season it is now for the team; where none is told, the usual one."""
    usual = [i for i, m in enumerate(found) if _may_be(m) and _is_usual(words, text, m)]
    others = [i for i, m in enumerate(found) if _may_be(m) and i not in usual]
    peak = [i for i in others if _months(words, _clause(text, found[i]))]
    if len(usual) != 1 or len(peak) != 1 or found[peak[0]].relation == TARGET:
        return found
    now = words.seasons.now.search(text)
    is_peak = now is not None and _is_in(words, _clause(text, found[peak[0]]), now.group())
    there, gone = (peak[0], usual[0]) if is_peak else (usual[0], peak[0])
    marked = [m.nobody() if i == gone else m for i, m in enumerate(found)]
    marked[there] = replace(found[there], kind="general", is_people=True, relation=ACTUAL)
    return marked


def _may_be(mention: Mention) -> bool:
    number = mention.number
    is_free = mention.relation in (PLAIN, ACTUAL, TARGET)
    is_kind = mention.is_people or mention.kind == "bare"
    return is_free and is_kind and number.is_count and 0 < number.high <= _MOST


def _is_usual(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell those of the rest of the year, told in front or behind."""
    behind = words.seasons.usual_behind.match(text, mention.end)
    return behind is not None or words.seasons.usual.search(mention.before.rstrip()) is not None


def _clause(text: str, mention: Mention) -> str:
    """Give what is told with a number, up to the commas around it."""
    start = mention.number.start
    ahead = _CLAUSE.split(text[:start])[-1]
    return ahead + "|" + _CLAUSE.split(text[mention.end :])[0]


def _months(words: PeopleWords, clause: str) -> list[int]:
    """List the months that a clause tells of (sept-oct; june to august; at xmas)."""
    found = list(words.seasons.month.finditer(clause))
    months = [_span(*words.seasons.spans[one.group()]) for one in found]
    if len(found) == _ENDS and _TO.fullmatch(clause[found[0].end() : found[1].start()]):
        return _span(months[0][0], months[1][-1])
    return [month for one in months for month in one]


def _span(first: int, last: int) -> list[int]:
    """List the months from one to another."""
    return [(first - 1 + i) % _IN_A_YEAR + 1 for i in range((last - first) % _IN_A_YEAR + 1)]


def _is_in(words: PeopleWords, clause: str, now: str) -> bool:
    """Tell whether the time it is now lies in the months of a clause."""
    return bool(set(_months(words, clause)) & set(_months(words, now)))
