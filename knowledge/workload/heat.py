"""How well some agents fewer or more serve quieter and busier times: the cells of a heat map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.workload.erlang import Service, agents_needed, services
from knowledge.workload.result import Queue, Sizing

LEAST_ROWS, MOST_ROWS, LEAST_BELOW = 6, 12, 2
_SHARES = (0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3)  # of the amount that was told
_STEPS, _BEYOND = 4, 2  # columns from the quiet time to the peak, and beyond it
_FINE = 20  # amounts from which a column is a whole number


@dataclass(frozen=True, slots=True)
class Heat:
    """Service by agents and amount: a row for each number of agents, a column for each amount.

    `amounts` and `minutes` are those of an interval, `amount` the one that was told for the peak,
    `agents` those of the answer; `goal` has the target, the time and the most that people should
    be busy.
    """

    amounts: tuple[float, ...]
    rows: tuple[tuple[Service, ...], ...]
    amount: float
    agents: int
    minutes: float
    goal: Queue

    def fits(self, served: Service) -> bool:
        """Tell whether customers are served as they should be, and people not too busy."""
        return self.is_met(served) and served.occupancy <= self.goal.max_occupancy

    def is_met(self, served: Service) -> bool:
        """Tell whether enough customers are answered in time."""
        return served.service_level >= self.goal.target and served.occupancy < 1


def heat(sizing: Sizing) -> Heat | None:
    """Reckon the heat map of a queue; None for work without one."""
    queue = sizing.queue
    if queue is None:
        return None
    figures = {used.quantity.id: used.value for used in sizing.inputs}
    amount = figures[sizing.work]
    amounts = tuple(_amounts(amount, figures.get(f"off_peak_{sizing.work}")))
    loads = [queue.load * each / amount for each in amounts]
    agents = _agents(queue, loads)
    columns = [_column(queue, load, agents) for load in loads]
    rows = tuple(zip(*columns, strict=True))
    return Heat(amounts, rows, amount, queue.reached.agents, figures["interval_minutes"], queue)


def _amounts(amount: float, quiet: float | None) -> Iterator[float]:
    """Give the columns: from the quiet time to the peak and beyond, else around the amount."""
    if quiet is None or quiet >= amount:
        yield from (amount if share == 1 else _round(amount * share) for share in _SHARES)
        return
    step = (amount - quiet) / _STEPS
    for number in range(_STEPS + _BEYOND + 1):
        exact = number in (0, _STEPS)
        there = amount if number == _STEPS else quiet + step * number
        yield there if exact else _round(there)


def _round(amount: float) -> float:
    return float(round(amount)) if amount >= _FINE else round(amount, 1 if amount >= 1 else 4)


def _agents(queue: Queue, loads: list[float]) -> range:
    """Choose the rows: from what the quietest column needs to what the busiest does."""
    chosen = queue.reached.agents
    ends = [_needed(queue, load) for load in (min(loads), max(loads))]
    low, high = min(*ends, chosen), max(*ends, chosen)
    step = -(-(high - low) // (MOST_ROWS - 1)) or 1
    below = min(max(-(-(chosen - low) // step), LEAST_BELOW), (chosen - 1) // step)
    above = -(-(high - chosen) // step)
    above = max(above, LEAST_ROWS - 1 - below)
    above = min(above, MOST_ROWS - 1 - below)
    return range(chosen - below * step, chosen + above * step + 1, step)


def _needed(queue: Queue, load: float) -> int:
    how = queue.handle_seconds, queue.answer_seconds, queue.target, queue.max_occupancy
    return agents_needed(load, *how)


def _column(queue: Queue, load: float, agents: range) -> list[Service]:
    how = load, queue.handle_seconds, queue.answer_seconds
    return list(services(agents[0], agents[-1], *how)[:: agents.step])
