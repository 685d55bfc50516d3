"""The brief: what a plan is made for, complete and checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from knowledge.edits.edit import Edit
from knowledge.model import CHANNELS, COMPANY, MAX_SIZE, MIN_SIZE, OTHER_TEAMS, Stage

PARTS = (*CHANNELS, OTHER_TEAMS)  # what a company can consist of, in order


class Part(NamedTuple):
    """A part of a company: a channel, or other teams, with its people [people] and variants."""

    channel: str
    people: int
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """What the user told us, without holes.

    `size` is everybody in the team, the leader included [people]. `size_low` is the lower end
    where the user gave a range (the plan is for the upper end), else equal to `size`.
    `stage_assumed` says that the stage was proposed from the size. `variants` are sorted ids.
    `edits` are what the user changed in the plan afterwards, oldest first. `spans` are leading
    roles with the people [people] one of them leads where the user wants another number than the
    usual one, sorted by role. `parts` are those of a company, in the order of `PARTS`: a company
    of another size than they add up to grows or shrinks in their proportion.
    """

    channel: str
    stage: Stage
    stage_assumed: bool
    size: int
    size_low: int
    variants: tuple[str, ...]
    edits: tuple[Edit, ...] = ()
    spans: tuple[tuple[str, int], ...] = ()
    parts: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what no plan can be made for.

        Raises:
            ValueError: If the sizes are not ordered within 1 to 5000, variants, spans or parts
                not sorted, or parts are given for something else than a company.
        """
        if not MIN_SIZE <= self.size_low <= self.size <= MAX_SIZE:
            msg = f"sizes {self.size_low} to {self.size} are not within {MIN_SIZE} to {MAX_SIZE}"
            raise ValueError(msg)
        if list(self.spans) != sorted(dict(self.spans).items()):
            msg = f"spans {self.spans} are not sorted by role without doubles"
            raise ValueError(msg)
        if list(self.variants) != sorted(set(self.variants)):
            msg = f"variants {self.variants} are not a sorted list without doubles"
            raise ValueError(msg)
        order = [PARTS.index(part.channel) for part in self.parts]
        if order != sorted(set(order)) or any(part.people < 1 for part in self.parts):
            msg = f"parts {self.parts} are not in order, each with people and none twice"
            raise ValueError(msg)
        if bool(self.parts) != (self.channel == COMPANY):
            msg = f"a company has parts and nothing else has: {self.channel} with {self.parts}"
            raise ValueError(msg)

    @property
    def channels(self) -> tuple[str, ...]:
        """The channels whose work is planned: the own one, or those of a company's parts."""
        named = tuple(part.channel for part in self.parts if part.channel != OTHER_TEAMS)
        return named or (self.channel,)
