"""A soak: very many updates through the real process, while requests fail and it is killed.

After every part of the run the bot is killed or stopped in the middle of its work, started anew,
and left until nothing waits. Then every update must have been claimed once and answered, and the
file be sound. Nine days then pass in the file, so that what has had its time is cleaned up.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.bench.process import resident_megabytes
from tests.bench.walkers import Walkers
from tests.bot.telegram.process import Running, running

DAY = 24 * 60 * 60  # seconds
AGE = 9 * DAY  # longer than claims and finished messages are kept
PART = 20_000  # updates between two restarts
PATIENCE = 120.0  # seconds for what waits to be sent, retries and all
TABLES = ("claims", "drafts", "plans", "outbox", "chats", "files", "errors")
_TIMES = {
    "claims": ("at",),
    "drafts": ("at",),
    "plans": ("at",),
    "outbox": ("at", "sent_at", "failed_at"),
    "files": ("at",),
}
_MEGABYTE = 1024 * 1024
_WAITING = "SELECT count(*) FROM outbox WHERE sent_at IS NULL AND failed IS NULL"
_UNANSWERED = """SELECT count(*) FROM (
    SELECT source, update_id FROM claims EXCEPT SELECT source, update_id FROM outbox)"""


@dataclass(frozen=True, slots=True)
class Part:
    """What was found after one part; sizes in MB, `rate` in updates a second.

    `store` and `wal` are the largest just before the end of a part, `errors` counts the lines
    that were logged as errors by what they say.
    """

    updates: int
    rate: float
    memory: float
    store: float
    wal: float
    rows: dict[str, int]
    faults: int
    errors: Counter[str]

    @property
    def row(self) -> float:
        """Give the size of the file for each of its rows [MB]."""
        return self.store / sum(self.rows.values())

    def __str__(self) -> str:
        rows = " ".join(f"{table} {count}" for table, count in self.rows.items())
        errors = ", ".join(f"{n} × {what}" for what, n in self.errors.items()) or "none"
        return (
            f"{self.updates:7} updates {self.rate:6.0f}/s  memory {self.memory:5.0f} MB  "
            f"store {self.store:6.1f} MB  WAL {self.wal:4.1f} MB  {rows}  "
            f"failed requests {self.faults}  errors logged: {errors}"
        )


def rows(updates: int, people: int, part: int = PART) -> Iterator[str]:
    """Run the soak, giving a line after each part of so many updates.

    Raises:
        AssertionError: If an update was lost or done twice, the file is not sound, or memory or
            the file grow from part to part.
    """
    with TemporaryDirectory() as folder:
        soak = Soak(Path(folder), people)
        found: list[Part] = []
        with asyncio.Runner() as runner:
            for end in range(part, updates + 1, part):
                found.append(runner.run(soak.part(end)))
                yield str(found[-1])
        yield _verdict(found)


def _verdict(found: list[Part]) -> str:
    """Compare the last part with the first in which everything was known already.

    People keep the plans that they make, some hundred each at most; so the file may grow with its
    rows, but not beyond them.
    """
    first, last = found[min(2, len(found) - 1)], found[-1]
    memory, row = last.memory / first.memory, last.row / first.row
    assert memory < 1.25, f"the memory grows: {[part.memory for part in found]}"
    assert row < 1.25, f"the file grows beyond its rows: {[part.row for part in found]}"
    return (
        f"no update lost, none done twice, file sound; memory × {memory:.2f}, file × {row:.2f} "
        f"a row from the third part to the last"
    )


class Soak:
    """One run: the people, the folder of the store, and what was counted."""

    def __init__(self, folder: Path, people: int) -> None:
        self.walkers, self.folder = Walkers(people), folder
        self._parts = 0
        self._ended = 0  # updates of the parts before

    async def part(self, end: int) -> Part:
        """Let people go on up to so many updates in all, restart, settle, check."""
        self._parts += 1
        start, faults = perf_counter(), sum(self.walkers.broken.counts.values())
        async with self.walkers:
            async with self._bot() as bot:
                self.walkers.begin()
                await self.walkers.until(lambda: self.walkers.made >= end, PATIENCE * 10)
                rate = (end - self._ended) / (perf_counter() - start)
                memory, sizes = resident_megabytes(bot.process.pid), self._sizes()
                code = await (bot.kill() if self._parts % 2 else bot.terminate())
                assert code in (0, -9), f"ended with {code}:\n{bot.log}"
                errors = _errors(bot)
            self.walkers.rest()
            async with self._bot() as bot:
                await self.walkers.until(lambda: self._is_settled(bot), PATIENCE)
                assert await bot.terminate() == 0, bot.log
                errors += _errors(bot)
        counted = self._checked(self.walkers.made - self._ended)
        self._ended = self.walkers.made
        faults = sum(self.walkers.broken.counts.values()) - faults
        return Part(self.walkers.made, rate, memory, *sizes, counted, faults, errors)

    @asynccontextmanager
    async def _bot(self) -> AsyncIterator[Running]:
        logs = {
            "ORGWRIGHT_OPERATION_LOG_LEVEL": "error",
            "ORGWRIGHT_OPERATION_LOG_FORMAT": "json",
        }
        async with running(self.walkers, self.folder, **logs) as bot:
            yield bot

    def _is_settled(self, bot: Running) -> bool:
        return not self.walkers.unacknowledged and bot.query(_WAITING) == [(0,)]

    def _sizes(self) -> tuple[float, float]:
        files = [self.folder / name for name in ("orgwright.db", "orgwright.db-wal")]
        store, wal = (file.stat().st_size / _MEGABYTE if file.exists() else 0.0 for file in files)
        return store, wal

    def _checked(self, updates: int) -> dict[str, int]:
        """Find every update of a part claimed and answered, and the file sound; count, and age."""
        with closing(sqlite3.connect(self.folder / "orgwright.db")) as db:
            counted = {table: _one(db, f"SELECT count(*) FROM {table}") for table in TABLES}  # noqa: S608
            assert counted["claims"] == updates, f"{counted['claims']} of {updates} were handled"
            assert _one(db, _UNANSWERED) == 0, "updates were not answered"
            assert counted["errors"] == 0, db.execute("SELECT what FROM errors").fetchall()
            failed = db.execute("SELECT kind, failed FROM outbox WHERE failed NOTNULL").fetchall()
            assert failed == [], failed
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert db.execute("PRAGMA foreign_key_check").fetchall() == []
            _age(db)
        return counted


def _age(db: sqlite3.Connection) -> None:
    """Let time pass in the file."""
    for table, columns in _TIMES.items():
        changes = ", ".join(f"{column} = {column} - {AGE}" for column in columns)
        db.execute(f"UPDATE {table} SET {changes}")  # noqa: S608 - our own names
    db.commit()


def _one(db: sqlite3.Connection, sql: str) -> int:
    return int(db.execute(sql).fetchone()[0])


def _errors(bot: Running) -> Counter[str]:
    """Count what was logged as errors, by what happened."""
    return Counter(str(json.loads(line)["event"]) for line in bot.stderr if line.startswith("{"))
