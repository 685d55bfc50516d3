"""The schema: a new file is set up once, whoever else opens it at the same moment."""

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from bot.store.schema import STEPS, upgrade, use_wal
from bot.store.sqlite import SqliteStore


def test_a_new_file_that_another_process_is_writing_still_gets_its_log(path: Path) -> None:
    ours = sqlite3.connect(path, isolation_level=None, timeout=0.01)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    def end_the_others_turn(statement: str) -> None:
        if statement == "BEGIN":
            other.execute("COMMIT")

    ours.set_trace_callback(end_the_others_turn)
    use_wal(Database(ours))
    assert ours.execute("PRAGMA journal_mode").fetchall() == [("wal",)]
    other.close()
    ours.close()


def test_opening_again_changes_no_table_and_repeats_no_step(path: Path) -> None:
    with SqliteStore.open(path) as store:
        schema = store._db.schema
        upgrade(store._db, path)
        assert store._db.schema == schema
        applied = [row["name"] for row in store._db.table("_sqlite_migrations").rows]
    assert applied == [step.__name__ for step in STEPS]
