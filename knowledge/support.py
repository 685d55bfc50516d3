"""Support people: alone under the head, or in units led by their first member."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from knowledge.boxes import Box, deal
from knowledge.programme import Channel, Unit

PAIR = 2  # people; of two, neither needs to lead the other


class Support:
    """Places the support people of a head, and takes reports off a head who leads too many.

    `leads` are roles that lead their unit also where it has but two people.
    """

    def __init__(
        self, channel: Channel, units: Sequence[Unit], leads: Collection[str] = ()
    ) -> None:
        self.units, self.leads = units, leads
        self.alone = channel.support_alone
        self.limit = channel.head_reports[1]

    def share(self, counts: Mapping[str, int], heads: Sequence[Box]) -> None:
        """Deal support people (count by role) to the heads of divisions and place them."""
        start, shared = 0, [dict[str, int]() for _ in heads]
        for role, count in counts.items():
            for people, part in zip(shared, deal(count, len(heads), start), strict=True):
                if part:
                    people[role] = part
            start = (start + count) % len(heads)
        for head, people in zip(heads, shared, strict=True):
            self.place(people, head)

    def place(self, people: Mapping[str, int], head: Box) -> None:
        """Put people (count by role) under one head, in units where there are many."""
        units = [unit for unit in self.units if unit.support]
        if sum(people.values()) <= self.alone:
            units = []
        for unit in units:
            members = [r for r in unit.roles if r in people for _ in range(people[r])]
            self._place_unit(members, head)
        placed = {role for unit in units for role in unit.roles}
        head.add_each([r for r, count in people.items() if r not in placed for _ in range(count)])

    def _place_unit(self, members: list[str], head: Box) -> None:
        """Put a unit under its first member, in sub-units where it is too large."""
        if len(members) <= PAIR and not head.unit_lead and not self._leads(members):
            head.add_each(members)
            return
        lead, rest = head.add(members[0]), members[1:]
        lead.unit_lead = bool(rest)
        if len(rest) <= self.limit:
            lead.add_each(rest)
            return
        parts = min(self.limit, max(2, -(-len(rest) // (self.limit + 1))))
        begin = 0
        for part in deal(len(rest), parts):
            self._place_unit(rest[begin : begin + part], lead)
            begin += part

    def _leads(self, members: Sequence[str]) -> bool:
        """Tell whether the first of some people has a leading role, so leads also a single one."""
        return len(members) > 1 and members[0] in self.leads

    def relieve(self, head: Box, trades: Iterable[str]) -> None:
        """Take reports off a head who leads too many.

        Args:
            head: The head.
            trades: Roles several of which may lead teams below the head, without the ranks.
        """
        for unit in self.units:
            if not self._is_overloaded(head):
                return
            alone = [b for b in head.children if b.role in unit.roles and not b.children]
            self._gather(alone, head)
        for role in trades:
            leaders = [b for b in head.children if b.role == role and b.children]
            if self._is_overloaded(head) and len(leaders) > 1:
                _nest(leaders, head)

    def _is_overloaded(self, head: Box) -> bool:
        return sum(child.headcount for child in head.children) > self.limit

    def _gather(self, alone: list[Box], head: Box) -> None:
        """Put single people of one unit under its first member."""
        if len(alone) > 1:
            head.children = [box for box in head.children if box not in alone]
            self._place_unit([box.role for box in alone for _ in range(box.headcount)], head)


def _nest(leaders: list[Box], head: Box) -> None:
    """Let the first of several leaders of a trade lead the others as well."""
    first, *others = leaders
    head.children = [box for box in head.children if box not in others]
    for box in others:
        box.parent = first
    first.children.extend(others)
