"""Filling: what a meaning says goes into the draft's slots, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from flows.draft import Draft
from flows.meaning import Meaning
from flows.questions import add_variant, set_channel, set_size, set_stage
from knowledge.knowledge import Knowledge
from knowledge.model import MAX_SIZE


def says_something(meaning: Meaning) -> bool:
    """Tell whether a meaning fills at least one slot."""
    return bool(meaning.channel or meaning.stage or meaning.size or meaning.variants)


def fill(knowledge: Knowledge, draft: Draft, meaning: Meaning) -> Draft:
    """Take over channel, stage, size and variants; a size no team can have is left out."""
    if meaning.channel:
        draft = set_channel(draft, meaning.channel)
    if meaning.stage:
        draft = set_stage(draft, meaning.stage)
    if meaning.size and 1 <= meaning.size.low <= meaning.size.high <= MAX_SIZE:
        draft = replace(set_size(draft, meaning.size.low, meaning.size.high), now=_now(meaning))
    offered = {variant.id for variant in knowledge.variants_of(draft.channel or "")}
    for variant in meaning.variants:
        if variant in offered:
            draft = add_variant(knowledge, draft, variant)
    return draft


def _now(meaning: Meaning) -> int | None:
    """Tell how many people there are, where the size is how many there shall be."""
    now, target = meaning.current_size, meaning.target_size
    return now.high if now and target and now.high < target.high else None
