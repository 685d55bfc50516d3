"""Findings about functions that several people, or the wrong ones, do."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.diagnosis.facts import Facts
from knowledge.diagnosis.finding import Evidence, Finding, Repair, joined
from knowledge.diagnosis.repairs import Repairs
from knowledge.diagnosis.rules import Severity
from knowledge.diagnosis.team import Seat
from knowledge.model import SHARED

_TWO = 2


def findings(facts: Facts, repairs: Repairs) -> Iterator[Finding]:
    """Look at who does each function."""
    yield from _Holders(facts, repairs).findings()


class _Holders:
    """Functions that several, or the wrong people, do."""

    def __init__(self, facts: Facts, repairs: Repairs) -> None:
        self.facts, self.repairs = facts, repairs

    def findings(self) -> Iterator[Finding]:
        for function in dict.fromkeys((*self.facts.functions, *self.facts.takers)):
            yield from self._shared(function)
        yield from self._apart()
        for seat in self.facts.team.seats:
            yield from self._misplaced(seat)
        yield from self._conflicts()

    def _shared(self, id: str) -> Iterator[Finding]:
        """Find a function that too many do: scattered without an owner, or doubled."""
        facts, function = self.facts, self.facts.knowledge.functions[id]
        holders = (*facts.owners.get(id, ()), *facts.takers.get(id, ()))
        kinds = {seat.role or seat.id: seat for seat in holders}
        is_owned = function.primary_owner in facts.seats_of
        if len(kinds) >= facts.limit("many_hands") and not is_owned:
            yield self._scattered(id, tuple(kinds.values()))
        elif not function.shareable and self._is_free(id):
            places = {facts.department(seat) for seat in kinds.values()}
            if len(places) >= _TWO:
                yield self._doubled(id, tuple(kinds.values()))

    def _is_free(self, id: str) -> bool:
        """Tell whether somebody does a function beside the job who may; the rest are conflicts."""
        controls = self.facts.knowledge.functions[id].controls
        takers = self.facts.takers.get(id, ())
        return bool(takers) and all(seat.role not in controls for seat in takers)

    def _scattered(self, id: str, seats: tuple[Seat, ...]) -> Finding:
        owner = self.facts.knowledge.functions[id].primary_owner
        return self.facts.finding(
            "many_hands",
            Evidence(
                post=seats[0].id,
                role=owner,
                posts=tuple(seat.id for seat in seats[1:]),
                functions=(id,),
                figure=len(seats),
            ),
            self._gathered(id, owner),
        )

    def _gathered(self, id: str, owner: str) -> Repair:
        """Let one of those who do a function keep it; nobody can where it is part of their jobs."""
        takers, owners = self.facts.takers.get(id, ()), self.facts.owners.get(id, ())
        others = takers if owners else takers[1:]
        if len(owners) > 1 or not others:
            return self.repairs.hire_for(owner, takers, id)
        given = (self.repairs.hand_over(seat, (id,)) for seat in others)
        return joined(given)

    def _doubled(self, id: str, seats: tuple[Seat, ...]) -> Finding:
        """Let the one whose job it is, else the first, keep a function that two do."""
        owners = self.facts.owners.get(id) or self.facts.takers[id]
        others = [seat for seat in self.facts.takers[id] if seat is not owners[0]]
        given = (self.repairs.hand_over(seat, (id,)) for seat in others)
        return self.facts.finding(
            "shared_function",
            Evidence(
                post=others[0].id,
                role=self.facts.knowledge.functions[id].primary_owner,
                posts=tuple(seat.id for seat in seats if seat is not others[0]),
                functions=(id,),
                figure=len(seats),
            ),
            joined(given),
        )

    def _misplaced(self, seat: Seat) -> Iterator[Finding]:
        """Find duties of a seat that belong to another channel than its role; a head may do any."""
        roles, known = self.facts.knowledge.roles, self.facts.knowledge.functions
        if seat is self.facts.head or seat.role is None or not seat.duties:
            return
        channel = roles[seat.role].channel
        wrong = tuple(d for d in seat.duties if known[d].channel != channel)
        if channel == SHARED or not wrong:
            return
        evidence = Evidence(post=seat.id, role=seat.role, functions=wrong, figure=len(wrong))
        repair = self.repairs.hand_over(seat, wrong, self.facts.carrier(wrong[0]))
        yield self.facts.finding("misplaced_duty", evidence, repair)

    def _conflicts(self) -> Iterator[Finding]:
        """Find seats that check their own work; those of one role with the same duties together."""
        groups: dict[tuple[str | None, tuple[str, ...]], list[Seat]] = {}
        for seat in self.facts.team.seats:
            if wrong := self._wrong(seat):
                groups.setdefault((seat.role or seat.id, wrong), []).append(seat)
        for (_, wrong), seats in groups.items():
            yield self._conflict(seats, wrong)

    def _wrong(self, seat: Seat) -> tuple[str, ...]:
        """List duties with which a seat checks its own work, or books its own money."""
        known = self.facts.knowledge.functions
        held = [f for f in known.values() if f.id in seat.duties]
        own = [f.id for f in held if seat.role in f.controls]
        pairs = [f.id for f in held if any(g.primary_owner in f.controls for g in held)]
        return tuple(dict.fromkeys((*own, *pairs)))

    def _conflict(self, seats: list[Seat], wrong: tuple[str, ...]) -> Finding:
        facts, seat = self.facts, seats[0]
        known = facts.knowledge.functions
        is_due = any(f in facts.usual_owner or known[f].channel == SHARED for f in wrong)
        evidence = Evidence(
            post=seat.id,
            role=seat.role,
            posts=tuple(s.id for s in seats[1:]),
            functions=wrong,
            figure=len(wrong),
        )
        is_head = seat is facts.head
        severity: Severity | None = "info"
        if is_due:
            severity = "minor" if is_head else None
        repair = self._separated(seats, wrong)
        return facts.finding("control_conflict", evidence, repair, severity=severity)

    def _separated(self, seats: list[Seat], functions: tuple[str, ...]) -> Repair:
        """Give the first of the functions to whoever's job it is, or to somebody new."""
        function = functions[0]
        if self.facts.owners.get(function):
            given = (self.repairs.hand_over(seat, (function,)) for seat in seats)
            return joined(given)
        owner = self.facts.knowledge.functions[function].primary_owner
        return self.repairs.hire_for(owner, seats, function)

    def _apart(self) -> Iterator[Finding]:
        """Find work that goes on to a part of the team far away, with nobody over both but one."""
        facts = self.facts
        if not facts.team.are_lines_known:
            return
        least = facts.limit("handoff_apart")
        seen: set[tuple[str, str]] = set()
        for function in facts.functions.values():
            for target in function.handoff_to:
                names = function.id, target
                pair = _apart(facts, *names) if target in facts.functions else None
                if pair is None or pair[:2] in seen or pair[2] <= least:
                    continue
                usual = _apart(facts.as_usual, *names)
                if usual is None or usual[2] < pair[2]:
                    seen.add(pair[:2])
                    yield self._far(*names, pair[2])

    def _far(self, one: str, other: str, levels: int) -> Finding:
        facts = self.facts
        a, b = facts.owners[one][0], facts.owners[other][0]
        superior = a.reports_to
        evidence = Evidence(
            post=a.id, role=a.role, posts=(b.id,), functions=(one, other), figure=levels
        )
        repair = None if facts.leads(b) or superior is None else self.repairs.moved(b, superior)
        return facts.finding("handoff_apart", evidence, repair)


def _apart(facts: Facts, one: str, other: str) -> tuple[str, str, int] | None:
    """Give the departments of the owners of two functions, and how many levels are between.

    None unless each function has a single owner's seat, in different departments.
    """
    first, second = facts.owners.get(one, ()), facts.owners.get(other, ())
    if len(first) != 1 or len(second) != 1:
        return None
    a, b = first[0], second[0]
    places = facts.department(a), facts.department(b)
    if places[0] == places[1] or facts.head in (a, b):
        return None
    levels = min(len([*facts.above(a)]), len([*facts.above(b)])) - 1
    return *places, levels
