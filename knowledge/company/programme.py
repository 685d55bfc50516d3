"""The programme of a company: its own lines and those of its parts, as one channel.

A part leaves out posts that the company has for everybody (`classic_departments` of a shop has an
accountant of its own, a part of a company has not) but for the officers above its divisions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from knowledge.brief import Brief, Part
from knowledge.knowledge import Knowledge
from knowledge.model import OTHER_TEAMS, SHARED, Stage
from knowledge.own_spans import with_spans
from knowledge.programme import Channel, Line, Unit, applies

OFFICER = "coo"
_MANAGEMENT = "management"  # the unit of a channel's leaders: in a company, the channel itself


def planned_parts(brief: Brief) -> tuple[Part, ...]:
    """List the parts of a company whose work is known."""
    return tuple(part for part in brief.parts if part.channel != OTHER_TEAMS)


def part_programme(knowledge: Knowledge, brief: Brief, part: Part) -> Channel:
    """Give the programme of a part: its channel's, without what the company has for all."""
    channel = with_spans(knowledge.channels[part.channel], brief.spans)
    return replace(channel, lines=tuple(_own_lines(knowledge, channel)))


def _own_lines(knowledge: Knowledge, channel: Channel) -> Iterator[Line]:
    for line in channel.lines:
        if line.role == OFFICER or knowledge.roles[line.role].channel != SHARED:
            yield line


def merged(knowledge: Knowledge, brief: Brief) -> Channel:
    """Give the company of a brief as one channel that needs no variants any more."""
    company, parts = knowledge.company, planned_parts(brief)
    lines = (_lines(part_programme(knowledge, brief, p), brief.stage, p) for p in parts)
    units = (_units(knowledge, knowledge.channels[part.channel], part) for part in parts)
    return replace(
        company,
        lines=(*company.lines, *(line for found in lines for line in found)),
        units=(*company.units, *(unit for found in units for unit in found)),
    )


def _lines(channel: Channel, stage: Stage, part: Part) -> Iterator[Line]:
    for line in channel.lines:
        if line.applies(stage, part.variants):
            yield replace(line, only_with=(), not_with=())


def _units(knowledge: Knowledge, channel: Channel, part: Part) -> Iterator[Unit]:
    """Give the units of a part: the ids made different, its management called like the channel."""
    for unit in channel.units:
        if applies(unit.only_with, unit.not_with, part.variants):
            own = tuple(r for r in unit.roles if knowledge.roles[r].channel != SHARED)
            name = channel.name if unit.id == _MANAGEMENT else unit.name
            plain = replace(unit, id=f"{channel.id}-{unit.id}", name=name, roles=own)
            yield replace(plain, only_with=(), not_with=())
