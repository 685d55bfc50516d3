"""Reading the stage of a team from a folded text. All words come from `slots.toml`."""

from __future__ import annotations

import re

from flows.briefs.slot_words import SlotWords
from flows.sums.sizes import Sizes
from flows.text.numbers import numbers
from flows.text.numerals import Numerals

_SMALL = 3  # people; a bigger team has left the stage of an idea


def read_stage(words: SlotWords, numerals: Numerals, text: str, sizes: Sizes) -> str | None:
    """Read the stage of a folded text: said, or implied by age, plans and growth."""
    text = words.masked_stage.blank(text)
    counts_time = words.time.search(text) is not None
    aged = words.not_age.blank(words.career.blank(text)) if counts_time else ""
    begun = words.further.blank(text)
    if words.stages["startup"].search(begun) or (counts_time and words.months.search(aged)):
        return "startup"
    age = _age(words, numerals, aged)
    if words.stages["mature"].search(text) or age >= words.mature_years:
        return "mature"
    is_said = words.stages["growth"].search(text) is not None and not _stays(sizes)
    if (sizes.target and _grows(sizes)) or sizes.is_adding or is_said:
        return "growth"
    is_small = sizes.current is None or sizes.current.high <= _SMALL
    return "startup" if is_small and words.idea.search(text) else None


def _grows(sizes: Sizes) -> bool:
    """Tell growth from a plan: a target without a team is none."""
    return bool(sizes.current and sizes.target and sizes.target.high > sizes.current.high)


def _stays(sizes: Sizes) -> bool:
    """Tell a team that is to have as many people as it has (we are 17 and want to be 17)."""
    return sizes.current is not None and sizes.current == sizes.target


def _age(words: SlotWords, numerals: Numerals, text: str) -> int:
    ages = [numbers(numerals, found.group()) for found in words.years.finditer(text)]
    return max((n.high for found in ages for n in found[:1]), default=0)


def answered_stage(words: SlotWords, text: str) -> str | None:
    """Read a whole message that names a stage."""
    return words.stage_answers.get(re.sub(r"[\W_]+$", "", text))
