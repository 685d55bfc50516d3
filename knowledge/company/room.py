"""Room: how many people a company has, of whom only some teams were told.

The founder and the shared posts need room beside the teams. What a total leaves besides are other
teams; where it leaves no room, founder and shared posts come on top.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.brief import PARTS, Brief, Part
from knowledge.company.sequence import staffed_parts
from knowledge.knowledge import Knowledge
from knowledge.model import MAX_SIZE, OTHER_TEAMS, STAGES, Stage
from knowledge.sequence import growth


def with_room(
    knowledge: Knowledge, stage: Stage, named: Sequence[Part], total: int | None
) -> tuple[tuple[Part, ...], int] | None:
    """Say of which parts a company consists, and how large it is [people].

    Args:
        knowledge: The knowledge.
        stage: The stage of the company.
        named: The parts that were told; with other teams among them they are all there are.
        total: Everybody [people], if it was told.

    Returns:
        The parts in order and the size; None if that is more than can be planned.
    """
    told = tuple(sorted(named, key=lambda part: PARTS.index(part.channel)))
    is_all = total is None or any(part.channel == OTHER_TEAMS for part in told)
    if total is not None and is_all:
        return told, total
    people, seats = sum(part.people for part in told), 0
    for hire in growth(knowledge.company, stage, (), MAX_SIZE):
        seats += hire.role == OTHER_TEAMS
        if hire.size >= (total or 0) and seats >= people:
            rest = (Part(OTHER_TEAMS, seats - people),) if seats > people else ()
            return (*told, *rest), hire.size
    return None


def settled(
    knowledge: Knowledge, stage: Stage | None, named: Sequence[Part], total: int | None
) -> tuple[tuple[Part, ...], int] | None:
    """Say the same where the stage may follow from the size, which the shared posts add to."""
    if stage:
        return with_room(knowledge, stage, named, total)
    size = max(total or 0, sum(part.people for part in named))
    found = None
    for _ in STAGES:
        proposed = knowledge.company.stage_for(size)
        found = with_room(knowledge, proposed, named, total)
        if found is None or knowledge.company.stage_for(found[1]) == proposed:
            return found
        size = found[1]
    return found


def at_stage(knowledge: Knowledge, brief: Brief, stage: Stage) -> Brief:
    """Give a brief another stage; in a company other teams make room for what the stage adds.

    Where a company is not of the size that was told, its proportion stays.
    """
    changed = replace(brief, stage=stage)
    own = [part for part in brief.parts if part.channel != OTHER_TEAMS]
    is_whole = len(own) == len(brief.parts)
    if not own or is_whole or staffed_parts(knowledge, replace(brief, edits=())) != brief.parts:
        return changed
    found = with_room(knowledge, stage, own, brief.size)
    return replace(changed, parts=found[0]) if found and found[1] == brief.size else changed
