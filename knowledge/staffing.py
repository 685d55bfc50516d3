"""Staffing: the programme, the hires and the tree of a brief, of a channel or of a company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from knowledge.arrange import arrange
from knowledge.boxes import Box
from knowledge.brief import Brief
from knowledge.company.programme import merged
from knowledge.company.sequence import company_growth
from knowledge.company.tree import company_tree
from knowledge.knowledge import Knowledge
from knowledge.own_spans import with_spans
from knowledge.programme import Channel, Line, Unit, applies
from knowledge.sequence import Hire, growth


def programme_of(knowledge: Knowledge, brief: Brief) -> Channel:
    """Give the programme that counts for a brief, with the user's own spans.

    Raises:
        LookupError: If the channel is unknown.
    """
    if brief.parts:
        return merged(knowledge, brief)
    return with_spans(knowledge.channels[brief.channel], brief.spans)


def growth_of(knowledge: Knowledge, brief: Brief, size: int) -> Iterator[Hire]:
    """Hire one after another until the team of a brief has `size` people, whatever its own size.

    Raises:
        LookupError: If the channel is unknown.
    """
    if brief.parts:
        return company_growth(knowledge, brief, size)
    return growth(programme_of(knowledge, brief), brief.stage, brief.variants, size)


def hires_of(knowledge: Knowledge, brief: Brief, size: int) -> list[Hire]:
    """List the first `size` hires of a brief, in order.

    Raises:
        LookupError: If the channel is unknown.
    """
    return list(growth_of(knowledge, brief, size))


def lines_of(knowledge: Knowledge, staffed: Sequence[Hire]) -> dict[str, Line]:
    """Give the staffing line of every staffed role; what a company shares comes first."""
    lines = {hire.role: hire.line for hire in staffed}
    own = {line.id for line in knowledge.company.lines}
    return {**lines, **{hire.role: hire.line for hire in staffed if hire.line.id in own}}


def units_of(channel: Channel, brief: Brief) -> list[Unit]:
    """List the units of the chart that apply to a brief."""
    return [u for u in channel.units if applies(u.only_with, u.not_with, brief.variants)]


def tree_of(knowledge: Knowledge, brief: Brief, staffed: Sequence[Hire]) -> Box:
    """Build the tree of everybody hired so far."""
    if brief.parts:
        return company_tree(knowledge, brief, staffed)
    channel = programme_of(knowledge, brief)
    lines = {hire.role: hire.line for hire in staffed}
    counts = Counter(hire.role for hire in staffed)
    return arrange(channel, knowledge.roles, lines, units_of(channel, brief), counts)
