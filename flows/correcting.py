"""Correcting: a plan that is there gets more or fewer people, or loses a variant."""

from __future__ import annotations

from dataclasses import replace

from flows.corrections import corrected_size, removed_variants
from flows.draft import Draft
from flows.lexicon import Lexicon
from flows.questions import set_size
from flows.replies import Say
from flows.steps import Step, proceed
from knowledge.knowledge import Knowledge
from knowledge.model import MAX_SIZE, MIN_SIZE


def correct(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str) -> Step | None:
    """Carry out a correction; None where the text is none."""
    folded = lexicon.fold(text)
    removed = removed_variants(lexicon.corrections, lexicon.slots, folded, draft.variants or ())
    if removed:
        left = tuple(v for v in draft.variants or () if v not in removed)
        return proceed(knowledge, replace(draft, variants=left))
    size = _size(lexicon, draft, folded)
    if size is None:
        return None
    if not MIN_SIZE <= size <= MAX_SIZE:
        return draft, (Say("bad.too_big" if size > MAX_SIZE else "bad.zero"),)
    return proceed(knowledge, set_size(draft, size, size))


def _size(lexicon: Lexicon, draft: Draft, folded: str) -> int | None:
    if draft.size is None or draft.asked == "size":
        return None
    numerals = lexicon.people.numerals
    return corrected_size(lexicon.corrections, numerals, folded, draft.size)
