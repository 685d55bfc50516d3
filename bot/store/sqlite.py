"""The store on one SQLite file; see `bot.store.Store` for what each method promises."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlite_utils import Database

from bot.errors import StoreError, StoreLostError
from bot.store import (
    BUSY_SECONDS,
    CLAIM_DAYS,
    DRAFT_DAYS,
    ERROR_DAYS,
    FILE_DAYS,
    Complaint,
    Outgoing,
    Transaction,
)
from bot.store.bounds import trim_files, trim_sent
from bot.store.clock import CLOCK_NOTE, DAY, follow
from bot.store.copying import put_in_place
from bot.store.faults import fault, faults
from bot.store.opening import connect, has_log, refuse_old_sqlite
from bot.store.persons import date_back, is_together, let_go, move_chat
from bot.store.place import prepare
from bot.store.presence import Presence
from bot.store.savepoints import atomic
from bot.store.schema import take_turn
from bot.store.sqlite_workshop import note_board, note_poll, poll_message
from bot.store.transaction import SqliteTransaction, record_error
from bot.store.watch import UNWATCHED, Watch

BRIEF_SECONDS = 0.2
_TRIED = "UPDATE outbox SET attempts = attempts + 1"
# What was sent is kept to be told; the content of a file is not.
_DONE = """body = CASE WHEN kind IN ('document', 'file')
           THEN json_remove(body, '$.text', '$.edits') ELSE body END"""
_WAITS = "FROM outbox WHERE source = ? AND sent_at IS NULL AND failed IS NULL"
_REPLACED = "was replaced by another file; what it held is kept in {}. Start Orgwright again."
_UNREACHABLE = "is gone and cannot be written anew ({}); mend that, then it goes on by itself."
_ROW = "id, chat, kind, body, at, attempts, source, update_id, user, address"


class SqliteStore:
    """The store of one file and one thread."""

    def __init__(self, path: Path, db: Database, busy_seconds: float, watch: Watch) -> None:
        self._path, self._db, self._busy_seconds, self._watch = path, db, busy_seconds, watch
        self._presence, self._lost = Presence(path, has_log=has_log(db)), ""
        self._earliest = int(self.note(CLOCK_NOTE) or 0)  # nothing is dated before it

    @classmethod
    def open(cls, path: Path, busy_seconds: float = BUSY_SECONDS, watch: Watch = UNWATCHED) -> Self:
        """Open the store of a file, making the file and its folder if they are missing.

        Args:
            path: The file.
            busy_seconds: How long to wait for another process that is writing.
            watch: Is told of every fault of the file once it is open.

        Raises:
            StoreError: If the file cannot be used; it is then left as it was.
        """
        refuse_old_sqlite(path)
        prepare(path)
        with faults(path):
            db = connect(path, busy_seconds)
            try:
                return cls(path, db, busy_seconds, watch)
            except BaseException:
                db.close()
                raise

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Let the messages of a block share one transaction."""
        with self._writing(), self._db.atomic():
            yield

    @contextmanager
    def message(self, source: str, update_id: str, now: int) -> Iterator[Transaction | None]:
        """Claim a message and open its transaction; None if it was claimed before."""
        with self._writing(), atomic(self._db):
            # A write comes first: it waits for the write lock, which a later one would not.
            sql = (
                "INSERT INTO claims (source, update_id, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
            )
            now = max(now, self._earliest)
            is_new = self._db.execute(sql, [source, update_id, now]).rowcount == 1
            yield SqliteTransaction(self._db, source, update_id, now) if is_new else None

    def waiting_chats(self, source: str) -> tuple[str, ...]:
        """List the chats of a source that messages wait for, the longest waiting first."""
        sql = f"SELECT chat {_WAITS} GROUP BY chat ORDER BY min(id)"
        with self._using():
            return tuple(chat for (chat,) in self._db.execute(sql, [source]))

    def waiting(self, source: str, chat: str, limit: int) -> tuple[Outgoing, ...]:
        """List the messages that wait for a chat, in order."""
        sql = f"SELECT {_ROW} {_WAITS} AND chat = ? ORDER BY id LIMIT ?"
        with self._using():
            return tuple(Outgoing(*row) for row in self._db.execute(sql, [source, chat, limit]))

    def waiting_for(self, source: str, chat: str, user: str) -> tuple[int, int]:
        """Count the messages that wait for a person in a chat, and for the whole chat."""
        sql = f"SELECT coalesce(sum(user = ?), 0), count(*) {_WAITS} AND chat = ?"
        with self._using():
            mine, all_ = self._db.execute(sql, [user, source, chat]).fetchone()
            return mine, all_

    def depth(self, source: str) -> tuple[int, int | None]:
        """Count the waiting messages of a source; and since when the oldest waits."""
        with self._using():
            row = self._db.execute(f"SELECT count(*), min(at) {_WAITS}", [source]).fetchone()
            return row[0], row[1]

    def mark_sent(self, ids: Sequence[int], now: int) -> None:
        """Note that messages were sent.

        This does not wait for the disk as everything else does: it survives the end of the program,
        but after a power cut these messages may be sent a second time.
        """
        marks = ", ".join("?" * len(ids))
        sql = f"{_TRIED}, {_DONE}, sent_at = ? WHERE failed IS NULL AND id IN ({marks})"
        with self._writing(), self._not_waiting_for_the_disk():
            self._db.execute(sql, [now, *ids])

    def mark_tried(self, id: int) -> None:
        """Note an attempt that failed for now; the message goes on waiting."""
        self._write(f"{_TRIED} WHERE id = ?", id)

    def mark_failed(self, id: int, why: str, now: int) -> None:
        """Note that a message can never be sent."""
        self._write(f"{_TRIED}, {_DONE}, failed = ?, failed_at = ? WHERE id = ?", why, now, id)

    def move_chat(self, source: str, old: str, new: str) -> None:
        """Give everything of a chat to its new id; doing it again changes nothing."""
        with self._writing(), self._db.atomic():
            take_turn(self._db)
            move_chat(self._db, source, old, new)

    def note(self, name: str) -> str | None:
        """Read a note that the program left for itself."""
        with self._using():
            found = self._db.execute("SELECT value FROM notes WHERE name = ?", [name]).fetchone()
        return None if found is None else str(found[0])

    def set_note(self, name: str, value: str) -> None:
        """Leave a note for the next run."""
        self._write("INSERT OR REPLACE INTO notes (name, value) VALUES (?, ?)", name, value)

    def is_together(self, chat: str, user: str) -> bool:
        """Tell whether a person lets everybody in a group work on their plan there."""
        with self._using():
            return is_together(self._db, chat, user)

    def note_board(self, row: int, message: int) -> None:
        """Note the messenger's id of a list of seats that a row of the outbox has sent."""
        with self._writing():
            note_board(self._db, row, message)

    def note_poll(self, round: int, message: int, poll: str) -> None:
        """Note the messenger's ids of the poll of a vote: of its message, and its own."""
        with self._writing():
            note_poll(self._db, round, message, poll)

    def poll_message(self, round: int) -> int | None:
        """Give the messenger's id of the message with a vote's poll; None if it was not sent."""
        with self._using():
            return poll_message(self._db, round)

    def file_ids(self, key: str) -> tuple[str, ...]:
        """Give the messenger's ids of files that it has already; none if it has not."""
        with self._using():
            found = self._db.execute("SELECT ids FROM files WHERE key = ?", [key]).fetchone()
        return () if found is None else tuple(json.loads(found[0]))

    def set_file_ids(self, key: str, ids: Sequence[str], now: int) -> None:
        """Keep the messenger's ids of files, to send them again without uploading."""
        sql = "INSERT OR REPLACE INTO files (key, ids, at) VALUES (?, ?, ?)"
        self._write(sql, key, json.dumps(ids), now)

    def complaints(self) -> tuple[Complaint, ...]:
        """List what people found wrong, the latest first."""
        sql = "SELECT at, about, rule, text, language FROM complaints ORDER BY id DESC"
        with self._using():
            return tuple(Complaint(*row) for row in self._db.execute(sql))

    def record_error(self, source: str, update_id: str, what: str, now: int) -> None:
        """Record a bug outside a transaction."""
        with self._writing():
            record_error(self._db, source, update_id, what, now)

    def follow_clock(self, now: int, ran_seconds: float) -> int:
        """Follow the machine's clock; gives the time by which to prune; see `bot.store.Store`."""
        known = self.note(CLOCK_NOTE)
        self._earliest = follow(None if known is None else int(known), now, ran_seconds)
        self.set_note(CLOCK_NOTE, str(self._earliest))
        return min(now, self._earliest)

    def prune(self, now: int, draft_days: int = DRAFT_DAYS) -> None:
        """Delete what has had its time; see `bot.store.Store`."""
        old = now - CLAIM_DAYS * DAY
        with self._writing(), self._db.atomic():
            take_turn(self._db)
            self._db.execute("DELETE FROM claims WHERE at < ?", [old])
            self._db.execute("DELETE FROM outbox WHERE coalesce(sent_at, failed_at) < ?", [old])
            self._db.execute("DELETE FROM errors WHERE at < ?", [now - ERROR_DAYS * DAY])
            self._db.execute("DELETE FROM files WHERE at < ?", [now - FILE_DAYS * DAY])
            self._db.execute("DELETE FROM shares WHERE expires_at <= ?", [now])
            date_back(self._db, max(now, self._earliest))
            trim_sent(self._db)
            trim_files(self._db)
            let_go(self._db, now, draft_days)
        with self._using():
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # what was deleted is gone here too

    def wait_briefly(self) -> None:
        """Wait for other programs that write only for a moment from now on; then fail."""
        self._busy_seconds = BRIEF_SECONDS
        self._db.execute(f"PRAGMA busy_timeout = {int(BRIEF_SECONDS * 1000)}")

    def close(self) -> None:
        """Close the file; the store is of no use afterwards."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    @contextmanager
    def _using(self) -> Iterator[None]:
        """Turn faults of the file into `StoreError` and tell the watch; see to its presence."""
        if self._db.conn.in_transaction:  # whoever began it sees to that
            with faults(self._path):
                yield
            return
        try:
            with faults(self._path):
                self._be_present()
                yield
        except StoreError as error:
            self._watch.failed(error)
            raise

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Do as `_using` does, and tell the watch when something was written."""
        with self._using():
            yield
        if not self._db.conn.in_transaction:
            self._watch.worked()

    def _be_present(self) -> None:
        """See that what is written now will still be there after the end of the program."""
        try:
            state = self._presence.state()
            if state == "gone":
                self._put_back()
            elif state == "replaced":
                self._lost = self._lost or _REPLACED.format(self._presence.leave(self._db.conn))
        except OSError as error:
            raise fault(self._path, _UNREACHABLE.format(error.strerror)) from error
        if state == "replaced":
            raise StoreLostError(f"The store {self._path} {self._lost}")

    def _put_back(self) -> None:
        """Write the file anew from what the system still holds open for us."""
        put_in_place(self._db.conn, self._path)
        self._db.close()
        self._db = connect(self._path, self._busy_seconds)
        self._presence = Presence(self._path, has_log=has_log(self._db))
        self._watch.put_back()

    @contextmanager
    def _not_waiting_for_the_disk(self) -> Iterator[None]:
        self._db.execute("PRAGMA synchronous = NORMAL")
        try:
            yield
        finally:
            self._db.execute("PRAGMA synchronous = FULL")

    def _write(self, sql: str, *values: object) -> None:
        with self._writing():
            self._db.execute(sql, values)
