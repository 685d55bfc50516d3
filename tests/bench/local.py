"""Planning, one message through the service, start-up: nothing here talks to a messenger."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl

from bot.checking import Checking
from bot.core import Core
from bot.message import Message
from bot.service import Service
from bot.store import open_store
from bot.words.voice import voice
from flows.replies import Said
from knowledge.brief import Brief
from knowledge.model import CHANNELS
from knowledge.plan import plan
from knowledge.workload import sizing
from knowledge.workload.erlang import services
from knowledge.workload.quantity import Told
from tests.bench.rows import Row, timed

BARE = "import jinja2, sqlite_utils"
TELEGRAM = "import telegram.ext"
TEXTS = ("我们12个人做电销,刚起步", "改成20个人", "为什么", "客服主管做什么", "下一个招谁")


def rows() -> Iterator[Row]:
    """Measure all of it."""
    core = Core.load()
    yield from _planning(core)
    yield from _workload(core)
    yield from _diagnosis(core)
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


def _workload(core: Core) -> Iterator[Row]:
    """Measure a table of 1 to 500 agents, and a workload of 500 agents with all its steps."""
    table = timed(lambda: services(1, 500, 480.0, 300, 20), 50)
    yield Row("Erlang table of 500 agents", table, "ms", table / 20, "the limit of 20 ms")
    told = {"calls": Told(2880, 2880), "aht_seconds": Told(300, 300)}
    whole = timed(lambda: sizing.size(core.knowledge.workload, "calls", told), 50)
    yield Row("calls for about 500 agents", whole, "ms", whole / table, "that table")


def _diagnosis(core: Core) -> Iterator[Row]:
    """Measure import and diagnosis of a floor of 1000 people, as CSV and as a workbook."""
    checking = Checking(core, voice("zh-Hans"))
    rows = [["姓名", "岗位", "直属上级", "职责"], ["总", "电销总监", "", ""]]
    rows += [[f"经理{m}", "电销经理", "总", ""] for m in range(10)]
    rows += [
        [f"组长{m}-{t}", "电销组长", f"经理{m}", "带新人"] for m in range(10) for t in range(8)
    ]
    rows += [[f"员{i}", "电销专员", f"组长{i % 10}-{i // 10 % 8}", "打电话"] for i in range(909)]
    book = openpyxl.Workbook()
    sheet = book.create_sheet("people")
    for row in rows:
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    titles = [rows[0], *([n, f"{title}{i}", *rest] for i, (n, title, *rest) in enumerate(rows[1:]))]
    files = {"csv": _csv(rows), "xlsx": content.getvalue(), "csv, no title twice": _csv(titles)}
    for kind, file in files.items():
        found = timed(lambda k=kind, f=file: checking.listed(f"team.{k.partition(',')[0]}", f), 5)  # type: ignore[misc]
        yield Row(f"check 1000 people as {kind}", found, "ms", found / 300, "the limit of 300 ms")


def _csv(rows: list[list[str]]) -> bytes:
    return "\n".join(map(",".join, rows)).encode()


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
