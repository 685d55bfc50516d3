"""The store: drafts, plans, the outbox and the ids of handled messages, in one SQLite file.

This is the interface that the rest of the program sees; another engine could stand behind it.
Clocks and ids come in as arguments. One store belongs to one thread.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol, Self, TypeAlias

from bot.store.records import Complaint, Outgoing, SavedPlan, Share
from bot.store.watch import UNWATCHED, Watch
from bot.store.workshop import Workshop

__all__ = ["Complaint", "Outgoing", "SavedPlan", "Share", "Store", "Transaction", "open_store"]

CLAIM_DAYS = 8  # Telegram may continue from a random update id after a quiet week
ERROR_DAYS = 30
FILE_DAYS = 90
DRAFT_DAYS = 180
BUSY_SECONDS = 5.0
Rows: TypeAlias = list[dict[str, Any]]


class Transaction(Protocol):
    """What one message may read and write; all of it is kept, or nothing.

    Bodies are JSON texts. A body that is not JSON raises `sqlite3.IntegrityError`: a bug.
    """

    @property
    def now(self) -> int:
        """Tell when the message came, as Unix time [seconds]."""

    @property
    def workshop(self) -> Workshop:
        """Give what the message may read and write of the workshop."""

    @property
    def reached(self) -> Collection[str]:
        """Tell for which chats the message put something into the outbox."""

    def draft(self, chat: str, user: str) -> str | None:
        """Read the draft of a person in a chat."""

    def save_draft(self, chat: str, user: str, body: str) -> None:
        """Save the draft of a person in a chat over the earlier one."""

    def plan(self, id: str, chat: str, user: str) -> SavedPlan | None:
        """Read one plan of a person in a chat."""

    def plans_of(self, chat: str, user: str, limit: int, offset: int) -> tuple[SavedPlan, ...]:
        """Read the plans of a person in a chat, the one saved last first."""

    def listed_plans(self, chat: str, user: str, limit: int, offset: int) -> tuple[SavedPlan, ...]:
        """Read the plans of a person in a chat that differ, the one saved last first.

        A plan by the rules is left out beside the same one whose changes were all taken back.
        """

    def save_plan(self, id: str, chat: str, user: str, body: str) -> None:
        """Save a plan as the person's latest, over one of the same id.

        Of very many the oldest by the rules go; see `bot.store.bounds`.
        """

    def delete_plan(self, id: str, chat: str, user: str) -> None:
        """Delete a plan of a person in a chat, and the link to it."""

    def count_plans(self, chat: str, user: str) -> int:
        """Count the plans of a person in a chat."""

    def count_listed(self, chat: str, user: str) -> int:
        """Count the plans of a person in a chat that differ."""

    def count_own(self, chat: str, user: str) -> int:
        """Count those plans of a person in a chat that they made by hand."""

    def last_number(self, chat: str, user: str) -> int:
        """Give the largest number of a plan such as `@3` of a person in a chat, 0 if none."""

    def share(self, token: str) -> Share | None:
        """Give the link of a token; None if there is none, or it has expired."""

    def shares_of(self, user: str) -> tuple[Share, ...]:
        """List all links of a person that open something, in every chat."""

    def share_of(self, plan: str, chat: str, user: str) -> Share | None:
        """Give the link to a plan of a person in a chat; None if there is none, or it expired."""

    def save_share(self, share: Share) -> None:
        """Save a link, or what changed of it; a plan has one link at most."""

    def end_share(self, plan: str, chat: str, user: str) -> None:
        """Delete the link to a plan; its token opens nothing any more."""

    def keep_card(self, message: str, token: str) -> None:
        """Remember an inline message that shows the plan of a token."""

    def cards_of(self, token: str) -> tuple[str, ...]:
        """List the inline messages that show the plan of a token."""

    def drop_waiting(self, chat: str) -> None:
        """Drop what waits for a chat, because something newer takes its place."""

    def is_together(self, chat: str, user: str) -> bool:
        """Tell whether a person lets everybody in a group work on their plan there."""

    def set_together(self, chat: str, user: str, *, is_on: bool) -> None:
        """Let everybody in a group work on a person's plan there, or the person alone."""

    def everything_of(self, user: str) -> Mapping[str, Rows]:
        """Read all that is stored about a person in every chat, table by table."""

    def delete_everything(self, user: str) -> None:
        """Delete all that is stored about a person in every chat, waiting messages too."""

    def enqueue(self, chat: str, user: str, kind: str, body: str, address: str) -> int:
        """Put a message into the outbox; gives its id, which grows with every message."""

    def latest_buttons(self, chat: str, user: str) -> str | None:
        """Give the body of the latest screen with buttons for a person in a chat."""

    def complain(self, chat: str, user: str, complaint: Complaint) -> None:
        """Keep what somebody found wrong with an answer."""

    def menu(self, chat: str) -> str | None:
        """Tell for which language the command menu of a chat was set, if it was."""

    def set_menu(self, chat: str, language: str) -> None:
        """Note for which language the command menu of a chat is set."""

    def stop_chat(self, chat: str) -> None:
        """Note that a chat takes no messages any more; what waits for it is given up."""

    def resume_chat(self, chat: str) -> None:
        """Note that a chat takes messages again."""

    def move_chat(self, old: str, new: str) -> None:
        """Give everything of a chat to its new id; doing it again changes nothing."""

    def record_error(self, what: str) -> None:
        """Record that the message met a bug."""


