"""Orgwright's own plans are fine by its own diagnosis, and kept teams are what was told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.brief import Brief
from knowledge.diagnosis.diagnose import diagnose
from knowledge.diagnosis.finding import Diagnosis, Evidence, Finding, diagnosis_of
from knowledge.diagnosis.keep import kept
from knowledge.diagnosis.rules import SEVERITIES
from knowledge.diagnosis.team import Seat, Team, team_of_plan
from knowledge.knowledge import Knowledge
from knowledge.loader import load
from knowledge.model import Stage
from knowledge.plan import plan
from tests.knowledge.briefs import Case, cases, name

KNOWLEDGE = load()


def _diagnosed(channel: str, stage: Stage, variants: tuple[str, ...], size: int) -> Diagnosis:
    brief = Brief(channel, stage, False, size, size, variants)
    return diagnose(KNOWLEDGE, team_of_plan(plan(KNOWLEDGE, brief)))


def _serious(diagnosis: Diagnosis) -> list[tuple[str, Evidence]]:
    return [(f.rule.id, f.evidence) for f in diagnosis.findings if f.severity != "info"]


@pytest.mark.parametrize("case", cases(), ids=name)
def test_a_plan_of_usual_size_has_no_finding_above_info(case: Case) -> None:
    low, high = KNOWLEDGE.channels[case[0]].normal_sizes(case[1])
    for size in {low, (3 * low + high) // 4, (low + high) // 2, high}:
        assert _serious(_diagnosed(*case, size)) == [], size


@given(st.sampled_from(cases()), st.integers(0, 1000))
@settings(max_examples=60)
def test_nor_has_any_other_plan_of_usual_size(case: Case, part: int) -> None:
    low, high = KNOWLEDGE.channels[case[0]].normal_sizes(case[1])
    assert _serious(_diagnosed(*case, low + (high - low) * part // 1000)) == []


def _tree(team: Team) -> list[str]:
    """Describe a team by role and head-count of each seat and of its superior, in any order."""
    seats: Mapping[str, Seat] = {seat.id: seat for seat in team.seats}
    found = []
    for seat in team.seats:
        above = seats.get(seat.reports_to or "")
        place = above.role if above else None
        found.append(repr((seat.role, seat.headcount, place, seat.duties, seat.names)))
    return sorted(found)


@given(st.sampled_from(cases(plain_only=True)), st.integers(1, 90), st.integers(1, 90))
@settings(max_examples=30)
def test_any_team_is_kept_as_it_is(case: Case, size: int, other: int) -> None:
    """The plan of one size, told as a team of another stage, comes back from its kept plan."""
    channel, stage, variants = case
    told = team_of_plan(plan(KNOWLEDGE, Brief(channel, stage, False, size, size, variants)))
    team = replace(told, brief=Brief(channel, "mature", False, other, other, variants))
    found = kept(KNOWLEDGE, team, "nobody")
    assert found is not None
    after = team_of_plan(plan(KNOWLEDGE, found.brief))
    head = after.seats[0]
    same_head = replace(head, role=team.seats[0].role, title="")
    roles = {head.id: same_head}
    after = replace(after, seats=tuple(roles.get(seat.id, seat) for seat in after.seats))
    assert _tree(after) == _tree(team)
    assert after.people == team.people


def test_a_team_that_needs_too_many_edits_is_not_kept() -> None:
    brief = Brief("telesales", "mature", False, 5000, 5000, ())
    told = team_of_plan(plan(KNOWLEDGE, brief))
    seats = (told.seats[0], *(replace(s, reports_to="p1") for s in told.seats[1:]))
    assert kept(KNOWLEDGE, replace(told, seats=seats), "nobody") is None


def _finding(knowledge: Knowledge, severity: str) -> Finding:
    rule = knowledge.diagnosis.rules["span_one"]
    return Finding(rule, severity, Evidence(), None)  # type: ignore[arg-type]


@given(st.lists(st.sampled_from(SEVERITIES), max_size=40), st.integers(0, 39))
def test_mending_anything_never_lowers_the_score(severities: list[str], place: int) -> None:
    found = [_finding(KNOWLEDGE, severity) for severity in severities]
    before = diagnosis_of(KNOWLEDGE.diagnosis, found)
    after = diagnosis_of(KNOWLEDGE.diagnosis, found[:place] + found[place + 1 :])
    assert 0 <= before.score <= after.score <= 100
    assert (before.score == 100) == all(s == "info" for s in severities)


def test_the_worst_findings_come_first() -> None:
    found = [_finding(KNOWLEDGE, severity) for severity in reversed(SEVERITIES)]
    ordered = diagnosis_of(KNOWLEDGE.diagnosis, found).findings
    assert tuple(finding.severity for finding in ordered) == SEVERITIES
