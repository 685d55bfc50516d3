"""A transaction within a transaction, always under one name.

`Database.atomic` gives each its own random name; SQLite would then prepare two new statements for
every message.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlite_utils import Database


@contextmanager
def atomic(db: Database) -> Iterator[None]:
    """Let a block happen as a whole or not at all, within an open transaction or in its own."""
    if not db.conn.in_transaction:
        with db.atomic():
            yield
        return
    db.conn.execute("SAVEPOINT message")
    try:
        yield
    except BaseException:
        if db.conn.in_transaction:  # an error may have ended the whole transaction
            db.conn.execute("ROLLBACK TO message")
            db.conn.execute("RELEASE message")
        raise
    db.conn.execute("RELEASE message")
