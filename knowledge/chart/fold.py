"""Equal boxes become one box with a number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from knowledge.chart.model import Node


def fold_leaves(root: Node) -> Node:
    """Fold people of one role under one leader, wherever they stand among their peers."""
    if not root.children:
        return root
    below: dict[object, list[Node]] = {}
    for child in root.children:
        same = (child.role, child.title, child.note, child.department)
        alone = child.is_leader or child.dotted_to or child.is_own
        below.setdefault(child.id if alone else same, []).append(child)
    children = tuple(
        _one(same) if len(same) > 1 else fold_leaves(same[0]) for same in below.values()
    )
    return replace(root, children=children)


def fold_branches(root: Node) -> Node:
    """Fold neighbours whose whole branches are equal but for the names of their units."""
    return replace(root, children=tuple(fold_branches(child) for child in _merged(root.children)))


def _merged(nodes: Sequence[Node]) -> Iterator[Node]:
    for _, same in groupby(nodes, key=_form):
        branches = list(same)
        yield _merge(branches) if len(branches) > 1 else branches[0]


def _form(node: Node) -> object:
    """Describe a branch but for the name at its top."""
    if node.dotted_to or node.is_own:
        return node.id
    return (
        node.role,
        node.count,
        node.is_leader,
        tuple(_form(child) for child in node.children),
    )


def _merge(branches: Sequence[Node]) -> Node:
    first, last = branches[0], branches[-1]
    title = first.title if first.title == last.title else f"{first.title}–{last.title}"
    below = zip(*(branch.children for branch in branches), strict=True)
    return replace(
        first,
        posts=_posts(branches),
        title=title,
        department=title if first.department == first.title else first.department,
        count=sum(branch.count for branch in branches),
        people=sum(branch.people for branch in branches),
        children=tuple(_same_place(nodes) for nodes in below),
    )


def _same_place(nodes: Sequence[Node]) -> Node:
    """Join boxes that stand at one place of equal branches; numbers are those of one branch."""
    below = zip(*(node.children for node in nodes), strict=True)
    children = tuple(_same_place(same) for same in below)
    return replace(nodes[0], posts=_posts(nodes), children=children)


def _one(same: Sequence[Node]) -> Node:
    count = sum(node.count for node in same)
    return replace(same[0], posts=_posts(same), count=count, people=count)


def _posts(nodes: Iterable[Node]) -> tuple[str, ...]:
    return tuple(post for node in nodes for post in node.posts)
