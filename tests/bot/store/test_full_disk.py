"""A disk that is really full: nothing half is kept, and work goes on when there is space."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.store import open_store
from bot.store.sqlite import SqliteStore
from tests.bot.store.disks import filled, small_disk

LARGE = f'"{"x" * 50_000}"'


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path) as is_small:
        if not is_small:
            pytest.skip("no disk can be mounted here")
        yield tmp_path


def save(store: SqliteStore, *update_ids: str) -> None:
    """Handle updates together, each with an answer."""
    with store.batch():
        for update_id in update_ids:
            with store.message("t", update_id, 0) as transaction:
                assert transaction is not None
                transaction.save_draft("c", update_id, LARGE)
                transaction.enqueue("c", "u", "screen", LARGE, "{}")


def test_updates_handled_together_are_all_kept_or_none(disk: Path) -> None:
    with SqliteStore.open(disk / "orgwright.db") as store:
        save(store, "1")
        with filled(disk), pytest.raises(StoreError, match="disk"):
            save(store, "2", "3", "4")
        assert len(store.waiting("t", "c", 9)) == 1
        save(store, "2", "3", "4")
        assert len(store.waiting("t", "c", 9)) == 4


def test_what_was_sent_can_be_noted_and_old_things_deleted_when_there_is_space(disk: Path) -> None:
    with SqliteStore.open(disk / "orgwright.db") as store:
        save(store, "1")
        with filled(disk):
            for _ in range(20):  # until the log has no more room that it had before
                try:
                    store.set_note("n", LARGE)
                except StoreError:
                    break
            with pytest.raises(StoreError, match="disk"):
                store.set_file_ids("key", [LARGE] * 9, 0)
        (waiting,) = store.waiting("t", "c", 9)
        store.mark_sent([waiting.id], 0)
        store.prune(10**9)
        assert store.waiting("t", "c", 9) == ()


def test_a_bot_cannot_start_on_a_full_disk_and_says_so(disk: Path) -> None:
    with filled(disk), pytest.raises(StoreError, match="disk"):
        open_store(disk / "orgwright.db")
    with open_store(disk / "orgwright.db") as store:
        assert store.waiting_chats("t") == ()
