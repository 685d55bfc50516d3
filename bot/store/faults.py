"""What can go wrong with the file, each as one sentence that says what to do.

A fault of the file becomes a `StoreError`; any other error of the database is a bug and passes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import StoreError, StoreLostError

LOST = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)  # waiting does not help
_IN_USE = "is in use by another program; close that program or try again in a moment."
_NO_WRITING = (
    "cannot be written to; allow writing to the file and its folder, "
    "or name another file as store.path."
)
_DAMAGED = (
    "is damaged or not a database; restore a backup over it (orgwright restore FILE), "
    "or name another file as store.path."
)
SENTENCES = {
    sqlite3.SQLITE_BUSY: _IN_USE,
    sqlite3.SQLITE_LOCKED: _IN_USE,
    sqlite3.SQLITE_PROTOCOL: _IN_USE,
    sqlite3.SQLITE_PERM: _NO_WRITING,
    sqlite3.SQLITE_READONLY: _NO_WRITING,
    sqlite3.SQLITE_CANTOPEN: _NO_WRITING,
    sqlite3.SQLITE_FULL: "is on a full disk; free some space and try again.",
    sqlite3.SQLITE_IOERR: "cannot be read or written; check the disk and its free space.",
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}
_NO_BACKUP = "is damaged; name another backup."
_OTHERWISE = {  # what is said of a backup
    sqlite3.SQLITE_PERM: "cannot be written; allow writing to its folder, or name another file.",
    sqlite3.SQLITE_READONLY: "cannot be written; allow writing to its folder, or name another.",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; allow that, or name another file.",
    sqlite3.SQLITE_CORRUPT: _NO_BACKUP,
    sqlite3.SQLITE_NOTADB: _NO_BACKUP,
}


def fault(path: Path, sentence: str, kind: str = "store") -> StoreError:
    """Make the error of a store's file, or of another kind of file such as a backup."""
    return StoreError(f"The {kind} {path} {sentence}")


@contextmanager
def faults(path: Path, kind: str = "store") -> Iterator[None]:
    """Turn faults of the file into errors with a sentence that says what to do.

    Raises:
        StoreLostError: If the file is damaged or is no store.
        StoreError: If it cannot be used for another known reason.
        sqlite3.DatabaseError: If that is none of the file's faults, but a bug.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = primary_code(error)
        sentence = SENTENCES.get(code)
        if sentence is None:
            raise
        if kind != "store":
            sentence = _OTHERWISE.get(code, sentence)
        found = fault(path, sentence, kind)
        raise (StoreLostError(str(found)) if code in LOST else found) from error


def primary_code(error: sqlite3.Error) -> int:
    """Give the primary result code; the extended ones carry it in their lowest byte."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
