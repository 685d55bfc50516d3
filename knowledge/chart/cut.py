"""Where a tree too large for one page is cut: an overview, and units that are drawn elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from operator import itemgetter

from knowledge.chart.model import Node


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of the tree with a page of its own; `above` are the titles on the way to it."""

    node: Node
    above: tuple[str, ...]


def boxes(node: Node) -> int:
    """Count the boxes of a tree."""
    return sum(1 for _ in node.walk())


def overview(node: Node, cut: Collection[str], levels: int) -> Node:
    """Draw a tree down to some levels below the units that are cut, by their ids."""
    if node.id in cut:
        return _top(node, levels)
    return replace(node, children=tuple(overview(child, cut, levels) for child in node.children))


def _top(node: Node, levels: int) -> Node:
    below = tuple(_top(child, levels - 1) for child in node.children) if levels else ()
    return replace(node, children=below)


def packed(units: Sequence[Unit], room: int) -> Iterator[tuple[Unit, ...]]:
    """Put neighbours under one leader on one page, with at most so many boxes."""
    page: list[Unit] = []
    left = room
    for unit in units:
        size = boxes(unit.node)
        if page and (size > left or unit.above != page[0].above):
            yield tuple(page)
            page, left = [], room
        page.append(unit)
        left -= size
    if page:
        yield tuple(page)


def shared(units: Sequence[Unit], most: int) -> Iterator[tuple[Unit, ...]]:
    """Share units out to at most so many pages, in order, with about as many boxes on each."""
    ends = list(accumulate(boxes(unit.node) for unit in units))
    middles = [end - boxes(unit.node) / 2 for end, unit in zip(ends, units, strict=True)]
    page_of = [int(middle * most / ends[-1]) for middle in middles]
    for _, page in groupby(zip(page_of, units, strict=True), key=itemgetter(0)):
        yield tuple(unit for _, unit in page)


def together(page: Sequence[Unit]) -> Node:
    """Make the head of a page: its only unit, or one that is not drawn, above several."""
    first, last = page[0].node, page[-1].node
    if len(page) == 1:
        return first
    return Node(
        id=f"{first.id}-{last.id}",
        posts=(),
        role="",
        title="",
        note="",
        count=0,
        people=sum(unit.node.people for unit in page),
        department="",
        is_leader=True,
        children=tuple(replace(u.node, department=u.node.title) for u in page),
        dotted_to=(),
        is_own=False,
    )
