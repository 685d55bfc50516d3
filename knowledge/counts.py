"""Head-counts of roles: what the staffing lines say, and what the user's edits made of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.brief import Brief
from knowledge.edits.edit import Add, Edit, Resize, Split
from knowledge.model import MAX_SIZE, Role
from knowledge.programme import EVERYONE, FRONT_LINE, Line
from knowledge.sequence import Hire

NEXT_HIRES = 5


@dataclass(frozen=True, slots=True)
class RoleCount:
    """How many people [people] of a role there are, and the staffing line that says so.

    `planned` is the number that follows from the line, with `base` people that it counts; after
    edits there may be others. Where nothing was planned the line explains nothing.
    """

    role: str
    people: int
    line: Line | None
    base: int
    planned: int

    @property
    def is_changed(self) -> bool:
        """Whether the user made the number another one than was planned."""
        return self.people != self.planned


def area_of(roles: Mapping[str, Role], brief: Brief, role: str) -> str:
    """Name the part of a company that a role belongs to; empty for what the whole team shares."""
    channel = roles[role].channel
    return channel if brief.parts and channel in brief.channels else ""


class Bases:
    """What staffing lines count in a team: people [people] by role, those of the front line."""

    def __init__(
        self, people: Mapping[str, int], front: Collection[str], area: Callable[[str], str]
    ) -> None:
        self.people, self._front, self.area = people, front, area

    def of(self, line: Line) -> int:
        """Count what a line counts; "everyone" of a company's part are those in that part."""
        return sum(self._count(name, self.area(line.role)) for name in line.of)

    def front(self, role: str) -> int:
        """Count the front line that a role belongs to."""
        return self._count(FRONT_LINE, self.area(role))

    def _count(self, name: str, area: str) -> int:
        if name not in (EVERYONE, FRONT_LINE):
            return self.people.get(name, 0)
        counted = self.people if name == EVERYONE else self._front
        inside = (role for role in counted if not area or self.area(role) == area)
        return sum(self.people.get(role, 0) for role in inside)


def role_counts(
    planned: Mapping[str, int],
    people: Mapping[str, int],
    lines: Mapping[str, Line],
    area: Callable[[str], str],
) -> tuple[RoleCount, ...]:
    """Give each role's count with what its line counts in the finished team.

    Args:
        planned: People per role as the sequence hires them.
        people: People per role as they stand in the tree.
        lines: The staffing line of each role that has one.
        area: The part of a company that a role belongs to, see `area_of`.
    """
    bases = Bases(planned, [role for role in planned if lines[role].kind == "front"], area)
    found = []
    for role in dict.fromkeys((*planned, *people)):
        line, count = lines.get(role), planned.get(role, 0)
        base = bases.of(line) if line and count else 0
        found.append(RoleCount(role, people.get(role, 0), line, base, count))
    return tuple(found)


def hires_needed(size: int, edits: Sequence[Edit]) -> int:
    """Say how much of the hiring sequence [people] a plan of a size [people] with edits needs."""
    return min(MAX_SIZE, size + NEXT_HIRES + sum(map(_most_added, edits)))


def _most_added(edit: Edit) -> int:
    if isinstance(edit, Add | Resize):
        return edit.headcount
    return edit.parts if isinstance(edit, Split) else 0


def next_hires(
    coming: Sequence[Hire], counts: Iterable[RoleCount], people: int
) -> tuple[Hire, ...]:
    """Give the next hires of a team of so many people, leaving out whom the user has already."""
    extra = {count.role: count.people - count.planned for count in counts}
    found: list[Hire] = []
    for hire in coming:
        if extra.get(hire.role, 0) > 0:
            extra[hire.role] -= 1
        elif len(found) < NEXT_HIRES and people + len(found) < MAX_SIZE:
            found.append(hire._replace(size=people + len(found) + 1))
    return tuple(found)


def kept_hires(
    planned: Sequence[Hire], counts: Sequence[RoleCount]
) -> tuple[list[Hire], list[tuple[str, int]]]:
    """Say who of the hires of a plan is in its team after edits, and whom the user added.

    Returns:
        The hires in their order, counted anew, and people [people] per role beside them.
    """
    people = {count.role: count.people for count in counts}
    kept = [hire for hire in planned if hire.held < people.get(hire.role, 0)]
    added = [(c.role, c.people - c.planned) for c in counts if c.people > c.planned]
    return [hire._replace(size=i) for i, hire in enumerate(kept, 1)], added
