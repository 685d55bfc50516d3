"""What goes wrong between the bot and Telegram, in a random order that a seed repeats."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from random import Random

KINDS = ("429", "500", "502", "reset", "lost")


@dataclass(slots=True)
class Faults:
    """Which share of the requests fails, and how.

    "429": too many requests, try again after `retry_after` [seconds]. "500" and "502": the server
    is broken; the body of 502 is HTML. "reset": the connection ends before the request is
    processed; "lost": afterwards, so that the bot can't know. Only "lost" requests have an effect.
    """

    rate: float
    seed: int = 0
    kinds: tuple[str, ...] = KINDS
    spare: tuple[str, ...] = ()
    retry_after: int = 1
    counts: Counter[str] = field(init=False, default_factory=Counter)
    _dice: Random = field(init=False, repr=False)

    def __post_init__(self) -> None:
        unknown = set(self.kinds) - set(KINDS)
        if unknown:
            raise ValueError(f"no such fault: {sorted(unknown)}")
        self._dice = Random(self.seed)  # noqa: S311 - a test must repeat

    def pick(self, method: str) -> str | None:
        """Say how this request fails; None if it doesn't."""
        if method in self.spare or self._dice.random() >= self.rate:
            return None
        kind = self._dice.choice(self.kinds)
        self.counts[kind] += 1
        return kind
