"""Companies from outside: options and sentences that tell of several channels with their people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bot.core import Core
from bot.items import Item, shown
from bot.refused import Refused
from flows.meaning import Meaning
from flows.sums.sizes import PeopleRange, read_answer
from flows.understand import understand
from knowledge.brief import PARTS, Brief, Part
from knowledge.company.room import settled
from knowledge.company.variants import with_variants
from knowledge.knowledge import Knowledge
from knowledge.model import COMPANY, MAX_SIZE, STAGES, Stage

_WRITTEN = re.compile(r"\s*([^=＝]{1,40}?)\s*[=＝]\s*(\d{1,6})\s*")


def is_company(core: Core, item: Item) -> bool:
    """Tell whether an item asks for a company: by its channel, its parts or its sentence."""
    if item.get("channel") is not None:
        return item["channel"] == COMPANY or bool(item.get("parts"))
    meaning = _meant(core, item)
    return bool(item.get("parts") or (meaning and meaning.parts.named))


def read_company(core: Core, item: Item, total: int | None) -> Brief | Refused:
    """Read an item that asks for a company.

    Args:
        core: The core.
        item: The item; its size is not looked at.
        total: Everybody [people], if an option says so; else what the sentence says.
    """
    if item.get("channel") not in (None, COMPANY):
        return Refused("company_bad.beside", {})
    meaning = _meant(core, item)
    parts = _parts(core, item, meaning)
    if isinstance(parts, Refused):
        return parts
    total = total or (meaning.parts.total if meaning and not item.get("parts") else None)
    stage = item.get("stage") or (meaning.stage if meaning else None)
    if stage not in (None, *STAGES):
        return Refused("brief.bad_stage", {"stage": shown(str(stage)), "known": ", ".join(STAGES)})
    return _brief(core.knowledge, parts, total, stage, _variants(core, item, meaning, parts))


def _meant(core: Core, item: Item) -> Meaning | None:
    text: str = item.get("text") or ""
    return understand(core.lexicon, text) if text.strip() else None


def _parts(core: Core, item: Item, meaning: Meaning | None) -> tuple[Part, ...] | Refused:
    written = item.get("parts") or []
    found = list(_written(core, [written] if isinstance(written, str) else written))
    if not found and meaning:
        found = [Part(channel, people) for channel, people in meaning.parts.named]
    seen: set[str] = set()
    for part in found:
        if isinstance(part, Refused):
            return part
        if part.channel in seen:
            return Refused("company_bad.twice", {"channel": part.channel})
        seen.add(part.channel)
    parts = tuple(part for part in found if isinstance(part, Part))
    return parts or Refused("company_bad.no_parts", {})


def _written(core: Core, written: list[Any]) -> Iterator[Part | Refused]:
    """Read parts as `telesales=40` or as an object of a batch."""
    for part in written:
        if isinstance(part, str):
            read = _WRITTEN.fullmatch(part)
            name, people = (read[1], int(read[2])) if read else ("", 0)
        else:
            name, people = part["channel"], part["size"]
        named = core.lexicon.slots.names.get(core.lexicon.fold(name), name)
        if named not in PARTS or not 1 <= people <= MAX_SIZE:
            said = part if isinstance(part, str) else f"{name}={people}"
            yield Refused("company_bad.part", {"part": shown(said), "known": ", ".join(PARTS)})
        else:
            yield Part(named, people)


def _variants(
    core: Core, item: Item, meaning: Meaning | None, parts: tuple[Part, ...]
) -> tuple[str, ...] | Refused:
    given = item.get("variant") or []
    found = [given] if isinstance(given, str) else [*given]
    for part in item.get("parts") or []:
        own = part.get("variants", []) if isinstance(part, dict) else []
        found += [own] if isinstance(own, str) else own
    offered = [v.id for v in core.knowledge.variants_of(*(part.channel for part in parts))]
    for name in found:
        if name not in offered:
            known = ", ".join(offered)
            return Refused("brief.bad_variant", {"variant": shown(name), "known": known})
    said = (v for v in (meaning.variants if meaning else ()) if v in offered)
    return tuple(sorted({*found, *said}))


def _brief(
    knowledge: Knowledge,
    parts: tuple[Part, ...],
    total: int | None,
    stage: Stage | None,
    variants: tuple[str, ...] | Refused,
) -> Brief | Refused:
    if isinstance(variants, Refused):
        return variants
    found = settled(knowledge, stage, parts, total)
    if found is None:
        return Refused("bad.too_big", {})
    all_parts, size = found
    known = stage or knowledge.company.stage_for(size)
    brief = Brief(COMPANY, known, stage is None, size, size, (), parts=all_parts)
    return with_variants(knowledge, brief, variants)


def read_total(core: Core, size: Any) -> int | Refused | None:
    """Read how many people a company has, where an option says so; of a range the upper end."""
    if size is None:
        return None
    written = size[-1] if isinstance(size, list) else size
    found = read_answer(core.lexicon.fold, core.lexicon.people, f"{written}")
    return found.high if isinstance(found, PeopleRange) else Refused(f"bad.{found}", {})


def resized(knowledge: Knowledge, brief: Brief, size: int) -> Brief:
    """Give a company another size in the same proportion; a stage nobody told follows from it."""
    stage = knowledge.company.stage_for(size) if brief.stage_assumed else brief.stage
    return replace(brief, size=size, size_low=size, stage=stage)
