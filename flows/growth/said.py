"""Sentences about growing a team and hiring for it; whatever is none of these is None."""

from __future__ import annotations

from dataclasses import replace

from flows.codes import encode
from flows.draft import Draft
from flows.exports import PHOTO
from flows.growth.growing import (
    WAY_FORMATS,
    ask_kit,
    paced,
    people_now,
    settle_number,
    way_of,
    way_shown,
)
from flows.growth.replies import NthPost, SendGrowth, ShowGrowth, ShowGrowthPicture, ShowKit
from flows.growth.ways_said import names_both_ends, way_said
from flows.lexicon import Lexicon
from flows.meaning import Meaning
from flows.replies import ChooseRole, Say
from flows.roles.asked import ask_role
from flows.steps import Step, again
from flows.turn import Turn
from flows.waiting import GROWTH, KIT, PACE, WAY, other_than
from knowledge.brief import Brief, Part
from knowledge.growth.path import nth_hire
from knowledge.knowledge import Knowledge
from knowledge.model import COMPANY, MAX_SIZE, OTHER_TEAMS, STAGES
from knowledge.staffing import programme_of

_LONGEST = 120  # characters of a sentence
_NUMBERS = ("threshold", "ratio", "duties", "none")  # facets beside "the second"


def grow_said(turn: Turn) -> Step | None:
    """Answer a sentence about growing or hiring; None if it is something else."""
    knowledge, lexicon, slash, meaning = turn.knowledge, turn.lexicon, turn.slash, turn.meaning
    if slash not in (None, "grow", "kit"):
        return None
    settled = None if slash else _settled(turn)
    pending = turn.draft.pending
    may_be_else = pending and not slash and other_than(pending, *GROWTH)
    if settled or may_be_else or meaning.command:
        return settled
    folded = lexicon.fold(turn.text)
    fresh = turn.draft.waiting(None)
    if len(folded) > _LONGEST:
        return None
    if slash == "kit" or lexicon.growth.kit.search(folded):
        return _kit(knowledge, lexicon, fresh, turn.text, is_sure=slash == "kit")
    is_way = lexicon.growth.asks_way(folded) or _tells_way(lexicon, fresh, folded, meaning)
    if slash == "grow" or is_way:
        return way_said(knowledge, lexicon, fresh, folded, meaning)
    return _nth(knowledge, lexicon, fresh, folded)


def _tells_way(lexicon: Lexicon, draft: Draft, folded: str, meaning: Meaning) -> bool:
    """Tell whether a message beside a plan says no more than from how many to how many.

    A team of a company that is named gets other people instead.
    """
    is_beside = draft.plan is not None and draft.asked is None
    is_part = draft.channel == COMPANY and meaning.channel is not None
    if not is_beside or is_part or not lexicon.growth.both.fullmatch(folded.strip(" ?!.。")):
        return False
    return names_both_ends(lexicon, folded)


def _more_of_way(turn: Turn) -> Step | None:
    """Show the way that was shown last by month, as a file or picture, where that is asked for."""
    lexicon, draft = turn.lexicon, turn.draft
    is_shown = (draft.pending or "").startswith((WAY, PACE))
    way, folded = way_shown(turn.knowledge, draft) if is_shown else None, lexicon.fold(turn.text)
    if way is None:
        return None
    if lexicon.growth.by_month.fullmatch(folded.strip(" ?!.。")):
        return paced(draft, way, ())
    kind = lexicon.exports.format_of(folded) if turn.meaning.intent == "export" else None
    if kind in WAY_FORMATS:
        return draft, (SendGrowth(way, kind),)
    is_picture = kind in (PHOTO, "png", "svg")
    return (draft, (ShowGrowthPicture(way, "light"),)) if is_picture else None


def _settled(turn: Turn) -> Step | None:
    """Take a message as the number or the role that was asked for, or more of the way shown."""
    if more := _more_of_way(turn):
        return more
    knowledge, lexicon, draft, command = (
        turn.knowledge,
        turn.lexicon,
        turn.draft,
        turn.meaning.command,
    )
    if draft.pending == KIT and command is None:
        return _kit(knowledge, lexicon, draft.waiting(None), turn.text, is_sure=False)
    return settle_number(knowledge, lexicon, draft, turn.text, command)


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
    role = _role_of(knowledge, lexicon, draft, folded)
    if role is None:
        return None
    after = replace(draft, role=role)
    brief, code = draft.current(knowledge), draft.plan
    if brief is None or code is None or not _hires(knowledge, brief, role):
        return _nth_of_any(knowledge, after, role, number or 2)
    plan = draft.shelf.plan(knowledge, brief)
    held = next((c.people for c in plan.counts if c.role == role), 0)
    now, wanted = people_now(knowledge, draft, brief, code), number or held + 1
    hire = nth_hire(knowledge, brief, role, wanted, MAX_SIZE)
    if hire is None or hire.size <= now:
        size = hire.size if hire else None
        there = NthPost(code, role, wanted, size, now)
        return again(knowledge, after, there)
    way = way_of(knowledge, brief, code, now, hire.size, brief.stage)
    return again(knowledge, after, ShowGrowth(way, 1, (role, wanted)))


def _role_of(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, folded: str) -> str | None:
    """Tell whose n-th post is asked for: a title, or in a plan a mere level (a second manager)."""
    words = lexicon.growth
    rest = words.when.blank(words.ordinal.blank(folded))
    found = ask_role(lexicon, folded, draft.only_channel)
    if found.role is None:
        found = ask_role(lexicon, rest.strip(" ?"), draft.only_channel)
    if found.role and len(found.roles) == 1 and found.facet in _NUMBERS:
        return found.role
    brief = draft.current(knowledge)
    if found.role or brief is None or brief.parts:
        return None
    level = lexicon.what_if.leader_in(rest)
    staffed = [post.role for post in draft.shelf.plan(knowledge, brief).posts]
    channel = programme_of(knowledge, brief)
    meant = lexicon.what_if.roles_of(lexicon.roles, channel, staffed, level) if level else ()
    called = [role for role in meant if _is_called(knowledge, lexicon, role, level)]
    return next(iter((*called, *meant)), None)


def _is_called(knowledge: Knowledge, lexicon: Lexicon, role: str, level: str) -> bool:
    """Tell whether a role's own name, not only one of its titles, ends with a level (经理)."""
    name = knowledge.roles[role].name
    first = (lexicon.fold(text).split("/")[0].strip() for text in (name.en, name.zh))
    return any(text.endswith(level) for text in first)


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
