"""After a restore: what was sent since the backup is not sent again, as far as that is known.

The store that is replaced knows it, unless it is lost or damaged.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

_WAITING = """SELECT id, source, update_id, at, chat FROM outbox
              WHERE sent_at IS NULL AND failed IS NULL"""
# The same row of the same history: another store may have other messages with these numbers.
_ENDED = """SELECT sent_at, failed_at, failed FROM outbox
            WHERE id = ? AND source = ? AND update_id = ? AND at = ? AND chat = ?
            AND coalesce(sent_at, failed_at) IS NOT NULL"""
_END = "UPDATE outbox SET sent_at = ?, failed_at = ?, failed = ? WHERE id = ?"


def mark_what_was_sent(restored: Path, replaced: sqlite3.Connection) -> None:
    """Mark in a restored store what the replaced one has sent or given up.

    Messages that the replaced store does not know, or that cannot be read there, go on waiting.
    """
    with closing(sqlite3.connect(restored, isolation_level=None)) as new:
        for waiting in new.execute(_WAITING).fetchall():
            if ended := _ended(replaced, waiting):
                new.execute(_END, [*ended, waiting[0]])


def _ended(replaced: sqlite3.Connection, waiting: tuple[object, ...]) -> tuple[object, ...] | None:
    try:
        found: tuple[object, ...] | None = replaced.execute(_ENDED, waiting).fetchone()
    except sqlite3.DatabaseError:  # damaged, or of another version
        return None
    return found
