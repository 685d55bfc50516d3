"""The words that say firmly how many people there are now (`sizes.toml`)."""

from __future__ import annotations

from dataclasses import dataclass

from flows.text.cues import Cues, EndCues
from flows.text.listed import lists_of
from flows.text.table import Table


@dataclass(slots=True, eq=False, repr=False)
class AnchorWords:
    """The table [anchors] of `sizes.toml`."""

    firm: EndCues
    firm_behind: Cues
    now_clause: Cues
    taken_in: EndCues
    settled: EndCues
    settled_behind: Cues
    and_me: Cues
    once_planned: Cues
    called_off: Cues
    there: EndCues
    now_behind: Cues
    again: EndCues
    refused: Cues

    @classmethod
    def of(cls, table: Table) -> AnchorWords:
        """Read the table."""
        return cls(**lists_of(cls, table))
