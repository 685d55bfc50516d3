"""Carrying edits over: an edited plan for another size, stage or variant keeps what still fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from flows.draft import Draft
from flows.shelf import Kept, Shelf
from knowledge.brief import Brief
from knowledge.edits import carry
from knowledge.knowledge import Knowledge
from knowledge.model import MAX_SIZE, MIN_SIZE
from knowledge.plan import Plan

_TRIES = 5  # until the people whom the edits add or take are counted in


def carry_edits(knowledge: Knowledge, draft: Draft, brief: Brief) -> tuple[Shelf, str, int] | None:
    """Put the plan of a brief onto the shelf with the edits of the plan shown last.

    The edited plan of before stays as it is. The brief's size counts everybody, so the people
    whom the edits add are not planned a second time.

    Returns:
        The shelf, the plan's code and how many edits did not fit any more; None if there are no
        edits to carry over.
    """
    code = draft.plan or ""
    kept = draft.shelf.find(code)
    if kept is None or not kept.brief.edits:
        return None
    base, plan = replace(kept.brief, edits=()), partial(draft.shelf.plan, knowledge)
    if _sized(brief, brief.size - kept.extra) == base:
        return draft.shelf, code, 0
    found = list(_carried(plan, kept, brief, base))
    edited, dropped = min(found, key=lambda way: abs(plan(way[0]).people - brief.size))
    if not edited.edits:
        return None
    extra, steps = plan(edited).people - edited.size, (1,) * len(edited.edits)
    fresh = draft.shelf.free_code()
    return draft.shelf.put(fresh, Kept(edited, extra, steps, name=kept.name)), fresh, dropped


def _carried(
    plan: Callable[[Brief], Plan], kept: Kept, brief: Brief, base: Brief
) -> Iterator[tuple[Brief, int]]:
    """Try teams until the edits make them as large as wanted; also counts what did not fit."""
    size = brief.size - kept.extra
    for _ in range(_TRIES):
        wanted = _sized(brief, size)
        fitting, dropped = carry(kept.brief.edits, plan(base), plan(wanted))
        edited = replace(wanted, edits=fitting)
        yield edited, len(dropped)
        missing = brief.size - plan(edited).people
        if not missing:
            return
        size = wanted.size + missing


def _sized(brief: Brief, size: int) -> Brief:
    """Give the brief of a team that is so many people [people] larger or smaller."""
    high = min(MAX_SIZE, max(MIN_SIZE, size))
    low = brief.size_low - brief.size + size
    return replace(brief, size=high, size_low=min(high, max(MIN_SIZE, low)))
