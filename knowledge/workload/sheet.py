"""The sheet: a workload's figures while it is reckoned; it notes what was used and every step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from knowledge.workload.quantity import Quantity, Told, Unit, Workload
from knowledge.workload.result import Input, Period, Queue, Step

End: TypeAlias = Literal["value", "light", "heavy"]
# More of these means fewer people; more of all others means more people.
EASING = frozenset(
    {
        *("interval_minutes", "answer_seconds", "reply_seconds", "max_occupancy", "concurrency"),
        *("shift_hours", "person_days", "clear_days", "conversion", "dials_per_agent"),
        *("phone_hours", "month_days", "packed_per_hour", "work_hours", "chats_per_agent"),
        *("tickets_per_agent", "skus_per_operator", "pages_per_day", "anchor_hours", "desk_hours"),
    }
)


class RawNeed(NamedTuple):
    """People for one kind of work as reckoned, not yet rounded; see `result.Need`."""

    role: str | None
    agents: float
    scheduled: float
    staff: float


class Outcome(NamedTuple):
    """What the arithmetic of a kind of work finds."""

    needs: tuple[RawNeed, ...]
    queue: Queue | None = None
    periods: tuple[Period, ...] = ()


class Sheet:
    """Figures by name; `end` chooses the middle, the light or the heavy end of rough ones."""

    def __init__(
        self,
        known: Workload,
        told: Mapping[str, Told],
        agents: int | None,
        variants: tuple[str, ...],
        end: End = "value",
    ) -> None:
        self.known, self.told, self.end = known, told, end
        self.agents, self.variants = agents, variants
        self.used: dict[str, Input] = {}
        self.steps: list[Step] = []

    def has(self, *names: str) -> bool:
        """Tell whether one of these was told."""
        return any(name in self.told for name in names)

    def __getitem__(self, name: str) -> float:
        """Take a figure: as told, else the usual one."""
        if name not in self.used:
            self.used[name] = _input(self.known.quantities[name], self.told.get(name))
        found = self.used[name]
        if self.end == "value":
            return found.value
        return found.high if (self.end == "heavy") != self._eases(name) else found.low

    def _eases(self, name: str) -> bool:
        # Reaching more people saves dials where deals count, and costs talk where dials count.
        return name in EASING or (name == "contact_rate" and "deals" in self.told)

    def step(self, formula: str, **figures: float) -> None:
        """Note a step; figures that are quantities may be left to the formula's text."""
        found = self.known.formulas[formula]
        named = {name: self[name] for name in self.used if f"{{{name}}}" in found.text.en}
        values = tuple((n, v, self._unit(n)) for n, v in (named | figures).items())
        assumed = [self.used[name].quantity for name in named if not self.used[name].is_told]
        cited = (*found.sources, *(source for q in assumed for source in q.sources))
        self.steps.append(Step(found, values, tuple(dict.fromkeys(cited))))

    def _unit(self, name: str) -> Unit:
        quantity = self.known.quantities.get(name)
        return quantity.unit if quantity else "plain"


def _input(quantity: Quantity, told: Told | None) -> Input:
    if told is not None:
        return Input(quantity, told.value, told.low, told.high, is_told=True)
    value = quantity.default
    if value is None:
        msg = f"{quantity.id} has no default and was not told"
        raise LookupError(msg)
    if quantity.kind == "estimate":
        return Input(quantity, value, quantity.low, quantity.high, is_told=False)
    return Input(quantity, value, value, value, is_told=False)
