"""The words that stand between a number and what it counts (`sizes.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flows.text.cues import Cues
from flows.text.listed import lists_of
from flows.text.table import Table

_PLAIN = ("no_adjective", "compounds", "spans")  # words, not patterns


@dataclass(slots=True, eq=False, repr=False)
class CountingWords:
    """The table [counting] of `sizes.toml`."""

    classifiers: Cues
    person_classifiers: Cues
    adjectives: Cues
    no_adjective: frozenset[str]
    compounds: frozenset[str]
    compound_ends: Cues
    worked_with: Cues
    spans: frozenset[str]
    makes_group: Cues
    of_us: Cues
    attributes: Cues

    @classmethod
    def of(cls, table: Table) -> CountingWords:
        """Read the table."""
        plain = {name: frozenset(table.words(name)) for name in _PLAIN}
        lists: dict[str, Any] = {**plain, **lists_of(cls, table, _PLAIN)}
        return cls(**lists)
