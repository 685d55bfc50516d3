"""Replies about growing a team and hiring for it, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from flows.growth.pace_words import Period
from knowledge.brief import Brief
from knowledge.growth.figures import FigureName, Told


@dataclass(frozen=True, slots=True)
class Way:
    """A way from `start` people to the size of `brief`, beside the plan with `code`.

    The brief has no edits; `is_edited` tells that the plan has some. `told` are the figures of
    months that somebody told; the conversation fills them in.
    """

    brief: Brief
    code: str
    start: int
    is_edited: bool
    told: Told = ()

    @property
    def ends(self) -> str:
        """Write both sizes, for a button."""
        return f"{self.start}.{self.brief.size}"


@dataclass(frozen=True, slots=True)
class ShowGrowth:
    """Show a way; `focus` is the role and which of its posts was asked for."""

    way: Way
    page: int = 1
    focus: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class ShowMonths:
    """Show a way month by month, at the pace that was told or the usual one.

    `guessed` is the period that was taken for a turnover where nobody said one.
    """

    way: Way
    guessed: Period | None = None


@dataclass(frozen=True, slots=True)
class SendGrowth:
    """Send a way with the plan at its end as a file; `format` is one of `WAY_FORMATS`."""

    way: Way
    format: str


@dataclass(frozen=True, slots=True)
class NotedPace:
    """Say which figures of months were noted, of a team of a channel if that is known."""

    told: Told
    channel: str | None
    guessed: Period | None


@dataclass(frozen=True, slots=True)
class BadFigure:
    """Say what a figure of months may be for a channel, because another one was told."""

    name: FigureName
    channel: str | None


@dataclass(frozen=True, slots=True)
class ShowGrowthPicture:
    """Show a way as a picture, or as text where pictures cannot be shown."""

    way: Way
    theme: str


@dataclass(frozen=True, slots=True)
class ChooseGrowth:
    """Ask to which size a team shall grow or shrink; `options` are what buttons offer."""

    code: str
    start: int
    options: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NthPost:
    """Say that the n-th post of a role is there already at `size`, or never comes (no size)."""

    code: str
    role: str
    number: int
    size: int | None
    people: int


@dataclass(frozen=True, slots=True)
class ShowKit:
    """Show the hiring kit of a role; `others` are further roles of the title that was asked."""

    role: str
    page: int = 1
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SendKit:
    """Send a hiring kit as a file; `format` is one of `flows.growth.growing.KIT_FORMATS`."""

    role: str
    format: str


GrowthReply: TypeAlias = (
    ShowGrowth
    | ShowMonths
    | ShowGrowthPicture
    | SendGrowth
    | NotedPace
    | BadFigure
    | ChooseGrowth
    | NthPost
    | ShowKit
    | SendKit
)
