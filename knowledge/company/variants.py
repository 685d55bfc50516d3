"""Variants of a company: each holds for every part whose channel knows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from knowledge.brief import Brief
from knowledge.knowledge import Knowledge


def all_variants(brief: Brief) -> tuple[str, ...]:
    """List the variants of a brief, of whatever part, sorted."""
    return tuple(sorted({*brief.variants, *(v for part in brief.parts for v in part.variants)}))


def with_variants(knowledge: Knowledge, brief: Brief, variants: Iterable[str]) -> Brief:
    """Give a brief these variants and no others: a company in its parts, others as they are."""
    chosen = tuple(sorted(set(variants)))
    if not brief.parts:
        return replace(brief, variants=chosen)
    parts = []
    for part in brief.parts:
        offered = {variant.id for variant in knowledge.variants_of(part.channel)}
        parts.append(part._replace(variants=tuple(v for v in chosen if v in offered)))
    return replace(brief, variants=(), parts=tuple(parts))
