"""What a page is made of: the tree of nodes as nested blocks, areas around departments.

A block is a face with blocks below it. An area is a block with a coloured background: its face is
the card of its only leader, or a band with the department's name where there is none or more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from knowledge.chart.faces import Density, Face, band_face, card_face
from knowledge.chart.model import Kind, Node


class Insets(NamedTuple):
    """Room around the blocks below a face [px]; `trunk` is where the line down stands."""

    left: float
    right: float
    above: float
    below: float
    trunk: float


PLAIN = Insets(left=24, right=0, above=8, below=0, trunk=11)
AREA = Insets(left=32, right=10, above=10, below=10, trunk=18)
BAND = Insets(left=10, right=10, above=10, below=10, trunk=0)
BARE = Insets(left=0, right=0, above=0, below=0, trunk=0)


@dataclass(frozen=True, slots=True)
class Block:
    """A face with what stands below it; `area` is the name of the area it makes, if any.

    `is_linked` says that lines lead from the face to the blocks below it; `hue` numbers the area.
    """

    face: Face | None
    children: tuple[Block, ...]
    insets: Insets
    is_linked: bool
    area: str | None
    hue: int

    @property
    def is_leaf(self) -> bool:
        """Whether this is one card outside an area."""
        return not self.children and self.area is None


def page_block(root: Node, density: Density) -> Block:
    """Build a page from its head down.

    Args:
        root: The head; one without a title is not drawn, its children stand side by side.
        density: How much is put on little room.
    """
    children = tuple(_Blocks(density).areas(root.children))
    if not root.title:
        return Block(None, children, BARE, False, None, 0)
    return Block(card_face(root, "head", density), children, PLAIN, True, None, 0)


@dataclass(frozen=True, slots=True)
class _Blocks:
    density: Density

    def areas(self, nodes: Sequence[Node]) -> Iterator[Block]:
        """Put peers of one department together, in the order of the first of each."""
        departments: dict[str, list[Node]] = {}
        for node in nodes:
            departments.setdefault(node.department, []).append(node)
        hue = 0
        for department, members in departments.items():
            if department:
                hue += 1
                yield self._area(department, members, hue)
            else:
                yield from self._below(members, 0, 0)

    def _area(self, department: str, members: Sequence[Node], hue: int) -> Block:
        first = members[0]
        if len(members) == 1 and first.is_leader:
            return self._led(first, "header", AREA, department, hue, 0)
        people = sum(node.people for node in members)
        named = [replace(n, note="") if n.note == department else n for n in members]
        room = band_face(department, people, 0).width - BAND.left - BAND.right
        below = tuple(self._below(named, hue, room))
        band = band_face(department, people, _inner(below) + BAND.left + BAND.right)
        return Block(band, below, BAND, False, department, hue)

    def _below(self, nodes: Sequence[Node], hue: int, room: float) -> Iterator[Block]:
        """Build peers; a name may be as long as the widest of them, or their leader's, is."""
        room = max([room, *(card_face(node, _kind(node), self.density).width for node in nodes)])
        for node in nodes:
            yield self._led(node, _kind(node), PLAIN, None, hue, room)

    def _led(
        self, node: Node, kind: Kind, insets: Insets, area: str | None, hue: int, room: float
    ) -> Block:
        around = insets.left + insets.right
        face = card_face(node, kind, self.density, room)
        members = self._members(node)
        others = [n for n in node.children if n not in members]
        below = tuple(self._below(others, hue, face.width - around))
        inner = _inner(below) + around
        if members or inner > room:
            face = card_face(node, kind, self.density, max(room, inner), members)
        return Block(face, below, insets, True, area, hue)

    def _members(self, node: Node) -> list[Node]:
        if not self.density.is_compact:
            return []
        return [child for child in node.children if not child.is_leader and not child.dotted_to]


def _kind(node: Node) -> Kind:
    if not node.is_leader:
        return "leaf"
    return "leader" if node.children else "summary"


def _inner(blocks: Sequence[Block]) -> float:
    return max((block.face.width for block in blocks if block.face), default=0)
