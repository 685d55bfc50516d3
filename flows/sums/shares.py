"""Working out sizes told by a share or a pace (half of that today; 每月进3个，连续半年).

All words come from `sizes.toml`.
"""

from __future__ import annotations

from flows.counts.mention import Mention
from flows.counts.people_range import PeopleRange, range_of
from flows.counts.people_words import PeopleWords
from flows.counts.references import clause_at, clause_before
from flows.text.numbers import Number

_HUNDRED, _TENTH = 100, 10  # per cent
_YEAR, _HALF_YEAR = 12, 6  # months
_MOST_MONTHS = 36


def share_there(words: PeopleWords, text: str, target: PeopleRange | None) -> PeopleRange | None:
    """Work out how many there are where that is a part of what is aimed at (half of that today)."""
    found = words.sums.part_there.search(text) if target else None
    if found is None or target is None:
        return None
    fractions = words.sums.fractions
    parts = next(parts for name, parts in fractions.items() if name in found.group())
    return range_of(target.low // parts, -(-target.high // parts))


def cut_by_share(words: PeopleWords, text: str, current: PeopleRange | None) -> PeopleRange | None:
    """Work out a target said as a part that is to go (编制要砍一半)."""
    found = words.sums.cut_share.search(text) if current else None
    if found is None or current is None:
        return None
    parts = next(n for name, n in words.sums.fractions.items() if name in found.group())
    return range_of(*(size - size // parts for size in (current.low, current.high)))


def grown_by_share(
    words: PeopleWords, text: str, found: list[Mention], current: PeopleRange | None
) -> PeopleRange | None:
    """Work out a target said as "grow by 50%", where it is people who are to come or to go."""
    if current is None:
        return None
    if more := _part_more(words, text, current):
        return more
    for mention in found:
        number = mention.number
        share = _share_to_come(words, text, number)
        if share and not words.sums.not_of_people.search(clause_at(text, number.start, number.end)):
            whole = _HUNDRED + share
            return range_of(current.low * whole // _HUNDRED, -(-current.high * whole // _HUNDRED))
    return None


def _part_more(words: PeopleWords, text: str, current: PeopleRange) -> PeopleRange | None:
    """Work out a target said as a part of what there is (grow by a quarter)."""
    sums = words.sums
    part = sums.grown_part.search(text)
    if part is None or sums.not_of_people.search(clause_at(text, *part.span())):
        return None
    parts = next(n for name, n in sums.fractions.items() if name in part.group())
    low, high = (size * (parts + 1) for size in (current.low, current.high))
    return range_of(-(-low // parts), -(-high // parts))


def _share_to_come(words: PeopleWords, text: str, number: Number) -> int:
    """Tell how many per cent are to come, or to go (below 0); 0 if it is no such share."""
    sign = _sign(words, clause_before(text, number.start).rstrip())
    if words.sums.percent.match(text, number.end):
        return sign * number.high
    return sign * _TENTH * number.high if words.sums.tenths.match(text, number.end) else 0


def _sign(words: PeopleWords, before: str) -> int:
    """Tell whether a share is to come, or to go; 0 if neither is said."""
    if words.sums.growing.search(before):
        return 1
    return -1 if words.sums.shrinking.search(before) else 0


def grown_monthly(
    words: PeopleWords, text: str, found: list[Mention], current: PeopleRange | None
) -> PeopleRange | None:
    """Work out a target said as so many each month, for so many months."""
    for i, mention in enumerate(found if current else ()):
        number = mention.number
        clause = clause_at(text, number.start, number.end)
        is_count = mention.kind in ("general", "job", "bare") and number.is_count
        if not is_count or not words.sums.monthly.search(clause):
            continue
        months = _months(words, text, found[i + 1 :], mention.end)
        if current and 0 < months <= _MOST_MONTHS:
            low, high = (months * n for n in (number.low, number.high))
            return range_of(current.low + low, current.high + high)
    return None


def _months(words: PeopleWords, text: str, following: list[Mention], end: int) -> int:
    """Tell for how many months something goes on; none if that is not said."""
    for mention in following:
        number = mention.number
        if not words.sums.lasting.search(clause_before(text, number.start).rstrip()):
            continue
        if words.sums.months.match(text, number.end):
            return number.high
        if words.sums.years.match(text, number.end):
            return _YEAR * number.high
    return _HALF_YEAR if words.sums.half_year.search(text, end) else 0
