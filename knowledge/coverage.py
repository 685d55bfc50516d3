"""Coverage: which role owns each function, and which one post is accountable for it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from knowledge.boxes import Box
from knowledge.brief import Brief
from knowledge.knowledge import Knowledge
from knowledge.model import STAGES, Function, Role, Stage
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
    return _counted(knowledge, brief.channel, brief.stage, brief.variants)


@lru_cache(maxsize=256)
def _counted(
    knowledge: Knowledge, channel: str, stage: Stage, variants: tuple[str, ...]
) -> tuple[Function, ...]:
    reached = STAGES[: STAGES.index(stage) + 1]
    return tuple(
        f
        for f in knowledge.functions.values()
        if f.channel == channel
        and f.needed_from in reached
        and applies(f.only_with, f.not_with, variants)
    )


def cover(
    functions: Sequence[Function],
    roles: Mapping[str, Role],
    boxes: Sequence[Box],
    taken_on: Mapping[str, Box],
) -> tuple[Covered, ...]:
    """Find the accountable box of each function in a tree, whose boxes are given top down.

    `taken_on` are boxes that take on a function beside their role; one that it belongs to by its
    role goes first.
    """
    accountable = _accountable(boxes)
    found = (_covered(function, roles, boxes[0], accountable) for function in functions)
    return tuple(_taken_on(item, taken_on.get(item.function.id)) for item in found)


def _taken_on(item: Covered, box: Box | None) -> Covered:
    if box is None or not item.hat:
        return item
    return Covered(item.function, box.role, box, hat=True)


def _covered(
    function: Function, roles: Mapping[str, Role], root: Box, accountable: Mapping[str, Box]
) -> Covered:
    role = owner(function, roles, accountable, root.role)
    hat = function.id not in roles[role].functions
    return Covered(function, role, accountable.get(role, root), hat)


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
