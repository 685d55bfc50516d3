"""The words for what a whole holds, who has come and who shall come (`sizes.toml`)."""

from __future__ import annotations

from dataclasses import dataclass

from flows.text.cues import Cues, EndCues
from flows.text.listed import lists_of
from flows.text.table import Table


@dataclass(slots=True, eq=False, repr=False)
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
    some_of: EndCues
    some_being: Cues
    new_ones: EndCues
    counted_in: Cues
    lists: EndCues
    not_there: Cues
    asked_only: Cues
    nth_wished: EndCues
    ranked: Cues
    first_add: EndCues
    going_from: EndCues
    will_go: Cues
    left_then: EndCues
    granted: EndCues
    actual: EndCues
    just_granted: EndCues
    standing: EndCues
    filling: Cues
    only_mine: EndCues
    still: EndCues

    @classmethod
    def of(cls, table: Table) -> HeldWords:
        """Read the table."""
        return cls(**lists_of(cls, table))
