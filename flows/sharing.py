"""Sharing: a plan that somebody else made is opened, looked at, and taken over.

Looking changes nothing of the reader's own draft and plan; only taking it over does.
"""

from __future__ import annotations

import re

from flows.draft import Draft, blank
from flows.editing.change import copied
from flows.links import CHART, MINE, NO_MARK, PARTS, ROLE, WIZARD, Link, read_payload
from flows.paging import page_of
from flows.questions import ask, from_brief, part_of, show
from flows.replies import Reply, Say, Share, ShowChart, ShowRole, ShowShared
from flows.shelf import TOKEN
from flows.steps import Step, about_plan, again, restart
from knowledge.brief import Brief
from knowledge.knowledge import Knowledge

FILES, LANGUAGE = "files", "lang"
_POST = re.compile(r"[pe][0-9]{1,4}[a-z]{0,2}")


def open_payload(knowledge: Knowledge, draft: Draft, text: str) -> Step:
    """Open what the payload of a link stands for."""
    if text == WIZARD:
        return restart(knowledge, draft, "chat.welcome")
    link = read_payload(text)
    step = _opened(knowledge, draft, link) if link else None
    return step or _broken(knowledge, draft)


def _opened(knowledge: Knowledge, draft: Draft, link: Link) -> Step | None:
    if link.part == ROLE:
        return _role(knowledge, draft, link.code)
    brief = draft.find(knowledge, link.code)
    if brief is None:
        return None
    if link.part == MINE:
        return take_over(knowledge, draft, [link.code])
    part = "card" if link.part == CHART else link.part
    shown = ShowShared(brief, link.code, part, 1, None, link.mark, may_edit(draft, link.code))
    chart = (ShowChart(brief, link.code, "light"),) if link.part == CHART else ()
    return again(knowledge, draft, *chart, shown)


def _role(knowledge: Knowledge, draft: Draft, role: str) -> Step | None:
    if role not in knowledge.roles:
        return None
    return again(
        knowledge, draft, ShowRole(role, "duties", (), draft.current(knowledge), draft.plan)
    )


def _broken(knowledge: Knowledge, draft: Draft) -> Step:
    """Say so, and welcome somebody new; whoever is known goes on where they were."""
    if draft != blank(draft):
        return again(knowledge, draft, Say("shared.broken"))
    after, question = ask(knowledge, draft, "channel")
    return after, (Say("shared.broken"), Say("chat.welcome"), question)


def look(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Show a part of a shared plan: `part:code`, the page behind it if it is not the first."""
    if len(arguments) not in (2, 3):
        return None
    part, code = arguments[:2]
    brief, page = draft.find(knowledge, code), page_of(arguments[2:])
    if brief is None or page is None:
        return None
    if part == MINE:
        return take_over(knowledge, draft, [code])
    reply = _looked_at(draft, brief, code, part, page)
    return (draft, (reply,)) if reply else None


def _looked_at(draft: Draft, brief: Brief, code: str, part: str, page: int) -> Reply | None:
    if part == CHART:
        return ShowChart(brief, code, "light")
    if _POST.fullmatch(part):
        return ShowShared(brief, code, "card", page, part, NO_MARK, may_edit(draft, code))
    part = "card" if part == LANGUAGE else part  # the card is in the reader's language
    if part not in (*PARTS, FILES):
        return None
    return ShowShared(brief, code, part, page, None, NO_MARK, may_edit(draft, code))


def may_edit(draft: Draft, code: str) -> bool:
    """Tell whether the reader may change a shared plan itself, not just a copy of it."""
    kept = draft.shelf.find(code) if code.startswith(TOKEN) else None
    return bool(kept and kept.may_edit)


def take_over(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Make a shared plan the reader's own current one."""
    code = arguments[0] if len(arguments) == 1 else ""
    brief = draft.find(knowledge, code)
    if brief is None:
        return None
    if (kept := draft.shelf.find(code)) and code[0] == TOKEN:
        draft, code = copied(draft, kept)
        after = from_brief(draft, brief, code)
        return after, (Say("shared.taken"), part_of(after, brief, code, "card"))
    after, plan = show(knowledge, from_brief(draft, brief, code), brief)
    return after, (Say("shared.taken"), plan)


def share(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Offer the ways to share a plan."""
    brief = draft.find(knowledge, arguments[0]) if len(arguments) == 1 else None
    return (draft, (Share(brief, arguments[0]),)) if brief else None


def share_current(knowledge: Knowledge, draft: Draft) -> Step:
    """Offer the ways to share the current plan."""
    return about_plan(knowledge, draft, Share)
