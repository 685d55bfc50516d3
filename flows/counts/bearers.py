"""Reading whoever is named by work and a word for a person: "email gal", 剪片仔.

Such words say the same of everybody, so one stands for all in the titles of the knowledge ("email
guy", 剪片的). All words come from `roles.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from flows.text.table import Table

_Pattern = tuple[re.Pattern[str], str]


@dataclass(slots=True, eq=False, repr=False)
class Bearers:
    """Words for persons, and the one that titles have in place of them."""

    patterns: tuple[_Pattern, ...]

    @classmethod
    def of(cls, rows: Iterable[Table]) -> Bearers:
        """Read the rows of `roles.toml`: patterns, and what stands for them."""
        return cls(tuple((row.cues("words").pattern, row.string("usual")) for row in rows))

    def usual(self, text: str) -> str:
        """Put the usual word in place of each word for a person in a folded text."""
        for pattern, usual in self.patterns:
            text = pattern.sub(usual, text)
        return text
