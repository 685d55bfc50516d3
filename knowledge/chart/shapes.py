"""The shapes a block can take: narrow and high to wide and low, worked out bottom up.

Stockmeyer's idea for floor plans: every block keeps only shapes that no other shape of it beats in
both directions, and the block above combines one shape of each of its children.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.chart.blocks import Block
from knowledge.chart.packing import evened, packed

LEAF_GAP, BLOCK_GAP, AREA_GAP = 8, 12, 16  # px between blocks one below the other
COLUMN_GAP, AREA_COLUMN_GAP = 14, 18  # px between columns
BUS = 28  # px between a card and the columns below it, where the line runs
STACKED = 12  # people who lead nobody stand one below the other up to so many
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Column:
    """Shapes one below the other."""

    shapes: tuple[Shape, ...]
    width: float
    height: float
    indent: float


@dataclass(frozen=True, slots=True)
class Shape:
    """One way to draw a block: its size [px] and the columns below its face."""

    block: Block
    width: float
    height: float
    columns: tuple[Column, ...]

    @property
    def is_hanging(self) -> bool:
        """Whether what stands below hangs on one line at the left, not on a bus."""
        return len(self.columns) == 1


def shapes(block: Block, most: int) -> tuple[Shape, ...]:
    """Work out up to `most` shapes of a block, narrow to wide, each lower than the one before."""
    if not block.children:
        return (_shape(block, ()),)
    below = [shapes(child, min(most, 12)) for child in block.children]
    return _best((_shape(block, columns) for columns in _arrangements(block, below, most)), most)


def _arrangements(
    block: Block, below: Sequence[tuple[Shape, ...]], most: int
) -> Iterator[tuple[Column, ...]]:
    """Try limits of height from the highest child alone to all children in one column."""
    lowest = max(min(shape.height for shape in child) for child in below)
    highest = stack_height([child[0] for child in below])
    gaps = [0.0, *(gap(a, b) for a, b in pairwise(block.children))]
    leaves = all(child.is_leaf for child in block.children)
    limits = {highest}
    if not leaves or len(below) > STACKED:
        alone = {child[0].height for child in below[:most] if child[0].height > lowest}
        limits = alone | _limits(lowest, highest, most)
    seen = set()
    for limit in sorted(limits):
        picked = [_narrowest(child, limit) for child in below]
        heights = [shape.height for shape in picked]
        starts = packed(heights, gaps, limit)
        tried = (len(starts), *heights)
        if tried not in seen:
            seen.add(tried)
            yield _columns(block, picked, evened(heights, gaps, starts, limit))


def _limits(lowest: float, highest: float, most: int) -> set[float]:
    steps = {lowest * (highest / lowest) ** (i / most) for i in range(1, most)}
    return {lowest, highest} | steps


def _narrowest(child: tuple[Shape, ...], limit: float) -> Shape:
    return next((shape for shape in child if shape.height <= limit + _ROUNDING), child[-1])


def _columns(block: Block, picked: Sequence[Shape], starts: tuple[int, ...]) -> tuple[Column, ...]:
    spans = zip(starts, (*starts[1:], len(picked)), strict=True)
    columns = [picked[first:last] for first, last in spans]
    many = len(columns) > 1
    return tuple(_column(block, column, many and len(column) > 1) for column in columns)


def _column(block: Block, column: Sequence[Shape], has_trunk: bool) -> Column:
    indent = block.insets.left - block.insets.right if has_trunk and block.is_linked else 0
    width = max(shape.width for shape in column) + indent
    return Column(tuple(column), width, stack_height(column), indent)


def gap(above: Block, below: Block) -> float:
    """Say how far two blocks stand apart, one below the other [px]."""
    if above.area is not None or below.area is not None:
        return AREA_GAP
    return LEAF_GAP if above.is_leaf and below.is_leaf else BLOCK_GAP


def stack_height(stack: Sequence[Shape]) -> float:
    """Measure shapes one below the other, with the gaps between them [px]."""
    gaps = sum(gap(a.block, b.block) for a, b in pairwise(stack))
    return sum(shape.height for shape in stack) + gaps


def column_gap(block: Block) -> float:
    """Say how far the columns of a block stand apart [px]."""
    has_areas = any(child.area is not None for child in block.children)
    return AREA_COLUMN_GAP if has_areas else COLUMN_GAP


def _shape(block: Block, columns: tuple[Column, ...]) -> Shape:
    face, insets = block.face, block.insets
    least, top = (face.width, face.height) if face else (0, 0)
    if not columns:
        return Shape(block, least, top, ())
    is_bus = len(columns) > 1
    left = insets.right if is_bus else insets.left
    wide = sum(c.width for c in columns) + column_gap(block) * (len(columns) - 1)
    above = BUS if is_bus and block.is_linked else insets.above
    height = top + above + max(c.height for c in columns) + insets.below
    return Shape(block, max(least, left + wide + insets.right), height, columns)


def _best(found: Iterable[Shape], most: int) -> tuple[Shape, ...]:
    """Keep the shapes that are lower than every narrower one, at most so many."""
    kept: list[Shape] = []
    for shape in sorted(found, key=lambda s: (s.width, s.height)):
        if not kept or shape.height < kept[-1].height:
            kept.append(shape)
    if len(kept) <= most:
        return tuple(kept)
    step = (len(kept) - 1) / (most - 1)
    return tuple(kept[round(i * step)] for i in range(most))
