"""One person floods the running Telegram bot: what do the others notice?

Turns without and with a flood alternate within one run of the bot. Others take a step at a steady
rate, whether they were answered or not; each flood comes from a new person, who has a full budget.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from itertools import chain, count, pairwise
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from knowledge.knowledge import Knowledge
from knowledge.loader import load
from tests.bench.bots import SCRIPTS, USUAL, check_log, started
from tests.bench.crowd import Crowd
from tests.bench.process import cpu_seconds, resident_megabytes
from tests.bench.rows import Row
from tests.telegram.people import Person
from tests.telegram.state import Call

PEOPLE, EVERY = 20, 0.5  # others; seconds between the steps of each
FLOOD_EVERY = 0.02  # seconds
SETTLING = 1.0  # seconds after a turn that belong to none
FIRST_FLOODER = 900_001
LONGEST = 4096  # characters, a limit of Telegram
_SENTENCES = (
    "我们{}个人做电销，3个客服2个运营1个美工，谁盯着坐席的录音打分，想做到20人；",
    "we are {} people, 3 agents, 1 QA, who haggles with suppliers and what if leaders handle 8; ",
)
Act = Callable[[Person, int], object]


def _text(longest: int) -> Act:
    """Write what takes long to understand, never the same twice."""

    def act(person: Person, number: int) -> None:
        sentence = _SENTENCES[number % len(_SENTENCES)].format(number)
        person.says((sentence * (longest // len(sentence) + 1))[:longest])

    return act


def _check(person: Person, number: int) -> None:
    person.says(("/check " + f"{number % 9 + 1}个客服2个运营1个美工，" * 300)[:3000])


def _chart(person: Person, number: int) -> None:
    """Ask for the chart of another team each time, by a forged tap."""
    if person.chat.messages:
        person.taps_data(person.chat.last, f"chart:ts-g-{number % 300 + 20}")
    else:
        person.says("/start")


def _export(person: Person, number: int) -> None:
    if person.chat.messages:
        person.taps_data(person.chat.last, f"file:pdf:ts-g-{number % 300 + 20}")
    else:
        person.says("/start")


def _tap(person: Person, number: int) -> None:
    if person.chat.messages:
        person.taps_data(person.chat.last, f"change:cs-m-{number % 5000 + 1}")
    else:
        person.says("/start")


def _file(person: Person, number: int) -> None:
    """Send a file with very many people."""
    rows = [f"{name}{number},客服{name}组组长,,接电话" for name in range(5000)]
    person.sends_file("team.csv", "\n".join(["姓名,岗位,直属上级,职责", *rows]).encode())


FLOODS: Mapping[str, Act] = {
    "texts of 300": _text(300),
    "texts of 4000": _text(4000),
    "texts of 4096": _text(LONGEST),
    "teams to check": _check,
    "taps": _tap,
    "charts": _chart,
    "PDFs": _export,
    "files": _file,
}


class Costs(NamedTuple):
    """What the flood got and took: messages, memory [MB], shares of a processor [%]."""

    answered: int
    before: float
    held: float
    quiet: float
    loud: float


class Steady(Crowd):
    """Others take steps by the clock; only they are measured."""

    def record(self, call: Call) -> None:
        """Take the time until somebody was answered."""
        super(Crowd, self).record(call)
        chat = call.params.get("chat_id")
        if chat in self._asked_at and call.method in ("sendMessage", "editMessageText"):
            self.steps += 1
            self.latencies.append((perf_counter() - self._asked_at.pop(chat)) * 1000)

    async def steady(self, seconds: float) -> list[float]:
        """Let everybody take steps for a while; gives how long each was waited for [ms]."""
        self.latencies.clear()
        people = list(self._scripts)
        begin = perf_counter()
        for number in range(int(seconds / EVERY * len(people))):
            await asyncio.sleep(begin + number * EVERY / len(people) - perf_counter())
            if (chat := people[number % len(people)]) not in self._asked_at:
                self._go_on(chat)
        await asyncio.sleep(SETTLING)
        return list(self.latencies)


def rows(seconds: float, rounds: int, only: str | None = None) -> Iterator[Row]:
    """Measure every flood, or those whose name holds a word."""
    knowledge = load()
    for name, act in FLOODS.items():
        if only is None or only in name:
            yield from asyncio.run(_flooded(knowledge, name, act, seconds, rounds))


async def _flooded(
    knowledge: Knowledge, name: str, act: Act, seconds: float, rounds: int
) -> list[Row]:
    quiet: list[list[float]] = []
    loud: list[list[float]] = []
    with TemporaryDirectory() as folder:
        async with Steady(PEOPLE, SCRIPTS[USUAL], knowledge) as crowd:
            with started(USUAL, crowd, Path(folder)) as pid:
                await crowd.steady(seconds)  # until what is remembered is remembered
                before, spent = resident_megabytes(pid), [cpu_seconds(pid)]
                for turn in range(rounds):
                    quiet.append(await crowd.steady(seconds))
                    spent.append(cpu_seconds(pid))
                    flooder = crowd.person(FIRST_FLOODER + turn, "Flood", "zh-hans")
                    flood = asyncio.create_task(_flood(flooder, act))
                    loud.append(await crowd.steady(seconds))
                    flood.cancel()
                    spent.append(cpu_seconds(pid))
                    answered = len(flooder.chat.messages)
                held = resident_megabytes(pid)
        check_log(Path(folder, "log"))
    shares = [(b - a) / (seconds + SETTLING) * 100 for a, b in pairwise(spent)]
    costs = Costs(answered, before, held, median(shares[::2]), median(shares[1::2]))
    return [*_compared(name, quiet, loud), *_costs(name, costs)]


async def _flood(person: Person, act: Act) -> None:
    """Do something fifty times a second."""
    begin = perf_counter()
    for number in count():
        await asyncio.sleep(max(0.0, begin + number * FLOOD_EVERY - perf_counter()))
        act(person, number)


def _compared(name: str, quiet: list[list[float]], loud: list[list[float]]) -> Iterator[Row]:
    """Compare all turns with a flood with all without, and each with the one before it."""
    for title, place in (("median", 9), ("95th percentile", 18)):
        of_turns = [
            quantiles(b, n=20)[place] / quantiles(a, n=20)[place]
            for a, b in zip(quiet, loud, strict=True)
        ]
        alone, flooded = (quantiles([*chain(*found)], n=20)[place] for found in (quiet, loud))
        yield Row(f"{name}: {title}, no flood", alone)
        spread = min(of_turns), max(of_turns)
        yield Row(f"{name}: {title}, flood", flooded, "ms", flooded / alone, "no flood")
        yield Row(f"{name}: {title}, turns' ratios", median(of_turns), "×", None, None, spread)


def _costs(name: str, costs: Costs) -> Iterator[Row]:
    yield Row(f"{name}: answers to the flood", costs.answered, "")
    yield Row(f"{name}: memory", costs.held, "MB", costs.held / costs.before, "before")
    ratio = costs.loud / costs.quiet
    yield Row(f"{name}: bot's processor", costs.loud, "%", ratio, "no flood")
