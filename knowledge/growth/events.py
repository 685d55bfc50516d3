"""What happens on the way from one size of a team to another.

Every event stands between two sizes: `size` is the larger one [people], so growing it happens with
the hire that makes the team that large, shrinking when the team falls below it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from knowledge.model import Stage
from knowledge.programme import Rule
from knowledge.sequence import Hire


@dataclass(frozen=True, slots=True)
class Handover:
    """Functions that a new post takes over from another role, or that go back to it."""

    role: str
    functions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FirstPost:
    """A role gets its first post, the hire, and takes functions over from who covered them."""

    size: int
    hire: Hire
    handovers: tuple[Handover, ...]


@dataclass(frozen=True, slots=True)
class FurtherLeader:
    """A leading role that is there already gets another post."""

    size: int
    hire: Hire


@dataclass(frozen=True, slots=True)
class NewLayer:
    """The levels on which somebody leads others, in the smaller team and from `size` on."""

    size: int
    before: int
    after: int
    hire: Hire


@dataclass(frozen=True, slots=True)
class NewForm:
    """From `size` on another rule names the form; `before` is the rule of the smaller team."""

    size: int
    before: Rule
    rule: Rule


@dataclass(frozen=True, slots=True)
class StageBorder:
    """From `size` on teams usually are in `stage`, which has other roles than the stage before.

    `added` and `removed` are those roles with their people [people] at the larger end of the path.
    It `is_planned` where the path is drawn for this stage or a later one: then the posts are part
    of the path already.
    """

    size: int
    stage: Stage
    added: tuple[tuple[str, int], ...]
    removed: tuple[tuple[str, int], ...]
    is_planned: bool
    sources: tuple[str, ...]


Event: TypeAlias = FirstPost | FurtherLeader | NewLayer | NewForm | StageBorder


@dataclass(frozen=True, slots=True)
class Milestone:
    """Everything that happens at one size [people]."""

    size: int
    events: tuple[Event, ...]
