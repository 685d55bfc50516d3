"""Findings about roles: too early, too many, too few, from elsewhere, too finely cut."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from knowledge.diagnosis.facts import Facts
from knowledge.diagnosis.finding import Evidence, Finding
from knowledge.diagnosis.repairs import Repairs
from knowledge.model import SHARED
from knowledge.thresholds import first_hire

_TWO, _HALF = 2, 0.5  # roles; of a full-time job


def findings(facts: Facts, repairs: Repairs) -> Iterator[Finding]:
    """Look at every role of the team, and at the mix of roles."""
    looking = _Looking(facts, repairs)
    thin = looking.thin_roles()
    surplus = [f for role in facts.staffed if role not in thin for f in looking.surplus(role)]
    for role in facts.staffed:
        yield from looking.foreign(role)
        yield from looking.few(role)
    yield from surplus
    yield from looking.many_thin(thin)
    is_told = any(f.rule.id == "surplus_role" for f in surplus)
    if not thin and not is_told:
        yield from looking.support()


class _Looking:
    def __init__(self, facts: Facts, repairs: Repairs) -> None:
        self.facts, self.repairs = facts, repairs

    def thin_roles(self) -> list[str]:
        """List roles of a small team that have too little work for a person of their own."""
        facts = self.facts
        if facts.people > facts.limit("thin_roles"):
            return []
        found = [role for role in facts.staffed if self._is_thin(role)]
        return found if len(found) >= _TWO else []

    def _is_thin(self, role: str) -> bool:
        facts, line = self.facts, self.facts.lines.get(role)
        if role in facts.usually or line is None or line.kind == "lead" or not line.one_per:
            return False
        return facts.base(line) / line.one_per < _HALF * facts.staffed[role]

    def many_thin(self, roles: list[str]) -> Iterator[Finding]:
        """Report the thin roles together."""
        if not roles:
            return
        facts = self.facts
        seats = [seat for role in roles for seat in facts.seats_of[role]]
        evidence = Evidence(
            post=seats[0].id,
            role=roles[0],
            posts=tuple(seat.id for seat in seats[1:]),
            roles=tuple(roles),
            figure=len(roles),
            high=facts.people,
        )
        repair = self.repairs.retrain_all(seats)
        yield facts.finding("thin_roles", evidence, repair)

    def foreign(self, role: str) -> Iterator[Finding]:
        """Find a role that belongs to another channel."""
        facts = self.facts
        channel = facts.knowledge.roles[role].channel
        if channel in (facts.channel.id, SHARED) or role in facts.usually:
            return
        if role in facts.lines or role in facts.channel.ranks:
            return
        seat = facts.seats_of[role][0]
        evidence = Evidence(post=seat.id, role=role, figure=facts.staffed[role])
        repair = self.repairs.retrain(seat, seat.headcount)
        yield facts.finding("foreign_role", evidence, repair)

    def few(self, role: str) -> Iterator[Finding]:
        """Find a role with more work than the sources give to so few people."""
        facts, line = self.facts, self.facts.lines.get(role)
        if line is None or line.kind == "lead" or not line.one_per or not line.high:
            return
        base, people = facts.base(line), facts.staffed[role]
        each = base / people
        if each <= line.high or people >= facts.usually[role]:
            return
        worse = facts.rule("thin_cover").worse or 0
        seat = facts.seats_of[role][0]
        evidence = Evidence(
            post=seat.id, role=role, figure=round(each), low=line.low or 0, high=line.high
        )
        repair = self.repairs.grow(role, ceil(base / line.high) - people)
        is_worse = 100 * each >= worse * line.high
        yield facts.finding("thin_cover", evidence, repair, is_worse=is_worse)

    def surplus(self, role: str) -> Iterator[Finding]:
        """Find a role that comes later in a team's life, or of which there are too many people."""
        facts, line = self.facts, self.facts.lines.get(role)
        if line is None or line.kind == "lead" or line.share:
            return
        if role not in facts.usually:
            yield from self._early(role)
            return
        most = ceil(facts.base(line) / line.low) if line.low else line.fixed or 1
        most = max(most, facts.usually[role])
        people = facts.staffed[role]
        if people > most:
            seat = max(facts.seats_of[role], key=lambda s: s.headcount)
            evidence = Evidence(
                post=seat.id, role=role, figure=people, low=facts.usually[role], high=most
            )
            spare = max(people - most, self._spare() if line.kind == "support" else 0)
            repair = self.repairs.retrain(seat, min(spare, people - 1, seat.headcount))
            yield facts.finding("surplus_role", evidence, repair)

    def _early(self, role: str) -> Iterator[Finding]:
        """Find a role for which the team is far too small; not much too small does not count."""
        facts, brief = self.facts, self.facts.team.brief
        size = first_hire(facts.knowledge, brief, role)
        limit = facts.limit("early_role")
        if size is not None and 100 * size <= (100 + limit) * facts.people:
            return
        seat = facts.seats_of[role][0]
        evidence = Evidence(post=seat.id, role=role, figure=facts.people, low=size or 0)
        repair = self.repairs.retrain(seat, seat.headcount)
        yield facts.finding("early_role", evidence, repair)

    def _spare(self) -> int:
        """Count the support people that a team of this size can do without [people]."""
        facts, each = self.facts, self.facts.limit("too_many_support")
        front = facts.of_kind("front", facts.staffed)
        most = max(ceil(front / each), facts.of_kind("support", facts.usually))
        return facts.of_kind("support", facts.staffed) - most

    def support(self) -> Iterator[Finding]:
        """Find a team in which too many people support too few."""
        facts, spare = self.facts, self._spare()
        support, front = (facts.of_kind(kind, facts.staffed) for kind in ("support", "front"))
        most = support - spare
        if support < _TWO or spare < 1:
            return
        roles = [r for r in facts.staffed if facts.kind(r) == "support"]
        first = max(roles, key=lambda r: facts.staffed[r] - facts.usually[r])
        seat = max(facts.seats_of[first], key=lambda s: s.headcount)
        evidence = Evidence(
            post=seat.id, role=first, roles=tuple(roles), figure=support, low=front, high=most
        )
        repair = self.repairs.retrain(seat, min(spare, seat.headcount))
        yield facts.finding("too_many_support", evidence, repair)
