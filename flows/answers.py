"""Answers to sentences: briefs and corrections fill slots, questions are answered beside them."""

from __future__ import annotations

from dataclasses import replace

from flows.briefs.asides import mentions_other_channel
from flows.company import set_company
from flows.correcting import correct
from flows.counts.things import PEOPLE
from flows.draft import Draft
from flows.exports import PHOTO
from flows.filling import fill, says_something
from flows.hearing import heard
from flows.lexicon import Lexicon
from flows.meaning import Meaning, Parts
from flows.questions import advance, ask, open_question
from flows.replies import (
    ChooseFile,
    ChooseLanguage,
    ChooseRole,
    Compare,
    Reply,
    Say,
    ShowChart,
    ShowFile,
    ShowRole,
)
from flows.roles.asked import ask_role
from flows.roles.index import RoleAnswer
from flows.sharing import share_current
from flows.steps import Step, about_plan, again, proceed, restart, settings, show_part
from flows.sums.people import mentions
from flows.sums.sizes import PeopleRange, read_answer
from flows.text.script import script_of
from flows.together import together
from knowledge.brief import Brief, Part
from knowledge.knowledge import Knowledge
from knowledge.model import COMPANY, MAX_SIZE, OTHER_TEAMS, SHARED, STAGES
from knowledge.thresholds import earliest_shared

ABOUT_ROLES = ("role", "compare", "need", "who_does")
_BAD_SIZES = ("zero", "negative", "too_big", "fraction")
_NO_FACETS = ("none", "duties", "compare")
_SLOTS = ("brief", "change")
_WHEN = ("threshold", "ratio")  # facets for which the first of several titles will do


def answer(
    knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str, meaning: Meaning
) -> Step:
    """Answer a sentence by its intent."""
    if draft.plan and (corrected := correct(knowledge, lexicon, draft, text)):
        return corrected
    intent = meaning.intent
    if intent in ABOUT_ROLES:
        return _role(knowledge, lexicon, draft, text, meaning)
    if intent in _SLOTS or (intent == "out_of_scope" and draft.asked):
        return _slots(knowledge, lexicon, draft, text, meaning)
    if intent == "out_of_scope":
        return _unclear(knowledge, lexicon, draft, text)
    if intent == "export":
        return _export(knowledge, draft, lexicon.exports.format_of(lexicon.fold(text)))
    return _aside(knowledge, draft, text, meaning)


def _unclear(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str) -> Step:
    """Answer what fits nothing: a bad number, a question on the last role, or honestly no."""
    problem = read_answer(lexicon.fold, lexicon.people, text)
    if problem in _BAD_SIZES:
        return draft, (Say(f"bad.{problem}"),)
    found = ask_role(lexicon, lexicon.fold(text), draft.only_channel)
    if found.stranger:
        return _invited(knowledge, draft, Say(f"role.not_{found.stranger}"))
    facet = found.facet
    if draft.role and facet not in _NO_FACETS:
        return again(
            knowledge,
            draft,
            ShowRole(draft.role, facet, (), _current(knowledge, draft), draft.plan),
        )
    is_angry = lexicon.intents.says("angry", lexicon.fold(text))
    return _invited(knowledge, draft, Say("chat.angry" if is_angry else "chat.out_of_scope"))


def _invited(knowledge: Knowledge, draft: Draft, say: Say) -> Step:
    """Say something; somebody without question or plan is asked the first one."""
    if draft.asked is None and draft.plan is None:
        return proceed(knowledge, draft, say)
    return again(knowledge, draft, say)


def _aside(knowledge: Knowledge, draft: Draft, text: str, meaning: Meaning) -> Step:
    """Answer what is neither a brief nor about a role."""
    match meaning.intent:
        case "why" | "next":
            return show_part(knowledge, draft, meaning.intent)
        case "restart":
            return restart(knowledge, draft)
        case "language":
            return _language(knowledge, draft, _chinese(draft, text, meaning.language))
        case "share":
            return share_current(knowledge, draft)
        case _:
            return _invited(knowledge, draft, Say(f"chat.{meaning.intent}"))


def _language(knowledge: Knowledge, draft: Draft, language: str | None) -> Step:
    after, replies = settings(draft, language or "") or (draft, (ChooseLanguage(),))
    return again(knowledge, after, *replies)


def _chinese(draft: Draft, text: str, language: str | None) -> str | None:
    """Take 中文 written in Traditional Chinese for Traditional Chinese."""
    is_plain = language == "zh-Hans" and "中文" in text and "簡" not in text
    return heard(text, draft.heard, None) if is_plain and script_of(text) == "zh-Hant" else language


def _export(knowledge: Knowledge, draft: Draft, format: str | None) -> Step:
    """Send the file that was asked for, or offer all kinds."""

    def reply(brief: Brief, code: str) -> Reply:
        if format is None:
            return ChooseFile(brief, code)
        is_photo = format == PHOTO
        return ShowChart(brief, code, "light") if is_photo else ShowFile(brief, code, format)

    return about_plan(knowledge, draft, reply)


