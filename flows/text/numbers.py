"""Finding numbers in a text with what makes them vague, negative, or a range.

Says nothing about units. All words come from `numerals.toml`. Texts are folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from flows.text.numerals import Numerals, up_to_next, value_of

_TEN, _HUNDRED, _THOUSAND, _MOST = 10, 100, 1000, 5000
_NEAR, _AHEAD = 4, 24  # characters
_MANY = 20  # numbers of a text that are read; no description of a team has more
_YEARS, _YEAR = range(1950, 2100), ("年",)
_COMMA = "、"  # between two neighbours: 七、八个
_DASH = " - "
_SOME_SHARE, _SLIGHT_SHARE = {10: 5, 100: 30, 1000: 300}, 0.15


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text, from `start` to before `end`; `low` to `high` where it is vague.

    `is_count` is false for money, ordinals, decimals and negative numbers.
    """

    start: int
    end: int
    low: int
    high: int
    is_count: bool = True
    problem: str | None = None


def numbers(words: Numerals, text: str) -> list[Number]:
    """Find the numbers of a folded text, ranges joined, in order."""
    hidden = [found.span() for found in words.no_count.finditer(text)]
    found = [_hidden(number, hidden) for number in islice(_single(words, text), _MANY)]
    return _joined(words, text, found)


def _hidden(number: Number, spans: list[tuple[int, int]]) -> Number:
    """Mark what is part of a phone number or a date as no count."""
    is_inside = any(start <= number.start < end for start, end in spans)
    return replace(number, is_count=False) if is_inside else number


def _single(words: Numerals, text: str) -> Iterator[Number]:
    for found in words.token.finditer(text):
        value = None if words.no_number.match(text, found.start()) else value_of(words, found)
        if value is None:
            continue
        low, high, unit = value
        if text[found.end() : found.end() + 1] in _YEAR and high in _YEARS and low == high:
            continue
        is_code = found.group().startswith("0") and high >= _TEN  # 0800, 0134
        number = Number(found.start(), found.end(), low, high)
        number = _signed(words, text, _vague(words, text, number, unit), found.group())
        yield replace(number, is_count=False) if is_code else number


