"""The store: drafts, plans, the outbox and the ids of handled messages, in one SQLite file.

This is the interface that the rest of the program sees; another engine could stand behind it.
Clocks and ids come in as arguments. One store belongs to one thread.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self

CLAIM_DAYS = 8  # Telegram may continue from a random update id after a quiet week
ERROR_DAYS = 30


@dataclass(frozen=True, slots=True)
class SavedPlan:
    """A plan as it was saved; `body` is JSON, `at` is Unix time [seconds]."""

    id: str
    chat: str
    user: str
    body: str
    at: int


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message waiting to be sent; `source` and `update_id` name the update it answers."""

    id: int
    chat: str
    kind: str
    body: str
    at: int
    attempts: int
    source: str
    update_id: str


class Transaction(Protocol):
    """What one message may read and write; all of it is kept, or nothing.

    Bodies are JSON texts. A body that is not JSON raises `sqlite3.IntegrityError`: a bug.
    """

    def draft(self, chat: str, user: str) -> str | None:
        """Read the draft of a person in a chat."""

    def save_draft(self, chat: str, user: str, body: str) -> None:
        """Save the draft of a person in a chat over the earlier one."""

    def plan(self, id: str, chat: str, user: str) -> SavedPlan | None:
        """Read one plan of a person in a chat."""

    def plans_of(self, chat: str, user: str, limit: int, offset: int) -> tuple[SavedPlan, ...]:
        """Read the plans of a person in a chat, the one saved last first."""

    def save_plan(self, id: str, chat: str, user: str, body: str) -> None:
        """Save a plan as the person's latest, over one of the same id."""

    def delete_everything(self, chat: str, user: str) -> None:
        """Delete the draft and plans of a person in a chat, and what was sent to that chat.

        Messages of the chat still waiting to be sent stay, for they may answer other people.
        """

    def enqueue(self, chat: str, kind: str, body: str) -> int:
        """Put a message into the outbox; gives its id, which grows with every message."""

    def record_error(self, what: str) -> None:
        """Record that the message met a bug."""


class Store(Protocol):
    """The store of the program. Every method may raise `StoreError`; then it changed nothing."""

    def message(
        self, source: str, update_id: str, now: int
    ) -> AbstractContextManager[Transaction | None]:
        """Claim a message and open its transaction; None if it was claimed before.

        Leaving the block commits; an exception rolls back, the claim included.
        """

    def pending(self, limit: int) -> tuple[Outgoing, ...]:
        """List waiting messages: in order within a chat, and no chat before another's first."""

    def mark_sent(self, id: int, now: int) -> None:
        """Note that a message was sent."""

    def mark_tried(self, id: int) -> None:
        """Note an attempt that failed for now; the message goes on waiting."""

    def mark_failed(self, id: int, why: str, now: int) -> None:
        """Note that a message can never be sent."""

    def record_error(self, source: str, update_id: str, what: str, now: int) -> None:
        """Record a bug outside a transaction."""

    def prune(self, now: int) -> None:
        """Delete claims and finished messages after 8 days, error records after 30."""

    def close(self) -> None:
        """Close the file; the store is of no use afterwards."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *exception: object) -> None: ...


def open_store(path: Path) -> Store:
    """Open the store of a file, making the file and its folder if they are missing.

    Raises:
        StoreError: If the file cannot be used; it is then left as it was.
    """
    from bot.store.sqlite import SqliteStore  # noqa: PLC0415 - no SQLite for who stores nothing

    return SqliteStore.open(path)
