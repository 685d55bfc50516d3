"""Taps: a button carries its question and its answer, so an old one is a correction."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from flows.advice.taskforces import FORCES
from flows.advice.what_if import use
from flows.codes import variant_of
from flows.company import restaged
from flows.draft import Draft, Slot, blank
from flows.editing.taps import EDITING
from flows.exports import FORMATS, THEMES
from flows.growth.growing import GROWING
from flows.links import PARTS
from flows.managing import MANAGING
from flows.paging import page_of
from flows.pending import ANSWERS, WRONG
from flows.questions import (
    NONE,
    UNKNOWN,
    add_variant,
    advance,
    ask,
    from_brief,
    part_of,
    set_channel,
    set_size,
    set_stage,
    show,
)
from flows.replies import (
    ChooseChange,
    ChooseFile,
    Forget,
    Reply,
    Say,
    ShowChart,
    ShowFile,
    ShowRole,
)
from flows.sharing import look, share, take_over
from flows.sizing.steps import SIZING
from flows.steps import Handler, Step, again, back, settings
from flows.teams.checking import CHECKING
from flows.together import ask_parts
from knowledge.brief import Brief
from knowledge.company.variants import all_variants
from knowledge.knowledge import Knowledge
from knowledge.model import MAX_SIZE, MIN_SIZE, STAGES

_SIZE = re.compile(r"(?P<low>[0-9]{1,6})(?:-(?P<high>[0-9]{1,6}))?")
_CHANGEABLE: tuple[Slot, ...] = ("channel", "stage", "size")


def tap(knowledge: Knowledge, draft: Draft, data: str) -> Step:
    """Answer a tap; anything this program never put on a button is an expired button."""
    kind, *arguments = data.split(":")
    handler = _HANDLERS.get(kind) or (_ABOUT_PLANS.get(kind) if arguments else None)
    step = handler(knowledge, draft, arguments) if handler else None
    if step is None:
        after, question = advance(knowledge, draft)
        return after, (Say("bad.stale"), question)
    return step


def _channel(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    if len(arguments) == 1 and (asked := ask_parts(knowledge, draft, arguments[0])):
        return asked
    if len(arguments) != 1 or arguments[0] not in knowledge.channels:
        return None
    return _on(knowledge, set_channel(draft, arguments[0]))


def _stage(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    if len(arguments) != 1 or arguments[0] not in (*STAGES, UNKNOWN):
        return None
    return _on(knowledge, restaged(knowledge, draft, set_stage(draft, arguments[0])))


def _size(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    found = _SIZE.fullmatch(arguments[0]) if len(arguments) == 1 else None
    if found is None:
        return None
    low, high = int(found["low"]), int(found["high"] or found["low"])
    is_size = MIN_SIZE <= low <= high <= MAX_SIZE
    return _on(knowledge, set_size(draft, low, high)) if is_size else None


def _variant(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    offered = {variant.id for variant in knowledge.variants_of(*draft.channels)}
    if len(arguments) != 1 or arguments[0] not in {*offered, NONE}:
        return None
    return _on(knowledge, add_variant(knowledge, draft, arguments[0]))


def _toggle(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Switch a variant of a plan, named by its digit, on or off."""
    if len(arguments) != 2:  # noqa: PLR2004 - digit and code
        return None
    brief, variant = draft.find(knowledge, arguments[1]), variant_of(knowledge, arguments[0])
    if brief is None or variant is None:
        return None
    current = from_brief(draft, brief, arguments[1])
    if variant in all_variants(brief):
        left = tuple(v for v in all_variants(brief) if v != variant)
        return _on(knowledge, replace(current, variants=left))
    return _on(knowledge, add_variant(knowledge, current, variant))


