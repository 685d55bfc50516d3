"""What if: what a sentence would change in a plan, shown beside the plan as it is.

Nothing is changed before somebody taps "use this one".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flows.advice.replies import BadSpan, WhatIf
from flows.advice.what_if_words import SaidSpan
from flows.carrying import carry_edits
from flows.codes import decode, encode
from flows.draft import Draft
from flows.filling import fill, says_something
from flows.growth.pay import take_pay
from flows.lexicon import Lexicon
from flows.meaning import Meaning
from flows.questions import add_variant, from_brief
from flows.replies import Say
from flows.shelf import OWN
from flows.steps import Step, proceed
from flows.understand import understand
from knowledge.brief import Brief
from knowledge.knowledge import Knowledge
from knowledge.model import MAX_SIZE
from knowledge.own_spans import changed, span_line, span_range
from knowledge.staffing import programme_of

_LONGEST = 160  # characters of a sentence


def what_if_said(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str) -> Step | None:
    """Show the current plan beside the one a sentence supposes; None if it supposes none."""
    brief, code, folded = draft.current(knowledge), draft.plan, lexicon.fold(text)
    if brief is None or code is None or draft.asked or len(folded) > _LONGEST:
        return None
    if not lexicon.what_if.asking.search(folded):
        return None
    pay, rest = take_pay(lexicon, folded)
    other = supposed(knowledge, lexicon, from_brief(draft, brief, code), brief, rest)
    if other is None:
        return None
    if isinstance(other, BadSpan):
        return draft, (other,)
    return beside(knowledge, draft, brief, code, other, pay)


def supposed(
    knowledge: Knowledge, lexicon: Lexicon, draft: Draft, brief: Brief, text: str
) -> Draft | BadSpan | None:
    """Take over what a folded text says is otherwise than in a brief; None if it says nothing."""
    spans, rest = lexicon.what_if.take_spans(text)
    meaning = understand(lexicon, rest, channel=draft.only_channel, hears=False)
    named = [v for v, cues in lexicon.what_if.variants.items() if cues.search(rest)]
    if not spans and not named and not _supposes(meaning):
        return None
    after = fill(knowledge, draft, meaning)
    offered = {variant.id for variant in knowledge.variants_of(*after.channels)}
    for variant in named:
        if variant in offered:
            after = add_variant(knowledge, after, variant)
    return _with_spans(knowledge, lexicon, after, brief, spans)


def _supposes(meaning: Meaning) -> bool:
    """Tell whether a meaning is about the plan, and a team there can be."""
    if meaning.size and meaning.size.high > MAX_SIZE:
        return False
    return meaning.intent in ("brief", "change") and says_something(meaning)


def _with_spans(
    knowledge: Knowledge,
    lexicon: Lexicon,
    draft: Draft,
    brief: Brief,
    said: tuple[SaidSpan, ...],
) -> Draft | BadSpan | None:
    wanted = draft.brief(knowledge)
    if wanted is None:
        return None
    spans = wanted.spans
    channel = programme_of(knowledge, replace(wanted, spans=()))
    staffed = tuple(dict.fromkeys(post.role for post in draft.shelf.plan(knowledge, brief).posts))
    for span in said:
        roles = lexicon.what_if.roles_of(lexicon.roles, channel, staffed, span.who)
        ranges = {role: span_range(channel, wanted.stage, wanted.variants, role) for role in roles}
        if not roles:
            return None
        fits = [role for role, (low, high) in ranges.items() if low <= span.people <= high]
        if not fits:
            return BadSpan(roles[0], span.people, *ranges[roles[0]])
        usual = span_line(channel, wanted.stage, wanted.variants, fits[0])
        is_usual = usual is not None and usual.one_per == span.people
        own = None if is_usual else span.people
        kept = () if wanted.parts else spans  # the code of a company has room for one
        spans = changed(kept, fits[0], own)
    return replace(draft, spans=spans)


def beside(
    knowledge: Knowledge,
    draft: Draft,
    brief: Brief,
    code: str,
    other: Draft,
    pay: Mapping[str, int],
) -> Step:
    """Show a plan beside the one that another draft asks for, with all edits that fit there."""
    wanted = other.brief(knowledge)
    if wanted is None or other.is_current(knowledge):
        return draft, (Say("chat.unchanged"),)
    carried = carry_edits(knowledge, other, wanted)
    kept = carried[0].find(carried[1]) if carried else None
    use = f"use:{encode(knowledge, wanted)}"
    if code.startswith(OWN):
        use += f":{code}"
    shown = kept.brief if kept else wanted
    return draft, (WhatIf(brief, code, shown, use, tuple(sorted(pay.items()))),)


def use(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Take the other plan: `use:CODE[:CODE of the plan whose edits it keeps]`."""
    brief = decode(knowledge, arguments[0]) if len(arguments) in (1, 2) else None
    before = arguments[1] if len(arguments) > 1 else draft.plan
    base = draft.find(knowledge, before or "")
    if brief is None:
        return None
    after = from_brief(draft, brief, arguments[0])
    return proceed(knowledge, replace(after, plan=before if base else None))
