"""Thresholds: from which size on a role becomes a post of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from knowledge.brief import Brief
from knowledge.knowledge import Knowledge
from knowledge.model import MAX_SIZE, STAGES, Stage
from knowledge.programme import Channel, Line
from knowledge.sequence import growth
from knowledge.staffing import growth_of, programme_of


class Threshold(NamedTuple):
    """The first size [people] at which a channel's plan has the role, its stage, and the line."""

    channel: str
    stage: Stage
    size: int
    line: Line


@lru_cache(maxsize=512)
def thresholds(knowledge: Knowledge, role: str) -> tuple[Threshold, ...]:
    """Find the earliest size of a role in each channel that hires it, and in a company.

    Stages are tried in order within their usual sizes, the last one also above them; a variant
    the role needs is switched on.
    """
    found = (_first(channel, role) for channel in knowledge.programmes)
    return tuple(threshold for threshold in found if threshold)


def _first(channel: Channel, role: str) -> Threshold | None:
    lines = [line for line in channel.lines if line.role == role]
    needed = min((line.only_with[:1] for line in lines), key=len, default=())
    if not lines:
        return None
    for stage in STAGES:
        low, high = channel.normal_sizes(stage)
        high = MAX_SIZE if stage == STAGES[-1] else high
        for hire in growth(channel, stage, needed, high):
            if hire.role == role:
                return Threshold(channel.id, stage, max(hire.size, low), hire.line)
    return None


def earliest_shared(knowledge: Knowledge, roles: Sequence[str]) -> str | None:
    """Find which of several roles a growing company hires first; None if not all are shared."""
    sizes = {role: t.size for role in roles if (t := _first(knowledge.company, role))}
    is_shared = len(roles) > 1 and len(sizes) == len(roles)
    return min(roles, key=sizes.__getitem__) if is_shared else None


def first_hire(knowledge: Knowledge, brief: Brief, role: str) -> int | None:
    """Find the size [people] at which a team like that of a brief hires a role; None if never."""
    return _first_hire(knowledge, replace(brief, size=1, size_low=1, edits=(), spans=()), role)


@lru_cache(maxsize=1024)
def _first_hire(knowledge: Knowledge, brief: Brief, role: str) -> int | None:
    lines = programme_of(knowledge, brief).lines
    if not any(line.role == role and line.applies(brief.stage, brief.variants) for line in lines):
        return None
    hired = growth_of(knowledge, brief, MAX_SIZE)
    return next((hire.size for hire in hired if hire.role == role), None)
