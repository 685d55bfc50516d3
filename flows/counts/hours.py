"""Leaving out the times of shifts, that count nobody (two shifts 9-3 and 3-9, four people each).

All words come from `sizes.toml`.
"""

from __future__ import annotations

from flows.counts.mention import Mention
from flows.counts.people_words import PeopleWords


def without_hours(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Leave out the numbers that tell from when till when shifts are."""
    opening = [cue.span() for cue in words.at_work.open_times.finditer(text)]
    found = [m.nobody() if _is_in(m, opening) else m for m in found]
    spans = [cue.span() for cue in words.at_work.shift_times.finditer(text)]
    if not spans:
        return found
    left = [m for m in found if not _is_in(m, spans)]
    return [_of_shift(words, text, m, spans) for m in left]


def _is_in(mention: Mention, spans: list[tuple[int, int]]) -> bool:
    return any(first <= mention.number.start < last for first, last in spans)


def _of_shift(
    words: PeopleWords, text: str, mention: Mention, spans: list[tuple[int, int]]
) -> Mention:
    """Take those for people who are told right behind the times (day shift 8-4 has 12)."""
    gaps = [text[end : mention.number.start] for _, end in spans if end <= mention.number.start]
    is_told = bool(gaps) and words.at_work.shift_has.fullmatch(gaps[-1]) is not None
    is_count = mention.number.is_count and mention.kind in ("bare", "general", "job")
    return mention.part() if is_told and is_count else mention
