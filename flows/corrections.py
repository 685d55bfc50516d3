"""Corrections of a plan that is there: so many more or fewer people, a variant taken back.

All words come from `corrections.toml`. Texts are folded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from flows.briefs.slot_words import SlotWords
from flows.briefs.variants import named_variants
from flows.text.cues import Cues
from flows.text.numbers import Number, numbers
from flows.text.numerals import Numerals
from flows.text.table import Table

_PLACE = "\ue000"  # stands for the number while patterns are matched
_PEOPLE = r"\s?(?:个|名|位|号)?(?:人|people|persons?|hires?|heads?)?\s?"


@dataclass(slots=True, eq=False, repr=False)
class CorrectionWords:
    """The patterns of `corrections.toml`."""

    to: Cues
    more: Cues
    fewer: Cues
    twice: Cues
    half: Cues
    removed: Cues
    added: Cues
    team: Cues

    @classmethod
    def of(cls, table: Table) -> CorrectionWords:
        """Read the file."""
        relative = table.table("relative")
        return cls(
            to=relative.cues("to"),
            more=_with_number(relative, "more"),
            fewer=_with_number(relative, "fewer"),
            twice=relative.cues("twice"),
            half=relative.cues("half"),
            removed=table.table("removed").cues("cues"),
            added=table.table("joined").cues("added"),
            team=table.table("joined").cues("team"),
        )


def _with_number(table: Table, key: str) -> Cues:
    place = _PLACE + _PEOPLE
    return Cues(word.replace("{n}", place) for word in table.words(key))


def corrected_size(words: CorrectionWords, numerals: Numerals, text: str, size: int) -> int | None:
    """Read "three fewer" or "double it" against a size [people]; None for anything else."""
    if words.twice.search(text):
        return 2 * size
    if words.half.search(text):
        return (size + 1) // 2
    found = [number for number in numbers(numerals, text) if number.low > 0]
    if len(found) != 1:
        return None
    return _moved(words, text, found[0], size)


def _moved(words: CorrectionWords, text: str, number: Number, size: int) -> int | None:
    if words.to.search(text[max(0, number.start - 5) : number.start]):
        return None
    marked = text[: number.start] + _PLACE + text[number.end :]
    if words.fewer.search(marked):
        return size - number.high
    return size + number.high if words.more.search(marked) else None


def removed_variants(
    words: CorrectionWords, slots: SlotWords, text: str, chosen: tuple[str, ...]
) -> tuple[str, ...]:
    """List the chosen variants that a text takes back."""
    if not words.removed.search(text):
        return ()
    rest = re.sub(words.removed.source, " ", text)
    named = named_variants(slots, rest)
    return tuple(variant for variant in chosen if variant in named)
