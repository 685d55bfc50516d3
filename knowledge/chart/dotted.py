"""Dotted lines of "also reports to": the shortest way around all boxes, with few corners.

The ways run on a grid of lines close to the edges of the boxes; running along another line costs
more than crossing it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import heappop, heappush
from itertools import pairwise
from typing import TypeAlias

from knowledge.chart.model import Box, Card, Link, Node, Page

Point: TypeAlias = tuple[float, float]
_State: TypeAlias = tuple[int, int, int]  # column and row of the grid, 0 along x or 1 along y
MOST_DOTTED = 12  # on a page; more would only confuse
_MARGIN = 4  # px from a box
_EDGE = 5  # px from the edge of the page
_CORNER = 60  # px; how much longer a way may be that saves a corner
_ALONG = 5  # times; what running along another line costs
_NEAR = 3  # px; closer lines run along each other


def with_dotted(page: Page) -> Page:
    """Lead a line from every card to those it also reports to, as far as they are on the page."""
    of_post = {post: card for card in page.cards for post in card.posts}
    wanted = [
        (card, of_post[post])
        for card in page.cards
        for post in card.node.dotted_to
        if post in of_post and of_post[post] is not card
    ]
    if len(wanted) > MOST_DOTTED:
        return page
    for source, target in wanted:
        points = _Grid(page, source, target).way()
        if points:
            line = Link(source.node.id, target.node.id, True, points)
            page = replace(page, links=(*page.links, line))
    return page


def noted(root: Node, names: Mapping[str, str]) -> Node:
    """Write on every box whom it also reports to where no line says so.

    That is whoever is on another page, and everybody where the lines would be too many.
    """
    nodes = list(root.walk())
    dotted = sum(len(node.dotted_to) for node in nodes)
    if not dotted:
        return root
    if dotted > MOST_DOTTED:
        return _noted(root, {**{node.id: node.title for node in nodes}, **names})
    here = {post for node in nodes for post in node.posts}
    return _noted(root, {post: name for post, name in names.items() if post not in here})


def _noted(node: Node, names: Mapping[str, str]) -> Node:
    away = [names[post] for post in node.dotted_to if post in names]
    note = "·".join([*([node.note] if node.note else []), *(f"→ {name}" for name in away)])
    children = tuple(_noted(child, names) for child in node.children)
    return replace(node, note=note, children=children)


def _ports(box: Box) -> tuple[Point, Point]:
    """Where a dotted line may touch a box: at its right, or at its left below the other lines."""
    y = box.y + box.height * 0.5
    return (box.right, y), (box.x, box.y + box.height * 0.8)


class _Grid:
    """The lines on which a dotted line may run, and what each piece of them costs."""

    def __init__(self, page: Page, source: Card, target: Card) -> None:
        boxes = [card.box for card in page.cards]
        boxes += [group.band for group in page.groups if group.band]
        self.starts, self.ends = _ports(source.box), _ports(target.box)
        ports = (*self.starts, *self.ends)
        self.xs = _between(_EDGE, page.width - _EDGE, _coordinates(boxes, ports, 0))
        self.ys = _between(_EDGE, page.height - _EDGE, _coordinates(boxes, ports, 1))
        self.along_x = [[1.0] * len(self.xs) for _ in self.ys]
        self.along_y = [[1.0] * len(self.ys) for _ in self.xs]
        for box in boxes:
            across_x, across_y = (box.x - 1, box.right + 1), (box.y - 1, box.bottom + 1)
            _mark(self.along_x, self.ys, self.xs, across_y, (box.x, box.right), 0)
            _mark(self.along_y, self.xs, self.ys, across_x, (box.y, box.bottom), 0)
        for a, b in (ends for link in page.links for ends in pairwise(link.points)):
            (left, right), (top, bottom) = sorted((a[0], b[0])), sorted((a[1], b[1]))
            if top == bottom:
                at = (top - _NEAR, top + _NEAR)
                _mark(self.along_x, self.ys, self.xs, at, (left, right), _ALONG)
            else:
                at = (left - _NEAR, left + _NEAR)
                _mark(self.along_y, self.xs, self.ys, at, (top, bottom), _ALONG)

    def way(self) -> tuple[Point, ...]:
        """Find the cheapest way; empty if there is none."""
        ends = {self._at(end) for end in self.ends}
        cost: dict[_State, float] = {(*self._at(start), 0): 0.0 for start in self.starts}
        queue = [(self._least(state), 0.0, state) for state in cost]
        before: dict[_State, _State] = {}
        while queue:
            _, so_far, state = heappop(queue)
            if so_far > cost[state]:
                continue
            if state[:2] in ends and state[2] == 0 and state in before:
                return self._points(state, before)
            for following, price in self._from(state):
                total = so_far + price
                if total < cost.get(following, float("inf")):
                    cost[following], before[following] = total, state
                    heappush(queue, (total + self._least(following), total, following))
        return ()

    def _least(self, state: _State) -> float:
        """Say what the rest of a way costs at least."""
        x, y = self.xs[state[0]], self.ys[state[1]]
        return min(abs(x - end[0]) + abs(y - end[1]) for end in self.ends)

    def _at(self, point: Point) -> tuple[int, int]:
        return bisect_left(self.xs, point[0]), bisect_left(self.ys, point[1])

    def _from(self, state: _State) -> Iterator[tuple[_State, float]]:
        column, row, along_y = state
        yield (column, row, 1 - along_y), _CORNER
        places = self.ys if along_y else self.xs
        weights = self.along_y[column] if along_y else self.along_x[row]
        at = row if along_y else column
        for step in (-1, 1):
            if 0 <= at + step < len(places):
                weight = weights[min(at, at + step)]
                if weight:
                    to = (column, row + step, 1) if along_y else (column + step, row, 0)
                    yield to, weight * abs(places[at + step] - places[at])

    def _points(self, last: _State, before: dict[_State, _State]) -> tuple[Point, ...]:
        states = [last]
        while states[-1] in before:
            states.append(before[states[-1]])
        points = [(self.xs[column], self.ys[row]) for column, row, _ in reversed(states)]
        return tuple(_corners(points))


def _coordinates(boxes: Sequence[Box], ports: Sequence[Point], axis: int) -> Iterator[float]:
    for box in boxes:
        yield box[axis] - _MARGIN
        yield box[axis] + box[axis + 2] + _MARGIN
    for port in ports:
        yield port[axis]


def _between(low: float, high: float, values: Iterable[float]) -> list[float]:
    return sorted({low, high} | {value for value in values if low < value < high})


def _mark(
    weights: list[list[float]],
    lines: Sequence[float],
    places: Sequence[float],
    across: tuple[float, float],
    along: tuple[float, float],
    weight: float,
) -> None:
    """Weigh the pieces of grid lines that run inside a box or close to another line."""
    first, last = bisect_right(places, along[0]) - 1, bisect_left(places, along[1])
    for i in range(bisect_right(lines, across[0]), bisect_left(lines, across[1])):
        for j in range(max(first, 0), min(last, len(places) - 1)):
            weights[i][j] = min(weights[i][j], weight) if not weight else weights[i][j] * weight


def _corners(points: Sequence[Point]) -> Iterator[Point]:
    """Keep the ends and the corners of a way."""
    distinct = [point for i, point in enumerate(points) if not i or point != points[i - 1]]
    yield distinct[0]
    for a, b, c in zip(distinct, distinct[1:], distinct[2:], strict=False):
        if not (a[0] == b[0] == c[0] or a[1] == b[1] == c[1]):
            yield b
    yield distinct[-1]
