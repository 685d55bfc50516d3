"""Results: how many people a workload needs, every step to them, and what to be careful about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from knowledge.workload.erlang import Service, whole
from knowledge.workload.quantity import Formula, Quantity, Unit

Code: TypeAlias = Literal[
    "missing", "several", "unknown", "outside", "unused", "above", "too_many", "no_agents"
]
Caution: TypeAlias = Literal[
    "abandonment", "small", "overload", "below_target", "busy", "one_shift", "shared"
]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a workload cannot be reckoned: the quantities it is about, and the limits they break.

    | code | `names` | `low`, `high` |
    |---|---|---|
    | missing | the amounts, one of which must be told | |
    | several | the amounts, only one of which may be told | |
    | unknown | what this kind of work does not reckon with | |
    | outside | the quantity that is outside its limits | the limits |
    | unused | what has no effect beside the others | |
    | above | what must not be above the second | |
    | too_many | | 0, the most people there may be |
    | no_agents | | 1, the most agents that can be asked about |
    """

    code: Code
    names: tuple[str, ...] = ()
    low: float = 0.0
    high: float = 0.0


class Refused(Exception):  # noqa: N818 - not a fault of the program; `size` gives it as a value
    """Ends the arithmetic of a workload that cannot be reckoned."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Input:
    """A figure that was used: as told, or the usual one; `low` to `high` where it is rough."""

    quantity: Quantity
    value: float
    low: float
    high: float
    is_told: bool

    @property
    def is_unusual(self) -> bool:
        """Whether somebody told a figure outside of what is usual."""
        usual = self.quantity
        is_within = usual.low <= self.low and self.high <= usual.high
        return self.is_told and usual.default is not None and not is_within


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the arithmetic: its formula, the figures in it by name, where they come from."""

    formula: Formula
    figures: tuple[tuple[str, float, Unit], ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class People:
    """A number of people: `raw` as reckoned, `count` rounded up, `low` to `high` if rough."""

    raw: float
    count: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Need:
    """People for one kind of work; `role` None is anybody on the front line.

    `agents` are at work at the same time, `scheduled` on the shift with those on a break or away,
    `staff` to be employed for all opening hours and days.
    """

    role: str | None
    agents: People
    scheduled: People
    staff: People


@dataclass(frozen=True, slots=True)
class Period:
    """A part of the day with its number of agents; `hours` a day."""

    id: Literal["all_day", "peak", "off_peak"]
    hours: float
    agents: int


@dataclass(frozen=True, slots=True)
class Queue:
    """How customers wait at the peak: the load [erlangs], the goal, and what the agents reach.

    `around` are some agents fewer and more.
    """

    load: float
    handle_seconds: float
    answer_seconds: float
    target: float
    max_occupancy: float
    reached: Service
    around: tuple[Service, ...]


@dataclass(frozen=True, slots=True)
class Sizing:
    """The people a workload needs, how they were reckoned, and what to be careful about.

    `together` are all `needs`; where they are less than one person each, people share them.
    """

    work: str
    channel: str
    inputs: tuple[Input, ...]
    needs: tuple[Need, ...]
    together: Need
    steps: tuple[Step, ...]
    queue: Queue | None
    periods: tuple[Period, ...]
    cautions: tuple[Caution, ...]
    variants: tuple[str, ...]


def people(raw: float, light: float, heavy: float) -> People:
    """Round people up, with the range of a light and a heavy case."""
    ends = sorted((whole(light), whole(raw), whole(heavy)))
    return People(raw, whole(raw), ends[0], ends[-1])


def total(parts: tuple[People, ...]) -> People:
    """Add up people of different work; each part is rounded by itself."""
    return People(
        sum(part.raw for part in parts),
        sum(part.count for part in parts),
        sum(part.low for part in parts),
        sum(part.high for part in parts),
    )
