"""The running Telegram bot: whole conversations of many people at once, against an echo bot.

The fake server and its people run in this process, the bot under test in its own; the two bots
take turns. A step is an update that was answered by a message.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter

from knowledge.knowledge import Knowledge
from knowledge.loader import load
from tests.bench.bots import ANY, ECHO, PEOPLE, USUAL, meeting
from tests.bench.process import cpu_seconds
from tests.bench.rows import Row

WARM_UP = {ANY: 1000, USUAL: 5000, ECHO: 500}  # steps until what is remembered is remembered


@dataclass(frozen=True, slots=True)
class Run:
    """What one bot did in one turn: a rate [1/s], times [ms], shares of a processor [%].

    The processor time of the server holds that of the people; both are NaN where the system does
    not tell.
    """

    rate: float
    p50: float
    p95: float
    cpu: float
    bot_share: float
    server_share: float


Pick = Callable[[Run], float]
MEASURES: tuple[tuple[str, str, Pick], ...] = (
    ("steps", "/s", lambda run: run.rate),
    ("a step's median", "ms", lambda run: run.p50),
    ("a step's 95th percentile", "ms", lambda run: run.p95),
    ("processor a step", "ms", lambda run: run.cpu),
    ("processor", "%", lambda run: run.bot_share),
    ("server's processor", "%", lambda run: run.server_share),
)


def rows(seconds: float, rounds: int) -> Iterator[Row]:
    """Let both bots take turns of some seconds each; the medians, and the spread in brackets."""
    knowledge = load()
    runs: dict[str, list[Run]] = {ANY: [], USUAL: [], ECHO: []}
    for _ in range(rounds):
        for bot, found in runs.items():
            found.append(asyncio.run(_turn(bot, knowledge, seconds)))
    for name, unit, pick in MEASURES:
        yardstick = median(map(pick, runs[ECHO]))
        for bot, found in runs.items():
            values = [*map(pick, found)]
            middle, spread = median(values), (min(values), max(values))
            title = f"{bot}, {PEOPLE} people: {name}"
            yield Row(title, middle, unit, middle / yardstick, ECHO, spread)


async def _turn(bot: str, knowledge: Knowledge, seconds: float) -> Run:
    async with meeting(bot, knowledge) as (crowd, pid, _):
        await crowd.until_steps(WARM_UP[bot])
        crowd.latencies.clear()
        steps, start = crowd.steps, perf_counter()
        before = cpu_seconds(pid), cpu_seconds(os.getpid())
        await asyncio.sleep(seconds)
        after = cpu_seconds(pid), cpu_seconds(os.getpid())
        took, steps = perf_counter() - start, crowd.steps - steps
        bot_seconds, server_seconds = (b - a for a, b in zip(before, after, strict=True))
        parts = quantiles(crowd.latencies, n=20)
    return Run(
        rate=steps / took,
        p50=parts[9],
        p95=parts[18],
        cpu=bot_seconds / steps * 1000,
        bot_share=bot_seconds / took * 100,
        server_share=server_seconds / took * 100,
    )
