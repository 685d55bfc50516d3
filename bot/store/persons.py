"""What is stored about a person or a chat, across all tables: read, delete, move, let go."""

from __future__ import annotations

from collections.abc import Mapping

from sqlite_utils import Database

from bot.store import Rows
from bot.store.clock import DAY
from bot.store.sqlite_workshop import drop_strays, forget_owner, let_rounds_go

_OF_PERSON = {  # table: what of it is told to the person
    "drafts": "chat, body, at",
    "plans": "chat, id, body, at",
    "complaints": "chat, about, rule, text, at",
    "shares": "chat, plan, token, at, expires_at, may_edit",
    "together": "chat, at",
    "seats": "chat, name, at",
    "boards": "chat, plan, at",
    "rounds": "chat, plan, options, counts, at, closed_at",
    "votes": "poll, choice, at",
    # Without texts of files: one with a person's data would hold all earlier ones.
    "outbox": "chat, kind, json_remove(body, '$.text', '$.edits') AS body, at, sent_at, failed",
}
_OF_CHAT = (
    *("drafts", "plans", "complaints", "shares", "together"),
    *("seats", "boards", "rounds"),
)


def is_together(db: Database, chat: str, user: str) -> bool:
    """Tell whether a person lets everybody in a group work on their plan there."""
    sql = "SELECT 1 FROM together WHERE chat = ? AND user = ?"
    return db.execute(sql, [chat, user]).fetchone() is not None


def everything_of(db: Database, user: str) -> Mapping[str, Rows]:
    """Read all that is stored about a person in every chat, table by table."""
    return {
        table: list(db.query(f"SELECT {columns} FROM {table} WHERE user = ?", [user]))  # noqa: S608
        for table, columns in _OF_PERSON.items()
    }


def delete_everything(db: Database, user: str) -> None:
    """Delete all that is stored about a person in every chat, waiting messages too.

    A private chat has the id of its person.
    """
    forget_owner(db, user)
    for table in _OF_PERSON:
        db.execute(f"DELETE FROM {table} WHERE user = ?", [user])  # noqa: S608 - our own names
    db.execute("DELETE FROM outbox WHERE user = '' AND chat = ?", [user])
    db.execute("DELETE FROM chats WHERE chat = ?", [user])


def move_chat(db: Database, source: str, old: str, new: str) -> None:
    """Give everything of a chat to its new id; what the new one has already stays."""
    for table in _OF_CHAT:
        db.execute(f"UPDATE OR IGNORE {table} SET chat = ? WHERE chat = ?", [new, old])  # noqa: S608
        db.execute(f"DELETE FROM {table} WHERE chat = ?", [old])  # noqa: S608
    for table in ("outbox", "chats"):
        sql = f"UPDATE OR IGNORE {table} SET chat = ? WHERE source = ? AND chat = ?"  # noqa: S608
        db.execute(sql, [new, source, old])
    db.execute("DELETE FROM chats WHERE source = ? AND chat = ?", [source, old])


def date_back(db: Database, latest: int) -> None:
    """Date back conversations from a clock that was ahead: they would be kept too long."""
    for table in ("drafts", "rounds", "boards"):
        sql = f"UPDATE {table} SET at = ? WHERE at > ?"  # noqa: S608 - our own names
        db.execute(sql, [latest, latest + DAY])


def let_go(db: Database, now: int, draft_days: int) -> None:
    """Delete untouched conversations, and all of chats that stopped the bot, after some days."""
    old = now - draft_days * DAY
    db.execute("DELETE FROM drafts WHERE at < ?", [old])
    let_rounds_go(db, old)
    stopped = db.execute("SELECT DISTINCT chat FROM chats WHERE stopped_at < ?", [old]).fetchall()
    for (chat,) in stopped:
        for table in _OF_CHAT:
            db.execute(f"DELETE FROM {table} WHERE chat = ?", [chat])  # noqa: S608
        db.execute("DELETE FROM chats WHERE chat = ?", [chat])
    drop_strays(db, old)
