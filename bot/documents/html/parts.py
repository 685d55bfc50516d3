"""The chart of a page as nested boxes in columns, arranged as pictures are but for a screen.

Only the order, the columns and the colours are decided here; the browser measures and draws.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import log

from bot.documents.contents import Contents
from knowledge.chart.blocks import page_block
from knowledge.chart.faces import ROOMY
from knowledge.chart.fold import fold_leaves
from knowledge.chart.model import Kind, Node
from knowledge.chart.shapes import Shape, shapes

_SCREEN = (1240, 640)  # px; what a desktop browser leaves for the chart
_SIDEWAYS = 5  # how much worse it is to move a chart sideways than down, where the page goes too
_ROOT_SHAPES = 40


@dataclass(frozen=True, slots=True)
class Person:
    """The one who, or those of one role who, stand in a box.

    `posts` are named only where there are several, `unit` only where it is another than that of
    the box above; `sheet` is the place of the role among the plan's roles. `also` names those who
    lead it beside its leader.
    """

    id: str
    note: str
    posts: tuple[str, ...]
    sheet: int
    unit: str | None
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One box with what stands below it, column by column.

    Nobody stands in the head of an area that has no leader of its own. `hue` numbers an area and
    is None outside; `is_times` says that the number counts the box, not those below it.
    """

    person: Person | None
    kind: Kind
    title: str
    number: int
    is_times: bool
    hue: int | None
    is_linked: bool
    columns: tuple[tuple[Part, ...], ...]


def chart(made: Contents) -> Part:
    """Arrange the chart of a plan; people of one role under one leader are one box."""
    names = {post.id: post.role or post.id for post in made.posts}
    block = page_block(fold_leaves(_named(made.tree, names)), ROOMY)
    return _Parts(made).part(min(shapes(block, _ROOT_SHAPES), key=_cost), None)


def walk(part: Part) -> Iterator[Part]:
    """Go through a chart from a part down, leaders before their people."""
    yield part
    for column in part.columns:
        for below in column:
            yield from walk(below)


def _named(node: Node, names: Mapping[str, str]) -> Node:
    """Give boxes whose title no picture could draw their plain name; browsers can show it."""
    children = tuple(_named(child, names) for child in node.children)
    return replace(node, title=node.title or names[node.id], children=children)


def _cost(shape: Shape) -> tuple[float, float]:
    """Rate a shape: how many screens it goes on sideways and down, then how unlike one it is."""
    across, down = shape.width / _SCREEN[0], shape.height / _SCREEN[1]
    return _SIDEWAYS * max(0, across - 1) + max(0, down - 1), abs(log(across / down))


class _Parts:
    def __init__(self, made: Contents) -> None:
        self.units = {post.id: post.unit for post in made.posts}
        places = {role.id: place for place, role in enumerate(made.roles)}
        self.sheets = {post.id: places[post.role_id] for post in made.posts}
        self.titles = {node.id: node.title for node in made.tree.walk()}

    def part(self, shape: Shape, above: str | None) -> Part:
        """Turn a shape into a part; `above` is the unit of the box above.

        Raises:
            ValueError: If the head of the chart has no title, so that there is nothing to draw.
        """
        block, face = shape.block, shape.block.face
        if face is None:
            raise ValueError("the head of a chart has a title")
        node = face.nodes[0] if face.nodes else None
        unit = self.units[node.id] if node else above
        return Part(
            person=self._person(node, above) if node else None,
            kind=face.kind,
            title=node.title if node else block.area or "",
            number=face.number,
            is_times=face.is_times,
            hue=block.hue if block.area is not None else None,
            is_linked=block.is_linked,
            columns=tuple(tuple(self.part(s, unit) for s in c.shapes) for c in shape.columns),
        )

    def _person(self, node: Node, above: str | None) -> Person:
        unit = self.units[node.id]
        return Person(
            id=node.id,
            note=node.note,
            posts=node.posts if len(node.posts) > 1 else (),
            sheet=self.sheets[node.id],
            unit=None if unit == above else unit,
            also=tuple(self.titles[post] for post in node.dotted_to),
        )
