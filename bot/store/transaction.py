"""What one message reads and writes in SQLite; see `bot.store.Transaction`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from typing import Any

from sqlite_utils import Database

from bot.store import Complaint, Rows, SavedPlan, Share
from bot.store.bounds import trim_cards, trim_complaints, trim_plans
from bot.store.persons import delete_everything, everything_of, is_together, move_chat
from bot.store.sqlite_workshop import SqliteWorkshop

_PLANS = "SELECT id, chat, user, body, at FROM plans WHERE chat = ? AND user = ?"
_LISTED = """(json_extract(body, '$.kept') IS NOT NULL OR id NOT IN (
    SELECT json_extract(body, '$.kept.base') FROM plans WHERE chat = ? AND user = ?
    AND id LIKE '@%' AND json_extract(body, '$.kept.name') = ''
    AND json_array_length(body, '$.kept.edits') = 1))"""  # their version alone


@dataclass(frozen=True, slots=True)
class SqliteTransaction:
    """The open transaction of one claimed message."""

    db: Database
    source: str
    update_id: str
    now: int
    reached: set[str] = field(default_factory=set)

    @property
    def workshop(self) -> SqliteWorkshop:
        """Give what the message may read and write of the workshop."""
        return SqliteWorkshop(self.db, self.now)

    def draft(self, chat: str, user: str) -> str | None:
        """Read the draft of a person in a chat."""
        return self._value("SELECT body FROM drafts WHERE chat = ? AND user = ?", chat, user)

    def save_draft(self, chat: str, user: str, body: str) -> None:
        """Save the draft of a person in a chat over the earlier one."""
        sql = """INSERT INTO drafts (chat, user, body, at) VALUES (?, ?, ?, ?)
                 ON CONFLICT DO UPDATE SET body = excluded.body, at = excluded.at"""
        self.db.execute(sql, [chat, user, body, self.now])

    def plan(self, id: str, chat: str, user: str) -> SavedPlan | None:
        """Read one plan of a person in a chat."""
        found = self.db.execute(f"{_PLANS} AND id = ?", [chat, user, id]).fetchall()
        return SavedPlan(*found[0]) if found else None

    def plans_of(self, chat: str, user: str, limit: int, offset: int) -> tuple[SavedPlan, ...]:
        """Read the plans of a person in a chat, the one saved last first."""
        sql = f"{_PLANS} ORDER BY rowid DESC LIMIT ? OFFSET ?"
        return tuple(SavedPlan(*row) for row in self.db.execute(sql, [chat, user, limit, offset]))

    def listed_plans(self, chat: str, user: str, limit: int, offset: int) -> tuple[SavedPlan, ...]:
        """Read the plans of a person in a chat that differ, the one saved last first."""
        sql = f"{_PLANS} AND {_LISTED} ORDER BY rowid DESC LIMIT ? OFFSET ?"
        found = self.db.execute(sql, [chat, user, chat, user, limit, offset])
        return tuple(SavedPlan(*row) for row in found)

    def save_plan(self, id: str, chat: str, user: str, body: str) -> None:
        """Save a plan as the person's latest, over one of the same id."""
        sql = "INSERT OR REPLACE INTO plans (id, chat, user, body, at) VALUES (?, ?, ?, ?, ?)"
        self.db.execute(sql, [id, chat, user, body, self.now])
        trim_plans(self.db, chat, user)

    def delete_plan(self, id: str, chat: str, user: str) -> None:
        """Delete a plan of a person in a chat, and the link to it."""
        sql = "DELETE FROM plans WHERE id = ? AND chat = ? AND user = ?"
        self.db.execute(sql, [id, chat, user])
        self.end_share(id, chat, user)

    def count_plans(self, chat: str, user: str) -> int:
        """Count the plans of a person in a chat."""
        sql = "SELECT count(*) FROM plans WHERE chat = ? AND user = ?"
        return int(self.db.execute(sql, [chat, user]).fetchone()[0])

    def count_listed(self, chat: str, user: str) -> int:
        """Count the plans of a person in a chat that differ."""
        sql = f"SELECT count(*) FROM plans WHERE chat = ? AND user = ? AND {_LISTED}"  # noqa: S608
        return int(self.db.execute(sql, [chat, user, chat, user]).fetchone()[0])

    def count_own(self, chat: str, user: str) -> int:
        """Count those plans of a person in a chat that they made by hand."""
        sql = "SELECT count(*) FROM plans WHERE chat = ? AND user = ? AND id LIKE '@%'"
        return int(self.db.execute(sql, [chat, user]).fetchone()[0])

    def last_number(self, chat: str, user: str) -> int:
        """Give the largest number of a plan such as `@3` of a person in a chat, 0 if none."""
        sql = """SELECT coalesce(max(CAST(substr(id, 2) AS INTEGER)), 0) FROM plans
                 WHERE chat = ? AND user = ? AND id LIKE '@%'"""
        return int(self.db.execute(sql, [chat, user]).fetchone()[0])

    def share(self, token: str) -> Share | None:
        """Give the link of a token; None if there is none, or it has expired."""
        return next(iter(self._shares("token = ?", token)), None)

    def shares_of(self, user: str) -> tuple[Share, ...]:
        """List all links of a person that open something, in every chat."""
        return self._shares("user = ?", user)

    def share_of(self, plan: str, chat: str, user: str) -> Share | None:
        """Give the link to a plan of a person in a chat; None if there is none, or it expired."""
        found = self._shares("plan = ? AND chat = ? AND user = ?", plan, chat, user)
        return next(iter(found), None)

    def save_share(self, share: Share) -> None:
        """Save a link, or what changed of it; one to the same plan that has expired goes."""
        sql = "DELETE FROM shares WHERE chat = ? AND user = ? AND plan = ? AND token <> ?"
        self.db.execute(sql, [share.chat, share.user, share.plan, share.token])
        sql = """INSERT INTO shares (token, chat, user, plan, at, expires_at, may_edit)
                 VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (token) DO UPDATE
                 SET expires_at = excluded.expires_at, may_edit = excluded.may_edit"""
        self.db.execute(sql, astuple(share))

    def end_share(self, plan: str, chat: str, user: str) -> None:
        """Delete the link to a plan; its token opens nothing any more."""
        sql = "DELETE FROM shares WHERE plan = ? AND chat = ? AND user = ?"
        self.db.execute(sql, [plan, chat, user])

    def _shares(self, where: str, *values: str) -> tuple[Share, ...]:
        sql = f"""SELECT token, chat, user, plan, at, expires_at, may_edit FROM shares
                  WHERE {where} AND (expires_at IS NULL OR expires_at > ?)"""  # noqa: S608 - ours
        rows = self.db.execute(sql, [*values, self.now]).fetchall()
        return tuple(map(_share, rows))

    def keep_card(self, message: str, token: str) -> None:
        """Remember an inline message that shows the plan of a token."""
        sql = "INSERT OR IGNORE INTO cards (message, token, at) VALUES (?, ?, ?)"
        self.db.execute(sql, [message, token, self.now])
        trim_cards(self.db, token)

    def cards_of(self, token: str) -> tuple[str, ...]:
        """List the inline messages that show the plan of a token."""
        sql = "SELECT message FROM cards WHERE token = ? ORDER BY at, message"
        return tuple(message for (message,) in self.db.execute(sql, [token]))

    def drop_waiting(self, chat: str) -> None:
        """Drop what waits for a chat, because something newer takes its place."""
        sql = """DELETE FROM outbox
                 WHERE source = ? AND chat = ? AND sent_at IS NULL AND failed IS NULL"""
        self.db.execute(sql, [self.source, chat])

    def is_together(self, chat: str, user: str) -> bool:
        """Tell whether a person lets everybody in a group work on their plan there."""
        return is_together(self.db, chat, user)

    def set_together(self, chat: str, user: str, *, is_on: bool) -> None:
        """Let everybody in a group work on a person's plan there, or the person alone."""
        if is_on:
            sql = "INSERT OR IGNORE INTO together (chat, user, at) VALUES (?, ?, ?)"
            self.db.execute(sql, [chat, user, self.now])
        else:
            self.db.execute("DELETE FROM together WHERE chat = ? AND user = ?", [chat, user])

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
        self.reached.add(chat)
        row = [chat, user, kind, body, address, self.now, self.source, self.update_id]
        return int(self.db.execute(sql, row).lastrowid or 0)

    def latest_buttons(self, chat: str, user: str) -> str | None:
        """Give the body of the latest screen with buttons for a person in a chat."""
        sql = """SELECT body FROM outbox
                 WHERE source = ? AND chat = ? AND user = ? AND kind = 'screen'
                 AND json_array_length(body, '$.buttons') > 0 ORDER BY id DESC LIMIT 1"""
        return self._value(sql, self.source, chat, user)

    def complain(self, chat: str, user: str, complaint: Complaint) -> None:
        """Keep what somebody found wrong with an answer."""
        sql = """INSERT INTO complaints (chat, user, at, about, rule, text, language)
                 VALUES (?, ?, ?, ?, ?, ?, ?)"""
        self.db.execute(sql, [chat, user, *astuple(complaint)])
        trim_complaints(self.db, user)

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


def _share(row: tuple[Any, ...]) -> Share:
    token, chat, user, plan, at, expires_at, may_edit = row
    return Share(token, chat, user, plan, at, expires_at, may_edit=bool(may_edit))


def record_error(db: Database, source: str, update_id: str, what: str, now: int) -> None:
    """Write one error record."""
    sql = "INSERT INTO errors (at, source, update_id, what) VALUES (?, ?, ?, ?)"
    db.execute(sql, [now, source, update_id, what])
