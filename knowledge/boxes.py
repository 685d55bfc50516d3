"""Boxes of a chart while it is being drawn up, and dealing people to them evenly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Box:
    """A box of the chart while it is being drawn up.

    `unit_lead` marks the leader of a support unit, or the head of a part of a company.
    """

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
            if box.children:
                stack += box.children[::-1]

    def add(self, role: str, headcount: int = 1) -> Box:
        """Put a box of so many people [people] under this one."""
        box = Box(role, headcount, self)
        self.children.append(box)
        return box

    def add_each(self, members: Sequence[str]) -> None:
        """Put people under this box, one box a role."""
        for role, count in Counter(members).items():
            self.add(role, count)


def deal(count: int, places: int, start: int = 0) -> list[int]:
    """Deal `count` people to places as evenly as can be, the extra ones from `start` on."""
    each, extra = divmod(count, places)
    return [each + ((i - start) % places < extra) for i in range(places)]


def spread(count: int, places: int, start: int = 0) -> list[int]:
    """Deal `count` posts to places as evenly as can be, the extra ones far from each other."""
    each, extra = divmod(count, places)
    turned = [(i - start) % places for i in range(places)]
    return [each + (i + 1) * extra // places - i * extra // places for i in turned]
