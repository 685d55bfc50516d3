"""What one message reads and writes in SQLite; see `bot.store.Transaction`."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from bot.store import SavedPlan

_PLANS = "SELECT id, chat, user, body, at FROM plans WHERE chat = ? AND user = ?"


@dataclass(frozen=True, slots=True)
class SqliteTransaction:
    """The open transaction of one claimed message."""

    db: Database
    source: str
    update_id: str
    now: int

    def draft(self, chat: str, user: str) -> str | None:
        """Read the draft of a person in a chat."""
        sql = "SELECT body FROM drafts WHERE chat = ? AND user = ?"
        bodies = self.db.execute(sql, [chat, user]).fetchall()
        return bodies[0][0] if bodies else None

    def save_draft(self, chat: str, user: str, body: str) -> None:
        """Save the draft of a person in a chat over the earlier one."""
        sql = "INSERT OR REPLACE INTO drafts (chat, user, body, at) VALUES (?, ?, ?, ?)"
        self.db.execute(sql, [chat, user, body, self.now])

    def plan(self, id: str, chat: str, user: str) -> SavedPlan | None:
        """Read one plan of a person in a chat."""
        found = self.db.execute(f"{_PLANS} AND id = ?", [chat, user, id]).fetchall()
        return SavedPlan(*found[0]) if found else None

    def plans_of(self, chat: str, user: str, limit: int, offset: int) -> tuple[SavedPlan, ...]:
        """Read the plans of a person in a chat, the one saved last first."""
        sql = f"{_PLANS} ORDER BY at DESC, rowid DESC LIMIT ? OFFSET ?"
        return tuple(SavedPlan(*row) for row in self.db.execute(sql, [chat, user, limit, offset]))

    def save_plan(self, id: str, chat: str, user: str, body: str) -> None:
        """Save a plan as the person's latest, over one of the same id."""
        sql = "INSERT OR REPLACE INTO plans (id, chat, user, body, at) VALUES (?, ?, ?, ?, ?)"
        self.db.execute(sql, [id, chat, user, body, self.now])

    def delete_everything(self, chat: str, user: str) -> None:
        """Delete the draft and plans of a person in a chat, and what was sent to that chat."""
        self.db.execute("DELETE FROM drafts WHERE chat = ? AND user = ?", [chat, user])
        self.db.execute("DELETE FROM plans WHERE chat = ? AND user = ?", [chat, user])
        sql = "DELETE FROM outbox WHERE chat = ? AND coalesce(sent_at, failed_at) IS NOT NULL"
        self.db.execute(sql, [chat])

    def enqueue(self, chat: str, kind: str, body: str) -> int:
        """Put a message into the outbox; gives its id."""
        sql = """INSERT INTO outbox (chat, kind, body, at, source, update_id)
                 VALUES (?, ?, ?, ?, ?, ?) RETURNING id"""
        row = [chat, kind, body, self.now, self.source, self.update_id]
        return int(self.db.execute(sql, row).fetchall()[0][0])

    def record_error(self, what: str) -> None:
        """Record that the message met a bug."""
        record_error(self.db, self.source, self.update_id, what, self.now)


def record_error(db: Database, source: str, update_id: str, what: str, now: int) -> None:
    """Write one error record."""
    sql = "INSERT INTO errors (at, source, update_id, what) VALUES (?, ?, ?, ?)"
    db.execute(sql, [now, source, update_id, what])
