"""Steps that taps and typed words share: back, restart, cancel, language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from flows.draft import Draft, blank
from flows.questions import advance, ask, part_of, show
from flows.replies import Reply, Say
from knowledge.brief import Brief
from knowledge.knowledge import Knowledge

Step: TypeAlias = tuple[Draft, tuple[Reply, ...]]
# Takes the parts of a button's data behind its kind; None if they make no sense.
Handler: TypeAlias = Callable[[Knowledge, Draft, list[str]], Step | None]
LANGUAGES = {
    "zh-Hans": "chat.language_set",
    "en": "chat.language_set",
    "zh-Hant-TW": "chat.language_set_tw",
    "zh-Hant-HK": "chat.language_set_hk",
}


def back(knowledge: Knowledge, draft: Draft) -> Step:
    """Ask the last answered question again; while a plan is being changed, show it as it was."""
    brief = draft.current(knowledge)
    if draft.asked and brief and not draft.trail:
        after, plan = show(knowledge, draft, brief)
        return after, (plan,)
    trail = [slot for slot in draft.trail if slot != "variant" or draft.channel]
    if not trail:
        after, question = ask(knowledge, draft, draft.asked or "channel")
        return after, (Say("chat.nothing_before"), question)
    *earlier, last = trail
    after, question = ask(knowledge, replace(draft.without(last), trail=tuple(earlier)), last)
    return after, (question,)


def restart(knowledge: Knowledge, draft: Draft, *says: str) -> Step:
    """Begin again from nothing; only the language stays."""
    after, question = ask(knowledge, blank(draft), "channel")
    return after, (*map(Say, says), question)


def cancel(draft: Draft) -> Step:
    """Drop what is open."""
    if draft == blank(draft):
        return draft, (Say("chat.nothing_to_cancel"),)
    return blank(draft), (Say("chat.cancelled"),)


def settings(draft: Draft, language: str) -> Step | None:
    """Switch the language; None if it is not one of ours."""
    if language not in LANGUAGES:
        return None
    return replace(draft, language=language), (Say(LANGUAGES[language]),)


def again(knowledge: Knowledge, draft: Draft, *replies: Reply) -> Step:
    """Answer beside the point, then put the open question again."""
    if draft.asked is None:
        return draft, replies
    after, question = ask(knowledge, draft, draft.asked)
    return after, (*replies, question)


def about_plan(knowledge: Knowledge, draft: Draft, reply: Callable[[Brief, str], Reply]) -> Step:
    """Answer about the current plan; without one, say so and ask for it."""
    brief = draft.current(knowledge)
    if brief is None or draft.plan is None:
        return proceed(knowledge, draft, Say("chat.no_plan"))
    return again(knowledge, draft, reply(brief, draft.plan))


def show_part(knowledge: Knowledge, draft: Draft, part: str) -> Step:
    """Show a part of the current plan; without one, say so and ask for it."""
    return about_plan(knowledge, draft, lambda brief, code: part_of(draft, brief, code, part))


def proceed(knowledge: Knowledge, draft: Draft, *replies: Reply) -> Step:
    """Answer, then go on: the next question, or the plan."""
    after, reply = advance(knowledge, draft)
    return after, (*replies, reply)
