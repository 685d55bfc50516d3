"""Each fault of store, disk and clock is told by the doctor in one sentence."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from email.utils import formatdate
from functools import partial
from pathlib import Path

import pytest

from bot.doctor import local
from bot.store import open_store
from bot.store.lock import alone
from tests.bot.doctor.checkup import (
    BOT,
    NO_WEBHOOK,
    TOKEN,
    Answer,
    bot_api,
    examined,
    found_by,
    states,
)
from tests.bot.store.disks import filled, small_disk

DAY = 24 * 60 * 60
NOBODY = 65_534


@pytest.fixture
def path(place: Path) -> Path:
    path = place / "o.db"
    open_store(path).close()
    return path


@contextmanager
def as_somebody() -> Iterator[None]:
    """Be somebody who is not root, who may do everything."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


def test_a_locked_store(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brief = partial(open_store, busy_seconds=0.01)
    monkeypatch.setattr(local, "open_store", brief)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        found = found_by("store", examined(path))
    assert found.state == "problem"
    assert "is in use by another program; close that program or try again" in found.text


def test_a_file_that_may_not_be_written() -> None:
    with tempfile.TemporaryDirectory() as folder:  # others may not enter those of pytest
        path = Path(folder) / "o.db"
        open_store(path).close()
        path.chmod(0o444)
        path.parent.chmod(0o555)
        with as_somebody():
            found = local.check_store(path)
        path.parent.chmod(0o755)
    assert found.state == "problem"
    assert "cannot be written to; allow writing to the file and its folder" in found.text


def test_a_damaged_page(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(-4096, os.SEEK_END)
        file.write(b"\xa5" * 4096)
    found = found_by("store", examined(path))
    assert found.state == "problem"
    assert "is damaged (" in found.text
    assert "stop the bot and restore a backup over it (orgwright restore FILE)" in found.text


def test_a_full_disk(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("disk")
    with small_disk(folder) as is_small:
        if not is_small:
            pytest.skip("no disk can be mounted here")
        open_store(folder / "o.db").close()
        with filled(folder):
            found = examined(folder / "o.db")
    assert states(found)["disk"] == "problem"
    assert "is full (0 MB are free), so messages wait" in found_by("disk", found).text
    assert "disk" in found_by("store", found).text


def test_a_store_of_a_newer_version(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("UPDATE _sqlite_migrations SET name = 'from_the_future' WHERE id = 1")
    found = found_by("store", examined(path))
    assert (found.state, "was made by a newer Orgwright; update" in found.text) == ("problem", True)


def test_a_running_bot_and_its_deleted_file(path: Path) -> None:
    assert found_by("running", examined(path)).text == "No bot runs on this store."
    with alone(path, 123456):
        assert found_by("running", examined(path)).text.startswith("A bot runs on this store;")
        path.unlink()
        found = found_by("store", examined(path))
        assert found.state == "problem"
        assert "was deleted while a bot runs on it; leave the bot running" in found.text
    assert found_by("store", examined(path)).state == "ok"


def test_a_clock_that_is_behind_what_the_store_has_seen(path: Path) -> None:
    assert "clock" not in states(examined(path))
    with open_store(path) as store:
        store.follow_clock(int(time.time()) + 3 * DAY + 60, 0)
    found = found_by("clock", examined(path))
    assert found.state == "problem"
    assert "is 3 days behind what the store has seen; set it." in found.text


@pytest.mark.parametrize(("seconds", "way"), [(3600, "behind"), (-3600, "ahead of")])
async def test_a_clock_that_differs_from_telegrams(path: Path, seconds: int, way: str) -> None:
    date = formatdate(time.time() + seconds, usegmt=True)
    async with bot_api(Answer(BOT), Answer(NO_WEBHOOK), date) as base_url:
        findings = await asyncio.to_thread(examined, path, TOKEN=TOKEN, BASE_URL=base_url)
    found = found_by("clock", findings)
    assert found.state == "note"
    assert f" s {way} Telegram's; set it right." in found.text
