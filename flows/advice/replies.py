"""Replies about task forces and about what would be otherwise; see `flows.replies`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from knowledge.brief import Brief


@dataclass(frozen=True, slots=True)
class ChooseGoal:
    """Ask what a task force is for."""

    brief: Brief
    code: str


@dataclass(frozen=True, slots=True)
class ShowTaskForce:
    """Show who is drawn from a plan for a goal."""

    brief: Brief
    code: str
    goal: str


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Show a plan beside one that is otherwise; `use` is what a tap sends to take that.

    `pay` are roles with what one of them costs a month, never stored.
    """

    one: Brief
    code: str
    other: Brief
    use: str
    pay: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class BadSpan:
    """Say that nobody of a role should lead so many people; `high` is 0 where it leads nobody."""

    role: str
    people: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class AskParts:
    """Ask how many people are in each of some channels; again where the answer had not so many."""

    channels: tuple[str, ...]
    is_again: bool


AdviceReply: TypeAlias = ChooseGoal | ShowTaskForce | WhatIf | BadSpan | AskParts
