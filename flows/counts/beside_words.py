"""The words of Chinese counts told side by side or asked about again (`sizes.toml`)."""

from __future__ import annotations

from dataclasses import dataclass

from flows.text.cues import Cues, EndCues
from flows.text.listed import lists_of
from flows.text.table import Table


@dataclass(slots=True, eq=False, repr=False)
class BesideWords:
    """The table [beside] of `sizes.toml`."""

    also: Cues
    task: Cues
    placed: Cues
    who: EndCues
    lot: Cues
    head_office: Cues
    people_named: EndCues
    asked_for: EndCues
    together: EndCues
    friends: Cues
    began: EndCues
    concluding: EndCues
    hired_since: EndCues
    remark: Cues
    posts: EndCues
    filling: Cues
    own_age: Cues
    same_work: Cues
    doers: EndCues
    and_another: EndCues
    another_doing: Cues
    not_me: EndCues

    @classmethod
    def of(cls, table: Table) -> BesideWords:
        """Read the table."""
        return cls(**lists_of(cls, table))
