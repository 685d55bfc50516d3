"""Spans of the user's own: how many people a leader takes on, other than the usual number.

A brief holds them, so that its code, its links and every change made later keep them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from knowledge.model import Stage
from knowledge.programme import EVERYONE, Channel, Line

MOST_SPANS = 3  # in one brief; its code has to stay short
Spans = tuple[tuple[str, int], ...]


def span_lines(channel: Channel) -> tuple[Line, ...]:
    """List the lines whose ratio says how many people one leads directly [people]."""
    return tuple(filter(is_span_line, channel.lines))


def is_span_line(line: Line) -> bool:
    """Tell whether all that a line may count for one post can be led directly by it."""
    if line.kind != "lead" or line.high is None or line.reports is None:
        return False
    return EVERYONE not in line.of and line.high <= line.reports[1]


def led_roles(channel: Channel) -> tuple[str, ...]:
    """List the leading roles whose span can be another one, in the order of the file."""
    return tuple(dict.fromkeys(line.role for line in span_lines(channel)))


def span_line(channel: Channel, stage: Stage, variants: tuple[str, ...], role: str) -> Line | None:
    """Find the line that says how many people a role leads here; None if it leads nobody."""
    lines = (line for line in span_lines(channel) if line.role == role)
    return next((line for line in lines if line.applies(stage, variants)), None)


def span_range(
    channel: Channel, stage: Stage, variants: tuple[str, ...], role: str
) -> tuple[int, int]:
    """Give how few and how many people one of a role may lead here; none if it leads nobody."""
    line = span_line(channel, stage, variants, role)
    return (line.low or 0, line.high or 0) if line else (0, 0)


def with_spans(channel: Channel, spans: Spans) -> Channel:
    """Give a channel whose leaders take on as many people as the user says.

    A number outside the range of a line does not count for that line.
    """
    if not spans:
        return channel
    wanted = dict(spans)
    return replace(channel, lines=tuple(_with_span(line, wanted) for line in channel.lines))


def _with_span(line: Line, wanted: Mapping[str, int]) -> Line:
    people = wanted.get(line.role)
    if people is None or not is_span_line(line):
        return line
    low, high = line.low or 0, line.high or 0
    return replace(line, one_per=people) if low <= people <= high else line


def changed(spans: Spans, role: str, people: int | None) -> Spans:
    """Put the span of a role into others, or take it out; of too many the first goes."""
    others = tuple(span for span in spans if span[0] != role)
    if people is None:
        return others
    return tuple(sorted((*others[-(MOST_SPANS - 1) :], (role, people))))
