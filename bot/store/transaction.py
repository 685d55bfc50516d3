"""What one message reads and writes in SQLite; see `bot.store.Transaction`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass

from sqlite_utils import Database

from bot.store import Complaint, Rows, SavedPlan
from bot.store.persons import delete_everything, everything_of, move_chat

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
        return self._value("SELECT body FROM drafts WHERE chat = ? AND user = ?", chat, user)

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

    def everything_of(self, user: str) -> Mapping[str, Rows]:
        """Read all that is stored about a person in every chat, table by table."""
        return everything_of(self.db, user)

    def delete_everything(self, user: str) -> None:
        """Delete all that is stored about a person in every chat, waiting messages too."""
        delete_everything(self.db, user)

    def enqueue(self, chat: str, user: str, kind: str, body: str, address: str) -> int:
        """Put a message into the outbox; gives its id."""
        sql = """INSERT INTO outbox (chat, user, kind, body, address, at, source, update_id)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
        row = [chat, user, kind, body, address, self.now, self.source, self.update_id]
        return int(self.db.execute(sql, row).lastrowid or 0)

    def complain(self, chat: str, user: str, complaint: Complaint) -> None:
        """Keep what somebody found wrong with an answer."""
        sql = """INSERT INTO complaints (chat, user, at, about, rule, text, language)
                 VALUES (?, ?, ?, ?, ?, ?, ?)"""
        self.db.execute(sql, [chat, user, *astuple(complaint)])

    def menu(self, chat: str) -> str | None:
        """Tell for which language the command menu of a chat was set, if it was."""
        sql = "SELECT menu FROM chats WHERE source = ? AND chat = ?"
        return self._value(sql, self.source, chat)

    def set_menu(self, chat: str, language: str) -> None:
        """Note for which language the command menu of a chat is set."""
        sql = """INSERT INTO chats (source, chat, menu) VALUES (?, ?, ?)
                 ON CONFLICT DO UPDATE SET menu = excluded.menu"""
        self.db.execute(sql, [self.source, chat, language])

    def stop_chat(self, chat: str) -> None:
        """Note that a chat takes no messages any more; what waits for it is given up."""
        sql = """INSERT INTO chats (source, chat, stopped_at) VALUES (?, ?, ?)
                 ON CONFLICT DO UPDATE SET stopped_at = excluded.stopped_at"""
        self.db.execute(sql, [self.source, chat, self.now])
        sql = """UPDATE outbox SET failed = 'the chat stopped the bot', failed_at = ?
                 WHERE source = ? AND chat = ? AND sent_at IS NULL AND failed IS NULL"""
        self.db.execute(sql, [self.now, self.source, chat])

    def resume_chat(self, chat: str) -> None:
        """Note that a chat takes messages again."""
        sql = "UPDATE chats SET stopped_at = NULL WHERE source = ? AND chat = ?"
        self.db.execute(sql, [self.source, chat])

    def move_chat(self, old: str, new: str) -> None:
        """Give everything of a chat to its new id; doing it again changes nothing."""
        move_chat(self.db, self.source, old, new)

    def record_error(self, what: str) -> None:
        """Record that the message met a bug."""
        record_error(self.db, self.source, self.update_id, what, self.now)

    def _value(self, sql: str, *arguments: str) -> str | None:
        found = self.db.execute(sql, arguments).fetchone()
        return None if found is None else found[0]


def record_error(db: Database, source: str, update_id: str, what: str, now: int) -> None:
    """Write one error record."""
    sql = "INSERT INTO errors (at, source, update_id, what) VALUES (?, ?, ?, ?)"
    db.execute(sql, [now, source, update_id, what])
