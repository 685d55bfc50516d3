"""The words by which a story comes to a count (`sizes.toml`)."""

from __future__ import annotations

from dataclasses import dataclass

from flows.text.cues import Cues, EndCues
from flows.text.listed import lists_of
from flows.text.table import Table


@dataclass(slots=True, eq=False, repr=False)
class VerdictWords:
    """The table [verdicts] of `sizes.toml`."""

    so: EndCues
    opener: Cues
    then: Cues
    trusted: Cues
    claimed: EndCues
    really: Cues
    and_one: Cues
    exact: Cues
    at_last: Cues
    with_me: Cues
    went: Cues
    joined: Cues
    and_one_doing: Cues

    @classmethod
    def of(cls, table: Table) -> VerdictWords:
        """Read the table."""
        return cls(**lists_of(cls, table))
