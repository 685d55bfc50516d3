"""The words for people told in pairs, and for what each of several has (`sizes.toml`)."""

from __future__ import annotations

from dataclasses import dataclass

from flows.text.cues import Cues, EndCues
from flows.text.listed import lists_of
from flows.text.table import Table


@dataclass(slots=True, eq=False, repr=False)
class CoupleWords:
    """The table [couples] of `sizes.toml`."""

    pair: Cues
    by_two: EndCues
    two_make: Cues
    side: Cues
    sex: Cues
    children: Cues
    all_have: EndCues
    a_team: Cues
    and_others: EndCues
    front: EndCues
    behind: EndCues
    as_ever: EndCues
    every: EndCues
    every_some: EndCues
    led_by: Cues
    like_units: Cues
    inside: EndCues
    closes: Cues

    @classmethod
    def of(cls, table: Table) -> CoupleWords:
        """Read the table."""
        return cls(**lists_of(cls, table))
