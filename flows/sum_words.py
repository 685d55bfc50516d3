"""The words of sums: who left, how groups compare, what holds for each (`sizes.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flows.cues import Cues, EndCues
from flows.table import Table

_ENDS = ("gone", "back", "there_now")
_PLAIN = ("gone_behind", "back_behind", "share_of", "long_ago")


@dataclass(frozen=True, slots=True, eq=False)
class SumWords:
    """The table [sums] of `sizes.toml`."""

    gone: EndCues
    gone_behind: Cues
    back: EndCues
    back_behind: Cues
    share_of: Cues
    long_ago: Cues
    there_now: EndCues

    @classmethod
    def of(cls, table: Table) -> SumWords:
        """Read the table."""
        ends: dict[str, Any] = {key: table.end_cues(key) for key in _ENDS}
        plain: dict[str, Any] = {key: table.cues(key) for key in _PLAIN}
        return cls(**ends, **plain)
