"""Workloads in the conversation: what was told becomes an answer, a tap on it becomes a plan.

How a workload is written in a button says `flows.sizing.workloads`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flows.codes import encode
from flows.draft import Draft
from flows.editing.change import change
from flows.exports import THEMES
from flows.paging import page_of
from flows.questions import from_brief, show
from flows.replies import Say, ShowPlan
from flows.sizing.replies import RefuseSizing, ShowSizing, ShowSizingPicture
from flows.sizing.told import QUEUES
from flows.sizing.workloads import Parts, part, read, reckoned, ref, write
from flows.steps import Handler, Step, again
from flows.waiting import SIZE
from knowledge.brief import Brief
from knowledge.knowledge import Knowledge
from knowledge.workload.mix import without_idle
from knowledge.workload.result import Refusal
from knowledge.workload.team import brief_for


def ask_size(draft: Draft) -> Step:
    """Say what to write, and take the next message for it."""
    return draft.waiting(SIZE), (Say("size.ask"),)


def sized(
    knowledge: Knowledge,
    draft: Draft,
    parts: Parts,
    *,
    before: Parts | None = None,
) -> Step:
    """Answer with the people a workload needs; figures without effect are left out and named.

    `before` is the workload as it was, where some of its figures were changed.
    """
    told, unused = without_idle(knowledge.workload, {one.work: one.figures for one in parts})
    used = tuple(part(one.work, told[one.work], is_even=one.is_even) for one in parts)
    found = reckoned(knowledge, used)
    if isinstance(found, Refusal):
        refused = RefuseSizing(found.code, found.names, found.low, found.high)
        return again(knowledge, draft, refused)
    after = replace(draft, sized=write(used))
    shown = ShowSizing(used, ref(used), draft.plan, 1, unused, before)
    return again(knowledge, after, shown)


def _parts(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Parts | None:
    """Read the workload of a button; None for what cannot be reckoned."""
    parts = read(":".join(arguments[:2]), draft.sized) if len(arguments) > 1 else None
    is_sound = parts is not None and not isinstance(reckoned(knowledge, parts), Refusal)
    return parts if is_sound else None


def _need(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Show an answer again, or another page of it: `need:WORK:FIGURES[:PAGE]`."""
    parts, page = _parts(knowledge, draft, arguments), page_of(arguments[2:])
    if parts is None or page is None:
        return None
    after = replace(draft, sized=write(parts))
    return after, (ShowSizing(parts, ref(parts), draft.plan, page),)


def _picture(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Show how well more or fewer people would serve: `needpic:WORK:FIGURES:THEME`."""
    parts = _parts(knowledge, draft, arguments) if len(arguments) == 3 else None  # noqa: PLR2004
    if parts is None or arguments[2] not in THEMES:
        return None
    return draft, (ShowSizingPicture(parts, ref(parts), draft.plan, arguments[2]),)


def picture_of(knowledge: Knowledge, draft: Draft) -> ShowSizingPicture | None:
    """Give the picture of the workload reckoned last; None if nobody waits in a queue there."""
    parts = read(draft.sized or "")
    if parts is None or not any(one.work in QUEUES for one in parts):
        return None
    if isinstance(reckoned(knowledge, parts), Refusal):
        return None
    return ShowSizingPicture(parts, ref(parts), draft.plan, "light")


def _plan(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Open the plan with the people a workload needs: `needplan:WORK:FIGURES`."""
    parts = _parts(knowledge, draft, arguments) if len(arguments) == 2 else None  # noqa: PLR2004
    found = reckoned(knowledge, parts) if parts else None
    brief = None if found is None or isinstance(found, Refusal) else brief_for(knowledge, found)
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


SIZING: Mapping[str, Handler] = {"need": _need, "needplan": _plan, "needpic": _picture}
