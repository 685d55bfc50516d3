"""The door: a kind of work and what was told of it become people, or a reason why not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from knowledge.model import MAX_SIZE
from knowledge.workload.customer_service import calls, cautions, chats, mails
from knowledge.workload.ecommerce import orders
from knowledge.workload.names import DEMAND, QUANTITIES
from knowledge.workload.quantity import Told, Workload
from knowledge.workload.result import Caution, Need, Refusal, Refused, Sizing, people, total
from knowledge.workload.sheet import End, Outcome, RawNeed, Sheet
from knowledge.workload.telesales import telesales


@dataclass(frozen=True, slots=True)
class Work:
    """A kind of work: the quantities it reckons with, and those one of which must be told."""

    id: str
    channel: str
    demand: tuple[str, ...]
    quantities: tuple[str, ...]
    reckon: Callable[[Sheet], Outcome]

    @property
    def has_queue(self) -> bool:
        """Whether customers wait for it in a queue, so that one can ask about some agents."""
        return "interval_minutes" in self.quantities


WORKS: Mapping[str, Work] = {
    name: Work(name, channel, DEMAND[name], QUANTITIES[name], reckon)
    for name, channel, reckon in (
        ("calls", "customer_service", calls),
        ("chats", "customer_service", chats),
        ("mails", "customer_service", mails),
        ("telesales", "telesales", telesales),
        ("orders", "ecommerce", orders),
    )
}
_NOT_ABOVE = (
    ("off_peak_calls", "calls"),
    ("off_peak_chats", "chats"),
    ("peak_hours", "open_hours"),
)


def size(
    known: Workload,
    work: str,
    told: Mapping[str, Told],
    *,
    agents: int | None = None,
    variants: tuple[str, ...] = (),
) -> Sizing | Refusal:
    """Reckon the people a workload needs.

    Args:
        known: Quantities and formulas of the knowledge.
        work: A key of `WORKS`.
        told: Figures by quantity, in its unit; what is missing is taken from the knowledge.
        agents: Look at this number of agents instead of finding the fewest; for queues only.
        variants: Sorted ids of variants of the work's channel.

    Returns:
        The people with every step, or why it cannot be reckoned as told.
    """
    kind = WORKS[work]
    if refusal := _refusal(known, kind, told, agents):
        return refusal
    try:
        return _sized(known, kind, told, agents, variants)
    except Refused as refused:
        return refused.refusal


def _refusal(
    known: Workload, kind: Work, told: Mapping[str, Told], agents: int | None
) -> Refusal | None:
    """Find what is wrong with the figures told, before anything is reckoned."""
    if strange := tuple(name for name in told if name not in kind.quantities):
        return Refusal("unknown", strange)
    for name, figure in told.items():
        quantity = known.quantities[name]
        if not quantity.least <= figure.low <= figure.high <= quantity.most:
            return Refusal("outside", (name,), quantity.least, quantity.most)
    if demand := _demand(kind, told):
        return demand
    if agents is not None and not (kind.has_queue and 1 <= agents <= MAX_SIZE):
        return Refusal("no_agents", (), 1, MAX_SIZE)
    return _order(told)


def _demand(kind: Work, told: Mapping[str, Told]) -> Refusal | None:
    found = tuple(name for name in kind.demand if name in told)
    if not found:
        return Refusal("missing", kind.demand)
    return Refusal("several", found) if len(found) > 1 else None


def _order(told: Mapping[str, Told]) -> Refusal | None:
    for less, more in _NOT_ABOVE:
        if less in told and more in told and told[less].high > told[more].low:
            return Refusal("above", (less, more))
    return None


def _sized(
    known: Workload,
    kind: Work,
    told: Mapping[str, Told],
    agents: int | None,
    variants: tuple[str, ...],
) -> Sizing:
    def reckoned(end: End) -> tuple[Sheet, Outcome]:
        sheet = Sheet(known, told, agents, variants, end)
        return sheet, kind.reckon(sheet)

    sheet, found = reckoned("value")
    if unused := tuple(name for name in told if name not in sheet.used):
        raise Refused(Refusal("unused", unused))
    ends = (reckoned("light")[1], reckoned("heavy")[1])
    needs, together = _needs(found, *ends), _together(found, *ends)
    if together.staff.count > MAX_SIZE:
        raise Refused(Refusal("too_many", kind.demand, 0, MAX_SIZE))
    return Sizing(
        work=kind.id,
        channel=kind.channel,
        inputs=tuple(sheet.used.values()),
        needs=needs,
        together=together,
        steps=tuple(sheet.steps),
        queue=found.queue,
        periods=found.periods,
        cautions=_cautions(found),
        variants=tuple(sorted({*variants, *(("live_selling",) * sheet.has("live_hours"))})),
    )


def _needs(found: Outcome, light: Outcome, heavy: Outcome) -> tuple[Need, ...]:
    return tuple(
        Need(
            raw.role,
            people(raw.agents, less.agents, more.agents),
            people(raw.scheduled, less.scheduled, more.scheduled),
            people(raw.staff, less.staff, more.staff),
        )
        for raw, less, more in zip(found.needs, light.needs, heavy.needs, strict=True)
    )


def _together(found: Outcome, light: Outcome, heavy: Outcome) -> Need:
    """Add up all work; what is less than one person each is shared, and rounded only then."""
    if _is_shared(found):
        pooled = tuple(_pooled(outcome) for outcome in (found, light, heavy))
        return _needs(*pooled)[0]
    needs = _needs(found, light, heavy)
    return Need(
        None,
        total(tuple(need.agents for need in needs)),
        total(tuple(need.scheduled for need in needs)),
        total(tuple(need.staff for need in needs)),
    )


def _is_shared(found: Outcome) -> bool:
    return sum(need.staff for need in found.needs) < len(found.needs) - 1


def _pooled(outcome: Outcome) -> Outcome:
    figures = [sum(column) for column in zip(*(need[1:] for need in outcome.needs), strict=True)]
    return Outcome((RawNeed(None, *figures),))


def _cautions(found: Outcome) -> tuple[Caution, ...]:
    if found.queue is not None:
        return cautions(found.queue)
    chatting = sum(need.staff for need in found.needs if need.role == "presales_cs")
    several: tuple[Caution, ...] = ("shared",) if _is_shared(found) else ()
    return (*several, "one_shift") if 0 < chatting <= 1 else several