class Store(Protocol):
    """The store of the program. Every method may raise `StoreError`; then it changed nothing."""

    def batch(self) -> AbstractContextManager[None]:
        """Let the messages of a block share one transaction: all of them are kept, or none.

        One that fails inside it is undone alone, unless its error leaves the block.

        Raises:
            StoreError: If the file cannot be used; then nothing of the block is saved.
        """

    def message(
        self, source: str, update_id: str, now: int
    ) -> AbstractContextManager[Transaction | None]:
        """Claim a message and open its transaction; None if it was claimed before.

        Leaving the block commits; an exception rolls back, the claim included.
        """

    def waiting_chats(self, source: str) -> tuple[str, ...]:
        """List the chats of a source that messages wait for, the longest waiting first."""

    def waiting(self, source: str, chat: str, limit: int) -> tuple[Outgoing, ...]:
        """List the messages that wait for a chat, in order."""

    def waiting_for(self, source: str, chat: str, user: str) -> tuple[int, int]:
        """Count the messages that wait for a person in a chat, and for the whole chat."""

    def depth(self, source: str) -> tuple[int, int | None]:
        """Count the waiting messages of a source; and since when the oldest waits."""

    def mark_sent(self, ids: Sequence[int], now: int) -> None:
        """Note that messages were sent."""

    def mark_tried(self, id: int) -> None:
        """Note an attempt that failed for now; the message goes on waiting."""

    def mark_failed(self, id: int, why: str, now: int) -> None:
        """Note that a message can never be sent."""

    def move_chat(self, source: str, old: str, new: str) -> None:
        """Give everything of a chat to its new id; doing it again changes nothing."""

    def note(self, name: str) -> str | None:
        """Read a note that the program left for itself."""

    def set_note(self, name: str, value: str) -> None:
        """Leave a note for the next run."""

    def is_together(self, chat: str, user: str) -> bool:
        """Tell whether a person lets everybody in a group work on their plan there."""

    def note_board(self, row: int, message: int) -> None:
        """Note the messenger's id of a list of seats that a row of the outbox has sent."""

    def note_poll(self, round: int, message: int, poll: str) -> None:
        """Note the messenger's ids of the poll of a vote: of its message, and its own."""

    def poll_message(self, round: int) -> int | None:
        """Give the messenger's id of the message with a vote's poll; None if it was not sent."""

    def file_ids(self, key: str) -> tuple[str, ...]:
        """Give the messenger's ids of files that it has already; none if it has not."""

    def set_file_ids(self, key: str, ids: Sequence[str], now: int) -> None:
        """Keep the messenger's ids of files, to send them again without uploading."""

    def complaints(self) -> tuple[Complaint, ...]:
        """List what people found wrong, the latest first."""

    def record_error(self, source: str, update_id: str, what: str, now: int) -> None:
        """Record a bug outside a transaction."""

    def follow_clock(self, now: int, ran_seconds: float) -> int:
        """Follow the machine's clock; gives the time by which to prune, as Unix time [seconds].

        See `bot.store.clock`. What is written afterwards is never dated before that time.

        Args:
            now: What the machine's clock says.
            ran_seconds: How long the program has really run since it last followed.
        """

    def prune(self, now: int, draft_days: int = DRAFT_DAYS) -> None:
        """Delete what has had its time.

        Claims and finished messages go after 8 days, error records after 30, ids of files after
        90, untouched conversations after `draft_days`, and so does all of a chat that stopped.
        Of very many finished messages of one person, and ids of files, the oldest go before that.
        """

    def wait_briefly(self) -> None:
        """Wait for other programs that write only for a moment from now on; then fail."""

    def close(self) -> None:
        """Close the file; the store is of no use afterwards."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *exception: object) -> None: ...


def open_store(path: Path, busy_seconds: float = BUSY_SECONDS, watch: Watch = UNWATCHED) -> Store:
    """Open the store of a file, making the file and its folder if they are missing.

    Args:
        path: The file.
        busy_seconds: How long to wait for another program that is writing.
        watch: Is told of every fault of the file.

    Raises:
        StoreError: If the file cannot be used; it is then left as it was.
    """
    from bot.store.sqlite import SqliteStore  # noqa: PLC0415 - no SQLite for who stores nothing

    return SqliteStore.open(path, busy_seconds, watch)
