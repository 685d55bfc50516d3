"""The chart as boxes, lines of text and areas, for formats that other programs lay out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.documents.contents import Contents
from bot.render import plain
from bot.words.voice import Voice, voice
from knowledge.chart import Node
from knowledge.chart.fold import fold_branches, fold_leaves

_UNSEEN = {"Cc", "Cf", "Cs"}  # controls, direction marks and joiners, halves of characters
_JOINER = "\u200d"  # holds an emoji together
_NO_CHARACTER = 0xFFFE  # the last two codes of every plane; XML refuses them


@lru_cache(maxsize=4096)
def one_line(text: str) -> str:
    """Give a text as one line, without what cannot be seen or written."""
    return " ".join("".join(map(_seen, text)).split())


def _seen(character: str) -> str:
    if character.isspace():
        return " "
    is_written = ord(character) & _NO_CHARACTER != _NO_CHARACTER
    is_seen = character == _JOINER or unicodedata.category(character) not in _UNSEEN
    return character if is_written and is_seen else ""


def short_names(made: Contents) -> dict[str, str]:
    """Give the names that roles have in the chart, by the id of the role."""
    return {post.role_id: one_line(post.role) for post in made.posts}


@dataclass(frozen=True, slots=True)
class Area:
    """Peers of one department; `title` is empty where their own boxes say it already."""

    title: str
    hue: int
    members: tuple[Node, ...]


class Boxes:
    """The boxes of a chart with the words that stand on them."""

    def __init__(self, made: Contents, root: Node) -> None:
        self.root = root
        self._speak: Voice = voice(made.language)
        self._roles = {post.id: post.role for post in made.posts}
        self._has_people = {node.id: bool(node.children) for node in made.tree.walk()}

    def lines(self, node: Node) -> tuple[str, ...]:
        """Say who stands in a box: name and number, then what else there is to say."""
        title = one_line(node.title)
        lines = self._leader(node, title) if node.is_leader else self._people(node, title)
        return tuple(line for line in lines if line)

    def _people(self, node: Node, title: str) -> tuple[str, ...]:
        return self._many(title, node.count), one_line(node.note)

    def _leader(self, node: Node, title: str) -> tuple[str, ...]:
        role, note = one_line(self._roles[node.id]), one_line(node.note)
        is_cut = self._has_people[node.id] and not node.children
        if node.count == 1:
            return self._summary(title, node.people) if is_cut else title, note
        above = title if title != role else ""
        if is_cut:
            return above, self._summary(self._many(role, node.count), node.people)
        return above, plain(self._speak.say("tree.same", count=node.count, role=role))

    def _many(self, title: str, count: int) -> str:
        return plain(self._speak.say("tree.many", role=title, count=count)) if count > 1 else title

    def _summary(self, label: str, people: int) -> str:
        return plain(self._speak.say("tree.summary", label=label, people=people))

    def areas(self) -> Iterator[Area]:
        """Give the head's reports by department, in the order of the first of each.

        What an area's title says is left out of the boxes in it.
        """
        departments: dict[str, list[Node]] = {}
        for node in self.root.children:
            departments.setdefault(one_line(node.department), []).append(node)
        hue = 0
        for name, members in departments.items():
            hue += bool(name)
            yield _area(name, hue if name else 0, members)

    def dotted(self) -> Iterator[tuple[str, str]]:
        """List who else a box reports to, as pairs of box ids: the box, that leader."""
        box = {post: node.id for node in self.root.walk() for post in node.posts}
        for node in self.root.walk():
            for leader in node.dotted_to:
                if box.get(leader, node.id) != node.id:
                    yield node.id, box[leader]


def _area(name: str, hue: int, members: Sequence[Node]) -> Area:
    first = members[0]
    if len(members) > 1:
        bare = (replace(n, note="") if one_line(n.note) == name else n for n in members)
        return Area(name, hue, tuple(bare))
    if first.is_own and not first.is_leader:
        note = " · ".join(filter(None, (first.note, name)))
        return Area("", hue, (replace(first, note=note),))
    is_said = first.note or one_line(first.title) == name
    return Area("", hue, (first if is_said else replace(first, note=name),))


def shorter(root: Node) -> Iterator[Node]:
    """Give a tree in ever fewer boxes: equal people as one, equal branches as one, fewer levels."""
    people = fold_leaves(root)
    yield people
    branches = fold_branches(people)
    yield branches
    for levels in range(_depth(branches) - 1, 0, -1):
        yield _cut(branches, levels)


def _depth(node: Node) -> int:
    return 1 + max(map(_depth, node.children), default=-1)


def _cut(node: Node, levels: int) -> Node:
    below = (_cut(child, levels - 1) for child in node.children) if levels else ()
    return replace(node, children=tuple(below))
