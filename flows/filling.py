"""Filling: what a meaning says goes into the draft's slots, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from flows.company import change_part, restaged, set_company
from flows.draft import Draft
from flows.meaning import Meaning
from flows.questions import add_variant, doubt_size, set_channel, set_size, set_stage
from knowledge.knowledge import Knowledge
from knowledge.model import COMPANY, MAX_SIZE, OTHER_TEAMS


def says_something(meaning: Meaning) -> bool:
    """Tell whether a meaning fills at least one slot."""
    return bool(meaning.channel or meaning.stage or meaning.size or meaning.variants)


def fill(knowledge: Knowledge, draft: Draft, meaning: Meaning) -> Draft:
    """Take over channel, stage, size and variants; a size no team can have is left out.

    A number of people for one part of the company that is planned is that part's.
    """
    before = draft
    if meaning.stage:
        draft = restaged(knowledge, before, set_stage(draft, meaning.stage))
    if company := _company(knowledge, before, draft, meaning):
        return _with_variants(knowledge, company, meaning)
    if meaning.channel:
        draft = set_channel(draft, meaning.channel)
    if meaning.unsure:
        draft = doubt_size(draft, meaning.unsure, _now(meaning))
    elif meaning.size and 1 <= meaning.size.low <= meaning.size.high <= MAX_SIZE:
        draft = replace(set_size(draft, meaning.size.low, meaning.size.high), now=_now(meaning))
    return _with_variants(knowledge, draft, meaning)


def _company(knowledge: Knowledge, before: Draft, draft: Draft, meaning: Meaning) -> Draft | None:
    """Take over a company that is told, or a part of it that gets other people."""
    size, told = meaning.size, meaning.parts
    if told.named:
        found = set_company(knowledge, draft, told.named, told.total)
        target = meaning.target_size
        if found and target and target.high <= MAX_SIZE and (found.size or 0) < target.high:
            return replace(found, size=target.high, size_low=target.high, now=found.size)
        return found
    is_part = before.channel == COMPANY and meaning.channel and size and not meaning.stage
    known = (meaning.channel, OTHER_TEAMS)
    is_meant = meaning.intent == "change" or any(part in known for part in before.channels)
    if not is_part or not is_meant:
        return None
    return change_part(knowledge, draft, meaning.channel or "", size.high if size else 0) or draft


def _with_variants(knowledge: Knowledge, draft: Draft, meaning: Meaning) -> Draft:
    offered = {variant.id for variant in knowledge.variants_of(*draft.channels)}
    for variant in meaning.variants:
        if variant in offered:
            draft = add_variant(knowledge, draft, variant)
    return draft


def _now(meaning: Meaning) -> int | None:
    """Tell how many people there are, where the size is how many there shall be."""
    now, target = meaning.current_size, meaning.target_size
    return now.high if now and target and now.high < target.high else None
