"""The store of a running bot fails: it says so, waits, and goes on by itself; nothing is lost.

Each fault is real: another program that locks, a limit of the system, a full disk, deleted files.
"""

from __future__ import annotations

import asyncio
import resource
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from tests.bot.command import run
from tests.bot.store.disks import filled, small_disk
from tests.bot.telegram.process import STORE, Running, free_port, running
from tests.bot.telegram.scene import Scene, answer, playing, sent
from tests.telegram.people import Person
from tests.telegram.server import BotApi

pytestmark = pytest.mark.asyncio(loop_scope="module")
FAILS, WORKS = "the store cannot be used", "the store can be used again"
PORT = free_port()


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of the bot's store; `is_small` tells whether its disk can be filled."""

    scene: Scene
    folder: Path
    is_small: bool


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def place(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Place]:
    folder = tmp_path_factory.mktemp("disk")
    port = {"ORGWRIGHT_OPERATION_HEALTH_PORT": str(PORT)}
    with small_disk(folder) as is_small:
        async with playing(folder, **port) as scene:
            yield Place(scene, folder, is_small)


async def health() -> tuple[int, dict[str, Any]]:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{PORT}/health") as response,
    ):
        return response.status, await response.json()


async def outlived(scene: Scene, fault: AbstractContextManager[None], sentence: str) -> None:
    """Let somebody write during a fault; it is told, and answered when the fault is over."""
    anna, bot = scene.somebody("en"), scene.bot
    await answer(anna, "/start")
    bot.stderr.clear()
    with fault:
        number = anna.says("12 people, telesales, just started")
        assert sentence in await bot.says(FAILS)
        status, found = await health()
        assert (status, found["reasons"]) == (503, ["store"])
        assert sentence in found["store"]
        assert number not in scene.api.confirmed
        assert len(anna.chat.messages) == 1
    assert "Telesales team of 12" in (await sent(anna.chat, 1)).text
    await bot.says(WORKS)
    await scene.api.until(lambda: number in scene.api.confirmed)
    status, found = await health()
    assert (status, found["store"]) == (200, None)
    assert bot.log.count(FAILS) <= 2  # one more if something else failed in another way
    await scene.check()


@contextmanager
def locked(store: Path) -> Iterator[None]:
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def limited(process: int) -> Iterator[None]:
    """Let a process write no file beyond its first byte, as a failing disk would."""
    soft, hard = resource.prlimit(process, resource.RLIMIT_FSIZE)
    resource.prlimit(process, resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.prlimit(process, resource.RLIMIT_FSIZE, (soft, hard))


async def test_a_store_locked_for_long_is_waited_for(place: Place) -> None:
    fault = locked(place.scene.bot.store)
    await outlived(place.scene, fault, "is in use by another program; close that program or")


async def test_a_file_with_people_that_was_taken_in_is_answered_when_the_lock_is_gone(
    place: Place,
) -> None:
    scene = place.scene
    anna = scene.somebody("en")
    await answer(anna, "/start")
    scene.bot.stderr.clear()
    with locked(scene.bot.store):
        number = anna.sends_file("team.csv", b"title,headcount\nagent,3\nteam leader,1\n")
        await scene.bot.says(FAILS)
        await scene.api.until(lambda: number in scene.api.confirmed)
    assert "4" in (await sent(anna.chat, 1)).text


async def test_a_disk_that_fails_is_waited_for(place: Place) -> None:
    fault = limited(place.scene.bot.process.pid)
    await outlived(place.scene, fault, "cannot be read or written; check the disk and its")


async def test_a_full_disk_is_waited_for(place: Place) -> None:
    if not place.is_small:
        pytest.skip("no disk can be mounted here")
    await outlived(place.scene, filled(place.folder), "disk")


async def test_a_deleted_store_is_put_back_with_all_that_was_answered(place: Place) -> None:
    scene, store = place.scene, place.scene.bot.store
    anna = scene.somebody("en")
    await answer(anna, "12 people, telesales, just started")
    (before,) = scene.bot.query("SELECT count(*) FROM claims")
    for file in store.parent.glob(f"{STORE}*"):
        file.unlink()
    assert "Why" in (await answer(anna, "why?")).text
    assert "was deleted; it was written anew" in await scene.bot.says("written anew")
    assert scene.bot.query("SELECT count(*) FROM claims") == [(before[0] + 1,)]
    assert store.stat().st_mode & 0o777 == 0o600
    assert (await health())[0] == 200
    await scene.check()


def spoil_claims(store: Path) -> None:
    """Overwrite the page that the next message needs, as a dying disk does."""
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        (size,) = other.execute("PRAGMA page_size").fetchone()
        sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'claims'"
        (page,) = other.execute(sql).fetchone()
        other.execute("INSERT INTO notes (name, value) VALUES ('other', '')")
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        other.execute("DELETE FROM notes WHERE name = 'other'")
    with store.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)


async def said_while_damaged(api: BotApi, folder: Path, anna: Person, copy: Path) -> str:
    """Back up a running bot, damage its store, write to it; gives the last thing it said."""
    async with running(api, folder) as bot:
        await answer(anna, "12 people, telesales, just started")
        assert run("backup", str(copy)).exit_code == 0
        spoil_claims(bot.store)
        anna.says("why?")
        assert await bot.ended() == 2
        return bot.stderr[-1]


async def stopped_while_locked(bot: Running, anna: Person) -> None:
    """Stop a bot that waits for its store with a message in hand."""
    with locked(bot.store):
        anna.says("/help")
        await bot.says(FAILS)
        async with asyncio.timeout(5):
            assert await bot.terminate() == 0


async def test_a_damaged_store_ends_the_bot_and_a_backup_loses_no_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ORGWRIGHT_STORE_PATH", str(tmp_path / STORE))
    copy = tmp_path / "copy.db"
    async with BotApi() as api:
        anna = api.person(1, language_code="en")
        said = await said_while_damaged(api, tmp_path, anna, copy)
        assert said.startswith(f"The store {tmp_path / STORE} is damaged or not a database;")
        assert "orgwright restore FILE" in said
        assert run("restore", str(copy)).exit_code == 0
        async with running(api, tmp_path) as bot:
            await api.until(lambda: "Why" in anna.chat.messages[-1].text)
            assert len(anna.chat.messages) == 2
            await stopped_while_locked(bot, anna)
        assert api.unacknowledged == 1
