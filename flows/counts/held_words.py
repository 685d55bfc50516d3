"""The words for what a whole holds, who has come and who shall come (`sizes.toml`)."""

from __future__ import annotations

from dataclasses import dataclass

from flows.text.cues import Cues, EndCues
from flows.text.listed import lists_of
from flows.text.table import Table


@dataclass(frozen=True, slots=True, eq=False)
class HeldWords:
    """The table [held] of `sizes.toml`."""

    others: Cues
    places: Cues
    taken: EndCues
    empty: Cues
    inside: EndCues
    not_ours: Cues
    came: EndCues
    came_behind: Cues
    before_that: EndCues
    like_a: EndCues
    team: Cues
    then: EndCues
    at_least: EndCues
    at_most: EndCues
    too_many: EndCues
    back: Cues
    add: EndCues
    no_people: Cues

    @classmethod
    def of(cls, table: Table) -> HeldWords:
        """Read the table."""
        return cls(**lists_of(cls, table))
