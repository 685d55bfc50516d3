"""Bounds: how much is kept of one person, so that nobody fills the disk; the oldest goes first.

What a person made by hand is never among it: for that there is a limit that they are told.
"""

from __future__ import annotations

from sqlite_utils import Database

MOST_PLANS = 300  # of one person in one chat, by rules or by hand
MOST_COMPLAINTS = 100  # of one person
MOST_CARDS = 100  # shared cards that follow one plan
MOST_SENT = 1000  # messages of one person that were sent, kept for some days
MOST_FILES = 20_000  # files that the messenger has

_SENT = "coalesce(sent_at, failed_at) IS NOT NULL"


def trim_plans(db: Database, chat: str, user: str) -> None:
    """Delete the oldest plans by the rules: their codes are all that is needed to make them."""
    place = [chat, user]
    sql = "SELECT count(*) FROM plans WHERE chat = ? AND user = ?"
    if db.execute(sql, place).fetchone()[0] <= MOST_PLANS:
        return
    sql = """DELETE FROM plans WHERE chat = ? AND user = ? AND id NOT LIKE '@%'
             AND json_extract(body, '$.kept') IS NULL AND rowid NOT IN (
                 SELECT rowid FROM plans WHERE chat = ? AND user = ?
                 ORDER BY at DESC, rowid DESC LIMIT ?)"""
    db.execute(sql, [*place, *place, MOST_PLANS])


def trim_cards(db: Database, token: str) -> None:
    """Forget the oldest cards of a link; they no longer follow its plan."""
    sql = """DELETE FROM cards WHERE token = ? AND message NOT IN (
                 SELECT message FROM cards WHERE token = ? ORDER BY at DESC, message LIMIT ?)"""
    db.execute(sql, [token, token, MOST_CARDS])


def trim_complaints(db: Database, user: str) -> None:
    """Delete the oldest of what a person found wrong."""
    sql = """DELETE FROM complaints WHERE user = ? AND id NOT IN (
                 SELECT id FROM complaints WHERE user = ? ORDER BY id DESC LIMIT ?)"""
    db.execute(sql, [user, user, MOST_COMPLAINTS])


def trim_sent(db: Database) -> None:
    """Delete the oldest sent messages of those who got very many."""
    sql = f"SELECT user FROM outbox WHERE {_SENT} GROUP BY user HAVING count(*) > ?"  # noqa: S608
    for (user,) in db.execute(sql, [MOST_SENT]).fetchall():
        sql = f"""DELETE FROM outbox WHERE user = ? AND {_SENT} AND id NOT IN (
                      SELECT id FROM outbox WHERE user = ? AND {_SENT}
                      ORDER BY id DESC LIMIT ?)"""  # noqa: S608 - our own
        db.execute(sql, [user, user, MOST_SENT])


def trim_files(db: Database) -> None:
    """Forget the files that were sent longest ago."""
    sql = "DELETE FROM files WHERE key NOT IN (SELECT key FROM files ORDER BY at DESC LIMIT ?)"
    db.execute(sql, [MOST_FILES])
