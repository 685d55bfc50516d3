"""Thresholds: from which size on a role becomes a post of its own."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from knowledge.knowledge import Knowledge
from knowledge.model import MAX_SIZE, STAGES, Stage
from knowledge.sequence import growth


class Threshold(NamedTuple):
    """The first size [people] at which a channel's plan has the role, and in which stage."""

    channel: str
    stage: Stage
    size: int


@lru_cache(maxsize=512)
def thresholds(knowledge: Knowledge, role: str) -> tuple[Threshold, ...]:
    """Find the earliest size of a role in each channel that hires it.

    Stages are tried in order within their usual sizes, the last one also above them; a variant
    the role needs is switched on.
    """
    found = (_first(knowledge, channel, role) for channel in knowledge.channels)
    return tuple(threshold for threshold in found if threshold)


def _first(knowledge: Knowledge, name: str, role: str) -> Threshold | None:
    channel = knowledge.channels[name]
    lines = [line for line in channel.lines if line.role == role]
    needed = min((line.only_with[:1] for line in lines), key=len, default=())
    if not lines:
        return None
    for stage in STAGES:
        low, high = channel.normal_sizes(stage)
        high = MAX_SIZE if stage == STAGES[-1] else high
        for hire in growth(channel, stage, needed, high):
            if hire.role == role:
                return Threshold(name, stage, max(hire.size, low))
    return None


@lru_cache(maxsize=1024)
def first_hire(
    knowledge: Knowledge, channel: str, stage: Stage, variants: tuple[str, ...], role: str
) -> int | None:
    """Find the size [people] at which a team of one stage hires a role; None if it never does."""
    lines = knowledge.channels[channel].lines
    if not any(line.role == role and line.applies(stage, variants) for line in lines):
        return None
    hired = growth(knowledge.channels[channel], stage, variants, MAX_SIZE)
    return next((hire.size for hire in hired if hire.role == role), None)
