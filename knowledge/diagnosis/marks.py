"""Which seats of a team a finding is about, so that a chart can mark them."""

from __future__ import annotations

from knowledge.diagnosis.finding import Finding
from knowledge.diagnosis.team import Team

_OF_ROLES = (  # rules about everybody of their roles
    "surplus_role",
    "early_role",
    "too_many_support",
    "thin_roles",
    "foreign_role",
    "thin_cover",
)
_OF_ONE = ("span_one", "span_below", "span_above", "no_superior")  # `posts` are only compared with


def about(team: Team, finding: Finding) -> tuple[str, ...]:
    """List the ids of the seats that a finding is about, in the team's order.

    None where it is about somebody who is not there.
    """
    evidence = finding.evidence
    if finding.rule.id in _OF_ROLES:
        roles = {evidence.role, *evidence.roles} - {None}
        return tuple(seat.id for seat in team.seats if seat.role in roles)
    is_alone = finding.rule.id in _OF_ONE and not evidence.is_spread
    found = {evidence.post, *(() if is_alone else evidence.posts)}
    return tuple(seat.id for seat in team.seats if seat.id in found)