def _slots(
    knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str, meaning: Meaning
) -> Step:
    """Fill what was said and go on; say what an answer looks like where nothing was."""
    if meaning.size and meaning.size.high > MAX_SIZE:
        return _again(knowledge, fill(knowledge, draft, meaning), Say("bad.too_big"))
    if meaning.parts.named and set_company(knowledge, draft, *_told(meaning.parts)) is None:
        return _again(knowledge, draft, Say("bad.too_big"))
    if meaning.channel is None and len(meaning.channels) > 1 and not meaning.parts.named:
        filled = fill(knowledge, draft, meaning)
        options = (*meaning.channels, together(meaning.channels))
        after, question = ask(knowledge, replace(filled, channel=None), "channel", options)
        return after, (Say("ask.several"), question)
    if not says_something(meaning):
        return _not_understood(knowledge, lexicon, draft, text)
    if mentions_other_channel(lexicon, draft, text, meaning):
        return again(knowledge, draft, Say("aside.channel"))
    return _filled(knowledge, lexicon, draft, text, meaning)


def _told(parts: Parts) -> tuple[tuple[tuple[str, int], ...], int | None]:
    return parts.named, parts.total


def _filled(
    knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str, meaning: Meaning
) -> Step:
    """Take over what was said, and go on."""
    filled = fill(knowledge, draft, meaning)
    problem = read_answer(lexicon.fold, lexicon.people, text) if meaning.size is None else None
    is_size = open_question(knowledge, filled) == "size" or _counts_people(lexicon, text)
    bad = (Say(f"bad.{problem}"),) if problem in _BAD_SIZES and is_size else ()
    if filled.plan and filled.is_current(knowledge):
        return again(knowledge, replace(filled, asked=None), *bad or (Say("chat.unchanged"),))
    return proceed(knowledge, filled, *bad)


def _counts_people(lexicon: Lexicon, text: str) -> bool:
    """Tell whether a number of a message counts people, not orders or money."""
    found = mentions(lexicon.people, lexicon.fold(text))
    return any(m.kind in PEOPLE for m in found)


def _again(knowledge: Knowledge, draft: Draft, say: Say) -> Step:
    """Say what is wrong, and ask what is missing; a plan that is there already stays."""
    if draft.plan and draft.asked is None:
        return draft, (say,)
    after, reply = advance(knowledge, draft)
    return after, (say, reply)


def _not_understood(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str) -> Step:
    if lexicon.intents.says("angry", lexicon.fold(text)):
        return again(knowledge, draft, Say("chat.angry"))
    if draft.asked == "size":
        found = read_answer(lexicon.fold, lexicon.people, text)
        if isinstance(found, PeopleRange):
            return again(knowledge, draft, Say("bad.no_number"))
        return again(knowledge, draft, Say(f"bad.{found}"))
    if draft.asked:
        return again(knowledge, draft, Say(f"bad.{draft.asked}"))
    if draft.plan:
        return draft, (Say("bad.anything"),)
    after, question = ask(knowledge, draft, "channel")
    return after, (Say("bad.anything"), question)


def _role(
    knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str, meaning: Meaning
) -> Step:
    """Answer a question about a role, or about one not named with the role last talked about."""
    found = ask_role(lexicon, lexicon.fold(text), draft.only_channel)
    if meaning.intent == "compare" and found.role and found.alternatives:
        return again(knowledge, draft, Compare(found.role, found.alternatives[0]))
    first = earliest_shared(knowledge, found.may_mean) if found.facet in _WHEN else None
    if not first and (found.kind == "near" or (found.kind == "several" and not draft.only_channel)):
        is_guess = found.kind == "near"
        return again(knowledge, draft, ChooseRole(text, found.may_mean, found.facet, is_guess))
    role = first or found.role or (_last_role(draft, found) if not meaning.roles else None)
    if role is None:
        return again(knowledge, draft, Say("role.unknown"))
    team = _team(knowledge, draft, meaning, role)
    code = draft.plan if team == _current(knowledge, draft) else None
    others = tuple(r for r in found.may_mean if r != first) if first else found.alternatives
    reply: Reply = ShowRole(role, found.facet, others, team, code)
    return again(knowledge, replace(draft, role=role), reply)


def _last_role(draft: Draft, found: RoleAnswer) -> str | None:
    """Give the role last talked about to a question that speaks of nothing else (and his KPIs?)."""
    return draft.role if found.facet != "none" else None


def _team(knowledge: Knowledge, draft: Draft, meaning: Meaning, role: str) -> Brief | None:
    """Give the team a question is about: of the size it names, else that of the current plan."""
    current = _current(knowledge, draft)
    if meaning.size is None or meaning.size.high > MAX_SIZE:
        return current
    asked = meaning.channel or draft.only_channel or knowledge.roles[role].channel
    if asked == SHARED:
        return _company_of(knowledge, current, meaning.size.high)
    if (channel := knowledge.channels.get(asked)) is None:
        return current
    stage = meaning.stage or draft.stage or channel.stage_for(meaning.size.high)
    known = next((s for s in STAGES if s == stage), STAGES[0])
    size = meaning.size
    return Brief(asked, known, meaning.stage is None, size.high, size.low, ())


def _company_of(knowledge: Knowledge, current: Brief | None, size: int) -> Brief:
    """Give the planned company at another size [people], else one of which no more is known."""
    stage = knowledge.company.stage_for(size)
    if current and current.parts:
        return replace(current, size=size, size_low=size, edits=())
    return Brief(COMPANY, stage, True, size, size, (), parts=(Part(OTHER_TEAMS, size),))


def _current(knowledge: Knowledge, draft: Draft) -> Brief | None:
    return draft.current(knowledge)
