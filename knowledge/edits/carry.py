"""Carrying edits over to another plan, when the brief below an edited plan changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from knowledge.edits.apply import apply_one
from knowledge.edits.checks import why_not
from knowledge.edits.edit import Edit
from knowledge.edits.tree import Tree, number_of, renumbered

if TYPE_CHECKING:
    from knowledge.planned import Plan


def carry(edits: Sequence[Edit], old: Plan, new: Plan) -> tuple[tuple[Edit, ...], tuple[Edit, ...]]:
    """Carry a log over from one plan to another: the edits that still fit, and those that do not.

    A post of the plan as it was made is recognised again by its role and its place among the posts
    of that role; posts that edits made keep the ids that follow from the log that is left.

    Args:
        edits: The log.
        old: The plan it was written for, with its edits or without.
        new: The plan of the changed brief, without edits.
    """
    known = _recognised(old.base, new.base)
    tree = Tree.of_plan(new)
    numbers: dict[int, int] = {}
    kept: list[Edit] = []
    dropped: list[Edit] = []
    for number, edit in enumerate(edits, 1):
        moved = _translated(edit, known, numbers)
        if moved is not None and _fits(tree, moved, len(kept) + 1):
            kept.append(moved)
            numbers[number] = len(kept)
        else:
            dropped.append(edit)
    return tuple(kept), tuple(dropped)


def _fits(tree: Tree, edit: Edit, number: int) -> bool:
    """Apply an edit if it can be; one that is fulfilled already fits as well."""
    refused = why_not(tree, edit)
    return refused.code == "unchanged" if refused else apply_one(tree, edit, number)


def _recognised(old: Sequence[str], new: Sequence[str]) -> Mapping[str, str]:
    """Map the ids of base posts, whose roles are given in order, to those of the other plan."""
    places = {key: f"p{i}" for i, key in enumerate(_ordinals(new), 1)}
    found = ((f"p{i}", places.get(key)) for i, key in enumerate(_ordinals(old), 1))
    return {post: place for post, place in found if place}


def _ordinals(roles: Sequence[str]) -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    found = []
    for role in roles:
        counts[role] = counts.get(role, 0) + 1
        found.append((role, counts[role]))
    return found


def _translated(edit: Edit, known: Mapping[str, str], numbers: Mapping[int, int]) -> Edit | None:
    """Say an edit in the ids of the other plan; None if a post it names is not there."""
    found: dict[str, Any] = {}
    for name in ("post", "under", "into"):
        post: str | None = getattr(edit, name, None)
        if post is not None:
            number = number_of(post)
            new = renumbered(post, numbers.get(number)) if number else known.get(post)
            if new is None:
                return None
            found[name] = new
    return replace(edit, **found)
