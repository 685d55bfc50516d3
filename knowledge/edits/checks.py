"""Why an edit cannot be made in a tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from knowledge.edits.edit import (
    LONGEST_TEXT,
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
from knowledge.edits.tree import Tree
from knowledge.model import MAX_SIZE

MOST_EDITS = 200
Code: TypeAlias = Literal[
    "unknown_post",
    "unknown_role",
    "head",
    "cycle",
    "leads",
    "crowd",
    "total",
    "headcount",
    "people",
    "parts",
    "names",
    "long",
    "unchanged",
    "too_many",
]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an edit cannot be made, about which post and role, and the figures.

    | code | `post`, `role` | `figure` | `limit` |
    |---|---|---|---|
    | unknown_post | `post` is the id that is not there | 0 | 0 |
    | unknown_role | `role` is the id that is not there | 0 | 0 |
    | head | the head, which cannot go, move, be divided or be several | 0 | 0 |
    | cycle | the post that would come to stand below itself | 0 | 0 |
    | leads | a post that leads others, so it is one person | people wanted | 1 |
    | crowd | a post of several people, so nobody can report to it | its people | 1 |
    | total | | people there would be in all | most there may be |
    | headcount | the post, or the role of a new one | people wanted | least there may be |
    | people | the post that has fewer people than are to move | people wanted | its people |
    | parts | the post that cannot be divided so often | parts wanted | most there may be |
    | names | a post with more names than people | names | people |
    | long | the post whose title or name is too long | characters | most there may be |
    | unchanged | a post that is like that already | 0 | 0 |
    | too_many | | edits there are | most there may be |
    """

    code: Code
    post: str | None
    role: str | None
    figure: int
    limit: int


def why_not(tree: Tree, edit: Edit) -> Refusal | None:
    """Say why an edit cannot be made; None if it can."""
    for name in ("post", "under", "into"):
        post: str | None = getattr(edit, name, None)
        if post is not None and post not in tree.boxes:
            return Refusal("unknown_post", post, None, 0, 0)
    return next(_CHECKS[type(edit)](tree, edit), None)


def _about(tree: Tree, code: Code, post: str, figure: int = 0, limit: int = 0) -> Refusal:
    return Refusal(code, post, tree.boxes[post].role, figure, limit)


def _not_the_head(tree: Tree, post: str) -> Iterator[Refusal]:
    if tree.boxes[post] is tree.root:
        yield _about(tree, "head", post)


def _takes_reports(tree: Tree, post: str) -> Iterator[Refusal]:
    if tree.boxes[post].headcount > 1:
        yield _about(tree, "crowd", post, tree.boxes[post].headcount, 1)


def _has_room(tree: Tree, more: int) -> Iterator[Refusal]:
    if (total := tree.people + more) > MAX_SIZE:
        yield Refusal("total", None, None, total, MAX_SIZE)


def _add(tree: Tree, edit: Add) -> Iterator[Refusal]:
    if edit.role not in tree.roles:
        yield Refusal("unknown_role", None, edit.role, 0, 0)
    if edit.headcount < 1:
        yield Refusal("headcount", None, edit.role, edit.headcount, 1)
    yield from _takes_reports(tree, edit.under)
    yield from _has_room(tree, edit.headcount)


def _remove(tree: Tree, edit: Remove) -> Iterator[Refusal]:
    yield from _not_the_head(tree, edit.post)


def _resize(tree: Tree, edit: Resize) -> Iterator[Refusal]:
    box, people = tree.boxes[edit.post], edit.headcount
    if people == box.headcount:
        yield _about(tree, "unchanged", edit.post)
    if people < 1:
        yield _about(tree, "headcount", edit.post, people, 1)
    if box.children:
        yield _about(tree, "leads", edit.post, people, 1)
    yield from _not_the_head(tree, edit.post)
    if (named := len(tree.names.get(edit.post, ()))) > people:
        yield _about(tree, "names", edit.post, named, people)
    yield from _has_room(tree, people - box.headcount)


def _move(tree: Tree, edit: Move) -> Iterator[Refusal]:
    box, under = tree.boxes[edit.post], tree.boxes[edit.under]
    yield from _not_the_head(tree, edit.post)
    if tree.is_within(edit.under, edit.post):
        yield _about(tree, "cycle", edit.post)
    if edit.people is not None:
        if box.children:
            yield _about(tree, "leads", edit.post, edit.people, 1)
        if edit.people < 1:
            yield _about(tree, "headcount", edit.post, edit.people, 1)
        if edit.people > box.headcount:
            yield _about(tree, "people", edit.post, edit.people, box.headcount)
    if box.parent is under and edit.people in (None, box.headcount):
        yield _about(tree, "unchanged", edit.post)
    yield from _takes_reports(tree, edit.under)


def _title(tree: Tree, edit: Title) -> Iterator[Refusal]:
    yield from _not_long(tree, edit.post, edit.title)
    if edit.title == tree.titles.get(edit.post, ""):
        yield _about(tree, "unchanged", edit.post)


def _staff(tree: Tree, edit: Staff) -> Iterator[Refusal]:
    people = tree.boxes[edit.post].headcount
    for name in edit.names:
        yield from _not_long(tree, edit.post, name)
    if len(edit.names) > people:
        yield _about(tree, "names", edit.post, len(edit.names), people)
    if edit.names == tree.names.get(edit.post, ()):
        yield _about(tree, "unchanged", edit.post)


def _not_long(tree: Tree, post: str, text: str) -> Iterator[Refusal]:
    if len(text) > LONGEST_TEXT:
        yield _about(tree, "long", post, len(text), LONGEST_TEXT)


def _duties(tree: Tree, edit: Duties) -> Iterator[Refusal]:
    if edit.functions == tree.duties.get(edit.post, ()):
        yield _about(tree, "unchanged", edit.post)


def _merge(tree: Tree, edit: Merge) -> Iterator[Refusal]:
    yield from _not_the_head(tree, edit.post)
    if tree.is_within(edit.into, edit.post):
        yield _about(tree, "cycle", edit.post)
    if tree.boxes[edit.post].children:
        yield from _takes_reports(tree, edit.into)


def _split(tree: Tree, edit: Split) -> Iterator[Refusal]:
    box = tree.boxes[edit.post]
    most = sum(child.headcount for child in box.children) or box.headcount
    yield from _not_the_head(tree, edit.post)
    if not 1 < edit.parts <= most:
        yield _about(tree, "parts", edit.post, edit.parts, most)
    if box.children:
        yield from _has_room(tree, edit.parts - 1)


_CHECKS: Mapping[type[Edit], Callable[[Tree, Any], Iterator[Refusal]]] = {
    Add: _add,
    Remove: _remove,
    Resize: _resize,
    Move: _move,
    Title: _title,
    Staff: _staff,
    Duties: _duties,
    Merge: _merge,
    Split: _split,
    Lines: lambda _tree, _edit: iter(()),
}
