"""The file is deleted or replaced while it is in use: nothing that was committed is lost."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import StoreError, StoreLostError
from bot.store.sqlite import SqliteStore
from tests.bot.store.disks import filled, small_disk


class Told:
    """Takes down what a watch is told."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def failed(self, error: StoreError) -> None:
        self.heard.append(type(error).__name__)

    def worked(self) -> None:
        self.heard.append("worked")

    def put_back(self) -> None:
        self.heard.append("put back")


def save(store: SqliteStore, update_id: str) -> None:
    with store.message("t", update_id, 0) as transaction:
        assert transaction is not None
        transaction.save_draft("c", "u", update_id)


def saved(path: Path) -> str:
    """Read the draft as another program would."""
    with closing(sqlite3.connect(path)) as other:
        (found,) = other.execute("SELECT body FROM drafts").fetchone()
        return str(found)


@pytest.mark.parametrize("endings", [("", "-wal", "-shm"), ("",), ("-wal",), ("", "-wal")])
def test_deleted_files_are_put_back_with_all_that_was_committed(
    path: Path, endings: tuple[str, ...]
) -> None:
    told = Told()
    with SqliteStore.open(path, watch=told) as store:
        save(store, "1")
        for ending in endings:
            path.with_name(path.name + ending).unlink()
        save(store, "2")
        assert saved(path) == "2"
        assert path.stat().st_mode & 0o777 == 0o600
        with store.message("t", "1", 0) as handled:
            assert handled is None
    assert saved(path) == "2"
    assert told.heard == ["worked", "put back", "worked", "worked"]
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_is_gone_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "orgwright.db"
    with SqliteStore.open(path) as store:
        save(store, "1")
        shutil.rmtree(path.parent)
        with pytest.raises(StoreError, match=r"is gone and cannot be written anew \(No such file"):
            save(store, "2")
        path.parent.mkdir()
        save(store, "2")
    assert saved(path) == "2"


def test_a_file_that_cannot_be_put_back_on_a_full_disk_is_put_back_later(tmp_path: Path) -> None:
    with small_disk(tmp_path) as is_small:
        if not is_small:
            pytest.skip("no disk can be mounted here")
        path = tmp_path / "orgwright.db"
        with SqliteStore.open(path) as store:
            save(store, "1")
            path.unlink()
            with filled(tmp_path), pytest.raises(StoreError, match="disk"):
                save(store, "2")
            save(store, "2")
            assert saved(path) == "2"


def test_a_file_that_was_replaced_is_left_alone_and_ends_the_program(path: Path) -> None:
    told = Told()
    with SqliteStore.open(path, watch=told) as store:
        save(store, "1")
        other = path.with_name("other.db")
        with SqliteStore.open(other) as second:
            save(second, "9")
        other.replace(path)
        for _ in range(2):
            with pytest.raises(StoreLostError, match="was replaced by another file; what it held"):
                save(store, "2")
    assert told.heard == ["worked", "StoreLostError", "StoreLostError"]
    assert saved(path) == "9"
    (kept,) = path.parent.glob("orgwright.db.replaced-*")
    assert saved(kept) == "1"


def test_a_linked_file_is_put_back_where_the_link_leads(tmp_path: Path) -> None:
    path, link = tmp_path / "real.db", tmp_path / "link.db"
    link.symlink_to(path)
    with SqliteStore.open(link) as store:
        save(store, "1")
        path.unlink()
        save(store, "2")
    assert link.is_symlink()
    assert saved(path) == "2"


def test_two_programs_that_lose_their_file_do_not_overwrite_each_other(path: Path) -> None:
    with SqliteStore.open(path) as bot, SqliteStore.open(path) as chat:
        save(bot, "1")
        save(chat, "2")
        path.unlink()
        save(bot, "3")
        with pytest.raises(StoreLostError, match="Start Orgwright again"):
            save(chat, "4")
        save(bot, "5")
    assert saved(path) == "5"
