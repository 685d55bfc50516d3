"""The list of a person's plans: paging, names, copies, deleting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flows.codes import encode
from flows.draft import Draft
from flows.editing.change import copied, kept_at
from flows.editing.replies import ManagePlan
from flows.paging import page_of
from flows.questions import part_of
from flows.replies import ListPlans, Say, SetLink, SetTogether
from flows.shelf import TOKEN, Kept
from flows.steps import Handler, Step
from knowledge.knowledge import Knowledge

_HELPING = frozenset(
    {
        *("part", "open", "chart", "files", "file", "role", "change", "toggle", "low", "back"),
        *("channel", "stage", "size", "variant", "redo", "edit", "post", "place", "new", "add"),
        *("more", "fewer", "cut", "move", "merge", "split", "undo", "repeat", "versions"),
        *("grow", "growpic", "growby", "growplan", "kit", "kitfile"),
        *("restore", "compare", "force", "lines", "use"),
    }
)
LINKS = ("edit", "view", "7", "30", "0", "end")  # who may edit, days until it expires, revoke


def _plans(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """List a page of the plans: `plans:PAGE`."""
    del knowledge
    page = page_of(arguments)
    return (draft, (ListPlans(page),)) if page else None


def _manage(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    return _about(knowledge, draft, arguments, is_sure=False)


def _sure(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Ask before a plan is deleted."""
    return _about(knowledge, draft, arguments, is_sure=True)


def _about(
    knowledge: Knowledge, draft: Draft, arguments: list[str], *, is_sure: bool
) -> Step | None:
    kept = _own(knowledge, draft, arguments)
    if kept is None:
        return None
    return draft, (ManagePlan(arguments[0], kept.brief, kept.name, is_sure),)


def _copy(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    kept = _own(knowledge, draft, arguments)
    if kept is None:
        return None
    after, code = copied(draft, kept)
    return after, (Say("plans.copied"), ManagePlan(code, kept.brief, kept.name, is_sure=False))


def _delete(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Delete a plan for good."""
    kept = _own(knowledge, draft, arguments)
    if kept is None:
        return None
    code = arguments[0]
    after = replace(draft, shelf=draft.shelf.put(code, None))
    twin = _twin(knowledge, draft, kept)
    after = replace(after, shelf=after.shelf.put(twin, None)) if twin else after
    after = replace(after, plan=None) if draft.plan == code else after
    return after, (Say("plans.deleted"), ListPlans())


def _twin(knowledge: Knowledge, draft: Draft, kept: Kept) -> str | None:
    """Give the code of the plan by the rules that is not listed beside an unchanged one."""
    code = encode(knowledge, replace(kept.brief, edits=()))
    return None if kept.brief.edits or kept.name or draft.shelf.find(code) else code


def _link(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Change the link to a plan: `link:CODE:WHAT`."""
    if len(arguments) != 2 or arguments[1] not in LINKS:  # noqa: PLR2004 - code and what
        return None
    kept = _own(knowledge, draft, arguments[:1])
    return (draft, (SetLink(kept.brief, *arguments),)) if kept else None


def _together(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Let a group work on the plan, or its owner alone: `together:on|off`."""
    if arguments not in (["on"], ["off"]):
        return None
    brief, said = draft.current(knowledge), SetTogether(arguments == ["on"])
    if brief is None or draft.plan is None:
        return draft, (said,)
    return draft, (said, part_of(draft, brief, draft.plan, "card"))


def _own(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Kept | None:
    """Find a plan of the person's own."""
    if len(arguments) != 1 or arguments[0].startswith(TOKEN):
        return None
    return kept_at(knowledge, draft, arguments[0])


def can_help(data: str) -> bool:
    """Tell whether a button is one that others may tap where the owner lets them work along."""
    return data.partition(":")[0] in _HELPING


def is_together(data: str) -> bool:
    """Tell whether a button lets others work along, or the owner alone again."""
    return data.partition(":")[0] == "together"


MANAGING: Mapping[str, Handler] = {
    "plans": _plans,
    "keep": _manage,
    "copy": _copy,
    "bin": _sure,
    "binned": _delete,
    "link": _link,
    "together": _together,
}
