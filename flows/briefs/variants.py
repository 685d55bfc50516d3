"""Reading the variants of a plan from a folded text. All words come from `slots.toml`."""

from __future__ import annotations

from flows.briefs.denied import WINDOW
from flows.briefs.slot_words import SlotWords
from flows.text.cues import Cues


def read_variants(words: SlotWords, text: str, channels: tuple[str, ...]) -> tuple[str, ...]:
    """Read the ids of the variants a folded text names, sorted; `channels` are those it names."""
    meant = (v for v, cues in words.variants.in_text(text) if _is_meant(words, text, cues))
    return tuple(sorted(v for v in meant if _may_belong(words, v, channels)))


def _may_belong(words: SlotWords, variant: str, channels: tuple[str, ...]) -> bool:
    return not channels or words.variant_channels.get(variant, channels[0]) in channels


def named_variants(words: SlotWords, text: str) -> tuple[str, ...]:
    """Read the ids of the variants a folded text names, whether it wants them or not."""
    return tuple(sorted(v for v, cues in words.variants.in_text(text) if cues.search(text)))


def _is_meant(words: SlotWords, text: str, cues: Cues) -> bool:
    return any(
        not words.no_variant.search(text[max(0, found.start() - WINDOW) : found.start()])
        and not words.denied_after.match(text, found.end())
        and not words.variant_over.match(text, found.end())
        for found in cues.finditer(text)
    )