def _vague(words: Numerals, text: str, number: Number, unit: int) -> Number:
    """Widen a number by the words right behind or in front of it."""
    value, end = number.high, number.end
    if (found := words.more.match(text, end)) and unit > 1:
        low, high, _ = up_to_next(value, unit)
        low = value if text[number.end] == "+" else low
        number = Number(number.start, found.end(), low, high)
    elif (found := words.some.match(text, end)) and unit > 1:
        number = Number(number.start, found.end(), value, value + _SOME_SHARE.get(unit, unit // 3))
    elif found := words.slightly.match(text, end):
        number = Number(number.start, found.end(), value, _slightly_above(value))
    elif found := words.half_more.match(text, end):
        number = Number(number.start, found.end(), value, value + 1)
    if found := words.around.match(text, number.end):
        number = replace(number, end=found.end())
    return _compared(words, text, limited(words, text, number))


def limited(words: Numerals, text: str, number: Number) -> Number:
    """Apply words for "at least" and "at most" right behind a number or its counted noun."""
    if fewer := _few_missing(words, text, number):
        return fewer
    if found := words.at_least.match(text, number.end):
        return Number(number.start, found.end(), number.high, _at_least(number.high))
    if number.low == number.high and (found := words.slightly.match(text, number.end)):
        return Number(number.start, found.end(), number.high, _slightly_above(number.high))
    if found := words.at_most.match(text, number.end):
        return Number(number.start, found.end(), 1, number.high)
    if found := words.below.match(text, number.end):
        return Number(number.start, found.end(), 1, max(1, number.high - 1))
    return number


def _few_missing(words: Numerals, text: str, number: Number) -> Number | None:
    """Take off the few that a round number lacks (三十个人差俩)."""
    found = words.short.match(text, number.end)
    is_round = number.low == number.high and number.high >= _TEN and number.high % _TEN == 0
    ahead = text[max(0, number.start - _NEAR) : number.start]
    if found is None or not is_round or words.not_short.search(ahead):
        return None
    few = found.group("few")
    value = number.high - (words.digits.get(few) or int(few))
    return Number(number.start, found.end(), value, value)


def _compared(words: Numerals, text: str, number: Number) -> Number:
    """Apply words for "more than" and "fewer than" in front of a number."""
    value, end, start = number.high, number.end, number.start
    before = text[max(0, start - _AHEAD) : start]
    if words.up_to.search(before):
        return Number(start, end, 1, value)
    if words.over.search(before):
        return Number(start, end, number.low, max(number.high, _at_least(number.low)))
    unit = 10 ** (len(str(value)) - 1)
    if words.past.search(before) and value >= _HUNDRED and number.low == value and not value % unit:
        return Number(start, end, value, value + unit - 1)
    if words.nearly.search(before):
        return Number(start, end, value - max(1, value // _TEN), max(1, value - 1))
    if words.under.search(before):
        return Number(start, end, 1, max(1, value - 1))
    return number


def _slightly_above(value: int) -> int:
    return value + max(1, int(value * _SLIGHT_SHARE))


def _at_least(value: int) -> int:
    """Give the upper end for "at least": twice as many, open from a thousand on."""
    return 2 * value if value < _THOUSAND else max(_MOST, value)


def _signed(words: Numerals, text: str, number: Number, written: str) -> Number:
    """Mark what is no count: money, ordinals, fractions, negative numbers."""
    before = text[: number.start]
    problem = None
    if _is_negative(words, before):
        problem = "negative"
    elif _touches_slash(text, number) or ("." in written and not _is_whole(written, number)):
        problem = "fraction"
    is_share = words.no_count_after.match(text, number.end) is not None
    is_count = problem is None and not is_share and not words.not_a_count.search(before[-4:])
    return Number(number.start, number.end, number.low, number.high, is_count, problem)


def _is_negative(words: Numerals, before: str) -> bool:
    """Tell a minus from the dash of a range or of a name (8-10, b-3)."""
    found = words.minus.search(before[-9:])
    if not found:
        return False
    ahead = before[-9:][: found.start()]
    if found.group() != found.group().strip() and found.group().strip() == "-" and ahead.strip():
        return False
    joined, last = ahead[-1:], ahead.rstrip()[-1:]
    return found.group().strip() != "-" or not (joined.isalnum() or last.isdigit())


def _is_whole(written: str, number: Number) -> bool:
    fraction = written.partition(".")[2]
    return fraction == "0" or (not fraction.isdigit() and number.low >= _TEN)


_SLASH = re.compile(r"[/⁄]")


def _touches_slash(text: str, number: Number) -> bool:
    """Tell shares, clock times and the like (80/20, 24/7, 9:30) from counts."""
    if _SLASH.match(text, number.end) or text[number.start - 1 : number.start] in ("/", "⁄"):
        return True
    after, before = text[number.end : number.end + 2], text[max(0, number.start - 2) : number.start]
    return any(len(p) == 2 and ":" in p and p.strip(":").isdigit() for p in (after, before))  # noqa: PLR2004


def _joined(words: Numerals, text: str, found: list[Number]) -> list[Number]:
    """Join the two ends of ranges."""
    joined: list[Number] = []
    for number in found:
        last = joined[-1] if joined else None
        if last and _is_range(words, text, last, number):
            joined[-1] = _range(last, number)
        else:
            joined.append(number)
    return joined


def _range(first: Number, second: Number) -> Number:
    low, high = sorted((first.low, second.high))
    problem = first.problem or (second.problem if second.problem != "negative" else None)
    return Number(first.start, second.end, low, high, problem is None, problem)


def _is_range(words: Numerals, text: str, first: Number, second: Number) -> bool:
    between = text[first.end : second.start].strip()
    if text[first.end : second.start] == _DASH and first.low > second.high:
        return False  # headcount 26 - 19 agents, 4 trainers
    if first.high == 0 or not second.is_count:  # zero to ten; 555-0134
        return False
    before = text[max(0, first.start - 10) : first.start]
    if between == _COMMA and words.counted.match(text, second.end):
        return first.high + 1 == second.low == second.high  # 七、八个人
    if words.opening.search(before) and words.joining.fullmatch(between):
        return True
    if words.change.search(before) or not (first.is_count or first.problem == "negative"):
        return False
    counted = words.counted.match(between)
    between = between[counted.end() :].strip() if counted else between
    return words.between.fullmatch(between) is not None
