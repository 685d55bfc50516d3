"""`python -m tests.bench`: planning, one step of a conversation, start-up.

Times are medians in milliseconds on this machine, now; the ratio beside each compares it with the
yardstick named in the row, measured in the same run.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from bot.core import Core
from bot.service import Message, Service
from bot.store import open_store
from flows.replies import Said
from knowledge.brief import Brief
from knowledge.model import CHANNELS
from knowledge.plan import plan

BARE = "import jinja2, sqlite_utils"
TELEGRAM = "import telegram.ext"
TEXTS = ("我们12个人做电销,刚起步", "改成20个人", "为什么", "客服主管做什么", "下一个招谁")


class Row(NamedTuple):
    """A measurement: what, its median, and how it compares with a yardstick."""

    name: str
    milliseconds: float
    yardstick: str
    ratio: float


def timed(work: Callable[[], object], times: int) -> float:
    """Give the median duration of some work [ms]."""
    found = []
    for _ in range(times):
        start = perf_counter()
        work()
        found.append((perf_counter() - start) * 1000)
    return median(found)


def planning(core: Core) -> Iterator[Row]:
    """Measure plans of 55, 500 and 5000 people, the slowest channel of each, cold."""
    reference = None
    for size in (55, 500, 5000):
        briefs = [Brief(channel, "mature", False, size, size, ()) for channel in CHANNELS]
        slowest = max(timed(lambda b=b: plan(core.knowledge, b), 5) for b in briefs)  # type: ignore[misc]
        reference = reference or slowest
        yield Row(f"plan {size} people", slowest, "plan 55", slowest / reference)


def conversation(core: Core, folder: Path) -> Iterator[Row]:
    """Measure one message through the service: claim, decide, render, commit to disk."""
    with open_store(folder / "bench.db") as store:
        service = Service(core, store, None)

        def message(number: int) -> None:
            text = TEXTS[number % len(TEXTS)]
            service.handle(Message("bench", str(number), "c", "u", Said(text, None), number))

        numbers = iter(range(10_000))
        step = timed(lambda: message(next(numbers)), 200)
        with open_store(folder / "bare.db") as bare:
            count = iter(range(10_000))

            def claim() -> None:
                with bare.message("bare", str(next(count)), 0):
                    pass

            commit = timed(claim, 200)
    yield Row("one message", step, "bare commit", step / commit)


def start_up() -> Iterator[Row]:
    """Measure new processes, each against a bare Python that imports the libraries named."""
    bare = _process("-c", BARE)
    telegram = _process("-c", TELEGRAM)
    yield Row(BARE, bare, "itself", 1.0)
    yield Row(TELEGRAM, telegram, "bare", telegram / bare)
    yield Row("orgwright --help", help_ := _process("-m", "bot", "--help"), "bare", help_ / bare)
    for language in ("zh-Hans", "zh-Hant-TW", "en"):
        options = ("--channel", "telesales", "--stage", "growth", "--size", "55")
        took = _process("-m", "bot", "plan", *options, "--lang", language)
        yield Row(f"orgwright plan, {language}", took, "bare", took / bare)
        yield Row(f"orgwright plan, {language}", took, "telegram.ext", took / telegram)


def _process(*arguments: str) -> float:
    def run() -> None:
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)

    run()
    return timed(run, 7)


def main() -> None:
    """Print the table."""
    core = Core.load()
    with TemporaryDirectory() as folder:
        rows = [*planning(core), *conversation(core, Path(folder)), *start_up()]
    for row in rows:
        print(f"{row.name:34}{row.milliseconds:9.1f} ms{row.ratio:8.2f} × {row.yardstick}")


if __name__ == "__main__":
    main()
