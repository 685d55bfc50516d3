"""Whether the file of an open store is still the one that was opened.

SQLite goes on writing into a file that was deleted or replaced, and all of that is gone with the
program's end; so this is looked at before every step.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Literal, TypeAlias

from bot.store.copying import copied

State: TypeAlias = Literal["here", "gone", "replaced"]


class Presence:
    """The file as it was opened, and its write-ahead log if it has one."""

    def __init__(self, path: Path, *, has_log: bool) -> None:
        self._path = os.fspath(path.resolve())  # as SQLite names the log of a linked file
        self._log = f"{self._path}-wal" if has_log else None
        self._id = _id(self._path)
        self._log_id = _id(self._log) if self._log else None

    def state(self) -> State:
        """Tell whether the file is still there.

        Raises:
            OSError: If that cannot be found out.
        """
        try:
            if _id(self._path) != self._id:
                return "replaced"
            if self._log:
                _id(self._log)
        except FileNotFoundError:
            return "gone"
        return "here"

    def leave(self, connection: sqlite3.Connection) -> Path:
        """Leave a file that was replaced; gives the file that has what we still hold.

        Our log would be taken for that of the file that stands there now, so it goes.

        Raises:
            sqlite3.DatabaseError: If what we hold cannot be copied.
            OSError: If it cannot be kept there.
        """
        kept = Path(f"{self._path}.replaced-{os.getpid()}")
        with copied(connection, kept) as copy:
            copy.replace(kept)
        with suppress(FileNotFoundError):
            if self._log and _id(self._log) == self._log_id:
                Path(self._log).unlink()
                Path(f"{self._path}-shm").unlink()
        return kept


def _id(path: str) -> tuple[int, int]:
    found = os.stat(path)  # noqa: PTH116 - for every step, so it has to be quick
    return found.st_dev, found.st_ino
