"""The words by which people are named one after the other without numbers (`sizes.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flows.text.cues import Cues
from flows.text.listed import lists_of
from flows.text.table import Table

_SETS = ("names", "no_names", "persons", "epithets")


@dataclass(slots=True, eq=False, repr=False)
class RollWords:
    """The table [rolls] of `sizes.toml`."""

    of_team: Cues
    there_is: Cues
    speaker_first: Cues
    named_first: Cues
    plus: Cues
    along: Cues
    duty_start: Cues
    duty: Cues
    only_meant: Cues
    separator: Cues
    end: Cues
    pronoun: Cues
    opener: Cues
    kin: Cues
    tail: Cues
    unknown_tail: Cues
    title: Cues
    names: frozenset[str]
    no_names: frozenset[str]
    persons: frozenset[str]
    epithets: frozenset[str]

    @classmethod
    def of(cls, table: Table) -> RollWords:
        """Read the table."""
        sets: dict[str, Any] = {key: frozenset(table.words(key)) for key in _SETS}
        return cls(**lists_of(cls, table, _SETS), **sets)
