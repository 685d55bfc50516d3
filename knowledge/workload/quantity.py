"""Quantities: what a workload is told in, with the usual figures for what nobody told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from knowledge.model import Text

Unit: TypeAlias = Literal["plain", "share", "seconds", "minutes", "hours", "days"]
UNITS: tuple[Unit, ...] = ("plain", "share", "seconds", "minutes", "hours", "days")
Kind: TypeAlias = Literal["amount", "estimate", "goal"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure of a workload, in its `unit`; a share is 0 to 1.

    An `amount` must be told and has no default. An `estimate` is uncertain until somebody measures
    it, so its usual range makes the answer a range; a `goal` is the reader's to choose. `least` and
    `most` are the limits of what is accepted, `low` and `high` what is usual.
    """

    id: str
    kind: Kind
    unit: Unit
    name: Text
    least: float
    most: float
    default: float | None
    low: float
    high: float
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Formula:
    """How one step of the arithmetic is said: `text` has the figures in braces."""

    id: str
    text: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Workload:
    """What is known about workloads: quantities and formulas by id."""

    quantities: Mapping[str, Quantity]
    formulas: Mapping[str, Formula]


@dataclass(frozen=True, slots=True)
class Told:
    """A figure that somebody told, roughly perhaps: between `low` and `high`."""

    low: float
    high: float

    @property
    def value(self) -> float:
        """The figure to reckon with: the middle of a rough one."""
        return (self.low + self.high) / 2
