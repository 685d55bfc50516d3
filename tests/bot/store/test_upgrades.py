"""Stores of every version of the schema come up to date with all they hold, killed or not.

The dumps in `released` were written by the program as it was then, with what people said to it.
"""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.core import Core
from bot.message import Message
from bot.service import Service
from bot.store.contents import contents
from bot.store.place import APPLICATION_ID
from bot.store.schema import STEPS
from bot.store.sqlite import SqliteStore
from flows.draft import load_draft
from flows.replies import Said

RELEASED = Path(__file__).parent / "released"
ROOT = Path(__file__).parents[3]
DUMPS = sorted(file.stem for file in RELEASED.glob("*.sql"))
SOURCE = "telegram:123456"
KEPT = ("claims", "drafts", "plans", "outbox", "errors")


def build(path: Path, version: str) -> None:
    """Make the store that a version of the program left behind."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((RELEASED / f"{version}.sql").read_text("utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL").fetchone()


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Read all rows of all tables; of a table that grew, the columns it had."""
    with closing(sqlite3.connect(path)) as connection:
        sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        tables = [name for (name,) in connection.execute(sql) if name != "_sqlite_migrations"]
        return {t: connection.execute(f"SELECT * FROM {t}").fetchall() for t in sorted(tables)}  # noqa: S608


def schema(path: Path) -> list[str]:
    """List the statements that made the tables, without their layout."""
    with closing(sqlite3.connect(path)) as connection:
        sql = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"
        return [re.sub(r"\s+", "", found) for (found,) in connection.execute(sql)]


def columns(path: Path) -> dict[str, set[str]]:
    with closing(sqlite3.connect(path)) as connection:
        tables = everything(path)
        sql = "SELECT name FROM pragma_table_info(?)"
        return {t: {name for (name,) in connection.execute(sql, [t])} for t in tables}


def test_there_is_a_store_of_every_version_before_this() -> None:
    versions = {int(re.findall(r"\d+", dump)[0]) for dump in DUMPS}
    assert versions == set(range(1, len(STEPS)))


@pytest.mark.parametrize("version", DUMPS)
def test_an_older_store_gets_the_schema_of_a_new_one_and_keeps_every_row(
    path: Path, version: str
) -> None:
    build(path, version)
    before = everything(path)
    SqliteStore.open(path).close()
    after = everything(path)
    for table, rows in before.items():
        width = len(rows[0]) if rows else 0
        assert [row[:width] for row in after[table]] == rows
    new = path.with_name("new.db")
    SqliteStore.open(new).close()
    assert columns(path) == columns(new)
    assert contents(path).schema == len(STEPS)


@pytest.mark.parametrize("version", DUMPS)
def test_drafts_and_plans_of_an_older_store_go_on(path: Path, version: str, core: Core) -> None:
    build(path, version)
    with SqliteStore.open(path) as store:
        with store.message(SOURCE, "read", 1) as transaction:
            assert transaction is not None
            assert load_draft(transaction.draft("502", "502")).size is not None
            assert load_draft(transaction.draft("503", "503")).asked == "stage"
            assert transaction.plan("ts-s-12", "501", "501") is not None
        service = Service(core, store, None)
        for user, said, answer in (
            ("502", "why", "copying a squad that works"),
            ("501", "方案", "电销团队"),
            ("503", "刚起步", "多少人"),
        ):
            message = Message(SOURCE, f"new-{user}", user, user, Said(said, None), 1_764_100_000)
            letters = service.handle(message)
            assert answer in "\n".join(str(letter) for letter in letters)
        assert store.waiting(SOURCE, "501", 9)
        again = Message(SOURCE, "1", "501", "501", Said("方案", None), 1_764_100_000)
        assert service.handle(again) == ()


KILLED = """
import sys
from pathlib import Path
from bot.store import schema
from bot.store.sqlite import SqliteStore
from tests.bot.store.test_upgrades import stopping
schema.STEPS = stopping(schema.STEPS, int(sys.argv[2]))
SqliteStore.open(Path(sys.argv[1]))
"""


def stopping(steps: tuple[object, ...], at: int) -> tuple[object, ...]:
    """Let a step say so and wait for ever after its work."""

    def stops(step: object) -> object:
        def stopped(db: object) -> None:
            step(db)  # type: ignore[operator]
            sys.stdout.write("held\n")
            sys.stdout.flush()
            sys.stdin.read()

        stopped.__name__ = step.__name__  # type: ignore[attr-defined]
        return stopped

    return (*steps[:at], stops(steps[at]), *steps[at + 1 :])


@pytest.mark.parametrize("step", [1, len(STEPS) - 1])
def test_an_upgrade_killed_in_the_middle_leaves_the_older_store(path: Path, step: int) -> None:
    build(path, "version-1")
    before, was = everything(path), schema(path)
    command = [sys.executable, "-c", KILLED, str(path), str(step)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        process.kill()
    assert (everything(path), schema(path)) == (before, was)
    SqliteStore.open(path).close()
    assert contents(path).schema == len(STEPS)
    assert everything(path)["drafts"] == before["drafts"]
