"""The words that say firmly how many people there are now (`sizes.toml`)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from flows.cues import Cues, EndCues
from flows.table import Table


@dataclass(frozen=True, slots=True, eq=False)
class AnchorWords:
    """The table [anchors] of `sizes.toml`."""

    firm: EndCues
    firm_behind: Cues
    there: EndCues
    now_behind: Cues
    again: EndCues
    refused: Cues

    @classmethod
    def of(cls, table: Table) -> AnchorWords:
        """Read the table."""
        read: dict[str, Any] = {
            field.name: table.end_cues(field.name)
            if field.type == EndCues.__name__
            else table.cues(field.name)
            for field in fields(cls)
        }
        return cls(**read)
