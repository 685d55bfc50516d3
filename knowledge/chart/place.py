"""Puts the shapes of a page in their places: cards, areas and the lines between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TypeAlias

from knowledge.chart.blocks import Block
from knowledge.chart.faces import Face, pill_at
from knowledge.chart.model import Box, Card, Group, Link
from knowledge.chart.shapes import BUS, Shape, column_gap, gap

Points: TypeAlias = tuple[tuple[float, float], ...]
_CLOSE = 18  # px; lines closer than this become one


@dataclass(slots=True)
class Placed:
    """What has been placed so far, in the order it is painted."""

    groups: list[Group] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)

    def put(self, shape: Shape, x: float, y: float, width: float) -> tuple[str, Box]:
        """Place a shape and all below it; gives the id and box lines from above end at."""
        block = shape.block
        box = Box(x, y, width, shape.height)
        if block.face is None:
            self._below(shape, box, None, "")
            return "", box
        head = self._head(shape, block.face, box)
        name = self._paint(block, block.face, box, head)
        self._below(shape, box, head, name)
        return name, head

    def _head(self, shape: Shape, face: Face, box: Box) -> Box:
        """Size a face: as wide as what hangs below it, in the middle above a bus."""
        if shape.columns and not shape.is_hanging and shape.block.area is None:
            x = box.x + (box.width - face.width) / 2
            return Box(x, box.y, face.width, face.height)
        return Box(box.x, box.y, box.width, face.height)

    def _paint(self, block: Block, face: Face, box: Box, head: Box) -> str:
        texts, pill = tuple(face.texts(head)), pill_at(face, head)
        if not face.nodes:
            label = block.area or ""
            self.groups.append(Group(box, block.hue, label, head, texts, pill))
            return label
        if block.area is not None:
            self.groups.append(Group(box, block.hue, block.area, None, (), None))
        node = face.nodes[0]
        posts = tuple(post for each in face.nodes for post in each.posts)
        is_stack = node.count > 1 or (node.is_leader and not node.children)
        self.cards.append(Card(head, face.kind, block.hue, node, posts, texts, pill, is_stack))
        return node.id

    def _below(self, shape: Shape, box: Box, head: Box | None, name: str) -> None:
        places = list(_places(shape, box, head))
        children = [self.put(p.shape, p.x, p.y, p.width) for p in places]
        if not (places and head and shape.block.is_linked):
            return
        below = list(zip(places, children, strict=True))
        start = _start(head, [_end(place, child) for place, (_, child) in below])
        for place, (child_name, child) in below:
            points = _line(shape, head, child, place.trunk, start)
            self.links.append(Link(name, child_name, False, points))


@dataclass(frozen=True, slots=True)
class _Place:
    shape: Shape
    x: float
    y: float
    width: float
    trunk: float | None


def _places(shape: Shape, box: Box, head: Box | None) -> Iterator[_Place]:
    """Say where everything below a face stands; columns share the room that is left over."""
    block, columns = shape.block, shape.columns
    if not columns:
        return
    insets, between = block.insets, column_gap(block)
    left = insets.left if shape.is_hanging else insets.right
    natural = sum(c.width for c in columns) + between * (len(columns) - 1)
    spare = max(0.0, box.width - left - insets.right - natural) / len(columns)
    is_bus = not shape.is_hanging and block.is_linked
    top = (head.bottom if head else box.y) + (BUS if is_bus else insets.above)
    x = box.x + left
    for column in columns:
        y, width = top, column.width + spare
        trunk = x + insets.trunk - (insets.right if is_bus else insets.left)
        has_trunk = column.indent > 0 or not is_bus
        for below, after in zip_longest(column.shapes, column.shapes[1:]):
            at = x + column.indent
            yield _Place(below, at, y, width - column.indent, trunk if has_trunk else None)
            y += below.height + (gap(below.block, after.block) if after else 0)
        x += width + between


def _end(place: _Place, child: Box) -> float:
    """Say where a line turns down to what stands below [px]."""
    return place.trunk if place.trunk is not None else child.x + child.width / 2


def _start(head: Box, ends: Sequence[float]) -> float:
    """Say where lines leave a face: its middle, or straight above a line that is close to it."""
    middle = head.x + head.width / 2
    nearest = min(ends, key=lambda end: abs(end - middle))
    return nearest if abs(nearest - middle) < _CLOSE else middle


def _line(shape: Shape, head: Box, child: Box, trunk: float | None, start: float) -> Points:
    """Lead a line from a face to what stands below: along a trunk, or down from a bus."""
    middle, bus = child.y + child.height / 2, head.bottom + BUS / 2
    if trunk is not None and shape.is_hanging:
        return ((trunk, head.bottom), (trunk, middle), (child.x, middle))
    end = trunk if trunk is not None else child.x + child.width / 2
    down = (start, head.bottom)
    over = (down,) if end == start else (down, (start, bus), (end, bus))
    if trunk is None:
        return (*over, (end, child.y))
    return (*over, (end, middle), (child.x, middle))
