"""The tables and how older files get them: one migration for each version of the schema.

A migration that was released never changes; a new need is a new function at the end of `STEPS`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from pathlib import Path

from sqlite_utils import Database, Migrations

from bot.store.faults import fault, primary_code
from bot.store.place import APPLICATION_ID

_TURNS = 10
_TABLES = (
    """CREATE TABLE claims (
        source TEXT NOT NULL, update_id TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (source, update_id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE drafts (
        chat TEXT NOT NULL, user TEXT NOT NULL, body TEXT NOT NULL CHECK (json_valid(body)),
        at INTEGER NOT NULL, PRIMARY KEY (chat, user)) STRICT, WITHOUT ROWID""",
    # A plan's id is the code of its brief, so two people can have a plan of the same id.
    """CREATE TABLE plans (
        id TEXT NOT NULL, chat TEXT NOT NULL, user TEXT NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body)), at INTEGER NOT NULL,
        PRIMARY KEY (chat, user, id)) STRICT""",
    """CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT, chat TEXT NOT NULL, kind TEXT NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body)), at INTEGER NOT NULL,
        source TEXT NOT NULL, update_id TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
        sent_at INTEGER, failed_at INTEGER, failed TEXT,
        CHECK ((failed IS NULL) = (failed_at IS NULL))) STRICT""",
    """CREATE INDEX outbox_waiting ON outbox (chat, id)
        WHERE sent_at IS NULL AND failed IS NULL""",
    """CREATE TABLE errors (
        id INTEGER PRIMARY KEY, at INTEGER NOT NULL, source TEXT NOT NULL,
        update_id TEXT NOT NULL, what TEXT NOT NULL) STRICT""",
)


def create_tables(db: Database) -> None:
    """Version 1: claims, drafts, plans, outbox and errors."""
    for statement in _TABLES:
        db.execute(statement)


_FILES = """CREATE TABLE files (
    key TEXT PRIMARY KEY, ids TEXT NOT NULL CHECK (json_valid(ids)), at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID"""
_DELIVERY = (
    "ALTER TABLE outbox ADD COLUMN user TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE outbox ADD COLUMN address TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(address))",
    "DROP INDEX outbox_waiting",
    """CREATE INDEX outbox_waiting ON outbox (source, chat, id)
        WHERE sent_at IS NULL AND failed IS NULL""",
    """CREATE TABLE chats (
        source TEXT NOT NULL, chat TEXT NOT NULL, stopped_at INTEGER, menu TEXT,
        PRIMARY KEY (source, chat)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE complaints (
        id INTEGER PRIMARY KEY, at INTEGER NOT NULL, chat TEXT NOT NULL, user TEXT NOT NULL,
        about TEXT NOT NULL, rule TEXT, text TEXT NOT NULL, language TEXT NOT NULL) STRICT""",
    _FILES,
    "CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
)


def add_delivery(db: Database) -> None:
    """Version 2: where an answer goes and whose it is; stopped chats, complaints, files, notes."""
    for statement in _DELIVERY:
        db.execute(statement)


_SHARES = (
    """CREATE TABLE shares (
        token TEXT PRIMARY KEY, chat TEXT NOT NULL, user TEXT NOT NULL, plan TEXT NOT NULL,
        at INTEGER NOT NULL, expires_at INTEGER, may_edit INTEGER NOT NULL DEFAULT 0,
        UNIQUE (chat, user, plan)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE cards (
        message TEXT PRIMARY KEY, token TEXT NOT NULL REFERENCES shares ON DELETE CASCADE,
        at INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
    "CREATE INDEX cards_of ON cards (token)",
    """CREATE TABLE together (
        chat TEXT NOT NULL, user TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (chat, user)) STRICT, WITHOUT ROWID""",
    # What a member is called in the plans that `owner` has in a group.
    """CREATE TABLE seats (
        chat TEXT NOT NULL, owner TEXT NOT NULL, user TEXT NOT NULL, name TEXT NOT NULL,
        at INTEGER NOT NULL, PRIMARY KEY (chat, owner, user), UNIQUE (chat, owner, name)
        ) STRICT, WITHOUT ROWID""",
    # The list of who takes what; `row` is the one of the outbox that sends it.
    """CREATE TABLE boards (
        chat TEXT NOT NULL, user TEXT NOT NULL, plan TEXT NOT NULL, page INTEGER NOT NULL,
        language TEXT NOT NULL, thread INTEGER, at INTEGER NOT NULL, row INTEGER NOT NULL,
        message INTEGER, PRIMARY KEY (chat, user, plan)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE rounds (
        id INTEGER PRIMARY KEY AUTOINCREMENT, chat TEXT NOT NULL, user TEXT NOT NULL,
        plan TEXT NOT NULL, options TEXT NOT NULL CHECK (json_valid(options)),
        at INTEGER NOT NULL, message INTEGER, poll TEXT UNIQUE, closed_at INTEGER,
        counts TEXT CHECK (counts IS NULL OR json_valid(counts)), number INTEGER) STRICT""",
    # A vote may come a moment before its poll is known.
    """CREATE TABLE votes (
        poll TEXT NOT NULL, user TEXT NOT NULL, choice INTEGER NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (poll, user)) STRICT, WITHOUT ROWID""",
)


def add_shares(db: Database) -> None:
    """Version 3: links to plans that somebody edited, who lets a group edit, the workshop."""
    for statement in _SHARES:
        db.execute(statement)


def complete_delivery(db: Database) -> None:
    """Version 4: what the first files of version 2 lack, which a day later it had."""
    if "rule" not in db.table("complaints").columns_dict:
        db.execute("ALTER TABLE complaints ADD COLUMN rule TEXT")
    if not db.table("files").exists():
        db.execute(_FILES)


def find_screens(db: Database) -> None:
    """Version 5: the latest screen of a person is found at once, also among very many."""
    db.execute(
        """CREATE INDEX outbox_screens ON outbox (source, chat, user, id)
           WHERE kind = 'screen'"""
    )


STEPS = (create_tables, add_delivery, add_shares, complete_delivery, find_screens)
NEWER = "was made by a newer Orgwright; update Orgwright or name another file."


def is_newer(applied: Collection[str]) -> bool:
    """Tell from the steps that made a file whether a newer version of the program took one."""
    return bool(set(applied) - {step.__name__ for step in STEPS})


def upgrade(db: Database, path: Path) -> None:
    """Bring the file to the newest schema, in one transaction.

    Raises:
        StoreError: If a newer version of the program made the file.
    """
    migrations = Migrations("orgwright")
    for step in STEPS:
        migrations()(step)
    with db.atomic():
        take_turn(db)
        applied = {migration.name for migration in migrations.applied(db)}
        if is_newer(applied):
            raise fault(path, NEWER)
        migrations.apply(db)


def take_turn(db: Database) -> None:
    """Take the write lock, waiting for it; a transaction that reads first would not wait.

    It also proves at the start that the file can be written to.
    """
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def use_wal(db: Database) -> None:
    """Switch a new file to write-ahead logging.

    The switch does not wait for another process that opens the same new file, so that process
    gets its turn and the switch is tried again. Without it the store is slower, not wrong, and
    the next start switches.
    """
    for _ in range(_TURNS):
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if primary_code(error) != sqlite3.SQLITE_BUSY:
                raise
            with db.atomic():
                take_turn(db)
        else:
            return
