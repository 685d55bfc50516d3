"""Findings about functions that nobody does, or somebody beside another job."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from knowledge.diagnosis.facts import Facts
from knowledge.diagnosis.finding import Evidence, Finding, Repair
from knowledge.diagnosis.repairs import Repairs
from knowledge.model import Function
from knowledge.thresholds import first_hire


def findings(facts: Facts, repairs: Repairs) -> Iterator[Finding]:
    """Look for functions that a team of this size has somebody for."""
    yield from _Gaps(facts, repairs).findings()


class _Gaps:
    """Functions that nobody does although a team of this size has somebody for them."""

    def __init__(self, facts: Facts, repairs: Repairs) -> None:
        self.facts, self.repairs = facts, repairs
        self.missing: dict[str, list[str]] = defaultdict(list)  # functions by their usual role
        self.beside: dict[str, list[str]] = defaultdict(list)
        for function, role in facts.usual_owner.items():
            if function in facts.functions and not facts.owners.get(function):
                taken = facts.takers.get(function)
                rule = "beside_job" if taken else "missing_function"
                if self._is_due(role, facts.limit(rule)):
                    (self.beside if taken else self.missing)[role].append(function)

    def _is_due(self, role: str, percent: int) -> bool:
        """Tell whether a role is due in a team so much smaller [%] already.

        A leading role is not, while one above it leads: whether that is too much, spans tell.
        """
        facts, brief = self.facts, self.facts.team.brief
        if facts.kind(role) == "lead" and self._is_led(role):
            return False
        size = first_hire(facts.knowledge, brief, role)
        return size is not None and 100 * size <= (100 - percent) * facts.people

    def _is_led(self, role: str) -> bool:
        roles, facts = self.facts.knowledge.roles, self.facts
        if facts.head.role is None or facts.head.role in facts.channel.ranks:
            return True
        above = roles[role].reports_to
        while above and above not in facts.seats_of:
            above = roles[above].reports_to
        return above is not None and roles[above].channel == facts.channel.id

    def findings(self) -> Iterator[Finding]:
        for role, functions in self.missing.items():
            yield self._missing(role, functions)
            if sources := self._sources(functions):
                evidence = Evidence(role=role, roles=sources, functions=tuple(functions))
                repair = self.repairs.hire_enough(role)
                yield self.facts.finding("handoff_to_nobody", evidence, repair)
        for role, functions in self.beside.items():
            yield self._beside(role, functions)

    def _missing(self, role: str, functions: list[str]) -> Finding:
        facts = self.facts
        people = facts.usually[role]
        is_core = facts.kind(role) == "front" and not facts.staffed[role]
        share = 100 * people // facts.people
        return facts.finding(
            "missing_function",
            Evidence(role=role, functions=tuple(functions), figure=people),
            self.repairs.hire_enough(role),
            is_worse=is_core and share >= (facts.rule("missing_function").worse or 0),
        )

    def _sources(self, functions: list[str]) -> tuple[str, ...]:
        """List the staffed roles whose own work goes on to one of these functions."""
        facts = self.facts
        found = (
            seat.role
            for f in facts.functions.values()
            if self._ends_here(f, functions)
            for seat in facts.owners.get(f.id, ())
            if seat.role
        )
        return tuple(dict.fromkeys(found))

    def _ends_here(self, function: Function, missing: list[str]) -> bool:
        """Tell whether everything that a function goes on to in this team is missing."""
        targets = [t for t in function.handoff_to if t in self.facts.functions]
        return any(t in missing for t in targets) and not any(map(self._is_done, targets))

    def _is_done(self, function: str) -> bool:
        return all(function not in functions for functions in self.missing.values())

    def _beside(self, role: str, functions: list[str]) -> Finding:
        takers = [seat for f in functions for seat in self.facts.takers[f]]
        first = takers[0]
        evidence = Evidence(
            post=first.id, role=role, functions=tuple(functions), figure=self.facts.usually[role]
        )
        hired = self.repairs.hire(role)
        given = [
            edit
            for seat in {seat.id: seat for seat in takers}.values()
            for edit in self.repairs.hand_over(seat, functions).edits
        ]
        repair = Repair((*hired.edits, *given))
        return self.facts.finding("beside_job", evidence, repair)
