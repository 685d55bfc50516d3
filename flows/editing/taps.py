"""Taps that edit a plan: each button carries the plan's code and what it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flows.draft import Draft
from flows.editing.change import change, kept_at, redo, restore, undo
from flows.editing.naming import NAMES, asks_name
from flows.editing.place import place_of
from flows.editing.replies import (
    ChooseEdit,
    ChooseNewRole,
    ChoosePlace,
    ChooseVersion,
    ComparePlans,
    CompareWith,
    EditPost,
    ShowVersion,
)
from flows.paging import page_of
from flows.replies import Say
from flows.shelf import TOKEN
from flows.steps import Handler, Step
from knowledge.edits import Add, Edit, Merge, Move, Remove, Resize, Split
from knowledge.knowledge import Knowledge
from knowledge.plan import Post


def _choose(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Offer the posts of a plan: `edit:CODE[:PAGE]`."""
    brief, page = draft.find(knowledge, arguments[0]), page_of(arguments[1:])
    if brief is None or page is None:
        return None
    return draft, (ChooseEdit(brief, arguments[0], page),)


def _post(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Offer what can be done with a post: `post:CODE:POST`."""
    post, brief = _found(knowledge, draft, arguments), draft.find(knowledge, arguments[0])
    if post is None or brief is None:
        return None
    return draft, (EditPost(brief, arguments[0], post.id),)


def _place(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Ask where a post goes: `place:CODE:move|merge:POST[:PAGE]`."""
    code, how, *rest = (*arguments, "", "")[: max(3, len(arguments))]
    brief, page = draft.find(knowledge, code), page_of(arguments[3:])
    if brief is None or page is None or _found(knowledge, draft, [code, *rest[:1]]) is None:
        return None
    match how:
        case "move" | "merge":
            return draft, (ChoosePlace(brief, code, how, rest[0], page),)
        case _:
            return None


def _new(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Ask which role is added: `new:CODE:POST|-[:PAGE]`."""
    if len(arguments) not in (2, 3):
        return None
    code, under = arguments[:2]
    brief, page = draft.find(knowledge, code), page_of(arguments[2:])
    if brief is None or page is None:
        return None
    return draft, (ChooseNewRole(brief, code, None if under == "-" else under, page),)


def _add(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Add one person of a role: `add:CODE:ROLE[:POST]`."""
    if len(arguments) not in (2, 3):
        return None
    code, role, *under = arguments
    brief = draft.find(knowledge, code)
    if brief is None or role not in knowledge.roles:
        return None
    plan = draft.shelf.plan(knowledge, brief)
    edits = [Add(role, under[0], 1)] if under else place_of(knowledge, plan, role, 1)
    return change(knowledge, draft, code, edits)


def _resize(by: int) -> Handler:
    def resize(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
        post = _found(knowledge, draft, arguments)
        if post is None:
            return None
        return _edited(knowledge, draft, arguments[0], Resize(post.id, post.headcount + by))

    return resize


def _remove(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    if len(arguments) != 2:  # noqa: PLR2004 - code and post
        return None
    return _edited(knowledge, draft, arguments[0], Remove(arguments[1]))


def _move(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    if len(arguments) != 3:  # noqa: PLR2004 - code, post, superior
        return None
    code, post, under = arguments
    return _edited(knowledge, draft, code, Move(post, under, None))


def _merge(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    if len(arguments) != 3:  # noqa: PLR2004 - code, post, team
        return None
    code, post, into = arguments
    return _edited(knowledge, draft, code, Merge(post, into))


def _split(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    if len(arguments) != 2:  # noqa: PLR2004 - code and post
        return None
    return _edited(knowledge, draft, arguments[0], Split(arguments[1], 2))


def _edited(knowledge: Knowledge, draft: Draft, code: str, edit: Edit) -> Step | None:
    return change(knowledge, draft, code, [edit])


def _name(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Ask for a name: `name:WHAT:CODE[:POST]`."""
    if len(arguments) not in (2, 3) or arguments[0] not in NAMES:
        return None
    return asks_name(knowledge, draft, arguments[0], arguments[1], "".join(arguments[2:]))


def _undo(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    return undo(knowledge, draft, arguments[0]) if len(arguments) == 1 else None


def _redo(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    return redo(knowledge, draft, arguments[0]) if len(arguments) == 1 else None


def _versions(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Offer the versions of a plan, or show one: `versions:CODE[:NUMBER]`."""
    kept = kept_at(knowledge, draft, arguments[0])
    if kept is None or len(arguments) > 2:  # noqa: PLR2004 - code and number
        return None
    names = tuple(version.name for version in kept.versions)
    if len(arguments) == 1:
        return draft, (ChooseVersion(kept.brief, arguments[0], names),)
    number = page_of(arguments[1:])
    if number is None or number > len(names):
        return None
    version = kept.versions[number - 1]
    brief = replace(kept.brief, edits=version.edits)
    return draft, (ShowVersion(kept.brief, arguments[0], brief, number, version.name),)


def _restore(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    number = page_of(arguments[1:])
    if len(arguments) != 2 or number is None:  # noqa: PLR2004 - code and number
        return None
    return restore(knowledge, draft, arguments[0], number)


def _compare(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Offer plans to compare with, or compare: `compare:CODE[:CODE]`."""
    briefs = [draft.find(knowledge, code) for code in arguments]
    match arguments, briefs:
        case [code], [brief] if brief:
            return draft, (CompareWith(brief, code),)
        case [code, second], [one, other] if one and other:
            return draft, (ComparePlans(one, code, other, second),)
        case _:
            return None


def _found(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Post | None:
    """Find the post that a button names by plan and id."""
    if len(arguments) != 2:  # noqa: PLR2004 - code and post
        return None
    brief = draft.find(knowledge, arguments[0])
    posts = draft.shelf.plan(knowledge, brief).posts if brief else ()
    return next((post for post in posts if post.id == arguments[1]), None)


def _by_who_may(handler: Handler, place: int = 0) -> Handler:
    """Let only those edit who may; `place` is where the button carries the plan's code."""

    def handle(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
        code = arguments[place] if len(arguments) > place else ""
        kept = draft.shelf.find(code) if code.startswith(TOKEN) else None
        if kept and not kept.may_edit:
            return draft, (Say("edit.not_yours"),)
        return handler(knowledge, draft, arguments)

    return handle


_EDITING: Mapping[str, Handler] = {
    "edit": _choose,
    "post": _post,
    "place": _place,
    "new": _new,
    "add": _add,
    "more": _resize(1),
    "fewer": _resize(-1),
    "cut": _remove,
    "move": _move,
    "merge": _merge,
    "split": _split,
    "name": _name,
    "undo": _undo,
    "repeat": _redo,
    "versions": _versions,
    "restore": _restore,
    "compare": _compare,
}
EDITING = {kind: _by_who_may(tap, int(kind == "name")) for kind, tap in _EDITING.items()}
