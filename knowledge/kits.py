"""Hiring kits: what to ask candidates for a role, and what they should reach in their first months.

The rest of a kit stands in the role itself; both are our own rule of thumb and say so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from knowledge.model import Text

FEWEST_QUESTIONS, MOST_QUESTIONS = 6, 8
PERIODS = (30, 60, 90)  # days


@dataclass(frozen=True, slots=True)
class Kit:
    """Interview questions for a role, and its goals after 30, 60 and 90 days."""

    role: str
    questions: tuple[Text, ...]
    first: tuple[Text, ...]
    second: tuple[Text, ...]
    third: tuple[Text, ...]
    sources: tuple[str, ...]

    @property
    def goals(self) -> tuple[tuple[int, tuple[Text, ...]], ...]:
        """The goals with the days after which they are due."""
        return tuple(zip(PERIODS, (self.first, self.second, self.third), strict=True))


Kits: TypeAlias = Mapping[str, Kit]
