"""A told team beside the plan it is kept as: what the plan cannot say, in a few characters.

Buttons carry it, so that a chart shows the findings with the numbers they were told with.
"""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.diagnosis.team import Team, team_of_plan
from knowledge.knowledge import Knowledge
from knowledge.plan import Plan

_SPREAD, _VACANT, _NO_ROLE = "s", "v", "-"
_WRITTEN = re.compile(f"({_SPREAD}?)({_VACANT}?)(?:[.]([a-z0-9_]+|{_NO_ROLE}))?((?:[+][a-z0-9]+)*)")
_LONGEST = 28  # characters; a button has little room


def written(team: Team, plan: Plan) -> str:
    """Write what a kept team is beside its plan; empty where the plan says it all.

    `s`: nobody told who reports to whom. `v`: nobody is head. `.ROLE`: the head has another role
    than the plan's, `-` for none of ours. `+POST`: reports to nobody, as far as there is room.
    """
    found = (_SPREAD if not team.are_lines_known else "") + (_VACANT if team.is_vacant else "")
    role = _head(team)
    if role != _head(team_of_plan(plan)):
        found += f".{role or _NO_ROLE}"
    alone = (seat.id for seat in team.seats if seat.reports_to is None and seat.id != team.head)
    for post in alone:
        if len(found) + len(post) < _LONGEST:
            found += f"+{post}"
    return found


def retold(knowledge: Knowledge, plan: Plan, written: str) -> Team | None:
    """Read a team as it was told, as what `written` gives; None for anything else."""
    found = _WRITTEN.fullmatch(written)
    team = team_of_plan(plan)
    if found is None:
        return None
    spread, vacant, role, alone = found.groups()
    if role and role != _NO_ROLE and role not in knowledge.roles:
        return None
    head, *others = team.seats
    if role:
        head = replace(head, role=None if role == _NO_ROLE else role)
    free = alone.split("+")[1:]
    seats = (replace(seat, reports_to=None) if seat.id in free else seat for seat in others)
    found_seats = (head, *seats)
    return replace(team, seats=found_seats, is_vacant=bool(vacant), are_lines_known=not spread)


def _head(team: Team) -> str | None:
    return next(seat.role for seat in team.seats if seat.id == team.head)
