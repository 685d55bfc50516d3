"""Budgets: how much a person, and a group together, may ask for before being asked to slow down.

Who asks for more than a budget holds has to rest; what they ask for meanwhile gets nothing and
counts for nothing, so a flood is cheap. All of it is in memory and begins anew at a restart. This
only decides; what is said and left undone is for others.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.allowance import MOST_KEPT, Allowance, Rate
from bot.config import LimitsConfig

Kind: TypeAlias = Literal["message", "tap", "picture", "export", "import"]
MINUTE, DAY = 60.0, 86_400.0  # seconds
REST, LONG_REST = 60.0, 3600.0  # seconds, after too much in a minute and in a day
_UPDATES = ("message", "tap", "import")  # what an update may be; pictures and exports follow one
_MOST_DECIDED = 1000  # decisions
_MS = 1000  # in a second
_PIECE, _MOST_PIECES = 50, 10  # characters, pieces
_Budgets: TypeAlias = Mapping[Kind, tuple["_Budget", ...]]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Too much: of what, how long to rest from now on [seconds], and whether this begins it."""

    kind: Kind
    seconds: float
    is_first: bool


class Budgets:
    """The budgets of everybody; a limit of 0 is none."""

    def __init__(self, limits: LimitsConfig, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._own, self._together = _budgets(limits, 1), _budgets(limits, limits.group_times)
        self._work = _work(limits)
        self._decided: OrderedDict[tuple[str, Kind], Refusal | None] = OrderedDict()

    def spend(
        self, kind: Kind, person: str, group: str | None, update: str, pieces: int = 1
    ) -> Refusal | None:
        """Take something out of the budgets of a person and a group; None if it is there.

        An update that is tried again, because the store could not be used, is decided only once.

        Args:
            kind: What is asked for.
            person: Who asks.
            group: The group they ask in, None in private.
            update: The id of the update.
            pieces: How much of the minute's budget it takes.
        """
        if (update, kind) not in self._decided:
            self._decided[update, kind] = self._decide(kind, person, group, pieces)
            if len(self._decided) > _MOST_DECIDED:
                self._decided.popitem(last=False)
        return self._decided[update, kind]

    def worked(self, person: str, seconds: float) -> None:
        """Note how long the processor worked for somebody [seconds], beyond what was known before.

        Some short messages take much longer to answer than others; those are counted so.
        """
        if self._work is not None:
            self._work.take(person, self._clock(), round(seconds * _MS))

    def _decide(self, kind: Kind, person: str, group: str | None, pieces: int) -> Refusal | None:
        now = self._clock()
        asked = [(budget, person) for budget in self._own[kind]]
        if self._work is not None and kind in _UPDATES:
            asked.append((self._work, person))
        if group is not None:
            asked += [(budget, group) for budget in self._together[kind]]
        for budget, key in asked:
            if seconds := budget.rest_of(key, now):
                return Refusal(kind, seconds, is_first=False)
        for budget, key in asked:
            if budget.is_short(key, now, pieces):
                return Refusal(kind, budget.begin_rest(key, now), is_first=True)
        for budget, key in asked:
            budget.count(key, now, pieces)
        return None


class _Budget:
    """One limit: so much in so many seconds for each key, else a rest of some seconds.

    Of an update it counts the pieces, the update as one, or nothing: then it is for `take`.
    """

    def __init__(
        self, most: int, seconds: float, rest: float, counts: Literal["pieces", "one", "nothing"]
    ) -> None:
        self._allowance, self._rest = Allowance(Rate(most, seconds / most)), rest
        self._counts = counts
        self._rests_until: OrderedDict[str, float] = OrderedDict()

    def rest_of(self, key: str, now: float) -> float:
        """Tell how long somebody still has to rest [seconds]; 0 if not."""
        return max(0.0, self._rests_until.get(key, now) - now)

    def begin_rest(self, key: str, now: float) -> float:
        """Let somebody rest; gives for how long [seconds]. Who has rested is forgotten."""
        ends = self._rests_until
        ends[key] = now + self._rest
        ends.move_to_end(key)
        while len(ends) > MOST_KEPT or next(iter(ends.values())) <= now:
            ends.popitem(last=False)
        return self._rest

    def is_short(self, key: str, now: float, pieces: int) -> bool:
        """Tell whether less is left than an update takes."""
        needed = pieces if self._counts == "pieces" else 1
        return self._allowance.wait(key, now, needed) > 0

    def count(self, key: str, now: float, pieces: int) -> None:
        """Count an update."""
        if self._counts != "nothing":
            self.take(key, now, pieces if self._counts == "pieces" else 1)

    def take(self, key: str, now: float, amount: int) -> None:
        """Take some of it."""
        self._allowance.take(key, now, amount)


def _work(limits: LimitsConfig) -> _Budget | None:
    """Make the budget of the processor's time [milliseconds]."""
    most = limits.work_seconds_per_minute * _MS
    return _Budget(most, MINUTE, REST, "nothing") if most else None


def _budgets(limits: LimitsConfig, times: int) -> _Budgets:
    """Make the budgets of each kind; the one for a day is for all updates together."""
    a_minute: dict[Kind, int] = {
        "message": limits.messages_per_minute,
        "tap": limits.taps_per_minute,
        "picture": limits.pictures_per_minute,
        "export": limits.exports_per_minute,
        "import": limits.imports_per_minute,
    }
    most = limits.updates_per_day * times
    a_day = (_Budget(most, DAY, LONG_REST, "one"),) if most else ()
    return {
        kind: (
            *([_Budget(most * times, MINUTE, REST, "pieces")] if most * times else ()),
            *(a_day if kind in _UPDATES else ()),
        )
        for kind, most in a_minute.items()
    }


def pieces_of(text: str) -> int:
    """Say how much of a budget a text takes: reading a long one takes longer."""
    return min(1 + len(text) // _PIECE, _MOST_PIECES)
