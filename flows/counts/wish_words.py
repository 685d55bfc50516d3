"""The words for what there shall be beside what there is (`sizes.toml`)."""

from __future__ import annotations

from dataclasses import dataclass

from flows.text.cues import Cues, EndCues
from flows.text.listed import lists_of
from flows.text.table import Table


@dataclass(frozen=True, slots=True, eq=False)
class WishWords:
    """The table [wishes] of `sizes.toml`."""

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
    def of(cls, table: Table) -> WishWords:
        """Read the table."""
        return cls(**lists_of(cls, table))
