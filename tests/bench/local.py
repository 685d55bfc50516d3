"""Planning, one message through the service, start-up: nothing here talks to a messenger."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.core import Core
from bot.service import Message, Service
from bot.store import open_store
from flows.replies import Said
from knowledge.brief import Brief
from knowledge.model import CHANNELS
from knowledge.plan import plan
from tests.bench.rows import Row, timed

BARE = "import jinja2, sqlite_utils"
TELEGRAM = "import telegram.ext"
TEXTS = ("我们12个人做电销,刚起步", "改成20个人", "为什么", "客服主管做什么", "下一个招谁")


def rows() -> Iterator[Row]:
    """Measure all of it."""
    core = Core.load()
    yield from _planning(core)
    with TemporaryDirectory() as folder:
        yield from _conversation(core, Path(folder))
    yield from _start_up()


def _planning(core: Core) -> Iterator[Row]:
    """Measure plans of 55, 500 and 5000 people, the slowest channel of each, cold."""
    reference = None
    for size in (55, 500, 5000):
        briefs = [Brief(channel, "mature", False, size, size, ()) for channel in CHANNELS]
        slowest = max(timed(lambda b=b: plan(core.knowledge, b), 5) for b in briefs)  # type: ignore[misc]
        reference = reference or slowest
        yield Row(f"plan {size} people", slowest, "ms", slowest / reference, "plan 55")


def _conversation(core: Core, folder: Path) -> Iterator[Row]:
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
    yield Row("one message", step, "ms", step / commit, "bare commit")


def _start_up() -> Iterator[Row]:
    """Measure new processes, each against a bare Python that imports the libraries named."""
    bare = _process("-c", BARE)
    telegram = _process("-c", TELEGRAM)
    yield Row(BARE, bare, "ms", 1.0, "itself")
    yield Row(TELEGRAM, telegram, "ms", telegram / bare, "bare")
    help_ = _process("-m", "bot", "--help")
    yield Row("orgwright --help", help_, "ms", help_ / bare, "bare")
    for language in ("zh-Hans", "zh-Hant-TW", "en"):
        options = ("--channel", "telesales", "--stage", "growth", "--size", "55")
        took = _process("-m", "bot", "plan", *options, "--lang", language)
        yield Row(f"orgwright plan, {language}", took, "ms", took / bare, "bare")
        yield Row(f"orgwright plan, {language}", took, "ms", took / telegram, "telegram.ext")


def _process(*arguments: str) -> float:
    def run() -> None:
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)

    run()
    return timed(run, 7)
