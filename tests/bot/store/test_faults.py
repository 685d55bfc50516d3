"""Faults of the file: one sentence that says what to do, and nothing overwritten."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.store import open_store
from bot.store.lock import alone
from bot.store.place import APPLICATION_ID
from bot.store.sqlite import SqliteStore

NOBODY = 65_534


def refusal(path: Path) -> str:
    """Open a store that must be refused; gives the sentence without the file's name."""
    with pytest.raises(StoreError) as raised:
        open_store(path)
    sentence = str(raised.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence.removeprefix(f"The store {path} ")


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder with a store, nothing of it writable; the test runs as somebody who is not root."""
    folder = Path(tempfile.mkdtemp())
    with SqliteStore.open(folder / "orgwright.db"):
        pass
    (folder / "orgwright.db").chmod(0o444)
    folder.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    yield folder
    if is_root:
        os.seteuid(0)
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_file_that_may_not_be_written_is_refused_at_the_start(locked_folder: Path) -> None:
    before = (locked_folder / "orgwright.db").read_bytes()
    assert refusal(locked_folder / "orgwright.db").startswith("cannot be written to; allow writing")
    assert (locked_folder / "orgwright.db").read_bytes() == before


def test_a_folder_that_may_not_be_written_is_refused(locked_folder: Path) -> None:
    said = refusal(locked_folder / "new.db")
    assert said.startswith("cannot be opened (Permission denied); mend that or name another file")
    assert refusal(locked_folder / "sub" / "new.db") == said


def test_a_bot_that_cannot_lock_its_store_is_refused(locked_folder: Path) -> None:
    with pytest.raises(StoreError, match=r"cannot be locked \(Permission denied\); allow writing"):
        alone(locked_folder / "orgwright.db", 123456)


def test_a_file_that_may_not_be_read_is_refused(locked_folder: Path) -> None:
    euid = os.geteuid()
    os.seteuid(os.getuid())
    (locked_folder / "orgwright.db").chmod(0)
    os.seteuid(euid)
    assert refusal(locked_folder / "orgwright.db").startswith(
        "cannot be opened (Permission denied)"
    )


def test_a_store_that_turns_read_only_says_so_and_keeps_nothing(store: SqliteStore) -> None:
    store._db.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreError, match="cannot be written to"), store.message("t", "1", 0):
        pass
    store._db.execute("PRAGMA query_only = OFF")
    with store.message("t", "1", 0) as transaction:
        assert transaction is not None


def save(store: SqliteStore, update_id: str, body: str) -> None:
    with store.message("t", update_id, 0) as transaction:
        assert transaction is not None
        transaction.save_draft("c", "u", body)


def test_a_full_disk_keeps_what_was_committed_and_nothing_of_the_rest(store: SqliteStore) -> None:
    save(store, "1", "1")
    pages = store._db.execute("PRAGMA page_count").fetchall()[0][0]
    store._db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match=r"is on a full disk; free some space and try again\.$"):
        save(store, "2", f'"{"x" * 100_000}"')
    store._db.execute("PRAGMA max_page_count = 100000")
    with store.message("t", "2", 0) as transaction:
        assert transaction is not None
        assert transaction.draft("c", "u") == "1"


@pytest.mark.parametrize("garbage", [b"x", b"not a database\n" * 500, bytes(5000)])
def test_a_file_that_is_no_database_stays_as_it_was(path: Path, garbage: bytes) -> None:
    path.write_bytes(garbage)
    assert refusal(path).startswith("is not a database; nothing was changed. Name another file")
    assert path.read_bytes() == garbage
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_the_database_of_another_program_stays_as_it_was(path: Path, mode: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA journal_mode = {mode}")
    connection.execute("CREATE TABLE plans (theirs TEXT)")
    before = {file: file.read_bytes() for file in path.parent.iterdir()}
    assert refusal(path).startswith("belongs to another program; nothing was changed.")
    assert {file: file.read_bytes() for file in path.parent.iterdir()} == before
    connection.close()


def test_a_damaged_store_is_told_and_not_mended_by_force(path: Path) -> None:
    with SqliteStore.open(path):
        pass
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (size - 4096))
    damaged = path.read_bytes()
    assert refusal(path).startswith("is damaged or not a database; restore a backup over it")
    assert path.read_bytes()[4096:] == damaged[4096:]


def test_a_store_cut_short_is_told(path: Path) -> None:
    with SqliteStore.open(path):
        pass
    os.truncate(path, 4096)
    assert refusal(path).startswith("is damaged or not a database; restore a backup over it")


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "is a folder; name a file in it as store.path."


def test_a_file_in_place_of_the_folder_is_told(path: Path) -> None:
    path.write_text("", "utf-8")
    assert refusal(path / "orgwright.db").startswith("cannot be opened (")


def test_a_store_of_a_newer_program_is_left_alone(path: Path) -> None:
    with SqliteStore.open(path) as store:
        row = {"migration_set": "orgwright", "name": "from_the_future", "applied_at": "2100"}
        store._db.table("_sqlite_migrations").insert(row)
    before = path.read_bytes()
    assert refusal(path).startswith("was made by a newer Orgwright; update Orgwright")
    assert path.read_bytes() == before


def test_an_old_sqlite_is_told_before_the_file_is_touched(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    assert refusal(path).startswith("needs SQLite 3.37 or newer")
    assert not path.exists()


def test_a_bug_in_the_statements_is_no_fault_of_the_file(store: SqliteStore) -> None:
    store._db.execute("DROP TABLE claims")
    with pytest.raises(sqlite3.OperationalError, match="no such table"), store.message("t", "1", 0):
        pass


def test_a_missing_folder_is_made_for_the_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "orgwright.db"
    with open_store(path):
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700


def test_an_empty_file_becomes_a_store(path: Path) -> None:
    path.touch()
    with SqliteStore.open(path) as store:
        assert store.waiting_chats("telegram") == ()


def test_the_file_is_set_up_to_survive_a_power_cut(store: SqliteStore) -> None:
    pragmas = {
        name: store._db.execute(f"PRAGMA {name}").fetchall()[0][0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "application_id")
    }
    full = 2
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": full,
        "foreign_keys": 1,
        "application_id": APPLICATION_ID,
    }


def test_every_table_is_strict(store: SqliteStore) -> None:
    tables = "claims", "drafts", "plans", "outbox", "errors"
    assert [table for table in tables if not store._db.table(table).strict] == []
