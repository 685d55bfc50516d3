"""Repairs: edits of the plan that a team is kept as, one way to mend each kind of finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from knowledge.boxes import deal
from knowledge.diagnosis.facts import Facts
from knowledge.diagnosis.finding import Repair
from knowledge.diagnosis.team import Seat
from knowledge.edits.edit import Add, Duties, Edit, Merge, Move, Remove, Resize, Split, Staff

_PAIR = 2  # people, of whom neither needs to lead the other
DONE = Repair(())  # the plan that the team is kept as has it mended already


class Repairs:
    """Makes repairs for one team; an edit names a post that an earlier one makes by its number."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.made = len(facts.team.brief.edits)

    def superior_for(self, role: str) -> Seat:
        """Find who should lead a role: the staffed superior with the fewest reports, or head.

        Support people work for the whole team, so of several superiors none gets them.
        """
        roles, facts = self.facts.knowledge.roles, self.facts
        is_shared = facts.kind(role) == "support"
        above = roles[role].reports_to
        while above:
            single = [s for s in facts.seats_of.get(above, ()) if s.headcount == 1]
            if single and not (is_shared and len(single) > 1):
                return min(single, key=facts.reports)
            above = roles[above].reports_to
        return facts.head

    def hire(self, role: str, headcount: int = 1) -> Repair:
        """Hire people of a role; a leading one takes over the people it should lead."""
        under = self.superior_for(role)
        if self.facts.kind(role) == "lead" and headcount == 1:
            return self.lead_in(role, under, 1)
        return Repair((Add(role, under.id, headcount),))

    def hire_enough(self, role: str) -> Repair:
        """Hire as few people of a role as the highest ratio of the sources allows."""
        facts, line = self.facts, self.facts.lines.get(role)
        if line is None or line.kind == "lead" or not line.high or not line.one_per:
            return self.hire(role)
        least = ceil(facts.base(line) / line.high)
        return self.hire(role, max(1, min(least, facts.usually[role])))

    def lead_in(self, role: str, under: Seat, leads: int) -> Repair:
        """Put leaders of a role between a superior and the people whom that role usually leads."""
        roles = self.facts.knowledge.roles
        leaves = [
            seat
            for seat in self.facts.children.get(under.id, ())
            if seat.role and not self.facts.leads(seat) and roles[seat.role].reports_to == role
        ]
        return self.led(role, under, leads, leaves)

    def led(
        self, role: str, under: Seat, leads: int, leaves: Sequence[Seat], done: int = 0
    ) -> Repair:
        """Put new leaders of a role below a superior and deal seats to them.

        Args:
            role: The role of the leaders.
            under: Their superior.
            leads: How many there are to be [people].
            leaves: The seats that they are to lead.
            done: How many edits of the same repair go before.
        """
        adds: list[Edit] = [Add(role, under.id, 1) for _ in range(leads)]
        ids = [f"e{self.made + done + number}" for number in range(1, leads + 1)]
        total = sum(seat.headcount for seat in leaves)
        return Repair((*adds, *_dealt(leaves, zip(ids, deal(total, leads), strict=True))))

    def grow(self, role: str, people: int) -> Repair:
        """Add people to a role: to its largest seat that leads nobody, else in a new one."""
        leaves = [s for s in self.facts.seats_of.get(role, ()) if not self.facts.leads(s)]
        seat = max(leaves, key=lambda s: s.headcount, default=None)
        if seat is None or seat is self.facts.head:
            return self.hire(role, people)
        return Repair((Resize(seat.id, seat.headcount + people),))

    def hand_over(self, seat: Seat, functions: Iterable[str], to: Seat | None = None) -> Repair:
        """Take duties from a seat, and give them to another if the role there does not say so."""
        gone = set(functions)
        kept = tuple(d for d in seat.duties if d not in gone)
        edits: list[Edit] = [Duties(seat.id, kept)] if kept != seat.duties else []
        if to is not None and to is not seat:
            more = [f for f in seat.duties if f in gone and f not in to.duties]
            edits.append(Duties(to.id, (*to.duties, *more)))
        return Repair(tuple(edits))

    def hire_for(self, role: str, seats: Iterable[Seat], function: str) -> Repair:
        """Hire the role that a function belongs to, and take it from those who do it beside."""
        hired = self.hire(role)
        given = [edit for seat in seats for edit in self.hand_over(seat, (function,)).edits]
        return Repair((*hired.edits, *given))

    def retrain(self, seat: Seat, people: int) -> Repair | None:
        """Let people of a seat that leads nobody do what the team has too few people for."""
        facts = self.facts
        if facts.leads(seat) or seat is facts.head:
            return None
        role = self._short_of(seat.role)
        if role is None:
            return None
        targets = [s for s in facts.seats_of.get(role, ()) if not facts.leads(s)]
        target = max(targets, key=lambda s: s.headcount, default=None)
        if people >= seat.headcount and target and target is not facts.head:
            return Repair((Merge(seat.id, target.id),))
        more = self.grow(role, people)
        return Repair((*more.edits, *_fewer(seat, people)))

    def retrain_all(self, seats: Sequence[Seat]) -> Repair | None:
        """Let all people of seats that lead nobody do what the team has too few people for."""
        facts = self.facts
        free = [s for s in seats if not facts.leads(s) and s is not facts.head]
        gone = {seat.role for seat in free}
        front = [r for r in facts.usually if facts.kind(r) == "front" and r not in gone]
        role = max(front, key=lambda r: facts.usually[r] - facts.staffed[r], default=None)
        if role is None or not free:
            return None
        into = [s for s in facts.seats_of.get(role, ()) if not facts.leads(s)]
        if into and into[0] is not facts.head:
            return Repair(tuple(Merge(seat.id, into[0].id) for seat in free))
        people = sum(seat.headcount for seat in free)
        return Repair((*self.hire(role, people).edits, *(Remove(seat.id) for seat in free)))

    def _short_of(self, but: str | None) -> str | None:
        """Name the role that the team is most short of, else its largest front-line role."""
        facts = self.facts
        front = [r for r in facts.usually if facts.kind(r) == "front" and r != but]
        return max(front, key=lambda r: facts.usually[r] - facts.staffed[r], default=None)

    def moved(self, seat: Seat, under: str) -> Repair:
        """Let a seat report to another one."""
        return Repair((Move(seat.id, under, None),))

    def fold_up(self, seat: Seat, into: Seat | None) -> Repair | None:
        """Take a leader out of the line: the people go to `into` or the superior, who stays on.

        The leader goes on as one of the people led, where there are any who lead nobody.
        """
        facts = self.facts
        if seat is facts.head or not seat.reports_to:
            return None
        leaves = [s for s in facts.children.get(seat.id, ()) if not facts.leads(s)]
        leaf = max(leaves, key=lambda s: s.headcount, default=None)
        gone: Edit = Merge(seat.id, into.id) if into else Remove(seat.id)
        return Repair((gone, Resize(leaf.id, leaf.headcount + 1)) if leaf else (gone,))

    def split(self, seat: Seat, most: int) -> Repair | None:
        """Divide a team among so many leaders that none has more than `most` reports [people]."""
        parts = -(-self.facts.reports(seat) // most)
        if seat is not self.facts.head:
            return Repair((Split(seat.id, parts),))
        return self._layer(seat, most) or self._gather(seat)

    def _gather(self, head: Seat) -> Repair | None:
        """Let one support person lead the others."""
        below = self.facts.children.get(head.id, ())
        support = [s for s in below if self.facts.kind(s.role) == "support"]
        lead = next((s for s in support if s.headcount == 1), None)
        others = [s for s in support if s is not lead and not self.facts.leads(s)]
        if lead is None or not others:
            return None
        return Repair(tuple(Move(seat.id, lead.id, None) for seat in others))

    def _layer(self, head: Seat, most: int) -> Repair | None:
        """Put leaders between the head and the largest roles there, until the head has few enough.

        Support people are led by one of their own.
        """
        left, edits = self.facts.reports(head), list[Edit]()
        groups: dict[str, list[Seat]] = {}
        for child in self.facts.children.get(head.id, ()):
            groups.setdefault(child.role or "", []).append(child)
        sizes = {role: sum(s.headcount for s in seats) for role, seats in groups.items() if role}
        for role in sorted(sizes, key=lambda r: -sizes[r]):
            if left <= most or sizes[role] <= _PAIR:
                break
            above = self._leader_of(role, head)
            line = self.facts.lines.get(above)
            leads = -(-sizes[role] // (line.reports[1] if line and line.reports else most))
            edits += self.led(above, head, leads, groups[role], len(edits)).edits
            left += leads - sizes[role]
        return Repair(tuple(edits)) if edits and left <= most else None

    def _leader_of(self, role: str, head: Seat) -> str:
        """Name the role that leads people of a role below a head: their own in support."""
        above = self.facts.knowledge.roles[role].reports_to
        is_own = self.facts.kind(role) == "support" or above in (None, head.role)
        return role if is_own else above or role


def _fewer(seat: Seat, people: int) -> tuple[Edit, ...]:
    """Take people out of a seat, unnamed ones first; all of them means the seat goes."""
    left = seat.headcount - people
    if left < 1:
        return (Remove(seat.id),)
    named: tuple[Edit, ...] = (Staff(seat.id, seat.names[:left]),) if len(seat.names) > left else ()
    return (*named, Resize(seat.id, left))


def _dealt(leaves: Sequence[Seat], shares: Iterable[tuple[str, int]]) -> Iterator[Edit]:
    """Move the people of seats to new superiors (id and people), whole seats where they fit."""
    waiting = [(seat, seat.headcount) for seat in leaves]
    for under, share in shares:
        left = share
        while left and waiting:
            seat, people = waiting.pop(0)
            taken = min(left, people)
            left -= taken
            if taken < people:
                waiting.insert(0, (seat, people - taken))
                yield Move(seat.id, under, taken)
            else:
                yield Move(seat.id, under, None)
