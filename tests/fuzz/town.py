"""A town: people and groups, and the bot with all its parts in this process.

Everything is real from the update to the request, but for the network, pictures and the clock.
A step is over when nothing is left to be sent.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Coroutine, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar
from unittest import mock

from bot import wanted
from bot.budgets import Budgets
from bot.config import LimitsConfig
from bot.core import Core
from bot.delivery import Delivery
from bot.documents import File
from bot.figures import Figures
from bot.pacing import Pace
from bot.screen import PlanFile
from bot.service import Service
from bot.store import open_store
from bot.telegram.adapter import Adapter
from bot.telegram.answers import Answers
from bot.telegram.bot import ApiBot, Batch, RawUpdate
from bot.telegram.gate import Gate
from bot.telegram.queue import HandlingQueue
from bot.telegram.sender import Sender
from bot.telegram.updates import ALLOWED, Reader
from bot.telegram.uploads import Uploads
from tests.fuzz.wire import Wire
from tests.telegram.server import BotApi
from tests.telegram.state import Call
from tests.telegram.updates import Update

BEGIN = 1_800_000_000  # Unix time [s]
DAY = 24 * 60 * 60  # seconds
UNLIMITED = LimitsConfig(0, 0, 0, 0, 0, 0, 0, 1)  # of what somebody may ask for
AT_ONCE = 1000  # changes of a list
_DRAWN = ("png", "svg", "pdf", "xlsx", "html")  # formats that take long to make
_T = TypeVar("_T")


class _Errors(logging.Handler):
    """Keeps what was logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


class Town:
    """One bot, its server and its store; `close` ends it."""

    def __init__(self, core: Core, folder: Path) -> None:
        self.core, self.path, self.now = core, folder / "town.db", BEGIN
        self.api = BotApi()
        self.api.updates.allow([*ALLOWED])
        self.errors = _Errors()
        self._runner = asyncio.Runner()
        self._stack = ExitStack()
        self._stack.enter_context(mock.patch("time.time", self._time))
        self._stack.enter_context(mock.patch("bot.telegram.uploads.made", _made))
        logging.getLogger().addHandler(self.errors)
        self._open()

    def close(self) -> None:
        """End the bot."""
        logging.getLogger().removeHandler(self.errors)
        self.store.close()
        self._runner.close()
        self._stack.close()

    def _time(self) -> float:
        return float(self.now)

    def _open(self) -> None:
        """Put the bot together as `bot.telegram.program` does."""
        self.store = open_store(self.path)
        wire, figures = Wire(self.api), Figures()
        addresses = {"base_url": "http://wire/bot", "base_file_url": "http://wire/file/bot"}
        bot = ApiBot(self.api.token, addresses, wire, wire, _ignored, _ignored)
        self._run(bot.initialize())
        budgets = Budgets(UNLIMITED)
        self.service = Service(self.core, self.store, None, sends_charts=True, budgets=budgets)
        reader, uploads = Reader(bot.id, bot.username), Uploads(bot, self.core, self.store)
        send = Sender(bot, uploads, self.store).send
        self.source = reader.source
        self._delivery = Delivery(self.store, self.source, send, figures, Pace(AT_ONCE, 0.0))
        self._answers = Answers(self.service, bot, uploads, figures)
        gate = Gate(budgets, self.service, self._answers, self._delivery.wake, figures)
        self.adapter = Adapter(self.service, reader, self._delivery, self._answers, figures, gate)
        self._queue = HandlingQueue(self.adapter.handle_together)

    def reopen(self) -> list[Call]:
        """Start the bot anew; gives what it sends by itself."""
        self.store.close()
        self._open()
        return self._watched(self._woken())

    def waiting(self) -> list[Update]:
        """Take the updates that wait for the bot."""
        found = [*self.api.updates.pending.values()]
        for update in found:
            self.api.updates.confirm(update["update_id"])
        return found

    def deliver(self, updates: Sequence[Update]) -> list[Call]:
        """Hand updates to the bot, as one batch; gives all it then sends."""
        return self._watched(self._handled(updates))

    def die_after(self, updates: Sequence[Update]) -> list[Call]:
        """Kill the bot when updates are committed and nothing is sent, and start it anew.

        Nothing was confirmed, so Telegram brings them again.
        """
        self._run(self._died(updates))
        return [*self.reopen(), *self.deliver(updates)]

    def query(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Read the store."""
        return self.store._db.execute(sql, values).fetchall()  # type: ignore[attr-defined,no-any-return]

    def _watched(self, work: Coroutine[Any, Any, None]) -> list[Call]:
        start = len(self.api.requests)
        self._run(work)
        return self.api.requests[start:]

    def _run(self, work: Coroutine[Any, Any, _T]) -> _T:
        return self._runner.run(work)

    async def _handled(self, updates: Sequence[Update]) -> None:
        raw = tuple(RawUpdate(update["update_id"], _copied(update)) for update in updates)
        await self._queue.put(Batch(raw[-1].update_id, raw))
        await self._settled()

    async def _died(self, updates: Sequence[Update]) -> None:
        self.adapter.handle_together([RawUpdate(u["update_id"], _copied(u)) for u in updates])
        for task in self._tasks():
            task.cancel()
        await asyncio.gather(*self._tasks(), return_exceptions=True)

    async def _woken(self) -> None:
        self._delivery.wake_all()
        await self._settled()

    async def _settled(self) -> None:
        while tasks := self._tasks():
            await asyncio.wait(tasks)
            await asyncio.sleep(0)

    def _tasks(self) -> set[asyncio.Task[None]]:
        return {*self._delivery._senders.values(), *self._answers._under_way}


def _copied(update: Update) -> Update:
    """Bring an update as it goes over the wire: nothing is shared with who sent it."""
    found: Update = json.loads(json.dumps(update))
    return found


def _ignored() -> None:
    pass


def _made(core: Core, file: PlanFile) -> tuple[File, ...]:
    """Make a file; what would be drawn is a list of posts instead, so that its names show."""
    subject = file.subject
    if subject:
        return (File(f"{subject.partition(':')[0]}.{file.format}", subject.encode()),)
    return wanted.made(core, replace(file, format="csv") if file.format in _DRAWN else file)
