"""Backup and restore: online, whole or not at all, private, checked, nothing overwritten."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.store.backup import back_up, restore
from bot.store.lock import alone
from bot.store.sqlite import SqliteStore
from tests.bot.store.disks import filled, small_disk

STAMP = "before"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "copies" / "copy.db"


@pytest.fixture(autouse=True)
def _folder(copy: Path) -> None:
    copy.parent.mkdir()


def save(store: SqliteStore, update_id: str) -> None:
    with store.message("t", update_id, 0) as transaction:
        assert transaction is not None
        transaction.save_draft("c", "u", update_id)
        transaction.save_plan(update_id, "c", "u", "{}")
        transaction.enqueue("c", "u", "screen", update_id, "{}")


def bodies(path: Path) -> list[str]:
    """List what waits to be sent."""
    with SqliteStore.open(path) as store:
        return [row.body for row in store.waiting("t", "c", 99)]


def refusal(path: Path, copy: Path, *, overwrites: bool = False) -> str:
    """Give the sentence with which a backup is refused; neither file may change."""
    before = {file: file.read_bytes() for file in (path, copy) if file.is_file()}
    with pytest.raises(StoreError) as raised:
        back_up(path, copy, overwrites=overwrites)
    assert {file: file.read_bytes() for file in (path, copy) if file.is_file()} == before
    return str(raised.value)


def test_a_store_in_use_is_copied_with_all_that_was_committed(path: Path, copy: Path) -> None:
    with SqliteStore.open(path) as store:
        save(store, "1")
        with store.message("t", "2", 0) as half_done:
            assert half_done is not None
            half_done.save_draft("c", "u", "2")
            found = back_up(path, copy, overwrites=False)
        save(store, "3")
    assert str(found) == "1 conversation, 1 plan"
    assert bodies(copy) == ["1"]
    assert bodies(path) == ["1", "3"]


def test_a_copy_is_one_file_that_only_its_owner_can_read(path: Path, copy: Path) -> None:
    with SqliteStore.open(path) as store:
        save(store, "1")
        back_up(path, copy, overwrites=False)
    assert copy.stat().st_mode & 0o777 == 0o600
    assert list(copy.parent.iterdir()) == [copy]
    with closing(sqlite3.connect(f"{copy.as_uri()}?immutable=1", uri=True)) as found:
        assert found.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_file_that_exists_is_overwritten_only_when_told(path: Path, copy: Path) -> None:
    SqliteStore.open(path).close()
    copy.write_text("a letter", "utf-8")
    said = refusal(path, copy)
    assert said == f"The backup {copy} exists already; name another file, or add --force."
    back_up(path, copy, overwrites=True)
    assert bodies(copy) == []


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal"])
def test_the_store_itself_is_never_overwritten(path: Path, ending: str) -> None:
    SqliteStore.open(path).close()
    link = path.with_name("link")
    link.symlink_to(path.with_name(path.name + ending))
    assert "would take the place of the store itself" in refusal(path, link, overwrites=True)


def test_places_that_cannot_hold_a_backup_are_refused(path: Path, copy: Path) -> None:
    SqliteStore.open(path).close()
    assert "is a folder; name a file in it." in refusal(path, copy.parent)
    assert "has no folder to be in; make the folder" in refusal(path, copy / "no" / "copy.db")


def test_a_store_that_is_missing_or_foreign_is_not_backed_up(path: Path, copy: Path) -> None:
    assert "does not exist, so there is nothing to back up" in refusal(path, copy)
    path.write_text("a letter", "utf-8")
    assert "is not a database" in refusal(path, copy)
    assert list(copy.parent.iterdir()) == []


def test_an_empty_file_is_neither_backed_up_nor_restored(path: Path, copy: Path) -> None:
    path.touch()
    assert "is empty; name another file, so no backup was made" in refusal(path, copy)
    path.unlink()
    SqliteStore.open(path).close()
    copy.touch()
    assert "is empty; name another file." in unrestored(path, copy)


def damage(path: Path) -> None:
    """Spoil the last pages of a store, which no opening looks at."""
    with path.open("r+b") as file:
        file.seek(-3 * 4096, os.SEEK_END)
        file.write(b"\xa5" * 3 * 4096)


def test_a_damaged_store_does_not_take_the_place_of_a_good_backup(path: Path, copy: Path) -> None:
    with SqliteStore.open(path) as store:
        save(store, "1")
    back_up(path, copy, overwrites=False)
    damage(path)
    said = refusal(path, copy, overwrites=True)
    assert said.startswith(f"The store {path} is damaged (")
    assert said.endswith(
        "so no backup was made; restore an earlier one with `orgwright restore FILE`."
    )
    assert bodies(copy) == ["1"]


def test_a_full_disk_leaves_the_earlier_backup(path: Path, copy: Path) -> None:
    with SqliteStore.open(path) as store:
        save(store, "1")
    with small_disk(copy.parent) as is_small:
        if not is_small:
            pytest.skip("no disk can be mounted here")
        back_up(path, copy, overwrites=False)
        with filled(copy.parent):
            assert "full disk; free some space" in refusal(path, copy, overwrites=True)
        assert list(copy.parent.iterdir()) == [copy]
        assert bodies(copy) == ["1"]


def test_a_restored_store_is_the_backup_and_the_earlier_one_is_kept(path: Path, copy: Path) -> None:
    with SqliteStore.open(path) as store:
        save(store, "1")
        back_up(path, copy, overwrites=False)
        save(store, "2")
    before = copy.read_bytes()
    done = restore(copy, path, STAMP)
    assert str(done.contents) == "1 conversation, 1 plan"
    assert done.kept == path.with_name("orgwright.db.before")
    assert bodies(path) == ["1"]
    assert bodies(done.kept) == ["1", "2"]
    assert path.stat().st_mode & 0o777 == 0o600
    assert copy.read_bytes() == before


def test_a_missing_store_is_restored_with_its_folder(path: Path, copy: Path) -> None:
    with SqliteStore.open(path) as store:
        save(store, "1")
    back_up(path, copy, overwrites=False)
    new = path.parent / "new" / "orgwright.db"
    assert restore(copy, new, STAMP).kept is None
    assert bodies(new) == ["1"]


def test_what_was_sent_after_the_backup_is_not_sent_again(path: Path, copy: Path) -> None:
    with SqliteStore.open(path) as store:
        for number in "123":
            save(store, number)
        back_up(path, copy, overwrites=False)
        first, second, _ = store.waiting("t", "c", 9)
        store.mark_sent([first.id], 5)
        store.mark_failed(second.id, "blocked", 6)
    restore(copy, path, STAMP)
    assert bodies(path) == ["3"]


def test_messages_of_another_store_say_nothing_about_what_was_sent(path: Path, copy: Path) -> None:
    with SqliteStore.open(path) as store:
        save(store, "1")
    back_up(path, copy, overwrites=False)
    path.unlink()
    with SqliteStore.open(path) as other:
        save(other, "9")
        other.mark_sent([1], 5)
    restore(copy, path, STAMP)
    assert bodies(path) == ["1"]


@pytest.mark.parametrize("spoil", ["pages", "all", "cut", "log"])
def test_a_damaged_store_is_replaced_and_kept(path: Path, copy: Path, spoil: str) -> None:
    with SqliteStore.open(path) as store:
        save(store, "1")
        back_up(path, copy, overwrites=False)
    match spoil:
        case "pages":
            damage(path)
        case "all":
            path.write_bytes(b"\xa5" * 9000)
        case "cut":
            os.truncate(path, 4096)
        case _:
            path.with_name(path.name + "-wal").write_bytes(b"\xa5" * 9000)
    before = path.read_bytes()
    kept = restore(copy, path, STAMP).kept
    assert kept is not None
    assert bodies(path) == ["1"]
    if spoil != "log":
        assert kept.read_bytes()[100:] == before[100:]
    assert not path.with_name(path.name + "-wal").exists()


def unrestored(path: Path, copy: Path) -> str:
    """Give the sentence with which a restore is refused; the store may not change."""
    before = path.read_bytes(), copy.read_bytes()
    with pytest.raises(StoreError) as raised:
        restore(copy, path, STAMP)
    assert (path.read_bytes(), copy.read_bytes()) == before
    assert not list(path.parent.glob("*.before*"))
    assert not list(path.parent.glob("*.new-*"))
    return str(raised.value)


def test_nothing_is_restored_below_a_running_bot(path: Path, copy: Path) -> None:
    SqliteStore.open(path).close()
    back_up(path, copy, overwrites=False)
    for is_damaged in (False, True):
        with alone(path, 123456):
            if is_damaged:
                damage(path)
            assert "is in use by a running bot; stop the bot and try again." in unrestored(
                path, copy
            )
    restore(copy, path, STAMP)


def test_nothing_is_restored_below_a_chat_that_is_open(path: Path, copy: Path) -> None:
    with SqliteStore.open(path) as chat:
        back_up(path, copy, overwrites=False)
        assert "is in use by another program; stop the bot, end every chat" in unrestored(
            path, copy
        )
        save(chat, "1")
    assert bodies(path) == ["1"]


@pytest.mark.parametrize("what", ["letter", "other program", "damaged", "newer", "cut"])
def test_a_file_that_is_no_sound_backup_is_not_restored(path: Path, copy: Path, what: str) -> None:
    with SqliteStore.open(path) as store:
        save(store, "1")
        back_up(path, copy, overwrites=False)
    said = {
        "letter": "is not a database",
        "other program": "belongs to another program",
        "damaged": f"The backup {copy} is damaged (",
        "newer": f"The backup {copy} was made by a newer Orgwright; update Orgwright",
        "cut": f"The backup {copy} is damaged; name another backup.",
    }
    if what == "letter":
        copy.write_text("a letter", "utf-8")
    elif what == "damaged":
        damage(copy)
    elif what == "cut":
        os.truncate(copy, 8192)
    else:
        with closing(sqlite3.connect(copy, isolation_level=None)) as other:
            if what == "newer":
                sql = "UPDATE _sqlite_migrations SET name = 'from_the_future' WHERE id = 1"
                other.execute(sql)
            else:
                other.execute("PRAGMA application_id = 7")
    assert said[what] in unrestored(path, copy)


def test_the_store_itself_and_what_is_no_file_are_not_restored(path: Path, copy: Path) -> None:
    SqliteStore.open(path).close()
    for file, said in ((path, "is the store itself"), (copy, "is no file; name the file")):
        with pytest.raises(StoreError, match=said):
            restore(file, path, STAMP)
    back_up(path, copy, overwrites=False)
    with pytest.raises(StoreError, match="is a folder; name a file in it"):
        restore(copy, path.parent, STAMP)


def test_a_plain_copy_of_a_store_that_was_closed_is_a_backup_too(path: Path, copy: Path) -> None:
    with SqliteStore.open(path) as store:
        save(store, "1")
    shutil.copy(path, copy)
    restore(copy, path, STAMP)
    assert bodies(path) == ["1"]
