"""What a file that may be a store holds, and whether it is sound, without changing it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bot.store.faults import LOST, fault, faults, primary_code
from bot.store.schema import NEWER, is_newer

_DAMAGED = "is damaged ({})"


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a store holds, and by how many steps its schema was made."""

    conversations: int
    plans: int
    schema: int

    def __str__(self) -> str:
        """Name the amounts as they stand in a sentence."""
        return f"{_count(self.conversations, 'conversation')}, {_count(self.plans, 'plan')}"


def contents(path: Path, kind: str = "store", name: Path | None = None) -> Contents:
    """Look through a whole file.

    Args:
        path: The file.
        kind: What an error calls it.
        name: The file it is a copy of, for errors.

    Raises:
        StoreError: If it is damaged, no store, or made by a newer version of the program.
    """
    name = name or path
    with faults(name, kind), closing(read_only(path)) as connection:
        if wrong := damage(connection):
            raise fault(name, f"{_DAMAGED.format(wrong)}.", kind)
        applied = _steps_of(connection)
        if not applied:
            raise fault(name, "is empty; name another file.", kind)
        if is_newer(applied):
            raise fault(name, NEWER, kind)
        drafts, plans = (
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - ours
            for table in ("drafts", "plans")
        )
    return Contents(drafts, plans, len(applied))


def read_only(path: Path) -> sqlite3.Connection:
    """Connect to a file without changing it; one that is missing is not made."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(address, uri=True, isolation_level=None)


def damage(connection: sqlite3.Connection) -> str | None:
    """Say what is damaged first, None if all is sound: pages, indexes, what refers to what."""
    try:
        (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        if primary_code(error) not in LOST:
            raise
        found = error
    if found != "ok":
        return " ".join(str(found).split())
    stray = connection.execute("PRAGMA foreign_key_check").fetchone()
    return f"a row of {stray[0]} refers to nothing" if stray else None


def _steps_of(connection: sqlite3.Connection) -> frozenset[str]:
    """Name the steps that made the schema of a store; none for an empty file."""
    sql = "SELECT 1 FROM sqlite_schema WHERE name = '_sqlite_migrations'"
    if connection.execute(sql).fetchone() is None:
        return frozenset()
    sql = "SELECT name FROM _sqlite_migrations WHERE migration_set = 'orgwright'"
    return frozenset(name for (name,) in connection.execute(sql))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
