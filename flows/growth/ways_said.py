"""Sentences that ask for the way from one size of a team to another."""

from __future__ import annotations

from dataclasses import replace

from flows.codes import encode
from flows.company import set_company
from flows.draft import Draft
from flows.growth.growing import choose, people_now, way_of
from flows.growth.replies import ShowGrowth
from flows.lexicon import Lexicon
from flows.meaning import Meaning
from flows.questions import set_stage
from flows.replies import Say
from flows.steps import Step, again
from flows.sums.people import mentions
from flows.sums.sizes import sizes_of
from flows.text.numbers import numbers
from knowledge.brief import Brief
from knowledge.knowledge import Knowledge
from knowledge.model import MAX_SIZE, STAGES, Stage

_BOTH = 2  # numbers of a way


def way_said(
    knowledge: Knowledge, lexicon: Lexicon, draft: Draft, folded: str, meaning: Meaning
) -> Step | None:
    """Show the way between the sizes of a sentence, or from the current plan."""
    start, target = _ends(lexicon, folded)
    if max(start or 0, target or 0) > MAX_SIZE:
        return again(knowledge, draft, Say("bad.too_big"))
    brief, code = draft.current(knowledge), draft.plan
    is_other = meaning.channel is not None and brief and meaning.channel != brief.channel
    if brief is None or code is None or is_other:
        return _without_plan(knowledge, draft, meaning, start, target)
    start = start or people_now(knowledge, draft, brief, code)
    if target is None or target == start:
        return choose(draft, code, start)
    way = way_of(knowledge, brief, code, start, target, _stage(meaning.stage))
    return again(knowledge, draft, ShowGrowth(way))


def _without_plan(
    knowledge: Knowledge, draft: Draft, meaning: Meaning, start: int | None, target: int | None
) -> Step | None:
    """Show a way for a team that is described in the same sentence; it becomes the plan."""
    if meaning.parts.named:
        return _company_way(knowledge, draft, meaning, target)
    channel = knowledge.channels.get(meaning.channel or draft.channel or "")
    if channel is None or start is None or target is None or start == target:
        return None
    told = _stage(meaning.stage) or draft.stage
    stage = told or channel.stage_for(max(start, target))
    brief = Brief(channel.id, stage, told is None, target, target, meaning.variants)
    code = encode(knowledge, brief)
    known = replace(
        draft,
        channel=channel.id,
        stage=told,
        stage_assumed=told is None,
        size=target,
        size_low=target,
        now=start,
        variants=meaning.variants,
        asked=None,
        plan=code,
    )
    return known, (ShowGrowth(way_of(knowledge, brief, code, start, target)),)


def _company_way(
    knowledge: Knowledge, draft: Draft, meaning: Meaning, target: int | None
) -> Step | None:
    """Show how a company grows that is described in the same sentence; it becomes the plan."""
    told = set_stage(draft, meaning.stage) if meaning.stage else draft
    now = set_company(knowledge, told, meaning.parts.named, meaning.parts.total)
    brief = now.brief(knowledge) if now else None
    target = meaning.target_size.high if meaning.target_size else target
    if now is None or brief is None or target in (None, brief.size):
        return None
    code = encode(knowledge, brief)
    way = way_of(knowledge, brief, code, brief.size, target or 0)
    return replace(now, plan=code), (ShowGrowth(way),)


def _ends(lexicon: Lexicon, folded: str) -> tuple[int | None, int | None]:
    """Read where a way begins and ends [people]; one number alone is where it ends."""
    found = sizes_of(lexicon.people, folded, mentions(lexicon.people, folded))
    if found.current and found.target:
        return found.current.high, found.target.high
    counts = [n for n in numbers(lexicon.people.numerals, folded) if n.is_count and n.high]
    if len(counts) == _BOTH:
        return counts[0].high, counts[1].high
    if len(counts) == 1 and counts[0].low != counts[0].high:
        return counts[0].low, counts[0].high
    return None, counts[0].high if len(counts) == 1 else None


def names_both_ends(lexicon: Lexicon, folded: str) -> bool:
    """Tell whether a sentence says how many there are and how many there shall be."""
    found = sizes_of(lexicon.people, folded, mentions(lexicon.people, folded))
    return found.current is not None and found.target is not None


def _stage(stage: str | None) -> Stage | None:
    return next((known for known in STAGES if known == stage), None)
