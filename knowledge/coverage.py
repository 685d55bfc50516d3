"""Coverage: which role owns each function, and which one post is accountable for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.boxes import Box
from knowledge.brief import Brief
from knowledge.model import STAGES, Function, Role
from knowledge.programme import applies


@dataclass(frozen=True, slots=True)
class Covered:
    """A function, the role that owns it, the box accountable for it, and whether it is a hat."""

    function: Function
    role: str
    box: Box
    hat: bool

    @property
    def is_conflict(self) -> bool:
        """Tell whether the accountable post would be controlling its own work."""
        return self.box.role in self.function.controls


def counted(functions: Iterable[Function], brief: Brief) -> tuple[Function, ...]:
    """List the functions somebody must own in a team of this brief."""
    reached = STAGES[: STAGES.index(brief.stage) + 1]
    return tuple(
        f
        for f in functions
        if f.channel == brief.channel
        and f.needed_from in reached
        and applies(f.only_with, f.not_with, brief.variants)
    )


def cover(
    functions: Sequence[Function], roles: Mapping[str, Role], root: Box
) -> tuple[Covered, ...]:
    """Find the accountable box of each function in the tree below `root`."""
    accountable = _accountable(root)
    return tuple(_covered(function, roles, root, accountable) for function in functions)


def _covered(
    function: Function, roles: Mapping[str, Role], root: Box, accountable: Mapping[str, Box]
) -> Covered:
    role: str | None = function.primary_owner
    while role is not None and role not in accountable:
        role = roles[role].covers_before
    owner = role or root.role
    hat = function.id not in roles[owner].functions
    return Covered(function, owner, accountable.get(owner, root), hat)


def _accountable(root: Box) -> dict[str, Box]:
    """Map each staffed role to its only box, or to the nearest common superior of its boxes."""
    paths: dict[str, list[Box]] = {}
    path: list[Box] = []
    for box in root.walk():
        while path and path[-1] is not box.parent:
            path.pop()
        path.append(box)
        known = paths.get(box.role)
        paths[box.role] = path.copy() if known is None else _common(known, path)
    return {role: boxes[-1] for role, boxes in paths.items()}


def _common(one: list[Box], other: list[Box]) -> list[Box]:
    """Give the shared beginning of two paths from the root."""
    length = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a is not b), None)
    return one[: min(len(one), len(other))] if length is None else one[:length]
