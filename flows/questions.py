"""Questions: which one is open, what its buttons offer, and what an answer does to the draft."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from flows.carrying import carry_edits
from flows.codes import encode
from flows.counts.people_range import PeopleRange
from flows.draft import Draft, Slot, blank
from flows.replies import Ask, Reply, ShowPlan
from flows.shelf import OWN, TOKEN, Shelf
from knowledge.brief import Brief
from knowledge.company.variants import all_variants
from knowledge.knowledge import Knowledge
from knowledge.model import CHANNELS, STAGES

UNKNOWN, NONE = "unknown", "none"
SIZES = ("5", "10", "20", "50", "100", "200")  # [people], for who would rather tap than type


def open_question(knowledge: Knowledge, draft: Draft) -> Slot | None:
    """Name the first slot still missing, in the order channel, stage, size, variant."""
    if draft.channel is None:
        return "channel"
    if draft.stage is None and not draft.stage_assumed:
        return "stage"
    if draft.size is None:
        return "size"
    if draft.variants is None and knowledge.team(draft.channel).ask_variants:
        return "variant"
    return None


def ask(
    knowledge: Knowledge, draft: Draft, slot: Slot, options: Iterable[str] = ()
) -> tuple[Draft, Ask]:
    """Open a question, with the usual options unless others are given."""
    offered = tuple(options) or _options(knowledge, draft, slot)
    can_go_back = bool(draft.trail or draft.plan)
    return replace(draft, asked=slot), Ask(slot, offered, can_go_back, _known(draft, slot))


def _known(draft: Draft, asked: Slot) -> tuple[tuple[str, str], ...]:
    """List what is known beside the slot that is asked."""
    size = (
        str(draft.size)
        if draft.size_low in (None, draft.size)
        else f"{draft.size_low}-{draft.size}"
    )
    values = {"channel": draft.channel, "stage": draft.stage, "size": draft.size and size}
    return tuple((slot, str(value)) for slot, value in values.items() if value and slot != asked)


def _options(knowledge: Knowledge, draft: Draft, slot: Slot) -> tuple[str, ...]:
    match slot:
        case "channel":
            return CHANNELS
        case "stage":
            return (*STAGES, UNKNOWN)
        case "variant":
            return (*knowledge.channels[draft.channel or ""].ask_variants, NONE)
        case _:
            return draft.unsure or SIZES


def advance(knowledge: Knowledge, draft: Draft) -> tuple[Draft, Reply]:
    """Ask what is missing, or show the plan; a plan shown before is compared with."""
    slot = open_question(knowledge, draft)
    brief = draft.brief(knowledge)
    if slot is not None or brief is None:
        return ask(knowledge, draft, slot or "channel")
    before = draft.current(knowledge)
    if carried := carry_edits(knowledge, draft, brief):
        return _show_kept(draft, before, *carried)
    return show(knowledge, draft, brief, before)


def _show_kept(
    draft: Draft, before: Brief | None, shelf: Shelf, code: str, dropped: int
) -> tuple[Draft, ShowPlan]:
    """Show the card of a plan with edits, and what changed."""
    after = replace(draft, asked=None, plan=code, shelf=shelf)
    kept = shelf.find(code)
    brief = kept.brief if kept else before
    if brief is None:
        msg = f"there is no plan {code} on the shelf"
        raise LookupError(msg)
    changed = before if before != brief else None
    return after, replace(part_of(after, brief, code, "card"), before=changed, dropped=dropped)


def show(
    knowledge: Knowledge, draft: Draft, brief: Brief, before: Brief | None = None
) -> tuple[Draft, ShowPlan]:
    """Show the card of a plan and remember it as the current one."""
    code = encode(knowledge, brief)
    shown = replace(draft, asked=None, plan=code)
    plan = part_of(shown, brief, code, "card")
    return shown, replace(plan, before=before) if _differs(before, brief) else plan


def part_of(
    draft: Draft, brief: Brief, code: str, part: str, page: int = 1, post: str | None = None
) -> ShowPlan:
    """Show a part of a plan; of the current one with where its team stands today."""
    kept = draft.shelf.find(code) if code[0] in (OWN, TOKEN) else None
    return ShowPlan(
        brief,
        code,
        part,
        page,
        post,
        before=None,
        now=draft.now if code == draft.plan else None,
        name=kept.name if kept else "",
        can_redo=bool(kept and kept.undone),
    )


def _differs(before: Brief | None, brief: Brief) -> bool:
    """Tell whether two briefs ask for different teams."""
    return before is not None and _team(before) != _team(brief)


def _team(brief: Brief) -> Brief:
    return replace(brief, stage_assumed=False, size_low=brief.size, edits=())


def answered(draft: Draft, slot: Slot, **known: Any) -> Draft:
    """Take what is known now that a slot has been answered; the trail is for Back."""
    trail = (*(s for s in draft.trail if s != slot), slot)
    return replace(draft, trail=trail, asked=None, **known)


def set_channel(draft: Draft, channel: str) -> Draft:
    """Take a channel; another one than before forgets the old one's variants and spans."""
    is_same = channel == draft.channel
    forgotten = {} if is_same else {"variants": None, "spans": (), "parts": ()}
    return answered(draft, "channel", channel=channel, **forgotten)


def set_stage(draft: Draft, stage: str) -> Draft:
    """Take a stage, or the wish to have one proposed."""
    known = next((s for s in STAGES if s == stage), None)
    return answered(draft, "stage", stage=known, stage_assumed=known is None)


def set_size(draft: Draft, low: int, high: int) -> Draft:
    """Take a size or a range [people]; how many there are now stays known where it was doubtful."""
    now = draft.now if draft.unsure and (draft.now or 0) < high else None
    return answered(draft, "size", size=high, size_low=low, now=now, unsure=())


def doubt_size(draft: Draft, sizes: Iterable[PeopleRange], now: int | None) -> Draft:
    """Leave the size open where it was not clear, and remember which ones may be meant."""
    found = (str(s.high) if s.low == s.high else f"{s.low}-{s.high}" for s in sizes)
    return replace(draft.without("size"), unsure=tuple(found), now=now)


def add_variant(knowledge: Knowledge, draft: Draft, variant: str) -> Draft:
    """Take a variant (`none` for none); it replaces others of its group."""
    if variant == NONE:
        return answered(draft, "variant", variants=())
    group = knowledge.variants[variant].group
    kept = [v for v in draft.variants or () if knowledge.variants[v].group != group]
    return answered(draft, "variant", variants=tuple(sorted({*kept, variant})))


def from_brief(draft: Draft, brief: Brief, code: str) -> Draft:
    """Go back to a plan: its brief becomes the draft, ready to be changed."""
    extra = draft.shelf.added(code)
    return replace(
        blank(draft),
        role=draft.role,
        channel=brief.channel,
        stage=None if brief.stage_assumed else brief.stage,
        stage_assumed=brief.stage_assumed,
        size=brief.size + extra,
        size_low=max(1, brief.size_low + extra),
        now=draft.now if code == draft.plan else None,
        variants=all_variants(brief),
        spans=brief.spans,
        parts=tuple((part.channel, part.people) for part in brief.parts),
        plan=code,
    )
