"""Finding where a count is told one by one (just four: buyer, ads, two packers, me)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from flows.counts.mention import Mention

_OPENING = re.compile(r" ?(?::| - |\() ?|, (?=(?:me|myself)(?:,| and| \+| &))")
_ME = re.compile(r"(?:me|myself)(?![a-z])")
_CLOSING = re.compile(r"[.;!?。；)\n]")
_ITEM = re.compile(r",(?: and )?|、|和|&|\+| and | plus ")


def spelled_out(text: str, found: Iterable[Mention]) -> list[tuple[int, int]]:
    """List the places behind counts that name as many people as were counted."""
    told = tuple(found)
    spans = [(m, span) for m in told if m.is_people and (span := _list_behind(text, m.end))]
    spans = [(m, _first_items(text, span, m, told)) for m, span in spans]
    return [span for m, span in spans if _people_in(text, span, told) == m.number.high > 1]


def _list_behind(text: str, place: int) -> tuple[int, int] | None:
    opening = _OPENING.match(text, place)
    if opening is None:
        return None
    closing = _CLOSING.search(text, opening.end())
    return opening.end(), closing.start() if closing else len(text)


def _first_items(
    text: str, span: tuple[int, int], whole: Mention, told: tuple[Mention, ...]
) -> tuple[int, int]:
    """Cut what is said behind the speaker and others (two of us, me and Jo, and the boss asks)."""
    start = span[0]
    if not text[:start].endswith(", ") or _ME.match(text, start) is None:
        return span
    ends = [gap.start() for gap in _ITEM.finditer(text, *span) if gap.group().startswith(",")]
    short = (end for end in ends if _people_in(text, (start, end), told) == whole.number.high)
    return start, next(short, span[1])


def _people_in(text: str, span: tuple[int, int], told: tuple[Mention, ...]) -> int:
    """Add up a list: what is counted in it, and one for every name without a number."""
    start, people = span[0], 0
    for item in _ITEM.split(text[slice(*span)]):
        end = text.index(item, start) + len(item)
        counts = [m.number.high for m in told if start <= m.number.start < end]
        joined = [m.number.high for m in told if start <= m.number.start < end and m.is_people]
        is_row = len(joined) > 1 and not item.isascii()  # 30（10个居家20个坐班）
        people += sum(joined) if is_row else counts[0] if counts else bool(item.strip())
        start = end
    return people


def outside(single: list[Mention], spans: list[tuple[int, int]]) -> list[Mention]:
    """Leave out people without a number who are in such a list."""
    return [m for m in single if not any(a <= m.number.start < b for a, b in spans)]
