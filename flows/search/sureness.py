"""How sure a role is meant: a logistic function of what speaks for it.

Its numbers are fitted to labelled questions by `python -m tests.language.fit`.
"""

from __future__ import annotations

import math
from typing import NamedTuple

_FARTHEST = 50  # odds are taken to be no farther, so that numbers stay finite


class Manner(NamedTuple):
    """How a question is asked: whether for somebody, and how much it sounds like ours."""

    is_asked: bool
    likeness: float


class Evidence(NamedTuple):
    """What speaks for a role.

    `score` is that of its words, `share` its share of the best possible score. `lead` tells how far
    it is ahead of the next role, as share of its own score; or behind.
    """

    score: float
    share: float
    lead: float
    manner: Manner

    @property
    def values(self) -> tuple[float, ...]:
        """List what `Sureness` weighs, in its order."""
        asked, likeness = float(self.manner.is_asked), self.manner.likeness
        return (math.log1p(self.score), self.share, self.lead, asked, likeness)


class Sureness(NamedTuple):
    """The numbers of `search.toml`; see there."""

    base: float
    score: float
    share: float
    lead: float
    asked: float
    likeness: float

    def of(self, evidence: Evidence) -> float:
        """Say how sure a role is, 0 to 1."""
        weights = (self.score, self.share, self.lead, self.asked, self.likeness)
        pairs = zip(weights, evidence.values, strict=True)
        return logistic(self.base + sum(weight * value for weight, value in pairs))


def logistic(odds: float) -> float:
    """Turn logarithmic odds into a probability."""
    return 1 / (1 + math.exp(-max(-_FARTHEST, odds)))
