"""Whether the file of an open store is still the one that was opened.

SQLite goes on writing into a file that was deleted or replaced, and all of that is gone with the
program's end; so this is looked at before every step.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal, TypeAlias

State: TypeAlias = Literal["here", "gone", "replaced"]


class Presence:
    """The file as it was opened, and its write-ahead log if it has one."""

    def __init__(self, path: Path, *, has_log: bool) -> None:
        real = path.resolve()  # as SQLite names the log of a linked file
        self._path = os.fspath(real)
        self._log = f"{self._path}-wal" if has_log else None
        self._id = _id(self._path)

    def state(self) -> State:
        """Tell whether the file is still there.

        Raises:
            OSError: If that cannot be found out.
        """
        try:
            if _id(self._path) != self._id:
                return "replaced"
            if self._log:
                os.stat(self._log)  # noqa: PTH116 - for every step, so it has to be quick
        except FileNotFoundError:
            return "gone"
        return "here"


def _id(path: str) -> tuple[int, int]:
    found = os.stat(path)  # noqa: PTH116 - as above
    return found.st_dev, found.st_ino
