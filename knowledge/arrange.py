"""Arrangement: from the counts of roles to one tree of boxes.

Leading roles stand in ranks and are dealt evenly to the rank above; everybody else goes to the
nearest staffed role up the role's reporting line, dealt so that teams differ by at most one;
support people stand under the head, or in units led by their first member.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from knowledge.model import Role
from knowledge.programme import Channel, Line, Unit

PAIR = 2  # people; of two, neither needs to lead the other
TOP_RANKS = 2  # the first two ranks of every channel stand above the divisions


@dataclass(slots=True, eq=False)
class Box:
    """A box of the chart while it is being drawn up; `unit_lead` marks a support unit's leader."""

    role: str
    headcount: int
    parent: Box | None
    unit_lead: bool = False
    children: list[Box] = field(default_factory=list)

    def walk(self) -> Iterator[Box]:
        """Go through this box and everything below it, top down."""
        stack = [self]
        while stack:
            box = stack.pop()
            yield box
            stack.extend(reversed(box.children))


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


def deal(count: int, places: int, start: int = 0) -> list[int]:
    """Deal `count` people to places as evenly as can be, the extra ones from `start` on."""
    each, extra = divmod(count, places)
    return [each + ((i - start) % places < extra) for i in range(places)]


def spread(count: int, places: int, start: int = 0) -> list[int]:
    """Deal `count` posts to places as evenly as can be, the extra ones far from each other."""
    each, extra = divmod(count, places)
    turned = [(i - start) % places for i in range(places)]
    return [each + (i + 1) * extra // places - i * extra // places for i in turned]


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
        self._place_support([r for r in others if self.lines[r].kind == "support"])
        for head in self.division_heads():
            self._relieve(head)
        return root

    def _place_ranks(self) -> Box:
        top = self.ranks[0]
        root = Box(top, 1, None)
        self.boxes[top] = [root, *(self._box(top, root) for _ in range(self.counts[top] - 1))]
        for above, role in pairwise(self.ranks):
            count = self.counts[role]
            parents = self._parents_of_rank(above, role, count)
            self.boxes[role] = [self._box(role, parent) for parent in parents]
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
            self.boxes[role] = [self._box(role, box) for box, share in shares for _ in range(share)]
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
            for role, count in Counter(people[begin : begin + share]).items():
                self._box(role, parent, count)
            begin += share

    def _place_boxes(self, role: str, shares: Iterable[tuple[Box, int]]) -> None:
        for parent, share in shares:
            if share:
                self._box(role, parent, share)

    def _place_support(self, support: Sequence[str]) -> None:
        heads = self.division_heads()
        start, shared = 0, {id(head): dict[str, int]() for head in heads}
        for role in support:
            for head, share in zip(heads, deal(self.counts[role], len(heads), start), strict=True):
                if share:
                    shared[id(head)][role] = share
            start = (start + self.counts[role]) % len(heads)
        for head in heads:
            self._place_support_of(head, shared[id(head)])

    def _place_support_of(self, head: Box, people: Mapping[str, int]) -> None:
        if sum(people.values()) <= self.channel.support_alone:
            for role, count in people.items():
                self._box(role, head, count)
            return
        placed: set[str] = set()
        for unit in self.units:
            if unit.support:
                members = [r for r in unit.roles if r in people for _ in range(people[r])]
                self._place_unit(members, head)
                placed.update(unit.roles)
        for role, count in people.items():
            if role not in placed:
                self._box(role, head, count)

    def _place_unit(self, members: list[str], head: Box) -> None:
        """Put a support unit under its first member, in sub-units where it is too large."""
        if len(members) <= PAIR and not head.unit_lead:
            self._place_alone(members, head)
            return
        lead, rest = self._box(members[0], head), members[1:]
        lead.unit_lead = bool(rest)
        limit = self.channel.head_reports[1]
        if len(rest) > limit:
            parts = min(limit, max(2, -(-len(rest) // (limit + 1))))
            begin = 0
            for share in deal(len(rest), parts):
                self._place_unit(rest[begin : begin + share], lead)
                begin += share
            return
        self._place_alone(rest, lead)

    def _place_alone(self, members: Sequence[str], head: Box) -> None:
        for role, count in Counter(members).items():
            self._box(role, head, count)

    def _relieve(self, head: Box) -> None:
        """Take reports off a head who leads too many: first single people, then second leaders."""
        for unit in self.units:
            if self._is_overloaded(head):
                alone = [b for b in head.children if b.role in unit.roles and not b.children]
                self._gather(alone, head)
        for role in self.counts:
            leaders = [b for b in head.children if b.role == role and b.children]
            if self._is_overloaded(head) and len(leaders) > 1 and role not in self.ranks:
                self._nest(leaders)

    def _is_overloaded(self, head: Box) -> bool:
        return sum(child.headcount for child in head.children) > self.channel.head_reports[1]

    def _gather(self, alone: list[Box], head: Box) -> None:
        """Put single people of one unit under its first member."""
        if len(alone) > 1:
            head.children = [box for box in head.children if box not in alone]
            self._place_unit([box.role for box in alone for _ in range(box.headcount)], head)

    def _nest(self, leaders: list[Box]) -> None:
        """Let the first of several leaders of a trade lead the others as well."""
        first, *others = leaders
        for box in others:
            if box.parent:
                box.parent.children.remove(box)
            box.parent = first
        first.children.extend(others)

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

    def _box(self, role: str, parent: Box, headcount: int = 1) -> Box:
        box = Box(role, headcount, parent)
        parent.children.append(box)
        return box
