"""Findings about persons on whom too much depends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from knowledge.diagnosis.facts import Facts
from knowledge.diagnosis.finding import Evidence, Finding, Repair
from knowledge.diagnosis.repairs import Repairs
from knowledge.diagnosis.team import Seat


def findings(facts: Facts, repairs: Repairs) -> Iterator[Finding]:
    """Find persons who alone do far more than anybody usually does, or who say they do."""
    most = Counter(item.post for item in facts.usual.coverage).most_common(1)[0][1]
    limit = most + facts.limit("key_person")
    for seat in facts.team.seats:
        if seat.headcount > 1 or (seat is facts.head and facts.team.is_vacant):
            continue
        alone = _alone(facts, seat)
        if len(alone) > limit:
            yield _finding(facts, repairs, seat, alone, is_info=False)
        elif len([d for d in seat.duties if d in alone]) > 1:
            yield _finding(facts, repairs, seat, alone, is_info=True)


def _alone(facts: Facts, seat: Seat) -> tuple[str, ...]:
    """List the functions that nobody but this person does."""
    wanted = dict.fromkeys((*facts.functions, *seat.duties))
    return tuple(f for f in wanted if _only(facts, f) is seat)


def _only(facts: Facts, function: str) -> Seat | None:
    """Give the one seat that does a function, or stands in for it; None if there are more."""
    holders = (*facts.owners.get(function, ()), *facts.takers.get(function, ()))
    if not holders:
        return facts.carrier(function)
    return holders[0] if len(holders) == 1 else None


def _finding(
    facts: Facts, repairs: Repairs, seat: Seat, alone: tuple[str, ...], *, is_info: bool
) -> Finding:
    told = tuple(f for f in alone if f in seat.duties)
    functions = (*told, *(f for f in alone if f not in told))
    evidence = Evidence(post=seat.id, role=seat.role, functions=functions, figure=len(functions))
    repair = None if is_info else _relief(facts, repairs, seat, functions)
    return facts.finding("key_person", evidence, repair, severity="info" if is_info else None)


def _relief(
    facts: Facts, repairs: Repairs, seat: Seat, functions: tuple[str, ...]
) -> Repair | None:
    """Hire the role that takes most of these functions over."""
    roles = facts.knowledge.roles
    owners = Counter(facts.knowledge.functions[f].primary_owner for f in functions)
    own = [r for r in owners if r != seat.role and roles[r].channel == facts.channel.id]
    role = max(own, key=lambda r: (r in facts.usually, owners[r]), default=None)
    hired = repairs.hire(role) if role else None
    if hired is None:
        return None
    taken = [d for d in seat.duties if role in facts.knowledge.functions[d].owners]
    return Repair((*hired.edits, *repairs.hand_over(seat, taken).edits))
