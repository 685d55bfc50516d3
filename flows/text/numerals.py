"""Reading one written number: Arabic, Chinese or English.

All words come from `numerals.toml`. Texts are folded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from flows.text.cues import Cues, EndCues
from flows.text.number_pattern import PAUSE, number_pattern
from flows.text.table import Table

TO = " ?(?:-|~|–|到|至|to) ?"  # a pattern of what stands between the ends of a range
_TEN, _THOUSAND, _MOST, _THREE = 10, 1000, 10**15, 3


_CHINESE, _ENGLISH = ("digits", "units", "tens"), ("small", "large", "fixed")
_FACTORS = ("multipliers",)
_VAGUE = (
    "more",
    "short",
    "some",
    "slightly",
    "half_more",
    "around",
    "at_least",
    "at_most",
    "below",
)
_VAGUE_IN_FRONT = ("past", "not_short", "over", "up_to", "nearly", "under")


@dataclass(slots=True, eq=False, repr=False)
class Numerals:
    """The words numbers are made of."""

    digits: dict[str, int]
    units: dict[str, int]
    tens: dict[str, int]
    formal: dict[int, str]
    small: dict[str, int]
    large: dict[str, int]
    fixed: dict[str, int]
    multipliers: dict[str, int]
    ranges: dict[str, tuple[int, int]]
    open_end: str
    more: Cues
    past: EndCues
    short: Cues
    not_short: EndCues
    some: Cues
    slightly: Cues
    half_more: Cues
    around: Cues
    at_least: Cues
    at_most: Cues
    below: Cues
    over: EndCues
    up_to: EndCues
    nearly: EndCues
    under: EndCues
    between: Cues
    opening: EndCues
    joining: Cues
    counted: Cues
    change: EndCues
    no_number: Cues
    no_count: Cues
    no_count_after: Cues
    not_a_count: EndCues
    minus: EndCues
    token: re.Pattern[str]

    @property
    def token_source(self) -> str:
        """Give a pattern of one number without vagueness, free of named groups."""
        return re.sub(r"\?P<\w+>", "?:", self.token.pattern)

    @classmethod
    def of(cls, table: Table) -> Numerals:
        """Read `numerals.toml`."""
        chinese, english, vague = map(table.table, ("chinese", "english", "vague"))
        between, signs = table.table("range"), table.table("signs")
        counts = {
            key: part.table(key).numbers()
            for part, keys in ((chinese, _CHINESE), (english, _ENGLISH), (table, _FACTORS))
            for key in keys
        }
        ranges = table.table("ranges").ranges()
        formal = chinese.table("formal").texts()
        vaguely: dict[str, Any] = {key: vague.cues(key) for key in _VAGUE}
        vaguely |= {key: vague.end_cues(key) for key in _VAGUE_IN_FRONT}
        return cls(
            digits=counts["digits"],
            units=counts["units"],
            tens=counts["tens"],
            formal=str.maketrans(formal),
            small=counts["small"],
            large=counts["large"],
            fixed=counts["fixed"],
            multipliers=counts["multipliers"],
            ranges=ranges,
            open_end=vague.string("open_end"),
            **vaguely,
            between=between.cues("between"),
            opening=between.end_cues("opening"),
            joining=between.cues("and"),
            counted=between.cues("counted"),
            change=between.end_cues("change"),
            no_number=signs.cues("no_number"),
            no_count=signs.cues("no_count"),
            no_count_after=signs.cues("no_count_after"),
            not_a_count=signs.end_cues("not_a_count"),
            minus=signs.end_cues("minus"),
            token=number_pattern(
                counts, ranges, "".join(formal), vague.string("open_end"), signs.words("glued")
            ),
        )


def value_of(words: Numerals, found: re.Match[str]) -> tuple[int, int, int] | None:
    """Give low, high and the unit of the last figure."""
    text = found.group()
    if found["range"]:
        factor = words.multipliers.get(found["scale"], 1)
        low, high = words.ranges[found["range"]]
        return low * factor, high * factor, 1
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
    total = section = 0
    for word in re.split(r"[ -](?:and[ -])?", text):
        factor = words.large.get(word, 1)
        section = max(section, 1) * factor if factor > 1 else section + words.small.get(word, 0)
        if factor >= _THOUSAND:
            total, section = total + section, 0
    value = min(total + section, _MOST)
    return value, value, _last_unit(value)


def _chinese(words: Numerals, text: str) -> tuple[int, int, int] | None:
    """Read Chinese numerals, also 七八 (7 to 8), 三四十 (30 to 40) and 十几 (11 to 19)."""
    text = text.translate(words.formal).replace(PAUSE, "")
    open_end = _is_open(words, text)
    text = text[:-1] if open_end else text
    if three := _three(words, text):
        return *three, 1
    if pair := _neighbours(words, text):
        first = _plain(words, text[:pair] + text[pair + 1 :])
        return first, _plain(words, text[: pair - 1] + text[pair:]), 1
    value = _plain(words, text)
    unit = _last_unit(value)
    if open_end:
        return up_to_next(value, unit) if unit > 1 else None
    return value, value, unit


def _is_open(words: Numerals, text: str) -> bool:
    """Tell 十几 and 廿零 from 二零 and from 零 alone."""
    before = text[-2:-1]
    is_unit = before in words.units or before in words.tens
    return text[-1:] in words.open_end and (is_unit or text[-1:] not in words.digits)


def _neighbours(words: Numerals, text: str) -> int | None:
    """Find two digits in a row that count on (七八), where units show it is no list of digits."""
    places = _in_a_row(words, text)
    return places[0] if len(places) == 1 else None


def _in_a_row(words: Numerals, text: str) -> list[int]:
    """List the second and later ones of digits that count on (the 六 and 七 of 十五六七)."""
    digits = [words.digits.get(character, -9) for character in text]
    places = [i for i in range(1, len(text)) if min(digits[i - 1], digits[i]) >= 0]
    are_next = all(digits[i] == digits[i - 1] + 1 > 1 for i in places)
    return places if are_next else []


def _three(words: Numerals, text: str) -> tuple[int, int] | None:
    """Read three digits that count on (十五六七: 15 to 17; 六七八: 6 to 8)."""
    places = _in_a_row(words, text)
    is_number = len(places) == _THREE - 1 and places[-1] - places[0] == 1
    if not is_number or (places[0] == 1 and words.digits[text[0]] == 1):  # 一二三线
        return None
    first, last = places[0] - 1, places[-1]
    rest = text[last + 1 :]
    low, high = (_plain(words, text[:first] + text[i] + rest) for i in (first, last))
    return low, high


def _plain(words: Numerals, text: str) -> int:
    if len(text) > 1 and all(character in words.digits for character in text):
        return int("".join(str(words.digits[character]) for character in text)[:9])
    total = section = digit = 0
    if _drops_the_unit(words, text):
        text += next(
            key for key, unit in words.units.items() if unit * _TEN == words.units[text[-2]]
        )
    for character in text:
        if character in words.digits:
            digit = words.digits[character]
        elif character in words.tens:
            section += words.tens[character]
        else:
            total, section, digit = _with_unit(words.units[character], total, section, digit)
    return total + section + digit


def _drops_the_unit(words: Numerals, text: str) -> bool:
    """Tell 一百二 (120) and 三千五 (3500), where the last unit is left out."""
    unit = words.units.get(text[-2:-1], 0)
    return _TEN < unit <= _THOUSAND * _TEN and words.digits.get(text[-1], 0) > 0


def _with_unit(unit: int, total: int, section: int, digit: int) -> tuple[int, int, int]:
    if unit > _THOUSAND:
        return total + (section + digit or 1) * unit, 0, 0
    return total, section + (digit or 1) * unit, 0


def up_to_next(value: int, unit: int) -> tuple[int, int, int]:
    """Span from a number to the next round one (30 to 39; 11 to 19), and the last unit."""
    return value + (value == _TEN), value + unit - 1, 1