def _part(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    if len(arguments) not in (2, 3) or arguments[0] not in PARTS:
        return None
    brief = draft.find(knowledge, arguments[1])
    page = page_of(arguments[2:])
    if brief is None or page is None:
        return None
    found = part_of(draft, brief, arguments[1], arguments[0], page)
    return _looking_at(draft, brief, arguments[1]), (found,)


def _looking_at(draft: Draft, brief: Brief, code: str) -> Draft:
    """Let what is said next be about the plan that is shown, unless a question is open."""
    is_busy = code == draft.plan or draft.asked or draft.pending
    return draft if is_busy else from_brief(draft, brief, code)


def _chart(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    code, theme = (*arguments, "light")[:2] if arguments else ("", "")
    brief = draft.find(knowledge, code) if len(arguments) <= 2 and theme in THEMES else None  # noqa: PLR2004
    return (draft, (ShowChart(brief, code, theme),)) if brief else None


def _files(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    brief = draft.find(knowledge, arguments[0]) if len(arguments) == 1 else None
    return (draft, (ChooseFile(brief, arguments[0]),)) if brief else None


def _file(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    if len(arguments) != 2 or arguments[1] not in FORMATS:  # noqa: PLR2004
        return None
    brief = draft.find(knowledge, arguments[0])
    return (draft, (ShowFile(brief, arguments[0], arguments[1]),)) if brief else None


def _open(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    if len(arguments) not in (2, 3):
        return None
    brief, page = draft.find(knowledge, arguments[1]), page_of(arguments[2:])
    if brief is None or page is None:
        return None
    return draft, (part_of(draft, brief, arguments[1], "card", page, arguments[0]),)


def _change(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Offer what can be changed of a plan, or ask one of its questions again."""
    brief = draft.find(knowledge, arguments[-1]) if arguments else None
    if brief is None:
        return None
    current = from_brief(draft, brief, arguments[-1])
    if len(arguments) == 1:
        return current, (ChooseChange(arguments[0], brief),)
    slot = next((s for s in _CHANGEABLE if s == arguments[0]), None)
    if slot is None:
        return None
    after, question = ask(knowledge, current, slot)
    return after, (question,)


def _redo(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Ask again what was understood otherwise."""
    slot = next((s for s in _CHANGEABLE if [s] == arguments), None)
    if slot is None:
        return None
    after, question = ask(knowledge, draft, slot)
    return after, (question,)


def _low(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Plan for the lower end of a range."""
    brief = draft.find(knowledge, arguments[0]) if len(arguments) == 1 else None
    if brief is None:
        return None
    lower = replace(brief, size=brief.size_low)
    after, plan = show(knowledge, from_brief(draft, lower, arguments[0]), lower, brief)
    return after, (plan,)


def _role(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    if len(arguments) not in (1, 2) or arguments[0] not in knowledge.roles:
        return None
    facet = arguments[1] if len(arguments) > 1 else "duties"
    brief = draft.current(knowledge)
    return replace(draft, role=arguments[0]), (
        ShowRole(arguments[0], facet, (), brief, draft.plan),
    )


def _wrong(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Ask what is wrong with an answer, and keep in mind with which."""
    if len(arguments) != 2 or arguments[0] not in ANSWERS:  # noqa: PLR2004
        return None
    known = knowledge.roles if arguments[0] == "role" else ()
    if arguments[1] not in known and draft.find(knowledge, arguments[1]) is None:
        return None
    return replace(draft, pending=WRONG + ":".join(arguments)), (Say("report.ask"),)


def _delete(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    if arguments == ["yes"]:
        return draft, (Forget(),)
    return again(knowledge, draft, Say("chat.kept")) if arguments == ["no"] else None


def _language(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    found = settings(draft, arguments[0]) if len(arguments) == 1 else None
    return again(knowledge, found[0], *found[1]) if found else None


def _back(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    return None if arguments else back(knowledge, draft)


def _resume(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Go on where the conversation stopped; welcome somebody new."""
    if arguments:
        return None
    if draft == blank(draft):
        after, question = ask(knowledge, draft, "channel")
        return after, (Say("chat.welcome"), question)
    return _on(knowledge, draft) if draft.asked is None else again(knowledge, draft)


def _on(knowledge: Knowledge, draft: Draft) -> Step:
    after, reply = advance(knowledge, draft)
    replies: tuple[Reply, ...] = (reply,)
    return after, replies


_ABOUT_PLANS = {**CHECKING, **EDITING, **GROWING, **MANAGING, **FORCES, **SIZING, "use": use}
_HANDLERS: Mapping[str, Handler] = {
    "channel": _channel,
    "stage": _stage,
    "size": _size,
    "variant": _variant,
    "toggle": _toggle,
    "part": _part,
    "chart": _chart,
    "files": _files,
    "file": _file,
    "open": _open,
    "change": _change,
    "redo": _redo,
    "low": _low,
    "wrong": _wrong,
    "delete": _delete,
    "role": _role,
    "s": look,
    "mine": take_over,
    "share": share,
    "lang": _language,
    "back": _back,
    "resume": _resume,
}
