"""Opening the file of a store: connected, set up for power cuts, brought up to date."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from bot.store.faults import fault
from bot.store.schema import upgrade, use_wal

OLDEST_SQLITE = (3, 37, 0)  # STRICT tables
_PRAGMAS = ("foreign_keys = ON", "synchronous = FULL", "secure_delete = ON")


def refuse_old_sqlite(path: Path) -> None:
    """Refuse a SQLite that does not know what the tables use.

    Raises:
        StoreError: If this Python has such a SQLite.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        found = sqlite3.sqlite_version
        sentence = f"needs SQLite 3.37 or newer, not {found}; run Orgwright on a newer Python."
        raise fault(path, sentence)


def connect(path: Path, busy_seconds: float) -> Database:
    """Open the file and bring it up to date; whatever fails, no connection is left open.

    Raises:
        sqlite3.DatabaseError: If the file cannot be used; see `bot.store.faults`.
        StoreError: If a newer version of the program made it.
    """
    connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)
    try:
        db = Database(connection, execute_plugins=False)
        for pragma in _PRAGMAS:
            db.execute(f"PRAGMA {pragma}")
        upgrade(db, path)
        use_wal(db)
    except BaseException:
        connection.close()
        raise
    return db


def has_log(db: Database) -> bool:
    """Tell whether the file has a write-ahead log beside it.

    The first read makes the log, and keeps others from deleting it, as long as we are connected.
    """
    db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return bool(db.execute("PRAGMA journal_mode").fetchone()[0] == "wal")
