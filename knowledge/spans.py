"""Spans of control, layers and leader levels of a tree, and what to warn about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from knowledge.boxes import Box
from knowledge.model import OTHER_TEAMS
from knowledge.programme import Channel, Line


class Warning_(NamedTuple):  # noqa: N801 - "Warning" is a built-in
    """Something a reader should know: what, about which post or function, and the figures.

    For spans `figure` are the direct reports [people] and `low..high` the declared range; for an
    unusual size `figure` is the size and `low..high` the usual sizes of the stage.
    """

    code: Literal["span_above", "span_below", "control_conflict", "size_unusual"]
    post: str | None
    role: str | None
    function: str | None
    figure: int
    low: int
    high: int


def direct_reports(box: Box) -> int:
    """Count the people who report to a box directly; other teams count as one that has a head."""
    return sum(1 if child.role == OTHER_TEAMS else child.headcount for child in box.children)


def spans(leaders: Iterable[Box]) -> tuple[int, int] | None:
    """Give the smallest and largest number of direct reports, None where nobody leads."""
    found = [direct_reports(box) for box in leaders]
    return (min(found), max(found)) if found else None


def leader_levels(root: Box) -> int:
    """Count the levels, from the head down, on which somebody leads others."""

    def levels(box: Box) -> int:
        return 1 + max(map(levels, box.children), default=0) if box.children else 0

    return levels(root)


def span_warnings(
    channel: Channel, lines: Mapping[str, Line], leaders: Iterable[Box], ids: Mapping[Box, str]
) -> tuple[Warning_, ...]:
    """Warn of every leader whose direct reports lie outside the declared range."""
    found = (_span_warning(channel, lines, box, ids) for box in leaders)
    return tuple(w for w in found if w)


def _span_warning(
    channel: Channel, lines: Mapping[str, Line], box: Box, ids: Mapping[Box, str]
) -> Warning_ | None:
    low, high = declared_span(channel, lines, box)
    reports = direct_reports(box)
    if low <= reports <= high:
        return None
    code: Literal["span_above", "span_below"] = "span_above" if reports > high else "span_below"
    return Warning_(code, ids[box], box.role, None, reports, low, high)


def declared_span(channel: Channel, lines: Mapping[str, Line], box: Box) -> tuple[int, int]:
    """Give the range of direct reports [people] a leader should have.

    The lower end counts only among sibling leaders of one role; never for the head, for an only
    leader, for the first member of a support unit or for the head of a part of a company. A role
    without a range of its own has the head's.
    """
    line = lines.get(box.role)
    if box.parent is None or box.unit_lead or line is None or line.reports is None:
        return channel.head_reports
    alike = [child for child in box.parent.children if child.role == box.role and child.children]
    low, high = line.reports
    return (low if len(alike) > 1 else 1), high
