"""Findings: what is wrong, the evidence, and the edits that mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.diagnosis.rules import SEVERITIES, Rule, Rules, Severity
from knowledge.edits.edit import Edit

FULL = 100  # the score of a team without findings


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a finding rests on: seats by id, roles and functions by id, and the figures.

    `post` and `role` are what it is about, `posts` other seats and `roles` other roles involved.
    `low` to `high` is what would be usual for `figure`, 0 where there is no such range.
    `is_spread` tells that nobody told who reports to whom, so people were shared out evenly.
    """

    post: str | None = None
    role: str | None = None
    posts: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    figure: int = 0
    low: int = 0
    high: int = 0
    is_spread: bool = False


@dataclass(frozen=True, slots=True)
class Repair:
    """Edits that mend a finding; none where keeping the team as a plan mends it already."""

    edits: tuple[Edit, ...]


def joined(repairs: Iterable[Repair | None]) -> Repair:
    """Make one repair of several, one after another."""
    return Repair(tuple(edit for repair in repairs if repair for edit in repair.edits))


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong; without a repair where edits of a plan cannot mend it."""

    rule: Rule
    severity: Severity
    evidence: Evidence
    repair: Repair | None

    @property
    def key(self) -> tuple[str, str | None, str | None]:
        """What it is about, the same before and after other repairs."""
        return self.rule.id, self.evidence.post, self.evidence.role


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """All findings of a team, the worst first, and the score from 0 to 100.

    Each finding takes its weight off what is left of the score, the second of the same rule half
    of it, the third a third, and so on: so every repair raises it, and teams of any size can be
    compared. 100 × (1 − weight) × (1 − weight / 2) × …
    """

    findings: tuple[Finding, ...]
    score: int


def diagnosis_of(rules: Rules, findings: Iterable[Finding]) -> Diagnosis:
    """Put findings in order and score them."""
    order = {rule: i for i, rule in enumerate(rules.rules)}
    found = sorted(
        findings, key=lambda f: (SEVERITIES.index(f.severity), order[f.rule.id], -f.evidence.figure)
    )
    left, alike = 1.0, Counter[str]()
    for finding in found:
        alike[finding.rule.id] += 1
        left *= 1 - rules.weights[finding.severity] / FULL / alike[finding.rule.id]
    return Diagnosis(tuple(found), round(FULL * left))


def worse(severity: Severity) -> Severity:
    """Give the next more severe grade; critical stays critical."""
    return SEVERITIES[max(0, SEVERITIES.index(severity) - 1)]
