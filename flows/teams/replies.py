"""Replies about the diagnosis of a team, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from knowledge.brief import Brief

if TYPE_CHECKING:  # what reads teams is loaded when somebody sends one
    from flows.teams.reading import Reading
    from flows.teams.roster_rows import Problem
    from knowledge.diagnosis.team import Team


@dataclass(frozen=True, slots=True)
class AskTeam:
    """Ask for a description of a team or a file; offer the current plan with `code`.

    `waits` tells that a team told before still waits for what its titles mean.
    """

    code: str | None
    waits: bool


@dataclass(frozen=True, slots=True)
class OfferCheck:
    """Ask whether a list of people [people] beside a plan is to be checked or planned for."""

    people: int


@dataclass(frozen=True, slots=True)
class AskTitle:
    """Ask which role people [people] with a title have; where it is not `is_known`, which is near.

    `number` counts the titles asked before, `left` those to be asked after this one.
    """

    title: str
    people: int
    roles: tuple[str, ...]
    is_known: bool
    number: int
    left: int


@dataclass(frozen=True, slots=True)
class ShowCheck:
    """Show the diagnosis of a team, kept as the plan with `code`, None if it is too large.

    `reading` is how it was told, None where it is a plan. `before` is the score before a repair.
    """

    team: Team
    code: str | None
    reading: Reading | None
    page: int
    before: int | None


@dataclass(frozen=True, slots=True)
class ShowCheckChart:
    """Show the chart of a checked team with its findings, as text where there are no pictures.

    `told` is what the plan cannot say of the team; see `flows.teams.told`.
    """

    brief: Brief
    code: str
    told: str
    theme: str


@dataclass(frozen=True, slots=True)
class BadFile:
    """Say why a file was not read: a code and its limit, or what is wrong in which row."""

    refused: tuple[str, int] | None
    problems: tuple[Problem, ...]


CheckReply: TypeAlias = AskTeam | OfferCheck | AskTitle | ShowCheck | ShowCheckChart | BadFile
