"""The pattern of one written number: a range, Arabic, Chinese or English.

All words come from `numerals.toml`. Texts are folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

PAUSE = "、"  # between two digits that count on (二十五、六)
_TEN, _THOUSAND = 10, 1000
_TOGETHER = "俩仨"  # two or three people: nothing goes on behind these (我们俩六个人)
_LONGEST = 12  # characters; keeps patterns with numbers from reading long rows again and again
# not inside a word (b2b), but in SEO2人 and "SEO x2"
_ARABIC_START = r"(?<![a-z0-9.])|(?<=[a-z]{3})(?=\d+[人个名位])|(?<=[ ,]x)"
# … and of a row behind the short name of a job (SEO2、PM1)
_GLUED = r"|(?:{})(?=\d{{1,2}}(?:$|[,、;。+/ ]))"


def _arabic_start(glued: Iterable[str]) -> str:
    """Give a pattern of where a number in digits may begin."""
    behind = "|".join(rf"(?<=(?<![a-z0-9]){re.escape(name)})" for name in glued)
    return f"(?:{_ARABIC_START}{_GLUED.format(behind)})"


# behind a comma no thousands: 机动2,400客服电话
_HOTLINE = r"(?:400|800)(?:客服|服务|免费|咨询)?(?:电话|热线|专线|号)"


def number_pattern(
    words: dict[str, dict[str, int]],
    ranges: dict[str, tuple[int, int]],
    formal: str,
    open_end: str,
    glued: Iterable[str],
) -> re.Pattern[str]:
    """Give the pattern of a number.

    Args:
        words: The words of numbers, by kind.
        ranges: Words that say a range (a dozen or so).
        formal: The digits of banks (壹贰).
        open_end: What makes a Chinese number vague behind it.
        glued: Short names of jobs right behind which a number may stand (SEO2).
    """
    characters = "".join((*words["digits"], *words["units"], *words["tens"]))
    single = "".join(sorted({*characters} - {*_TOGETHER}))
    english = _either((*words["small"], *words["large"]))
    large = _either(words["large"])
    scale = _either(
        key
        for key, value in words["multipliers"].items()
        if value > _THOUSAND and not key.isascii()
    )
    factor = "|".join(key + (r"(?![a-z])" if key.isascii() else "") for key in words["multipliers"])
    return re.compile(
        rf"(?P<range>{_either(ranges)})(?P<scale>{scale})?|(?P<fixed>\b(?:{_either(words['fixed'])})\b)"
        rf"|(?P<arabic>{_arabic_start(glued)}\d+(?:,(?!{_HOTLINE})\d{{3}}(?!\d))*(?:\.\d+)?(?:e\d+)?)(?P<factor>(?:{factor})*)"
        rf"|(?P<chinese>(?:[{single}]{{0,{_LONGEST}}}(?:俩仨|[{_TOGETHER}])|[{single}]{{1,{_LONGEST}}})(?:(?:{_paused(words)})(?![{characters}]))?[{open_end}]?|[{formal}]{{2,{_LONGEST}}})"
        rf"|(?P<english>(?<![a-z])(?:a (?={large})|(?={english}))(?:{english})"
        rf"(?:(?:(?<=d)[ -]and)?[ -](?:{english})){{0,8}}(?![a-z]))"
    )


def _paused(words: dict[str, dict[str, int]]) -> str:
    """Give a pattern of the second digit of 二十五、六 with the pause before it."""
    tens = [key for key, unit in words["units"].items() if unit == _TEN]
    pairs = [
        (a, b)
        for a, m in words["digits"].items()
        for b, n in words["digits"].items()
        if n == m + 1 > 1
    ]
    return "|".join(f"(?<={ten}{a}){PAUSE}{b}" for ten in tens for a, b in pairs)


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
