"""Coverage: which role owns each function, and which one post is accountable for it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from knowledge.boxes import Box
from knowledge.brief import Brief
from knowledge.knowledge import Knowledge
from knowledge.model import SHARED, STAGES, Function, Role, Stage
from knowledge.programme import applies


class Covered(NamedTuple):
    """A function, the role that owns it, the box accountable for it, and whether it is a hat."""

    function: Function
    role: str
    box: Box
    hat: bool

    @property
    def is_conflict(self) -> bool:
        """Tell whether the accountable post would be controlling its own work."""
        return self.box.role in self.function.controls


def counted(knowledge: Knowledge, brief: Brief) -> tuple[Function, ...]:
    """List the functions somebody must own in a team of this brief, whatever its size."""
    chosen = [(part.channel, part.variants) for part in brief.parts]
    variants = (*chosen, (SHARED, ())) if brief.parts else ((brief.channel, brief.variants),)
    return _counted(knowledge, brief.stage, variants)


@lru_cache(maxsize=256)
def _counted(
    knowledge: Knowledge, stage: Stage, chosen: tuple[tuple[str, tuple[str, ...]], ...]
) -> tuple[Function, ...]:
    reached, variants = STAGES[: STAGES.index(stage) + 1], dict(chosen)
    return tuple(
        f
        for f in knowledge.functions.values()
        if f.channel in variants
        and f.needed_from in reached
        and applies(f.only_with, f.not_with, variants[f.channel])
    )


class Areas:
    """Who may own what: everybody in a team, in a company everybody of the same part.

    The functions that all parts share are owned by the posts that all parts share.
    """

    def __init__(
        self, roles: Mapping[str, Role], parts: Sequence[str], boxes: Sequence[Box]
    ) -> None:
        """Look at all boxes of a tree, given top down."""
        self.roles, self.root = roles, boxes[0]
        self.boxes = _accountable(boxes)
        self.areas = {part: self._area(part) for part in (*parts, SHARED) if parts}

    def _area(self, channel: str) -> tuple[Mapping[str, Box], Box]:
        """Give the roles of a part with their accountable boxes, and the head of the part."""
        own = {r: box for r, box in self.boxes.items() if self.roles[r].channel == channel}
        return own, self.root if channel == SHARED else next(iter(own.values()), self.root)

    def covered(self, function: Function) -> Covered:
        """Find the accountable box of a function."""
        staffed, head = self.areas.get(function.channel, (self.boxes, self.root))
        role = owner(function, self.roles, staffed, head.role)
        hat = function.id not in self.roles[role].functions
        return Covered(function, role, staffed.get(role, head), hat)


def cover(
    functions: Sequence[Function], areas: Areas, taken_on: Mapping[str, Box]
) -> tuple[Covered, ...]:
    """Find the accountable box of each function.

    `taken_on` are boxes that take on a function beside their role; one that it belongs to by its
    role goes first.
    """
    found = (areas.covered(function) for function in functions)
    return tuple(_taken_on(item, taken_on.get(item.function.id)) for item in found)


def _taken_on(item: Covered, box: Box | None) -> Covered:
    if box is None or not item.hat:
        return item
    return Covered(item.function, box.role, box, hat=True)


def owner(function: Function, roles: Mapping[str, Role], staffed: Container[str], head: str) -> str:
    """Name the staffed role that owns a function: the first in its chain of cover, else the head.

    Args:
        function: The function.
        roles: All roles by id, for the chains of cover.
        staffed: The roles that are staffed.
        head: The role of the head of the team.
    """
    role: str | None = function.primary_owner
    while role is not None and role not in staffed:
        role = roles[role].covers_before
    return role or head


def owners(
    functions: Sequence[Function],
    roles: Mapping[str, Role],
    staffed: Sequence[str],
    brief: Brief,
) -> dict[str, str]:
    """Name the owning role of each function in a team of some roles, those at the top first."""
    if not staffed:
        return {}
    parts = brief.channels if brief.parts else ()
    own = {c: [r for r in staffed if roles[r].channel == c] for c in (*parts, SHARED) if parts}
    found = {}
    for function in functions:
        area = own.get(function.channel, staffed)
        top = staffed[0] if function.channel == SHARED else next(iter(area), staffed[0])
        found[function.id] = owner(function, roles, area, top)
    return found


def _accountable(boxes: Iterable[Box]) -> dict[str, Box]:
    """Map each staffed role to its only box, or to the nearest common superior of its boxes."""
    found: dict[str, Box] = {}
    path: list[Box] = []
    for box in boxes:
        while path and path[-1] is not box.parent:
            path.pop()
        path.append(box)
        known = found.get(box.role)
        found[box.role] = box if known is None else _common(known, path)
    return found


def _common(box: Box, path: Sequence[Box]) -> Box:
    """Give the lowest superior of a box, or the box itself, that stands on a path."""
    while box not in path and box.parent:
        box = box.parent
    return box
