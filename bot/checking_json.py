"""The JSON interface of a diagnosis, stable for other programs; see `schemas/check.json`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.render import plain
from bot.views.checking import CheckView
from flows.teams.reading import Reading
from knowledge.diagnosis.finding import Finding
from knowledge.diagnosis.team import Seat
from knowledge.edits import dump


def checking_json(view: CheckView, reading: Reading, after: Mapping[int, int]) -> dict[str, Any]:
    """Write a diagnosis as JSON values; texts are in the view's language."""
    team, brief = view.team, view.team.brief
    findings = enumerate(view.diagnosis.findings)
    return {
        "channel": brief.channel,
        "stage": brief.stage,
        "stage_assumed": brief.stage_assumed,
        "variants": list(brief.variants),
        "people": team.people - team.is_vacant,
        "head": None if team.is_vacant else team.head,
        "lines_known": team.are_lines_known,
        "score": view.diagnosis.score,
        "posts": [_seat(seat) for seat in team.seats],
        "unclear": [
            {"title": item.title, "people": item.people, "roles": list(item.roles)}
            for item in reading.unclear
        ],
        "unknown": list(reading.unknown),
        "unread": list(reading.unread),
        "notes": [plain(note) for note in view.notes()],
        "findings": [_finding(view, finding, after.get(i)) for i, finding in findings],
        "plan": {"size": brief.size, "edits": dump(brief.edits)} if view.is_kept else None,
    }


def _seat(seat: Seat) -> dict[str, Any]:
    return {
        "id": seat.id,
        "title": seat.title,
        "role": seat.role,
        "headcount": seat.headcount,
        "reports_to": seat.reports_to,
        "superior": seat.superior or None,
        "duties": list(seat.duties),
        "names": list(seat.names),
    }


def _finding(view: CheckView, finding: Finding, score_after: int | None) -> dict[str, Any]:
    evidence, repair = finding.evidence, finding.repair
    return {
        "rule": finding.rule.id,
        "dimension": finding.rule.dimension,
        "severity": finding.severity,
        "text": plain(view.finding(finding)),
        "because": plain(view.voice.text(finding.rule.because)),
        "sources": list(finding.rule.sources),
        "evidence": {
            "post": evidence.post,
            "role": evidence.role,
            "posts": list(evidence.posts),
            "roles": list(evidence.roles),
            "functions": list(evidence.functions),
            "figure": evidence.figure,
            "low": evidence.low,
            "high": evidence.high,
        },
        "repair": None
        if repair is None
        else {
            "text": plain(view.repair(finding)),
            "edits": dump(repair.edits),
            "score_after": score_after,
        },
    }
