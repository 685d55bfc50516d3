"""The words of seasons and months (`sizes.toml`)."""

from __future__ import annotations

from dataclasses import dataclass

from flows.text.cues import Cues, EndCues
from flows.text.table import Table

_TIME = "{month}"


@dataclass(slots=True, eq=False, repr=False)
class SeasonWords:
    """The table [seasons] of `sizes.toml`; `spans` gives the first and last month of a name."""

    usual: EndCues
    usual_behind: Cues
    month: Cues
    now: Cues
    spans: dict[str, tuple[int, int]]

    @classmethod
    def of(cls, table: Table) -> SeasonWords:
        """Read the table."""
        first, last = table.table("first").numbers(), table.table("last").numbers()
        either = f"(?:{'|'.join(first)})(?![a-z])"
        return cls(
            usual=table.end_cues("usual"),
            usual_behind=table.cues("usual_behind"),
            month=Cues([either]),
            now=Cues(word.replace(_TIME, either) for word in table.words("now")),
            spans={name: (place, last.get(name, place)) for name, place in first.items()},
        )
