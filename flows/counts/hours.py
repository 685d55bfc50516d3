"""Leaving out the times of shifts, that count nobody (two shifts 9-3 and 3-9, four people each).

All words come from `sizes.toml`.
"""

from __future__ import annotations

from flows.counts.mention import Mention
from flows.counts.people_words import PeopleWords


def without_hours(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Leave out the numbers that tell from when till when shifts are."""
    spans = [(cue.start(), cue.end()) for cue in words.at_work.shift_times.finditer(text)]
    if not spans:
        return found
    return [m for m in found if not any(a <= m.number.start < b for a, b in spans)]
