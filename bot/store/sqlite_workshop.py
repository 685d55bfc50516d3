"""The workshop in SQLite; see `bot.store.workshop.Workshop` for what each method promises."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from bot.store.workshop import Board, Named, Round

_BOARD = "SELECT chat, user, plan, page, language, thread, at, message FROM boards"
_ROUND = "SELECT id, chat, user, plan, options, message, counts, number FROM rounds"
_KNOWN = "SELECT poll FROM rounds WHERE poll IS NOT NULL"
_OF_PLAN = "WHERE chat = ? AND user = ? AND plan = ?"
# A name in the body of a plan stands there as JSON, quotation marks around it.
_LEFT = """DELETE FROM seats WHERE chat = ? AND owner = ? AND NOT EXISTS (
    SELECT 1 FROM plans WHERE plans.chat = seats.chat AND plans.user = seats.owner
    AND plans.id <> ? AND instr(plans.body, json_quote(seats.name)))"""


@dataclass(frozen=True, slots=True)
class SqliteWorkshop:
    """The workshop within an open transaction; `now` is Unix time [seconds]."""

    db: Database
    now: int

    def names(self, chat: str, owner: str) -> Mapping[str, str]:
        """Give what members are called in the plans of an owner in a group, by their ids."""
        sql = "SELECT user, name FROM seats WHERE chat = ? AND owner = ?"
        return dict(self.db.execute(sql, [chat, owner]).fetchall())

    def call(self, chat: str, owner: str, member: str, name: str) -> None:
        """Note what a member is called in the plans of an owner in a group."""
        sql = "INSERT INTO seats (chat, owner, user, name, at) VALUES (?, ?, ?, ?, ?)"
        self.db.execute(sql, [chat, owner, member, name, self.now])

    def named(self, member: str) -> tuple[Named, ...]:
        """List what a member is called, in all groups."""
        sql = "SELECT chat, owner, name FROM seats WHERE user = ?"
        return tuple(Named(*row) for row in self.db.execute(sql, [member]).fetchall())

    def board(self, chat: str, owner: str, plan: str) -> Board | None:
        """Give the list of a plan; None if there is none."""
        return next(iter(self._boards(_OF_PLAN, chat, owner, plan)), None)

    def boards_of(self, owner: str) -> tuple[Board, ...]:
        """Give the lists of an owner in all groups."""
        return self._boards("WHERE user = ?", owner)

    def save_board(self, board: Board, row: int | None) -> None:
        """Keep a list; `row` is the row of the outbox that sends it, None if that stays."""
        sql = """INSERT INTO boards (chat, user, plan, page, language, thread, at, message, row)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
                 page = excluded.page, language = excluded.language, thread = excluded.thread,
                 at = excluded.at, message = excluded.message, row = coalesce(?, row)"""
        values = (board.page, board.language, board.thread, board.at, board.message)
        place = (board.chat, board.owner, board.plan)
        self.db.execute(sql, [*place, *values, row or 0, row])

    def end_board(self, board: Board) -> None:
        """Forget a list."""
        place = [board.chat, board.owner, board.plan]
        self.db.execute(f"DELETE FROM boards {_OF_PLAN}", place)  # noqa: S608 - our own

    def begin(self, chat: str, owner: str, plan: str, options: str) -> int:
        """Open a vote; gives its id."""
        sql = "INSERT INTO rounds (chat, user, plan, options, at) VALUES (?, ?, ?, ?, ?)"
        found = self.db.execute(sql, [chat, owner, plan, options, self.now])
        return int(found.lastrowid or 0)

    def round(self, id: int) -> Round | None:
        """Give a vote; None if there is none."""
        return next(iter(self._rounds("WHERE id = ?", id)), None)

    def open_round(self, chat: str, owner: str, plan: str) -> Round | None:
        """Give the vote about a plan that is open; None if there is none."""
        found = self._rounds(f"{_OF_PLAN} AND counts IS NULL", chat, owner, plan)
        return next(iter(found), None)

    def rounds_of(self, owner: str) -> tuple[Round, ...]:
        """Give all votes about plans of an owner."""
        return self._rounds("WHERE user = ?", owner)

    def save_options(self, id: int, options: str) -> None:
        """Change the options of a vote."""
        self.db.execute("UPDATE rounds SET options = ? WHERE id = ?", [options, id])

    def vote(self, poll: str, member: str, choice: int | None) -> None:
        """Take a vote, or take it back; what comes after the end does not count."""
        if choice is None:
            self.db.execute("DELETE FROM votes WHERE poll = ? AND user = ?", [poll, member])
            return
        sql = """INSERT OR REPLACE INTO votes (poll, user, choice, at) SELECT ?, ?, ?, ?
                 WHERE NOT EXISTS (SELECT 1 FROM rounds WHERE poll = ? AND counts IS NOT NULL)"""
        self.db.execute(sql, [poll, member, choice, self.now, poll])

    def close(self, id: int, options: int) -> tuple[int, ...]:
        """End a vote; gives the votes for each of its options, and forgets whose they were."""
        sql = """SELECT choice, count(*) FROM votes
                 WHERE poll = (SELECT poll FROM rounds WHERE id = ?) GROUP BY choice"""
        found = dict(self.db.execute(sql, [id]).fetchall())
        counts = tuple(found.get(place, 0) for place in range(options))
        sql = "UPDATE rounds SET counts = ?, closed_at = ? WHERE id = ?"
        self.db.execute(sql, [json.dumps(counts), self.now, id])
        sql = "DELETE FROM votes WHERE poll = (SELECT poll FROM rounds WHERE id = ?)"
        self.db.execute(sql, [id])
        return counts

    def take(self, round: Round) -> int:
        """Note that a result becomes the plan; gives how many did, counting this one."""
        sql = "SELECT count(number) + 1 FROM rounds WHERE chat = ? AND user = ?"
        number = int(self.db.execute(sql, [round.chat, round.owner]).fetchone()[0])
        self.db.execute("UPDATE rounds SET number = ? WHERE id = ?", [number, round.id])
        return number

    def end_plan(self, chat: str, owner: str, plan: str) -> None:
        """Forget list and votes of a plan that is deleted, and names that no plan holds."""
        place = [chat, owner, plan]
        sql = f"DELETE FROM votes WHERE poll IN (SELECT poll FROM rounds {_OF_PLAN})"  # noqa: S608
        self.db.execute(sql, place)
        for table in ("rounds", "boards"):
            self.db.execute(f"DELETE FROM {table} {_OF_PLAN}", place)  # noqa: S608 - our own
        self.db.execute(_LEFT, place)

    def unsay(self, chat: str, owner: str, texts: Sequence[str]) -> None:
        """Delete from the outbox what was sent about an owner's plans and holds one of texts."""
        sql = """DELETE FROM outbox WHERE user = ? AND (chat = ? OR chat LIKE 'inline:%')
                 AND (kind = 'board' OR coalesce(sent_at, failed_at) IS NOT NULL)
                 AND instr(body, ?)"""
        for text in texts:
            written = json.dumps(text, ensure_ascii=False)[1:-1]
            self.db.execute(sql, [owner, chat, written])

    def _boards(self, where: str, *values: object) -> tuple[Board, ...]:
        rows = self.db.execute(f"{_BOARD} {where}", values).fetchall()
        return tuple(Board(*row) for row in rows)

    def _rounds(self, where: str, *values: object) -> tuple[Round, ...]:
        rows = self.db.execute(f"{_ROUND} {where} ORDER BY id", values).fetchall()
        return tuple(map(_round, rows))


