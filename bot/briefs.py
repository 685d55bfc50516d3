"""Briefs from outside: options and sentences of the command line and of batch items.

The kinds of the values have been checked before, see `items`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from bot.company_briefs import is_company, read_company, read_total, resized
from bot.core import Core
from bot.items import Item, shown
from bot.refused import Refused
from flows.draft import EMPTY, Draft
from flows.filling import fill
from flows.questions import add_variant, set_channel, set_size, set_stage
from flows.sums.sizes import PeopleRange, Problem, read_answer
from flows.understand import understand
from knowledge.brief import Brief
from knowledge.model import MAX_SIZE, STAGES

__all__ = ["MAX_TEXT", "Refused", "read_brief", "refuse_unknown_channel"]

MAX_TEXT = 4000  # characters


def read_brief(core: Core, item: Item) -> Brief | Refused:
    """Read a sentence and options into a brief; options win over the sentence."""
    if len(item.get("text") or "") <= MAX_TEXT and is_company(core, item):
        return _company(core, item)
    draft: Draft | Refused = EMPTY
    for step in (_text, _channel, _stage, _size, _variants):
        if not isinstance(draft, Refused):
            draft = step(core, draft, item)
    if isinstance(draft, Refused):
        return draft
    return draft.brief(core.knowledge) or _missing(core, draft, item)


def _company(core: Core, item: Item) -> Brief | Refused:
    """Read a company; of two sizes in the sentence the teams that are told make up the first."""
    total = read_total(core, item.get("size"))
    if isinstance(total, Refused):
        return total
    found = read_company(core, item, total)
    text: str = item.get("text") or ""
    target = understand(core.lexicon, text).target_size if text.strip() and not total else None
    if isinstance(found, Refused) or target is None or not found.size < target.high <= MAX_SIZE:
        return found
    return resized(core.knowledge, found, target.high)


def _missing(core: Core, draft: Draft, item: Item) -> Refused:
    """Say what a brief lacks; a size that was said but cannot be planned gets its own reason."""
    if draft.channel is None:
        return Refused("brief.no_channel", {})
    problem = _people(core, item.get("text") or "")
    is_said = isinstance(problem, str) and problem != "no_number"
    return Refused(f"bad.{problem}" if is_said else "brief.no_size", {})


def refuse_unknown_channel(core: Core, channel: str | None) -> Refused | None:
    """Refuse a channel we do not know; none is none of our business."""
    if channel is None or channel in core.knowledge.channels:
        return None
    return _unknown("channel", channel, core.knowledge.channels)


def _unknown(what: str, name: str, known: Iterable[str]) -> Refused:
    return Refused(f"brief.bad_{what}", {what: shown(name), "known": ", ".join(known)})


def _text(core: Core, draft: Draft, item: Item) -> Draft | Refused:
    text: str = item.get("text") or ""
    if len(text) > MAX_TEXT:
        return Refused("bad.too_long", {})
    if not text.strip():
        return draft
    meaning = understand(core.lexicon, text)
    if not meaning.channel and len(meaning.channels) > 1 and item.get("channel") is None:
        return Refused("brief.several", {"channels": ", ".join(meaning.channels)})
    return fill(core.knowledge, draft, replace(meaning, unsure=()))  # nobody is there to be asked


def _channel(core: Core, draft: Draft, item: Item) -> Draft | Refused:
    channel: str | None = item.get("channel")
    if channel is None:
        return draft
    return refuse_unknown_channel(core, channel) or set_channel(draft, channel)


def _stage(core: Core, draft: Draft, item: Item) -> Draft | Refused:
    del core
    stage: str | None = item.get("stage")
    if stage is None:
        return draft
    return set_stage(draft, stage) if stage in STAGES else _unknown("stage", stage, STAGES)


def _size(core: Core, draft: Draft, item: Item) -> Draft | Refused:
    if item.get("size") is None:
        return draft
    found = _people(core, item["size"])
    if isinstance(found, PeopleRange):
        return set_size(draft, found.low, found.high)
    return Refused(f"bad.{found}", {})


def _people(core: Core, size: Any) -> PeopleRange | Problem:
    """Read a size in words, as a number or as [low, high]."""
    if isinstance(size, str):
        return read_answer(core.lexicon.fold, core.lexicon.people, size)
    return _counted(size if isinstance(size, list) else [size])


def _counted(numbers: list[float]) -> PeopleRange | Problem:
    low, high = min(numbers), max(numbers)
    if low < 0:
        return "negative"
    if high > MAX_SIZE:
        return "too_big"
    if low != int(low) or high != int(high):
        return "fraction"
    return PeopleRange(max(1, int(low)), int(high)) if high else "zero"


def _variants(core: Core, draft: Draft, item: Item) -> Draft | Refused:
    given = item.get("variant") or []
    if draft.channel is None:
        return draft
    offered = [variant.id for variant in core.knowledge.variants_of(draft.channel)]
    for variant in [given] if isinstance(given, str) else given:
        if variant not in offered:
            return _unknown("variant", variant, offered)
        draft = add_variant(core.knowledge, draft, variant)
    return replace(draft, asked=None)
