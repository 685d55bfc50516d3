"""The tree that edits change: boxes by the ids of their posts, with titles and names.

Operations here do not ask whether they may; see `checks`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from knowledge.boxes import Box

if TYPE_CHECKING:
    from knowledge.planned import Plan

_LETTERS = 26
_MADE = re.compile(r"e(\d+)([a-z]*)")


class Tree:
    """A tree of boxes whose posts keep their ids while it is changed.

    `boxes` and `ids` lead from ids to boxes and back; `titles`, `names` and `duties` are the
    user's own, by post; `roles` are all that there are.
    """

    def __init__(self, root: Box, boxes: dict[str, Box], roles: Collection[str]) -> None:
        self.root, self.boxes, self.roles = root, boxes, roles
        self.ids = {box: post for post, box in boxes.items()}
        self.titles: dict[str, str] = {}
        self.names: dict[str, tuple[str, ...]] = {}
        self.duties: dict[str, tuple[str, ...]] = {}

    @classmethod
    def of_root(cls, root: Box, roles: Collection[str]) -> Tree:
        """Take a tree as it was arranged, its posts numbered from the top down."""
        return cls(root, {f"p{i}": box for i, box in enumerate(root.walk(), 1)}, roles)

    @classmethod
    def of_plan(cls, plan: Plan) -> Tree:
        """Build the tree of a plan again."""
        boxes: dict[str, Box] = {}
        for post in plan.posts:
            above = boxes.get(post.reports_to or "")
            boxes[post.id] = Box(post.role, post.headcount, above)
            if above:
                above.children.append(boxes[post.id])
        tree = cls(boxes[plan.posts[0].id], boxes, plan.roles)
        tree.titles = {post.id: post.title for post in plan.posts if post.title}
        tree.names = {post.id: post.names for post in plan.posts if post.names}
        tree.duties = {post.id: post.duties for post in plan.posts if post.duties}
        return tree

    @property
    def people(self) -> int:
        """Everybody in the tree [people]."""
        return sum(box.headcount for box in self.boxes.values())

    def is_within(self, id: str, top: str) -> bool:
        """Tell whether a post is another or stands somewhere below it."""
        at: Box | None = self.boxes[id]
        while at is not None and at is not self.boxes[top]:
            at = at.parent
        return at is not None

    def enter(self, id: str, box: Box) -> Box:
        """Give a new box its id; it stands nowhere yet."""
        self.boxes[id], self.ids[box] = box, id
        return box

    def put(self, box: Box, under: Box) -> None:
        """Let a box report to another: behind peers of its role, else as the last."""
        self.take_off(box)
        places = [i for i, peer in enumerate(under.children, 1) if peer.role == box.role]
        under.children.insert(places[-1] if places else len(under.children), box)
        box.parent = under

    def take_off(self, box: Box) -> None:
        """Take a box from its superior, with everything below it."""
        if box.parent is not None:
            box.parent.children.remove(box)
            box.parent = None

    def drop(self, box: Box) -> None:
        """Forget a box that nobody reports to any more."""
        self.take_off(box)
        post = self.ids.pop(box)
        del self.boxes[post]
        self.titles.pop(post, None)
        self.names.pop(post, None)
        self.duties.pop(post, None)

    def cut(self, box: Box, people: int, id: str) -> Box:
        """Make people of a box a box of their own: the unnamed first; the title stays with both."""
        part = self.enter(id, Box(box.role, people, None))
        old, box.headcount = self.ids[box], box.headcount - people
        if title := self.titles.get(old):
            self.titles[id] = title
        known = self.names.get(old, ())
        self.call(old, known[: box.headcount])
        self.call(id, known[box.headcount :])
        return part

    def call(self, id: str, names: tuple[str, ...]) -> None:
        """Name the people of a post."""
        if names:
            self.names[id] = names
        else:
            self.names.pop(id, None)

    def charge(self, id: str, functions: tuple[str, ...]) -> None:
        """Give a post its duties beside those of its role."""
        if functions:
            self.duties[id] = functions
        else:
            self.duties.pop(id, None)

    def peer_for(self, box: Box, under: Box) -> Box | None:
        """Find the post at a leader that people of a box join if some of them move there.

        Nobody joins, or leaves for, a post of the user's own naming.
        """
        if box.parent is under or self._is_own(box):
            return None
        peers = (peer for peer in under.children if peer.role == box.role)
        return next((p for p in peers if not p.children and not self._is_own(p)), None)

    def _is_own(self, box: Box) -> bool:
        return self.ids[box] in self.titles or self.ids[box] in self.names


def fresh_ids(number: int) -> Iterator[str]:
    """Give the ids of the posts that the edit of a number makes: e3, e3b, e3c and so on."""
    yield f"e{number}"
    place = 1
    while True:
        yield f"e{number}{_letters(place)}"
        place += 1


def _letters(place: int) -> str:
    """Write a number, counted from 0, in letters: a to z, aa, ab and so on."""
    above, letter = divmod(place, _LETTERS)
    return (_letters(above - 1) if above else "") + chr(ord("a") + letter)


def number_of(id: str) -> int | None:
    """Read the number of the edit that made a post; None for a post that none made."""
    found = _MADE.fullmatch(id)
    return int(found[1]) if found else None


def renumbered(id: str, number: int | None) -> str | None:
    """Give the id of a post if the edit that made it has another number; None without any."""
    return _MADE.sub(rf"e{number}\2", id) if number else None