def _round(row: tuple[Any, ...]) -> Round:
    *known, counts, number = row
    read = None if counts is None else tuple(json.loads(counts))
    values: list[Any] = [*known, read, number]
    return Round(*values)


def note_board(db: Database, row: int, message: int) -> None:
    """Note the messenger's id of a list of seats that a row of the outbox has sent."""
    db.execute("UPDATE boards SET message = ? WHERE row = ?", [message, row])


def note_poll(db: Database, round: int, message: int, poll: str) -> None:
    """Note the messenger's ids of the poll of a vote: of its message, and its own."""
    sql = "UPDATE rounds SET message = ?, poll = ? WHERE id = ?"
    db.execute(sql, [message, poll, round])


def poll_message(db: Database, round: int) -> int | None:
    """Give the messenger's id of the message with the poll of a vote; None if it was not sent."""
    found = db.execute("SELECT message FROM rounds WHERE id = ?", [round]).fetchone()
    return found[0] if found else None


def forget_owner(db: Database, owner: str) -> None:
    """Delete the votes about an owner's plans and what members are called there."""
    db.execute(
        f"DELETE FROM votes WHERE poll IN ({_KNOWN} AND user = ?)",  # noqa: S608 - our own
        [owner],
    )
    db.execute("DELETE FROM seats WHERE owner = ?", [owner])


def let_rounds_go(db: Database, old: int) -> None:
    """Delete votes and lists from before a time, and votes of polls that nobody knows."""
    for table in ("rounds", "boards"):
        db.execute(f"DELETE FROM {table} WHERE at < ?", [old])  # noqa: S608 - our own names


def drop_strays(db: Database, old: int) -> None:
    """Delete votes from before a time whose poll is not known."""
    db.execute(f"DELETE FROM votes WHERE at < ? AND poll NOT IN ({_KNOWN})", [old])  # noqa: S608
