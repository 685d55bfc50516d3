"""Workloads in the conversation: what was told becomes an answer, a tap on it becomes a plan.

A workload is written `3180_0100` in a button: each figure is the place of its quantity in its kind
of work, one character, and its value, or both ends of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from flows.codes import encode
from flows.draft import Draft
from flows.editing.change import change
from flows.paging import page_of
from flows.questions import from_brief, show
from flows.replies import Say, ShowPlan
from flows.sizing_replies import RefuseSizing, ShowSizing
from flows.steps import Step, again
from knowledge.brief import Brief
from knowledge.knowledge import Knowledge
from knowledge.workload.quantity import Told
from knowledge.workload.result import Refusal, Sizing
from knowledge.workload.sizing import WORKS, size
from knowledge.workload.team import brief_for

SIZE = "size:"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_VALUE = r"[0-9]{1,9}(?:\.[0-9]{1,4})?"
_FIGURE = re.compile(rf"(?P<place>[0-9a-z])(?P<low>{_VALUE})(?:-(?P<high>{_VALUE}))?")
_LONGEST = 40  # characters of a workload in a button
_Handler = Callable[[Knowledge, Draft, list[str]], Step | None]


def ask_size(draft: Draft) -> Step:
    """Say what to write, and take the next message for it."""
    return replace(draft, pending=SIZE), (Say("size.ask"),)


def other_than_size(pending: str | None) -> str | None:
    """Leave out a workload that was waited for: a message that is none drops it."""
    return None if pending == SIZE else pending


def sized(
    knowledge: Knowledge,
    draft: Draft,
    work: str,
    told: Mapping[str, Told],
    *,
    is_even: bool = False,
) -> Step:
    """Answer with the people a workload needs; figures without effect are left out and named."""
    found = size(knowledge.workload, work, told)
    unused: tuple[str, ...] = ()
    if isinstance(found, Refusal) and found.code == "unused":
        unused = found.names
        told = {name: figure for name, figure in told.items() if name not in unused}
        found = size(knowledge.workload, work, told)
    if isinstance(found, Refusal):
        refused = RefuseSizing(found.code, found.names, found.low, found.high)
        return again(knowledge, draft, refused)
    written = write(work, told)
    shown = ShowSizing(work, tuple(told.items()), written, draft.plan, 1, unused, is_even)
    return again(knowledge, draft, shown)


def write(work: str, told: Mapping[str, Told]) -> str:
    """Write figures for a button; empty if they are too long for one."""
    places = WORKS[work].quantities
    parts = [_DIGITS[places.index(name)] + _ends(figure) for name, figure in told.items()]
    written = "_".join(parts)
    return written if len(written) <= _LONGEST else ""


def _ends(told: Told) -> str:
    low, high = (_number(end) for end in (told.low, told.high))
    return low if low == high else f"{low}-{high}"


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def read(work: str, written: str) -> dict[str, Told] | None:
    """Read the figures of a button; None for what is none."""
    if work not in WORKS or len(written) > _LONGEST:
        return None
    places, told = WORKS[work].quantities, {}
    for part in written.split("_"):
        found = _FIGURE.fullmatch(part)
        if found is None or _DIGITS.index(found["place"]) >= len(places):
            return None
        low = float(found["low"])
        name = places[_DIGITS.index(found["place"])]
        told[name] = Told(low, float(found["high"] or low))
    return told


def _sizing(knowledge: Knowledge, arguments: list[str]) -> tuple[dict[str, Told], Sizing] | None:
    told = read(*arguments[:2]) if len(arguments) > 1 else None
    found = size(knowledge.workload, arguments[0], told) if told else None
    return (told, found) if told and isinstance(found, Sizing) else None


def _need(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Show an answer again, or another page of it: `need:WORK:FIGURES[:PAGE]`."""
    found, page = _sizing(knowledge, arguments), page_of(arguments[2:])
    if found is None or page is None:
        return None
    told = tuple(found[0].items())
    return draft, (ShowSizing(arguments[0], told, arguments[1], draft.plan, page),)


def _plan(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Open the plan with the people a workload needs: `needplan:WORK:FIGURES`."""
    found = _sizing(knowledge, arguments) if len(arguments) == 2 else None  # noqa: PLR2004
    brief = brief_for(knowledge, found[1]) if found else None
    if brief is None:
        return None
    usual = replace(brief, edits=())
    return _edited(knowledge, draft, brief) or _shown(knowledge, draft, usual)


def _shown(knowledge: Knowledge, draft: Draft, brief: Brief) -> Step:
    known = replace(from_brief(draft, brief, encode(knowledge, brief)), now=None)
    after, plan = show(knowledge, known, brief)
    return after, (plan,)


def _edited(knowledge: Knowledge, draft: Draft, brief: Brief) -> Step | None:
    """Keep a plan that gives each role the people it needs; None where nothing is to be edited."""
    if not brief.edits:
        return None
    code = encode(knowledge, replace(brief, edits=()))
    fresh = replace(draft, now=None)
    after, replies = change(knowledge, fresh, code, brief.edits) or (fresh, ())
    plans = [replace(reply, before=None) for reply in replies if isinstance(reply, ShowPlan)]
    return (after, tuple(plans)) if plans else None


SIZING: Mapping[str, _Handler] = {"need": _need, "needplan": _plan}
