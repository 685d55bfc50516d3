"""The real bot, `python -m bot telegram`, as a process that talks to a fake Bot API server."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sqlite3
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.telegram.pulse import Pulse
from tests.telegram.server import BotApi

ROOT = Path(__file__).parents[3]
STORE = "orgwright.db"
TAKING = ("getUpdates", "setWebhook")
# People in tests are as quick as the machine; see test_gate for the limits.
UNLIMITED = {
    f"ORGWRIGHT_LIMITS_{name}": "0"
    for name in (
        *("MESSAGES_PER_MINUTE", "TAPS_PER_MINUTE", "PICTURES_PER_MINUTE", "EXPORTS_PER_MINUTE"),
        *("IMPORTS_PER_MINUTE", "WORK_SECONDS_PER_MINUTE", "UPDATES_PER_DAY"),
    )
}
START_SECONDS, END_SECONDS = 20, 20


@dataclass(slots=True, eq=False)
class Running:
    """A bot that was started; `stderr` has each line it has written so far."""

    process: asyncio.subprocess.Process
    store: Path
    stderr: list[str] = field(default_factory=list)
    written: Pulse = field(default_factory=Pulse, repr=False)
    _reading: asyncio.Task[None] | None = field(default=None, repr=False)

    @property
    def log(self) -> str:
        """Give all that it has written to standard error."""
        return "\n".join(self.stderr)

    async def says(self, part: str) -> str:
        """Wait until a line of standard error holds a text; gives that line."""
        try:
            async with asyncio.timeout(START_SECONDS):
                while not (found := [line for line in self.stderr if part in line]):
                    await self.written.wait()
        except TimeoutError:
            raise AssertionError(f"it never said {part!r}, only:\n{self.log}") from None
        return found[0]

    def query(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Read the store beside the bot."""
        with closing(sqlite3.connect(f"file:{self.store}?mode=ro", uri=True)) as db:
            return db.execute(sql, values).fetchall()

    async def ended(self) -> int:
        """Wait until it has ended; gives its exit code, negative if a signal ended it."""
        async with asyncio.timeout(END_SECONDS):
            code = await self.process.wait()
            if self._reading:
                await self._reading
        return code

    async def terminate(self) -> int:
        """Ask it to stop, as an init system does; gives its exit code."""
        self._signal(signal.SIGTERM)
        return await self.ended()

    async def kill(self) -> int:
        """End it at once, as a power cut does; gives its exit code."""
        self._signal(signal.SIGKILL)
        return await self.ended()

    def _signal(self, number: int) -> None:
        if self.process.returncode is None:
            self.process.send_signal(number)

    def read(self) -> None:
        """Begin to collect standard error."""
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        stream = self.process.stderr
        assert stream is not None
        async for line in stream:
            self.stderr.append(line.decode().rstrip("\n"))
            self.written.beat()
        self.written.beat()


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


def environment(api: BotApi, folder: Path, settings: dict[str, str]) -> dict[str, str]:
    """Give the bot's environment: no setting of the host, no proxy, no limits, no unasked chart."""
    mine = {k: v for k, v in os.environ.items() if not k.startswith("ORGWRIGHT_")}
    return {
        **mine,
        "PYTHONPATH": str(ROOT),
        "NO_PROXY": "127.0.0.1",
        "no_proxy": "127.0.0.1",
        "ORGWRIGHT_TELEGRAM_TOKEN": api.token,
        "ORGWRIGHT_TELEGRAM_BASE_URL": api.base_url,
        "ORGWRIGHT_TELEGRAM_BASE_FILE_URL": api.base_file_url,
        "ORGWRIGHT_STORE_PATH": str(folder / STORE),
        "ORGWRIGHT_CHAT_CHARTS": "asked",
        **UNLIMITED,
        **settings,
    }


@asynccontextmanager
async def started(api: BotApi, folder: Path, **settings: str) -> AsyncIterator[Running]:
    """Start the bot and let it run until the block ends; it may not be ready yet, or end itself.

    Args:
        api: The server it talks to.
        folder: Holds its store and is its working directory.
        settings: Further environment variables, or others: `ORGWRIGHT_TELEGRAM_TOKEN="1:x"`.
    """
    environ = environment(api, folder, settings)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "telegram"),
        env=environ,
        cwd=folder,
        stdin=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    bot = Running(process, Path(environ["ORGWRIGHT_STORE_PATH"]))
    bot.read()
    try:
        yield bot
    finally:
        await bot.kill()


@asynccontextmanager
async def running(api: BotApi, folder: Path, **settings: str) -> AsyncIterator[Running]:
    """Start the bot and wait until it takes updates; see `started`."""
    begin = time.monotonic()

    def is_ready() -> bool:
        calls = (call for call in reversed(api.requests) if call.at >= begin)
        return api.updates.is_polled or any(call.method in TAKING for call in calls)

    async with started(api, folder, **settings) as bot:
        ready = asyncio.create_task(api.until(is_ready, START_SECONDS))
        over = asyncio.create_task(bot.process.wait())
        await asyncio.wait((ready, over), return_when=asyncio.FIRST_COMPLETED)
        if over.done():
            ready.cancel()
            raise AssertionError(f"it ended with {await bot.ended()}:\n{bot.log}")
        over.cancel()
        await ready
        yield bot
