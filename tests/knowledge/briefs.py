"""Briefs to try: every channel and stage with no variant, each one alone, and all together."""

from __future__ import annotations

from itertools import product

from knowledge.knowledge import Knowledge
from knowledge.loader import load
from knowledge.model import CHANNELS, STAGES, Stage

Case = tuple[str, Stage, tuple[str, ...]]


def variant_sets(knowledge: Knowledge, channel: str) -> list[tuple[str, ...]]:
    """List no variant, each single one, and one of every group together."""
    variants = knowledge.variants_of(channel)
    every = {variant.group: variant.id for variant in variants}
    return [(), *((variant.id,) for variant in variants), tuple(sorted(every.values()))]


def cases(*, plain_only: bool = False) -> list[Case]:
    """List channel, stage and variants of every case."""
    knowledge = load()
    return [
        (channel, stage, variants)
        for channel, stage in product(CHANNELS, STAGES)
        for variants in variant_sets(knowledge, channel)
        if not (plain_only and variants)
    ]


def name(case: Case) -> str:
    """Name a case for pytest's output."""
    channel, stage, variants = case
    return f"{channel}-{stage}-{'+'.join(variants) or 'plain'}"
