"""Copies of a store, made while others go on using it, and put in a place in one step.

A copy is one file without side files, readable by its owner only. Either the whole copy stands in
its place in the end, or what stood there before.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

SIDE_FILES = ("-wal", "-shm", "-journal")


def put_in_place(source: sqlite3.Connection, path: Path) -> None:
    """Copy an open database over the file of that name; side files of that name go.

    Raises:
        sqlite3.DatabaseError: If the database cannot be read or the copy not be written.
        OSError: If the copy cannot be put there.
    """
    with copied(source, path) as copy:
        place(copy, path)


@contextmanager
def copied(source: sqlite3.Connection, path: Path) -> Iterator[Path]:
    """Copy an open database into a file beside a path; what the block leaves there is removed.

    Raises:
        sqlite3.DatabaseError: If the database cannot be read or the copy not be written.
        OSError: If the copy cannot be made there.
    """
    copy = path.with_name(f"{path.name}.new-{os.getpid()}")
    copy.unlink(missing_ok=True)  # of a program that was killed
    try:
        os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(sqlite3.connect(copy, isolation_level=None)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE").fetchone()  # else it needs side files
        yield copy
    finally:
        for ending in ("", *SIDE_FILES):
            copy.with_name(copy.name + ending).unlink(missing_ok=True)


def place(copy: Path, path: Path) -> None:
    """Put a copy in a place in one step, with the owner of what stood there, and make it last.

    Raises:
        OSError: If it cannot be put there.
    """
    real = path.resolve()
    _give_to_owner(copy, real)
    for ending in SIDE_FILES:  # a log of another file would be taken for its own
        real.with_name(real.name + ending).unlink(missing_ok=True)
    copy.replace(real)
    _sync(real.parent)


def _give_to_owner(copy: Path, real: Path) -> None:
    """Let whoever owned the file, or owns its folder, read the copy; only root has to."""
    if not hasattr(os, "chown"):
        return
    owner = (real if real.exists() else real.parent).stat()
    with suppress(PermissionError):
        os.chown(copy, owner.st_uid, owner.st_gid)


def _sync(folder: Path) -> None:
    """Wait until the disk has the new name."""
    with suppress(OSError):  # not every system can
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
