"""Head-counts of roles: what the staffing lines say, and what the user's edits made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.edits.edit import Add, Edit, Resize, Split
from knowledge.model import MAX_SIZE
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


def role_counts(
    planned: Mapping[str, int], people: Mapping[str, int], lines: Mapping[str, Line]
) -> tuple[RoleCount, ...]:
    """Give each role's count with what its line counts in the finished team.

    Args:
        planned: People per role as the sequence hires them.
        people: People per role as they stand in the tree.
        lines: The staffing line of each role that has one.
    """
    front = sum(n for role, n in planned.items() if lines[role].kind == "front")
    known = {**planned, FRONT_LINE: front, EVERYONE: sum(planned.values())}
    found = []
    for role in dict.fromkeys((*planned, *people)):
        line, count = lines.get(role), planned.get(role, 0)
        base = sum(known.get(name, 0) for name in line.of) if line and count else 0
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
