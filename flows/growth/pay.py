"""Pay in a sentence: which role costs how much a month. It is never kept."""

from __future__ import annotations

from flows.lexicon import Lexicon
from flows.text.numbers import numbers

_LEAST, _MOST = 100, 10_000_000  # money a month; less is a number of people
_BETWEEN = 24  # characters between a title and its pay


def take_pay(lexicon: Lexicon, text: str) -> tuple[dict[str, int], str]:
    """Read what roles cost a month out of a folded text, and give the rest of it.

    A title that several roles share counts for all of them.
    """
    found: dict[str, int] = {}
    if not lexicon.what_if.pay.search(text):
        return found, text
    rest, titles = text, list(lexicon.roles.names.all(text))
    for number in numbers(lexicon.people.numerals, text):
        before = [t for t in titles if 0 <= number.start - t.end <= _BETWEEN]
        if before and _LEAST <= number.high <= _MOST:
            nearest = max(before, key=lambda title: title.end)
            found |= dict.fromkeys(nearest.value, number.high)
            length = number.end - nearest.start
            rest = rest[: nearest.start] + " " * length + rest[number.end :]
    return found, rest if found else text
