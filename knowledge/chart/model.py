"""The vocabulary of charts: the tree that is laid out, and the pages that come out.

All lengths are in pixels of a picture drawn at its natural size, y grows downwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

Ink: TypeAlias = Literal["ink", "note", "accent", "on_solid", "on_solid_note"]
Kind: TypeAlias = Literal["head", "header", "leader", "summary", "leaf"]


@dataclass(frozen=True, slots=True)
class Node:
    """One box of the tree: `count` people of one role; `people` counts those below as well.

    `posts` are the ids the box stands for, more than one where equal boxes were folded; `role`
    is their role.
    `department` names the area the node stands in directly below the head of a page, empty
    for none; peers with equal names share one area. A box that `is_own` has a name that the user
    gave it: it is never folded into others, and written in fewer lines.
    """

    id: str
    posts: tuple[str, ...]
    role: str
    title: str
    note: str
    count: int
    people: int
    department: str
    is_leader: bool
    children: tuple[Node, ...]
    dotted_to: tuple[str, ...]
    is_own: bool

    def walk(self) -> Iterator[Node]:
        """Go through the tree from here down, leaders before their people."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands around a chart: title and second line above it, a small line below."""

    title: str
    subtitle: str
    footer: str


class Box(NamedTuple):
    """A rectangle [px]."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge [px]."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the bottom edge [px]."""
        return self.y + self.height


class Text(NamedTuple):
    """One line of text: left end and baseline [px], size [px]."""

    x: float
    y: float
    text: str
    size: float
    is_bold: bool
    ink: Ink


class Pill(NamedTuple):
    """A number in a rounded box: how many people; `is_times` says "× n" of one box."""

    box: Box
    text: Text
    is_times: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One drawn box: its node, where it stands and what is written on it.

    `hue` is the number of the area it stands in, 0 outside any.
    `is_stack` says that it stands for several equal posts. A `header` is the leader of an
    area; a `summary` stands for a branch drawn on another page.
    """

    box: Box
    kind: Kind
    hue: int
    node: Node
    posts: tuple[str, ...]
    texts: tuple[Text, ...]
    pill: Pill | None
    is_stack: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A coloured area around a department; `band` is its header where no leader's card is."""

    box: Box
    hue: int
    label: str
    band: Box | None
    texts: tuple[Text, ...]
    pill: Pill | None


@dataclass(frozen=True, slots=True)
class Link:
    """A line from one box to another: corners in order; dotted for "also reports to"."""

    source: str
    target: str
    is_dotted: bool
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A laid-out picture; paint groups first, then links, then cards."""

    width: float
    height: float
    title: str
    texts: tuple[Text, ...]
    groups: tuple[Group, ...]
    links: tuple[Link, ...]
    cards: tuple[Card, ...]
