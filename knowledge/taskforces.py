"""Goals for which a task force (专项小组) is formed, as the data tells them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.model import Text


@dataclass(frozen=True, slots=True)
class Seat:
    """One piece of work in a task force.

    `roles` may take it, the best first. `low..high` is the share of each one's time [percent]. One
    person sits there for every `per` people of the role, at least one and `most` at most.
    """

    task: Text
    roles: tuple[str, ...]
    low: int
    high: int
    per: int
    most: int
    leads: bool


@dataclass(frozen=True, slots=True)
class Goal:
    """What a task force is for, what it may decide, how it meets, and when it ends [weeks]."""

    id: str
    name: Text
    aim: Text
    inside: Text
    outside: Text
    decides: tuple[Text, ...]
    asks: tuple[Text, ...]
    cadence: tuple[Text, ...]
    exits: tuple[Text, ...]
    low_weeks: int
    high_weeks: int
    seats: tuple[Seat, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of its working time [percent] a unit, and a person, can give."""

    unit: int
    person: int
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Goals:
    """All goals by id, and the limits that count for each."""

    limits: Limits
    goals: Mapping[str, Goal]
