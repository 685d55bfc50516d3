"""What `diagnosis.toml` says: dimensions, rules with their limits, spans, weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from knowledge.model import Text

Severity: TypeAlias = Literal["critical", "major", "minor", "info"]
SEVERITIES: tuple[Severity, ...] = ("critical", "major", "minor", "info")
RULES = (
    "missing_function",
    "shared_function",
    "surplus_role",
    "early_role",
    "handoff_to_nobody",
    "handoff_apart",
    "many_hands",
    "too_many_support",
    "thin_roles",
    "foreign_role",
    "misplaced_duty",
    "control_conflict",
    "beside_job",
    "thin_cover",
    "span_one",
    "span_below",
    "span_above",
    "layers_many",
    "no_superior",
    "no_head",
    "key_person",
)
FIGURES = ("post", "posts", "role", "roles", "functions", "figure", "low", "high")
SPANS = ("one_to_one", "micro", "below", "on_target", "above", "excessive")
ON_TARGET = "on_target"


@dataclass(frozen=True, slots=True)
class Dimension:
    """A side from which a team is looked at."""

    id: str
    name: Text
    meaning: Text


@dataclass(frozen=True, slots=True)
class Rule:
    """When something is wrong, how bad it is, and why it matters.

    `limit` is the figure from which on it counts, `worse` the one from which on it is one step
    more severe; what they measure stands beside them in the file. `says` is the finding, with the
    figures of `FIGURES` in braces.
    """

    id: str
    dimension: str
    severity: Severity
    limit: int | None
    worse: int | None
    says: Text
    because: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A grade of the fixed scale for leaders without a range: `low` to `high` reports [people]."""

    id: str
    low: int
    high: int | None
    severity: Severity
    name: Text


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything the diagnosis goes by; `weights` is what a finding takes off the score [%]."""

    dimensions: Mapping[str, Dimension]
    rules: Mapping[str, Rule]
    spans: tuple[Span, ...]
    weights: Mapping[str, int]

    @property
    def on_target(self) -> tuple[int, int]:
        """Give the grade that is as it should be."""
        grade = next(s for s in self.spans if s.id == ON_TARGET)
        return grade.low, grade.high or grade.low

    def span(self, reports: int) -> Span:
        """Give the grade of so many direct reports [people]."""
        return next(s for s in self.spans if s.high is None or reports <= s.high)
