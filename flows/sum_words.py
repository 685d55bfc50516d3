"""The words of sums: who left, how groups compare, what holds for each (`sizes.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flows.cues import Cues, EndCues
from flows.table import Table

_ENDS = ("gone", "back", "there_now", "than_more", "than_less")
_PLAIN = (
    "gone_behind",
    "back_behind",
    "share_of",
    "long_ago",
    "more_than",
    "fewer",
    "times",
    "twofold",
    "halved",
)


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
    than_more: EndCues
    than_less: EndCues
    more_than: Cues
    fewer: Cues
    times: Cues
    twofold: Cues
    halved: Cues

    @classmethod
    def of(cls, table: Table) -> SumWords:
        """Read the table."""
        ends: dict[str, Any] = {key: table.end_cues(key) for key in _ENDS}
        plain: dict[str, Any] = {key: table.cues(key) for key in _PLAIN}
        return cls(**ends, **plain)
