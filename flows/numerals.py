"""Reading numbers: Arabic, Chinese and English, exact and vague. Says nothing about units.

All words come from `numerals.toml`. Texts are folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.cues import Cues, EndCues, Table

_TEN, _THOUSAND, _MOST = 10, 1000, 5000
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


@dataclass(frozen=True, slots=True)
class Numerals:
    """The words numbers are made of."""

    digits: dict[str, int]
    units: dict[str, int]
    tens: dict[str, int]
    small: dict[str, int]
    large: dict[str, int]
    fixed: dict[str, int]
    multipliers: dict[str, int]
    ranges: dict[str, tuple[int, int]]
    more: Cues
    some: Cues
    slightly: Cues
    at_least: Cues
    at_most: Cues
    over: EndCues
    under: EndCues
    between: Cues
    opening: EndCues
    joining: Cues
    change: EndCues
    money: EndCues
    minus: EndCues
    token: re.Pattern[str]

    @property
    def token_source(self) -> str:
        """Give a pattern of one number without vagueness, free of named groups."""
        return re.sub(r"\?P<\w+>", "?:", self.token.pattern)

    @classmethod
    def of(cls, table: Table) -> Numerals:
        """Read `numerals.toml`."""
        chinese, english, vague = table.table("chinese"), table.table("english"), table.table("vague")
        between, signs = table.table("range"), table.table("signs")
        words = {
            "digits": chinese.table("digits").numbers(),
            "units": chinese.table("units").numbers(),
            "tens": chinese.table("tens").numbers(),
            "small": english.table("small").numbers(),
            "large": english.table("large").numbers(),
            "fixed": english.table("fixed").numbers(),
            "multipliers": table.table("multipliers").numbers(),
        }
        ranges = table.table("ranges").ranges()
        return cls(
            **words,
            ranges=ranges,
            **{key: vague.cues(key) for key in ("more", "some", "slightly", "at_least", "at_most")},
            **{key: vague.end_cues(key) for key in ("over", "under")},
            between=between.cues("between"),
            opening=between.end_cues("opening"),
            joining=between.cues("and"),
            change=between.end_cues("change"),
            money=signs.end_cues("money"),
            minus=signs.end_cues("minus"),
            token=_token(words, ranges),
        )


def _token(words: dict[str, dict[str, int]], ranges: dict[str, tuple[int, int]]) -> re.Pattern[str]:
    characters = "".join((*words["digits"], *words["units"], *words["tens"]))
    english = _either((*words["small"], *words["large"]))
    factor = "|".join(key + (r"(?![a-z])" if key.isascii() else "") for key in words["multipliers"])
    return re.compile(
        rf"(?P<range>{_either(ranges)})|(?P<fixed>\b(?:{_either(words['fixed'])})\b)"
        rf"|(?P<arabic>(?<![a-z0-9.])\d+(?:,\d{{3}})*(?:\.\d+)?(?:e\d+)?)(?P<factor>(?:{factor})*)"
        rf"|(?P<chinese>[{characters}]+几?)"
        rf"|(?P<english>(?<![a-z])(?:{english})(?:(?:[ -]and)?[ -](?:{english}))*(?![a-z]))"
    )


def _either(words: object) -> str:
    assert hasattr(words, "__iter__")  # noqa: S101
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def numbers(words: Numerals, text: str) -> list[Number]:
    """Find the numbers of a folded text, ranges joined, in order."""
    return _joined(words, text, list(_single(words, text)))


def _single(words: Numerals, text: str) -> Iterator[Number]:
    for found in words.token.finditer(text):
        value = _value(words, found)
        if value is None:
            continue
        low, high, unit = value
        number = Number(found.start(), found.end(), low, high)
        yield _signed(words, text, _vague(words, text, number, unit), found.group())


def _value(words: Numerals, found: re.Match[str]) -> tuple[int, int, int] | None:
    """Give low, high and the unit of the last figure."""
    text = found.group()
    if found["range"]:
        return (*words.ranges[text], 1)
    if found["fixed"]:
        return words.fixed[text], words.fixed[text], 1
    if found["arabic"]:
        return _arabic(words, found["arabic"], found["factor"])
    return _chinese(words, text) if found["chinese"] else _english(words, text)


def _arabic(words: Numerals, digits: str, factors: str) -> tuple[int, int, int]:
    value = float(digits.replace(",", "")) if len(digits) < 40 else 1e15  # noqa: PLR2004
    for factor in factors:
        value *= words.multipliers.get(factor, 1)
    whole = int(min(value, 1e15))
    return whole, whole, _last_unit(whole)


def _last_unit(value: int) -> int:
    unit = 1
    while value and value % (unit * _TEN) == 0:
        unit *= _TEN
    return unit


def _english(words: Numerals, text: str) -> tuple[int, int, int]:
    total = 0
    for word in re.split(r"[ -](?:and[ -])?", text):
        if word in words.large:
            total = max(total, 1) * words.large[word]
        else:
            total += words.small.get(word, 0)
    return total, total, _last_unit(total)


def _chinese(words: Numerals, text: str) -> tuple[int, int, int] | None:
    """Read Chinese numerals, also 七八 (7 to 8), 三四十 (30 to 40) and 十几 (11 to 19)."""
    open_end = text.endswith("几")
    text = text.removesuffix("几")
    if pair := _neighbours(words, text):
        first = _plain(words, text[:pair] + text[pair + 1 :])
        return first, _plain(words, text[: pair - 1] + text[pair:]), 1
    value = _plain(words, text)
    unit = _last_unit(value)
    if open_end:
        return _up_to_next(value, unit) if unit > 1 else None
    return value, value, unit


def _neighbours(words: Numerals, text: str) -> int | None:
    """Find two digits in a row that count on (七八), where units show it is no list of digits."""
    digits = [words.digits.get(character, -9) for character in text]
    places = [i for i in range(1, len(text)) if min(digits[i - 1], digits[i]) >= 0]
    if len(places) == 1 and digits[places[0]] == digits[places[0] - 1] + 1 > 1:
        return places[0]
    return None


def _plain(words: Numerals, text: str) -> int:
    if len(text) > 1 and all(character in words.digits for character in text):
        return int("".join(str(words.digits[character]) for character in text)[:9])
    total = section = digit = 0
    for character in text:
        if character in words.digits:
            digit = words.digits[character]
        elif character in words.tens:
            section += words.tens[character]
        else:
            total, section, digit = _with_unit(words.units[character], total, section, digit)
    return total + section + digit


def _with_unit(unit: int, total: int, section: int, digit: int) -> tuple[int, int, int]:
    if unit > _THOUSAND:
        return total + (section + digit or 1) * unit, 0, 0
    return total, section + (digit or 1) * unit, 0


def _up_to_next(value: int, unit: int) -> tuple[int, int, int]:
    return value + (value == _TEN), value + unit - 1, 1


def _vague(words: Numerals, text: str, number: Number, unit: int) -> Number:
    """Widen a number by the words right behind or in front of it."""
    value, end = number.high, number.end
    if (found := words.more.match(text, end)) and unit > 1:
        low, high, _ = _up_to_next(value, unit)
        low = value if text[number.end] == "+" else low
        number = Number(number.start, found.end(), low, high)
    elif (found := words.some.match(text, end)) and unit > 1:
        number = Number(number.start, found.end(), value, value + _SOME_SHARE.get(unit, unit // 3))
    elif found := words.slightly.match(text, end):
        number = Number(number.start, found.end(), value, value + max(1, int(value * _SLIGHT_SHARE)))
    return _compared(words, text, limited(words, text, number))


def limited(words: Numerals, text: str, number: Number) -> Number:
    """Apply words for "at least" and "at most" right behind a number or its counted noun."""
    if found := words.at_least.match(text, number.end):
        return Number(number.start, found.end(), number.high, _at_least(number.high))
    if found := words.at_most.match(text, number.end):
        return Number(number.start, found.end(), 1, number.high)
    return number


def _compared(words: Numerals, text: str, number: Number) -> Number:
    """Apply words for "more than" and "fewer than" in front of a number."""
    value, end, start = number.high, number.end, number.start
    before = text[max(0, start - 16) : start]
    if words.over.search(before):
        return Number(start, end, number.low, max(number.high, _at_least(number.low)))
    if words.under.search(before):
        return Number(start, end, 1, max(1, value - 1))
    return number


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
    is_count = problem is None and not words.money.search(before[-4:])
    return Number(number.start, number.end, number.low, number.high, is_count, problem)


def _is_negative(words: Numerals, before: str) -> bool:
    """Tell a minus from the dash of a range or of a name (8-10, b-3)."""
    found = words.minus.search(before[-9:])
    if not found:
        return False
    last = before[-9:][: found.start()].rstrip()[-1:]
    return found.group().strip() != "-" or not last.isalnum()


def _is_whole(written: str, number: Number) -> bool:
    fraction = written.partition(".")[2]
    return fraction == "0" or (not fraction.isdigit() and number.low >= _TEN)


_SLASH = re.compile(r"[/⁄%]")


def _touches_slash(text: str, number: Number) -> bool:
    """Tell shares, clock times and the like (80/20, 24/7, 9:30, 3%) from counts."""
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
    before = text[max(0, first.start - 10) : first.start]
    if words.opening.search(before) and words.joining.fullmatch(between):
        return True
    if words.change.search(before) or not (first.is_count or first.problem == "negative"):
        return False
    return words.between.fullmatch(between.removeprefix("个").removeprefix("人")) is not None
