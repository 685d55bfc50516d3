"""What pictures are drawn from: five primitives that every writer knows, and scenes of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias


class Rect(NamedTuple):
    """A rectangle with round corners."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    fill: str
    stroke: str | None


class Bar(NamedTuple):
    """A rectangle with round corners at its left."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    fill: str


class Circle(NamedTuple):
    """A filled circle around a middle."""

    x: float
    y: float
    radius: float
    fill: str


class Path(NamedTuple):
    """A line or an outline: commands M, L, Q, Z with their coordinates; dotted or not."""

    commands: tuple[tuple[str | float, ...], ...]
    fill: str | None
    stroke: str | None
    width: float
    dash: tuple[float, float] | None


class Label(NamedTuple):
    """One line of text from its left end on the baseline."""

    x: float
    y: float
    text: str
    size: float
    is_bold: bool
    fill: str


Primitive: TypeAlias = Rect | Bar | Circle | Path | Label


class Part(NamedTuple):
    """What belongs together, with what to call it for those who cannot see it."""

    about: str
    items: tuple[Primitive, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture as parts to draw one over the other [px]."""

    width: float
    height: float
    ground: str
    title: str
    parts: tuple[Part, ...]
