"""Applying a log of edits to the tree of a plan.

An edit that does not fit, because what it speaks of is gone or never was, is left out: the same log
gives the same tree every time, whatever is in it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from knowledge.boxes import Box, deal
from knowledge.edits.checks import MOST_EDITS, Refusal, why_not
from knowledge.edits.edit import (
    Add,
    Duties,
    Edit,
    Lines,
    Merge,
    Move,
    Remove,
    Resize,
    Split,
    Staff,
    Title,
)
from knowledge.edits.split import split_team
from knowledge.edits.tree import Tree, fresh_ids

if TYPE_CHECKING:
    from knowledge.planned import Plan


def refusal(plan: Plan, edit: Edit) -> Refusal | None:
    """Say why an edit cannot be made in a plan; None if it can be appended to its log."""
    made = len(plan.brief.edits)
    if made >= MOST_EDITS:
        return Refusal("too_many", None, None, made, MOST_EDITS)
    return why_not(Tree.of_plan(plan), edit)


def applied(root: Box, edits: Sequence[Edit], roles: Collection[str]) -> Tree:
    """Apply a log to a tree as it was arranged; the boxes below `root` are changed."""
    tree = Tree.of_root(root, roles)
    for number, edit in enumerate(edits, 1):
        apply_one(tree, edit, number)
    return tree


def apply_one(tree: Tree, edit: Edit, number: int) -> bool:
    """Apply the edit with a number of the log, counted from 1; tell whether it could be."""
    if why_not(tree, edit):
        return False
    _APPLY[type(edit)](tree, edit, fresh_ids(number))
    return True


def _add(tree: Tree, edit: Add, fresh: Iterator[str]) -> None:
    box = tree.enter(next(fresh), Box(edit.role, edit.headcount, None))
    tree.put(box, tree.boxes[edit.under])


def _remove(tree: Tree, edit: Remove, _fresh: Iterator[str]) -> None:
    box = tree.boxes[edit.post]
    above = box.parent or tree.root
    for child in box.children:
        child.parent = above
    place = above.children.index(box)
    above.children[place:place] = box.children
    tree.drop(box)


def _resize(tree: Tree, edit: Resize, _fresh: Iterator[str]) -> None:
    tree.boxes[edit.post].headcount = edit.headcount


def _move(tree: Tree, edit: Move, fresh: Iterator[str]) -> None:
    box, under = tree.boxes[edit.post], tree.boxes[edit.under]
    people = box.headcount if edit.people is None else edit.people
    peer = None if edit.people is None else tree.peer_for(box, under)
    if peer is None:
        moved = box if people == box.headcount else tree.cut(box, people, next(fresh))
        tree.put(moved, under)
        return
    peer.headcount += people
    box.headcount -= people
    if not box.headcount:
        tree.drop(box)


def _title(tree: Tree, edit: Title, _fresh: Iterator[str]) -> None:
    if edit.title:
        tree.titles[edit.post] = edit.title
    else:
        tree.titles.pop(edit.post, None)


def _staff(tree: Tree, edit: Staff, _fresh: Iterator[str]) -> None:
    tree.call(edit.post, edit.names)


def _duties(tree: Tree, edit: Duties, _fresh: Iterator[str]) -> None:
    tree.charge(edit.post, edit.functions)


def _merge(tree: Tree, edit: Merge, _fresh: Iterator[str]) -> None:
    box, into = tree.boxes[edit.post], tree.boxes[edit.into]
    if not box.children and not into.children:
        names = tree.names.get(edit.into, ()) + tree.names.get(edit.post, ())
        into.headcount += box.headcount
        tree.call(edit.into, names)
        duties = tree.duties.get(edit.into, ()) + tree.duties.get(edit.post, ())
        tree.charge(edit.into, tuple(dict.fromkeys(duties)))
    for child in tuple(box.children):
        tree.put(child, into)
    tree.drop(box)


def _split(tree: Tree, edit: Split, fresh: Iterator[str]) -> None:
    box = tree.boxes[edit.post]
    if box.children:
        split_team(tree, box, edit.parts, fresh)
        return
    above = box.parent or tree.root
    place = above.children.index(box) + 1
    for i, people in enumerate(deal(box.headcount, edit.parts)[1:], place):
        part = tree.cut(box, people, next(fresh))
        part.parent = above
        above.children.insert(i, part)


_APPLY: Mapping[type[Edit], Callable[[Tree, Any, Iterator[str]], None]] = {
    Add: _add,
    Remove: _remove,
    Resize: _resize,
    Move: _move,
    Title: _title,
    Staff: _staff,
    Duties: _duties,
    Merge: _merge,
    Split: _split,
    Lines: lambda _tree, _edit, _fresh: None,
}
