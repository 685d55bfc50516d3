"""Adding up what several teams are to become (sdr team 6 -> 20, ae team 4 -> 10)."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from flows.counts.labels import PARTS, WHOLE
from flows.counts.mention import Mention
from flows.counts.people_range import PeopleRange, sum_of
from flows.counts.people_words import FROM, PLAIN, TARGET

_SEVERAL, _TO, _JOB = 2, " to ", "job"
_Pair = tuple[Mention, Mention]


def team_changes(text: str, people: list[Mention]) -> tuple[PeopleRange, PeopleRange] | None:
    """Add up what several teams have and shall have; none if there are no two such teams."""
    pairs = [*_spans(text, people), *_changes(people)]
    names = {first.label.name or text[first.number.end : first.end] for first, _ in pairs}
    if len(pairs) < _SEVERAL or len(names) < len(pairs):
        return None
    told = [m for pair in pairs for m in pair]
    starts = [m.number.start for m in told]
    rest = [m for m in people if m.relation == PLAIN and m.number.start not in starts]
    rest = [m for m in rest if m.kind == "job" or m.is_part]
    now = sum_of([first for first, _ in pairs] + rest)
    later = sum_of([second for _, second in pairs] + rest)
    return (now, later) if now and later else None


def _changes(people: list[Mention]) -> list[_Pair]:
    """List the pairs of which one became the other."""
    pairs = [(a, b) for a, b in pairwise(people) if (a.relation, b.relation) == (FROM, TARGET)]
    return [(a, b) for a, b in pairs if a.is_part or a.label.kind in (_JOB, WHOLE)]


def _spans(text: str, people: list[Mention]) -> list[_Pair]:
    """List the teams of which it is told as a span (content team 4 to 7)."""
    found = [m for m in people if m.label.kind in (*PARTS, WHOLE) and m.relation == PLAIN]
    found = [m for m in found if _TO in text[m.number.start : m.number.end]]
    return [(_as(m, m.number.low), _as(m, m.number.high)) for m in found]


def _as(mention: Mention, people: int) -> Mention:
    return replace(mention, number=replace(mention.number, low=people, high=people))
