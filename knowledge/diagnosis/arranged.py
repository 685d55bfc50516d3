"""Putting people into a team under the usual superiors, shared out evenly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.boxes import deal
from knowledge.brief import Brief
from knowledge.diagnosis.team import Seat, Team
from knowledge.knowledge import Knowledge
from knowledge.model import STAGES, Stage
from knowledge.plan import plan

HEAD = "head"  # the id of a seat that is added because nobody is head


def variants_for(knowledge: Knowledge, channel: str, roles: Sequence[str]) -> tuple[str, ...]:
    """Say which ways of working the front-line roles of a team tell of, sorted."""
    found: dict[str, str] = {}
    lines = knowledge.channels[channel].lines
    for role in roles:
        own = [line for line in lines if line.role == role and line.kind == "front"]
        if own and all(line.only_with for line in own):
            variant = knowledge.variants[own[0].only_with[0]]
            found.setdefault(variant.group, variant.id)
    return tuple(sorted(found.values()))


def brief_for(
    knowledge: Knowledge, channel: str, stage: Stage | None, people: int, roles: Sequence[str]
) -> Brief:
    """Make the brief of a team of so many people [people].

    Raises:
        ValueError: If a plan cannot have so many.
    """
    proposed = knowledge.channels[channel].stage_for(people)
    variants = variants_for(knowledge, channel, roles)
    return Brief(channel, stage or proposed, stage is None, people, people, variants)


def arranged(
    knowledge: Knowledge, channel: str, stage: Stage | None, seats: Sequence[Seat], head: str | None
) -> Team:
    """Arrange seats of which nobody said who reports to whom; `head` is the seat of whoever leads.

    Raises:
        ValueError: If there are no seats, more people than a plan can have, or no such stage.
    """
    if stage is not None and stage not in STAGES:
        raise ValueError(stage)
    return _Arranging(knowledge, channel, stage, seats).team(head)


class _Arranging:
    def __init__(
        self, knowledge: Knowledge, channel: str, stage: Stage | None, seats: Sequence[Seat]
    ) -> None:
        self.knowledge, self.channel = knowledge, knowledge.channels[channel]
        self.stage, self.seats = stage, list(seats)
        self.leading = {x.role for x in self.channel.lines if x.kind == "lead"}
        self.leading.update(self.channel.ranks)
        self.placed: dict[str, list[Seat]] = {}
        self.starts: defaultdict[str, int] = defaultdict(int)

    def team(self, head: str | None) -> Team:
        first = self._head(head)
        brief = self._brief()
        if first.role is None and first.id != HEAD and head is not None:
            first = self._with_role(first, brief)
        elif first.role is None:
            first = replace(first, role=self._role_above(brief))
        self.seats = [first, *(s for s in self.seats if s.id != first.id)]
        is_vacant = first.id == HEAD
        return Team(brief, tuple(self._placed(first)), first.id, is_vacant, are_lines_known=False)

    def _brief(self) -> Brief:
        people = sum(seat.headcount for seat in self.seats)
        roles = [seat.role for seat in self.seats if seat.role]
        return brief_for(self.knowledge, self.channel.id, self.stage, people, roles)

    def _head(self, head: str | None) -> Seat:
        """Find the head: whoever is said to be, the highest leader if there is one, else nobody."""
        named = next((s for s in self.seats if s.id == head), None)
        found = named or self._highest() or (self.seats[0] if self._is_alone() else None)
        if found is None:
            found = Seat(HEAD, "", None, 1, None, "", (), ())
            self.seats.insert(0, found)
        return found

    def _is_alone(self) -> bool:
        return len(self.seats) == 1 and self.seats[0].headcount == 1

    def _highest(self) -> Seat | None:
        """Give the only post of the highest leading role."""
        order = [*self.channel.ranks, *sorted(self.leading.difference(self.channel.ranks))]
        led = [seat for seat in self.seats if seat.role in self.leading]
        top = min(led, key=lambda s: order.index(s.role or ""), default=None)
        if top is None or top.headcount > 1:
            return None
        is_top = top.role in self.channel.ranks or len(led) == 1
        return top if is_top and sum(s.role == top.role for s in led) == 1 else None

    def _with_role(self, seat: Seat, brief: Brief) -> Seat:
        return replace(seat, role=self._role_above(brief))

    def _role_above(self, brief: Brief) -> str:
        """Name the role of a head without a title: the usual one, above all that are staffed."""
        usual = plan(self.knowledge, brief).posts[0].role
        ranks = self.channel.ranks
        staffed = [ranks.index(s.role) for s in self.seats if s.role in ranks]
        highest = min(staffed, default=len(ranks))
        return usual if ranks.index(usual) < highest else ranks[max(0, highest - 1)]

    def _placed(self, head: Seat) -> Iterator[Seat]:
        """Give all seats with their superiors, leaders first."""
        self.placed = {head.role or HEAD: [head]}
        yield head
        others = [seat for seat in self.seats if seat is not head]
        for seat in sorted(others, key=self._rank):
            parts = [*self._parts(seat, head)]
            if seat.role in self.leading:
                self.placed.setdefault(seat.role or "", []).extend(parts)
            yield from parts

    def _rank(self, seat: Seat) -> int:
        """Order leaders from the top down by how many superiors their role has, then the rest."""
        if seat.role not in self.leading:
            return len(self.knowledge.roles)
        depth, above = 0, self.knowledge.roles[seat.role or ""].reports_to
        while above:
            depth, above = depth + 1, self.knowledge.roles[above].reports_to
        return depth

    def _parts(self, seat: Seat, head: Seat) -> Iterator[Seat]:
        """Deal the people of a seat to their superiors; leaders each get a seat of their own."""
        superiors = self._superiors(seat, head)
        key = superiors[0].id
        shares = deal(seat.headcount, len(superiors), self.starts[key])
        self.starts[key] = (self.starts[key] + seat.headcount) % len(superiors)
        names, number = seat.names, 0
        for superior, share in zip(superiors, shares, strict=True):
            each = 1 if seat.role in self.leading else share
            for _ in range(share // each if each else 0):
                number += 1
                name = seat.id if number == 1 else f"{seat.id}-{number}"
                part, names = names[:each], names[each:]
                yield replace(seat, id=name, headcount=each, reports_to=superior.id, names=part)

    def _superiors(self, seat: Seat, head: Seat) -> list[Seat]:
        roles = self.knowledge.roles
        above = roles[seat.role].reports_to if seat.role else None
        while above:
            if above in self.placed:
                return self.placed[above]
            above = roles[above].reports_to
        return [head]
