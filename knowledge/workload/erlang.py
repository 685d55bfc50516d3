"""Queues: how many people must answer so that few wait long (Erlang B and C).

Calls arrive at random and find so many agents; `load` is what they bring [erlangs], the agents who
would be busy all the time. Erlang B by its recurrence, so no factorial ever overflows. Nobody is
taken to hang up: the model asks for a few people more than real customers do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from math import ceil, exp, inf

SLACK = 1e-9  # what sums of fractions may be off; 14 / (1 - 0.3) is 20, not 21


@dataclass(frozen=True, slots=True)
class Service:
    """How a number of agents serves a load.

    `probability_wait` and `service_level` (answered in time) are shares of calls, `occupancy` is
    the share of their time in which agents are busy; all 0 to 1. `asa_seconds` is the average
    wait [seconds], infinite where the work never ends.
    """

    agents: int
    probability_wait: float
    service_level: float
    asa_seconds: float
    occupancy: float


def whole(people: float) -> int:
    """Round up to whole people; what is only the inexactness of fractions does not count."""
    return ceil(people - SLACK * max(1.0, people))


def load_of(amount: float, handle_seconds: float, interval_seconds: float) -> float:
    """Give the load [erlangs] of an amount of calls an interval.

    Args:
        amount: Calls that arrive in one interval.
        handle_seconds: Time one call takes, with the work after it.
        interval_seconds: Length of the interval.
    """
    return amount * handle_seconds / interval_seconds


def blocking(load: float) -> Iterator[float]:
    """Give Erlang B for 0, 1, 2, … agents: the share of calls that find everybody busy."""
    found, agents = 1.0, 0
    while True:
        yield found
        agents += 1
        found = load * found / (agents + load * found)


def erlang_b(agents: int, load: float) -> float:
    """Give the share of calls [0 to 1] that find all agents busy and are lost.

    Raises:
        ValueError: If agents or load [erlangs] is below 0.
    """
    _check(agents, load)
    return next(islice(blocking(load), agents, None))


def erlang_c(agents: int, load: float) -> float:
    """Give the share of calls [0 to 1] that wait; 1 where the load is too much for the agents.

    Raises:
        ValueError: If agents or load [erlangs] is below 0.
    """
    return _waiting(agents, load, erlang_b(agents, load))


def service(agents: int, load: float, handle_seconds: float, answer_seconds: float) -> Service:
    """Say how so many agents serve a load [erlangs].

    Args:
        agents: People who answer at the same time, at least 0.
        load: See `load_of`.
        handle_seconds: Time one call takes, above 0.
        answer_seconds: Time within which a call shall be answered, at least 0.

    Raises:
        ValueError: If one of them is too small.
    """
    _check_times(handle_seconds, answer_seconds)
    found = erlang_b(agents, load)
    return _service(agents, load, found, handle_seconds, answer_seconds)


def services(
    first: int, last: int, load: float, handle_seconds: float, answer_seconds: float
) -> tuple[Service, ...]:
    """Say how `first`, one more, … up to `last` agents serve a load [erlangs], in one pass.

    Raises:
        ValueError: If one of the figures is too small, see `service`.
    """
    _check(first, load)
    _check_times(handle_seconds, answer_seconds)
    found = islice(enumerate(blocking(load)), first, last + 1)
    return tuple(_service(n, load, b, handle_seconds, answer_seconds) for n, b in found)


def agents_needed(
    load: float,
    handle_seconds: float,
    answer_seconds: float,
    target: float,
    max_occupancy: float = 1.0,
) -> int:
    """Find the smallest number of agents who serve a load [erlangs] well enough.

    Args:
        load: See `load_of`.
        handle_seconds: Time one call takes, above 0.
        answer_seconds: Time within which a call shall be answered, at least 0.
        target: Share of calls to be answered in that time, 0 to below 1.
        max_occupancy: Share of their time in which agents may be busy, above 0 to 1.

    Raises:
        ValueError: If one of them is outside these limits.
    """
    _check(0, load)
    _check_times(handle_seconds, answer_seconds)
    if not (0 <= target < 1 and 0 < max_occupancy <= 1):
        msg = f"no target {target} with an occupancy of {max_occupancy} can be met"
        raise ValueError(msg)
    least = max(1, whole(load / max_occupancy))
    for agents, found in islice(enumerate(blocking(load)), least, None):
        served = _service(agents, load, found, handle_seconds, answer_seconds)
        if agents > load and served.service_level >= target:
            return agents
    raise AssertionError  # the numbers of agents never end


def _service(agents: int, load: float, blocked: float, handle: float, answer: float) -> Service:
    spare = agents - load
    if spare <= 0:
        return Service(agents, *((0.0, 1.0, 0.0, 0.0) if not load else (1.0, 0.0, inf, 1.0)))
    waiting = _waiting(agents, load, blocked)
    level = 1 - waiting * exp(-spare * answer / handle)
    return Service(agents, waiting, level, waiting * handle / spare, load / agents)


def _waiting(agents: int, load: float, blocked: float) -> float:
    if agents <= load:
        return 1.0 if load else 0.0
    return agents * blocked / (agents - load * (1 - blocked))


def _check(agents: int, load: float) -> None:
    if agents < 0 or not 0 <= load < inf:
        msg = f"{agents} agents cannot serve a load of {load} erlangs"
        raise ValueError(msg)


def _check_times(handle_seconds: float, answer_seconds: float) -> None:
    if not 0 < handle_seconds < inf or answer_seconds < 0:
        msg = f"no call takes {handle_seconds} s or is answered within {answer_seconds} s"
        raise ValueError(msg)
