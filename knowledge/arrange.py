"""Arrangement: from the counts of roles to one tree of boxes.

Leading roles stand in ranks and are dealt evenly to the rank above; everybody else goes to the
nearest staffed role up the role's reporting line, dealt so that teams differ by at most one;
support people stand under the head, or in units led by their first member.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from knowledge.boxes import Box, deal, spread
from knowledge.model import Role
from knowledge.programme import Channel, Line, Unit
from knowledge.support import Support

TOP_RANKS = 2  # the first two ranks of every channel stand above the divisions


def arrange(
    channel: Channel,
    roles: Mapping[str, Role],
    lines: Mapping[str, Line],
    units: Sequence[Unit],
    counts: Mapping[str, int],
) -> Box:
    """Build the tree of a team.

    Args:
        channel: The channel whose ranks and limits count.
        roles: All roles by id, for the reporting lines.
        lines: The staffing line of each staffed role.
        units: The units that apply to the chosen variants.
        counts: People per role; every count at least 1.
    """
    return _Arrangement(channel, roles, lines, units, counts).build()


class _Arrangement:
    def __init__(
        self,
        channel: Channel,
        roles: Mapping[str, Role],
        lines: Mapping[str, Line],
        units: Sequence[Unit],
        counts: Mapping[str, int],
    ) -> None:
        self.channel, self.roles, self.lines, self.units = channel, roles, lines, units
        self.counts = counts
        self.boxes: dict[str, list[Box]] = {}
        self.starts: dict[int, int] = {}
        self.turns: dict[int, int] = {}
        self.unit_of = {role: i for i, unit in enumerate(units) for role in unit.roles}
        self.ranks = [r for r in channel.ranks if counts.get(r)]

    def build(self) -> Box:
        root = self._place_ranks()
        others = [r for r in self.counts if r not in self.boxes]
        for role in others:
            if self.lines[role].kind == "lead":
                self._place_leads(role)
        self._place_members([r for r in others if self.lines[r].kind == "front"])
        support = Support(self.channel, self.units)
        heads = self.division_heads()
        support.share({r: self.counts[r] for r in others if self.lines[r].kind == "support"}, heads)
        for head in heads:
            support.relieve(head, [role for role in self.counts if role not in self.ranks])
        return root

    def _place_ranks(self) -> Box:
        top = self.ranks[0]
        root = Box(top, 1, None)
        self.boxes[top] = [root, *(root.add(top) for _ in range(self.counts[top] - 1))]
        for above, role in pairwise(self.ranks):
            count = self.counts[role]
            parents = self._parents_of_rank(above, role, count)
            self.boxes[role] = [parent.add(role) for parent in parents]
        return root

    def _parents_of_rank(self, above: str, role: str, count: int) -> list[Box]:
        """Say who leads each post of a rank; an only middle leader takes no more than its span."""
        parents = self.boxes[above]
        span, only = self.lines[above].one_per, parents[0]
        if len(parents) == 1 and only.parent and span and count > span:
            return [only] * span + [only.parent] * (count - span)
        shares = zip(parents, self._spread(role, parents), strict=True)
        return [parent for parent, share in shares for _ in range(share)]

    def _place_leads(self, role: str) -> list[Box]:
        if role not in self.boxes:
            parents = self._superiors(role)
            shares = zip(parents, self._spread(role, parents), strict=True)
            self.boxes[role] = [box.add(role) for box, share in shares for _ in range(share)]
        return self.boxes[role]

    def _spread(self, role: str, parents: list[Box]) -> list[int]:
        """Spread the posts of a leading role, turned on so that no superior gets all the extra."""
        count, start = self.counts[role], self.turns.get(id(parents), 0)
        self.turns[id(parents)] = (start + count) % len(parents)
        return spread(count, len(parents), start)

    def _dealt(self, role: str, parents: list[Box]) -> Iterator[tuple[Box, int]]:
        """Deal the posts of a role, going on where the last role with these parents stopped."""
        count, start = self.counts[role], self.starts.get(id(parents), 0)
        self.starts[id(parents)] = (start + count) % len(parents)
        return zip(parents, deal(count, len(parents), start), strict=True)

    def _place_members(self, members: Sequence[str]) -> None:
        """Put front-line people under their leaders: mixed teams, or one unit after another."""
        together: dict[int, tuple[list[Box], list[str]]] = {}
        for role in members:
            parents = self._superiors(role)
            together.setdefault(id(parents), (parents, []))[1].append(role)
        for parents, roles in together.values():
            if len(parents) > 1 and len({self.unit_of[role] for role in roles}) > 1:
                self._place_by_unit(parents, sorted(roles, key=self.unit_of.__getitem__))
            else:
                for role in roles:
                    self._place_boxes(role, self._dealt(role, parents))

    def _place_by_unit(self, parents: list[Box], roles: Sequence[str]) -> None:
        """Give each leader people of as few units as can be, teams differing by at most one."""
        people = [role for role in roles for _ in range(self.counts[role])]
        begin = 0
        for parent, share in zip(parents, deal(len(people), len(parents)), strict=True):
            parent.add_each(people[begin : begin + share])
            begin += share

    def _place_boxes(self, role: str, shares: Iterable[tuple[Box, int]]) -> None:
        for parent, share in shares:
            if share:
                parent.add(role, share)

    def division_heads(self) -> list[Box]:
        """Give the posts that head a division: the head of the team where there is only one."""
        below = [r for r in self.ranks if r not in self.channel.ranks[:TOP_RANKS]]
        return self.boxes[below[0]] if below[0] != self.ranks[0] else self.boxes[below[0]][:1]

    def _superiors(self, role: str) -> list[Box]:
        above = self.roles[role].reports_to
        while above is not None:
            line = self.lines.get(above)
            if above in self.boxes:
                return self.boxes[above]
            if line is not None and line.kind == "lead" and above in self.counts:
                return self._place_leads(above)
            above = self.roles[above].reports_to
        return self.division_heads()
