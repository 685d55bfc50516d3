"""Rules of the diagnosis: dimensions, rules, the fixed scale of spans, weights."""

from __future__ import annotations

from typing import Any, NamedTuple

from knowledge.diagnosis.rules import RULES, SEVERITIES, SPANS, Dimension, Rule, Span
from knowledge.entry import Entry

_ALL = 100  # percent


class DiagnosisRows(NamedTuple):
    """What the file holds, in its order."""

    dimensions: list[Dimension]
    rules: list[Rule]
    spans: list[Span]
    weights: dict[str, int]


def diagnosis(file: Entry) -> DiagnosisRows:
    """Read the file."""
    return DiagnosisRows(
        file.every("dimension", _dimension),
        file.every("rule", _rule),
        file.every("span", _span),
        _weights(file),
    )


def _dimension(entry: Entry) -> Dimension:
    return Dimension(entry.string("id"), entry.text("name"), entry.text("meaning"))


def _rule(entry: Entry) -> Rule:
    return Rule(
        id=entry.one_of("id", RULES),
        dimension=entry.string("dimension"),
        severity=entry.one_of("severity", SEVERITIES),
        limit=entry.optional_integer("limit"),
        worse=entry.optional_integer("worse"),
        says=entry.text("says"),
        because=entry.text("because"),
        sources=entry.strings("sources"),
    )


def _span(entry: Entry) -> Span:
    return Span(
        id=entry.one_of("id", SPANS),
        low=entry.integer("low"),
        high=entry.optional_integer("high"),
        severity=entry.one_of("severity", SEVERITIES),
        name=entry.text("name"),
    )


def _weights(file: Entry) -> dict[str, int]:
    table: Any = file.table.get("weights") if file.has("weights") else None
    if not isinstance(table, dict):
        file.fail("`weights` is missing; give a table [weights] with a number for each severity")
    entry = Entry(file.file, table, "weights")
    found: dict[str, int] = {name: entry.integer(name) for name in SEVERITIES}
    entry.finish()
    if any(weight >= _ALL for weight in found.values()):
        entry.fail("a weight must be below 100")
    return found
