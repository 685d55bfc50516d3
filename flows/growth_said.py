"""Sentences about growing a team and hiring for it; whatever is none of these is None."""

from __future__ import annotations

from dataclasses import replace

from flows.asked import ask_role
from flows.codes import encode
from flows.draft import Draft
from flows.growing import KIT, ask_kit, other_than_growth, people_now, settle_number, way_of
from flows.growth_replies import NthPost, ShowGrowth, ShowKit
from flows.lexicon import Lexicon
from flows.meaning import Command, Meaning
from flows.replies import ChooseRole, Say
from flows.steps import Step, again
from flows.ways_said import way_said
from knowledge.brief import Brief, Part
from knowledge.growth.path import nth_hire
from knowledge.knowledge import Knowledge
from knowledge.model import MAX_SIZE, OTHER_TEAMS, STAGES
from knowledge.staffing import programme_of

_LONGEST = 120  # characters of a sentence
_NUMBERS = ("threshold", "ratio", "duties", "none")  # facets beside "the second"


def grow_said(
    knowledge: Knowledge,
    lexicon: Lexicon,
    draft: Draft,
    text: str,
    meaning: Meaning,
    slash: str | None,
) -> Step | None:
    """Answer a sentence about growing or hiring; None if it is something else.

    Args:
        knowledge: The knowledge.
        lexicon: The words.
        draft: The draft, with what was waited for.
        text: The message as typed, without its slash command.
        meaning: What else it may mean.
        slash: The slash command it came with.
    """
    if slash not in (None, "grow", "kit"):
        return None
    settled = None if slash else _settled(knowledge, lexicon, draft, text, meaning.command)
    may_be_else = draft.pending and not slash and other_than_growth(draft.pending)
    if settled or may_be_else or meaning.command:
        return settled
    folded = lexicon.fold(text)
    fresh = draft.waiting(None)
    if len(folded) > _LONGEST:
        return None
    if slash == "kit" or lexicon.growth.kit.search(folded):
        return _kit(knowledge, lexicon, fresh, text, is_sure=slash == "kit")
    if slash == "grow" or lexicon.growth.asks_way(folded):
        return way_said(knowledge, lexicon, fresh, folded, meaning)
    return _nth(knowledge, lexicon, fresh, folded)


def _settled(
    knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str, command: Command | None
) -> Step | None:
    """Take a message as the number or the role that was asked for."""
    if draft.pending == KIT and command is None:
        return _kit(knowledge, lexicon, draft.waiting(None), text, is_sure=False)
    return settle_number(knowledge, lexicon, draft, text, command)


def _kit(
    knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str, *, is_sure: bool
) -> Step | None:
    """Show the kit of the role that is named beside the words for it."""
    named = lexicon.growth.kit.blank(lexicon.fold(text)).strip()
    found = ask_role(lexicon, named, draft.only_channel)
    if found.role is None or found.kind == "near":
        bare = lexicon.growth.around.blank(named).strip()
        found = ask_role(lexicon, bare, draft.only_channel) if bare else found
    if found.role and found.kind in ("exact", "several"):
        others = found.alternatives if found.kind == "several" else ()
        shown = ShowKit(found.role, 1, others)
        return again(knowledge, replace(draft, role=found.role), shown)
    if found.kind == "near":
        return again(knowledge, draft, ChooseRole(text, found.may_mean, "duties", is_guess=True))
    is_alone = not any(map(str.isalnum, named))
    if is_alone:
        return ask_kit(knowledge, draft)
    return again(knowledge, draft, Say("role.unknown")) if is_sure else None


def _nth(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, folded: str) -> Step | None:
    """Say when the n-th post of a role comes; the first one is a question for the role alone."""
    words = lexicon.growth
    number = words.number_of(lexicon.people.numerals, folded)
    if number is None or number == 1 or not words.when.search(folded):
        return None
    found = ask_role(lexicon, folded, draft.only_channel)
    if found.role is None or len(found.roles) != 1 or found.facet not in _NUMBERS:
        return None
    after = replace(draft, role=found.role)
    brief, code = draft.current(knowledge), draft.plan
    if brief is None or code is None or not _hires(knowledge, brief, found.role):
        return _nth_of_any(knowledge, after, found.role, number or 2)
    plan = draft.shelf.plan(knowledge, brief)
    held = next((c.people for c in plan.counts if c.role == found.role), 0)
    now, wanted = people_now(knowledge, draft, brief, code), number or held + 1
    hire = nth_hire(knowledge, brief, found.role, wanted, MAX_SIZE)
    if hire is None or hire.size <= now:
        size = hire.size if hire else None
        there = NthPost(code, found.role, wanted, size, now)
        return again(knowledge, after, there)
    way = way_of(knowledge, brief, code, now, hire.size, brief.stage)
    return again(knowledge, after, ShowGrowth(way, 1, (found.role, wanted)))


def _nth_of_any(knowledge: Knowledge, draft: Draft, role: str, number: int) -> Step | None:
    """Say when the n-th post comes in a team of the role's channel, in the first stage with it.

    What all channels share is hired for a whole company.
    """
    channel = knowledge.channels.get(knowledge.roles[role].channel, knowledge.company)
    parts = (Part(OTHER_TEAMS, 1),) if channel is knowledge.company else ()
    lines = [line for line in channel.lines if line.role == role]
    if not lines:
        return None
    variants = min((line.only_with[:1] for line in lines), key=len)
    for stage in STAGES:
        brief = Brief(channel.id, stage, False, 1, 1, variants, parts=parts)
        hire = nth_hire(knowledge, brief, role, number, channel.normal_sizes(stage)[1])
        if hire is not None and hire.size > 1:
            way = way_of(knowledge, brief, encode(knowledge, brief), 1, hire.size, stage)
            return again(knowledge, draft, ShowGrowth(way, 1, (role, number)))
    return None


def _hires(knowledge: Knowledge, brief: Brief, role: str) -> bool:
    return any(line.role == role for line in programme_of(knowledge, brief).lines)
