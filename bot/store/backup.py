"""Backup and restore of a store: online, checked, in one step."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from bot.errors import StoreError
from bot.logs import log
from bot.store.contents import Contents, contents, read_only
from bot.store.copying import SIDE_FILES, copied, place
from bot.store.faults import fault, faults
from bot.store.lock import without_bots
from bot.store.place import check_is_ours
from bot.store.resent import mark_what_was_sent
from bot.store.sqlite import SqliteStore

_LOG = log(__name__)
_NOTHING = "does not exist, so there is nothing to back up; is store.path right?"
_WORSE = "so no backup was made; restore an earlier one with `orgwright restore FILE`."
_UNREADABLE = "cannot be opened ({}); allow reading it."
_UNWRITTEN = "cannot be written ({}); name another file."
_OPEN = "is in use by another program; stop the bot, end every chat in a terminal, and try again."


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restored store holds, and where the one before is kept, None if there was none."""

    contents: Contents
    kept: Path | None


def back_up(store: Path, file: Path, *, overwrites: bool) -> Contents:
    """Copy a store into a file, while others may use the store, and check the copy.

    Raises:
        StoreError: If that fails, or the file exists and may not be overwritten; it is then as it
            was.
    """
    if not store.exists():
        raise fault(store, _NOTHING)
    _refuse_strangers(store, "store")
    _refuse_target(store, file, overwrites=overwrites)
    with (
        _unwritable(file),
        faults(store),
        closing(_connected(store)) as source,
        faults(file, "backup"),
        copied(source, file) as copy,
    ):
        found = _checked(copy, store)
        place(copy, file)
        return found


def restore(file: Path, store: Path, stamp: str) -> Restored:
    """Put a backup in the place of a store; the store that was there is kept beside it.

    Args:
        file: The backup.
        store: The store; it may be missing or damaged.
        stamp: Ends the name under which the store that was there is kept.

    Raises:
        StoreError: If a bot runs on the store, or the backup cannot be used; then nothing changed.
    """
    _refuse_source(store, file)
    _refuse_strangers(file, "backup")
    with _unwritable(store), without_bots(store):
        store.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (
            closing(read_only(file)) as source,
            faults(file, "backup"),
            copied(source, store) as new,
        ):
            contents(new, "backup", file)
            SqliteStore.open(new).close()  # brings it up to date
            found = contents(new)
            with _held(store) as replaced:
                if replaced:
                    mark_what_was_sent(new, replaced)
                kept = _keep(store, stamp)
                place(new, store)
    return Restored(found, kept)


def _checked(copy: Path, store: Path) -> Contents:
    """Look through a copy; what is wrong with it is wrong with the store."""
    try:
        return contents(copy, name=store)
    except StoreError as error:
        raise StoreError(f"{str(error).rstrip('.')}, {_WORSE}") from error


def _refuse_target(store: Path, file: Path, *, overwrites: bool) -> None:
    """Refuse a place for a backup that would harm something.

    Raises:
        StoreError: Saying where to write it.
    """
    if file.is_dir():
        raise fault(file, "is a folder; name a file in it.", "backup")
    if file.resolve() in _files_of(store):
        raise fault(file, "would take the place of the store itself; name another file.", "backup")
    if file.exists() and not overwrites:
        raise fault(file, "exists already; name another file, or add --force.", "backup")
    if not file.absolute().parent.is_dir():
        raise fault(file, "has no folder to be in; make the folder first.", "backup")


def _refuse_source(store: Path, file: Path) -> None:
    if not file.is_file():
        raise fault(file, "is no file; name the file that `orgwright backup` made.", "backup")
    if store.is_dir():
        raise fault(store, "is a folder; name a file in it as store.path.")
    if file.resolve() in _files_of(store):
        raise fault(file, "is the store itself; name the file that was made of it.", "backup")


def _refuse_strangers(path: Path, kind: str) -> None:
    try:
        check_is_ours(path, kind)
    except OSError as error:
        raise fault(path, _UNREADABLE.format(error.strerror), kind) from error


def _files_of(store: Path) -> set[Path]:
    real = store.resolve()
    return {real.with_name(real.name + ending) for ending in ("", *SIDE_FILES)}


def _connected(store: Path) -> sqlite3.Connection:
    """Connect to a store that others may be writing, and see that it can be read."""
    address = f"{store.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(address, uri=True, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def _unwritable(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise fault(file, _UNWRITTEN.format(error.strerror), "file") from error


@contextmanager
def _held(store: Path) -> Iterator[sqlite3.Connection | None]:
    """Keep every program from using a store while it is replaced; gives a connection to it.

    A damaged store cannot be held, only asked; a missing one gives None.

    Leaving write-ahead logging needs the file alone, so it tells whether anybody has it open.

    Raises:
        StoreError: If another program has it open.
    """
    if not store.exists():
        yield None
        return
    with closing(sqlite3.connect(store, isolation_level=None, timeout=1.0)) as connection:
        try:
            connection.execute("PRAGMA journal_mode = DELETE").fetchone()
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                raise fault(store, _OPEN) from error
        except sqlite3.DatabaseError:
            _LOG.debug("a damaged store is replaced")
        yield connection


def _keep(store: Path, stamp: str) -> Path | None:
    """Give the store that is there a second name, with its log if it has one."""
    real = store.resolve()
    if not real.exists():
        return None
    kept = real.with_name(f"{real.name}.{stamp}")
    try:
        kept.hardlink_to(real)  # so that there is a store at every moment
    except FileExistsError:
        raise fault(kept, "exists already; try again in a second.", "file") from None
    except OSError:  # a file system without links
        real.rename(kept)
    for ending in SIDE_FILES:
        with suppress(FileNotFoundError):
            real.with_name(real.name + ending).rename(f"{os.fspath(kept)}{ending}")
    return kept
