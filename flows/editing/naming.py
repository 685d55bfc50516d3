"""Names that somebody is asked for: of a post, of its people, of a plan, of a version."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from flows.draft import Draft
from flows.editing.change import LONGEST_NAME, change, kept_at, rename, save_version
from flows.editing.replies import AskName, Named
from flows.questions import part_of
from flows.replies import Say
from flows.steps import Step, again
from knowledge.edits import Staff, Title
from knowledge.knowledge import Knowledge

NAME = "name:"
NAMES = ("title", "staff", "plan", "version")
_BETWEEN = re.compile(r"[、,，;；/\n]| and |&")
_SPACES = re.compile(r"\s+")


def asks_name(knowledge: Knowledge, draft: Draft, what: str, code: str, post: str) -> Step | None:
    """Ask for a name, and keep in mind whose; None if there is no such plan or post."""
    brief = draft.find(knowledge, code)
    if brief is None:
        return None
    if post and all(post != p.id for p in draft.shelf.plan(knowledge, brief).posts):
        return None
    match what, post:
        case (("title" | "staff"), str(name)) if name:
            pass
        case (("plan" | "version"), ""):
            pass
        case _:
            return None
    after = replace(draft, pending=f"{NAME}{what}:{code}:{post}")
    return after, (AskName(brief, code, what, post or None),)


def named(knowledge: Knowledge, draft: Draft, pending: str, text: str) -> Step | None:
    """Take a message as the name that was asked for; None if the plan is gone by now."""
    what, code, post = pending.removeprefix(NAME).split(":")
    name = cleaned(text)
    if what != "staff" and (not name or len(name) > LONGEST_NAME):
        return replace(draft, pending=pending), (Say("edit.name_length"),)
    match what:
        case "title":
            return change(knowledge, draft, code, [Title(post, name)])
        case "staff":
            return change(knowledge, draft, code, [Staff(post, people_in(text))])
        case "version":
            return save_version(knowledge, draft, code, name)
        case _:
            return plan_named(knowledge, draft, code, name)


def plan_named(knowledge: Knowledge, draft: Draft, code: str, name: str) -> Step | None:
    """Give a plan a name and show it; None if there is no such plan."""
    kept = kept_at(knowledge, draft, code)
    if kept is None:
        return None
    if not kept.may_edit:
        return draft, (Say("edit.not_yours"),)
    after = rename(draft, code, kept, name)
    return again(knowledge, after, Named(name), part_of(after, kept.brief, code, "card"))


def people_in(text: str, between: re.Pattern[str] = _BETWEEN) -> tuple[str, ...]:
    """Read the names of several people."""
    return tuple(name for part in between.split(text) if (name := cleaned(part)))


def cleaned(text: str) -> str:
    """Make somebody's name fit to be shown on one line: no control characters, single spaces."""
    kept = "".join(
        c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Cs") or c == "\n"
    )
    return _SPACES.sub(" ", kept).strip()
