"""Briefs from outside: options and sentences of the command line and of batch items."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.core import Core
from flows.draft import EMPTY, Draft
from flows.questions import add_variant, set_channel, set_size, set_stage
from knowledge.brief import Brief
from knowledge.model import MAX_SIZE, MIN_SIZE, STAGES

MAX_TEXT = 4000  # characters


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no brief: the key of a phrase and its values."""

    key: str
    values: Mapping[str, object]


def read_brief(core: Core, item: Mapping[str, Any]) -> Brief | Refused:
    """Read a sentence and options into a brief; options win over the sentence."""
    draft: Draft | Refused = EMPTY
    for step in (_text, _channel, _stage, _size, _variants):
        if not isinstance(draft, Refused):
            draft = step(core, draft, item)
    if isinstance(draft, Refused):
        return draft
    if draft.channel is None or draft.size is None:
        key = "brief.no_channel" if draft.channel is None else "brief.no_size"
        return Refused(key, {})
    brief = draft.brief(core.knowledge)
    return brief or Refused("brief.no_size", {})


def _text(core: Core, draft: Draft, item: Mapping[str, Any]) -> Draft | Refused:
    text = item.get("text")
    if not text:
        return draft
    if len(str(text)) > MAX_TEXT:
        return Refused("bad.too_long", {})
    from flows.filling import fill  # noqa: PLC0415 - a plan from options needs no words
    from flows.understand import understand  # noqa: PLC0415

    meaning = understand(core.lexicon, str(text), asked=None)
    if meaning.size and meaning.size.high > MAX_SIZE:
        return Refused("bad.too_big", {})
    if not meaning.channel and len(meaning.channels) > 1 and not item.get("channel"):
        names = ", ".join(meaning.channels)
        return Refused("brief.several", {"channels": names})
    return fill(core.knowledge, draft, meaning)


def _channel(core: Core, draft: Draft, item: Mapping[str, Any]) -> Draft | Refused:
    channel = item.get("channel")
    if channel is None:
        return draft
    if channel not in core.knowledge.channels:
        names = ", ".join(core.knowledge.channels)
        return Refused("brief.bad_channel", {"channel": channel, "known": names})
    return set_channel(draft, channel)


def _stage(core: Core, draft: Draft, item: Mapping[str, Any]) -> Draft | Refused:
    del core
    stage = item.get("stage")
    if stage is None:
        return draft
    if stage not in STAGES:
        return Refused("brief.bad_stage", {"stage": stage, "known": ", ".join(STAGES)})
    return set_stage(draft, stage)


def _size(core: Core, draft: Draft, item: Mapping[str, Any]) -> Draft | Refused:
    size = item.get("size")
    if size is None:
        return draft
    if str(size).isdecimal() and MIN_SIZE <= int(size) <= MAX_SIZE:
        return set_size(draft, int(size), int(size))
    from flows.sizes import PeopleRange, read_answer  # noqa: PLC0415 - see _text

    found = read_answer(core.lexicon.fold, core.lexicon.people, str(size))
    if not isinstance(found, PeopleRange):
        return Refused(f"bad.{found}", {})
    return set_size(draft, found.low, found.high)


def _variants(core: Core, draft: Draft, item: Mapping[str, Any]) -> Draft | Refused:
    given = item.get("variant") or []
    for variant in [given] if isinstance(given, str) else given:
        offered = [v.id for v in core.knowledge.variants_of(draft.channel or "")]
        if variant not in offered:
            return Refused("brief.bad_variant", {"variant": variant, "known": ", ".join(offered)})
        draft = add_variant(core.knowledge, draft, variant)
    return replace(draft, asked=None)
