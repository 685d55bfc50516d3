"""The workshop's part of the store: what members are called, lists of seats, votes.

Votes are kept until their round is closed, then only how many there were.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Named:
    """What a member of a group is called in the plans that an owner has there."""

    chat: str
    owner: str
    name: str


@dataclass(frozen=True, slots=True)
class Board:
    """The message that lists who takes what in a plan.

    `at` is when it was opened, as Unix time [seconds]; `message` the messenger's id of it, None
    until it was sent.
    """

    chat: str
    owner: str
    plan: str
    page: int
    language: str
    thread: int | None
    at: int
    message: int | None


@dataclass(frozen=True, slots=True)
class Round:
    """A vote about a plan; `options` is JSON, see `bot.workshop.options`.

    `message` is the messenger's id of the poll, None until it was sent; `counts` are the votes for
    each option, None while it is open; `number` counts the results that became the plan.
    """

    id: int
    chat: str
    owner: str
    plan: str
    options: str
    message: int | None
    counts: tuple[int, ...] | None
    number: int | None


class Workshop(Protocol):
    """What one message may read and write of the workshop."""

    def names(self, chat: str, owner: str) -> Mapping[str, str]:
        """Give what members are called in the plans of an owner in a group, by their ids."""

    def call(self, chat: str, owner: str, member: str, name: str) -> None:
        """Note what a member is called in the plans of an owner in a group."""

    def named(self, member: str) -> tuple[Named, ...]:
        """List what a member is called, in all groups."""

    def board(self, chat: str, owner: str, plan: str) -> Board | None:
        """Give the list of a plan; None if there is none."""

    def boards_of(self, owner: str) -> tuple[Board, ...]:
        """Give the lists of an owner in all groups."""

    def save_board(self, board: Board, row: int | None) -> None:
        """Keep a list; `row` is the row of the outbox that sends it, None if that stays."""

    def end_board(self, board: Board) -> None:
        """Forget a list."""

    def begin(self, chat: str, owner: str, plan: str, options: str) -> int:
        """Open a vote; gives its id."""

    def round(self, id: int) -> Round | None:
        """Give a vote; None if there is none."""

    def open_round(self, chat: str, owner: str, plan: str) -> Round | None:
        """Give the vote about a plan that is open; None if there is none."""

    def rounds_of(self, owner: str) -> tuple[Round, ...]:
        """Give all votes about plans of an owner."""

    def save_options(self, id: int, options: str) -> None:
        """Change the options of a vote."""

    def vote(self, poll: str, member: str, choice: int | None) -> None:
        """Take a vote, or take it back; what comes after the end does not count."""

    def close(self, id: int, options: int) -> tuple[int, ...]:
        """End a vote; gives the votes for each of its options, and forgets whose they were."""

    def take(self, round: Round) -> int:
        """Note that a result becomes the plan; gives how many did, counting this one."""

    def end_plan(self, chat: str, owner: str, plan: str) -> None:
        """Forget list and votes of a plan that is deleted, and names that no plan holds."""

    def unsay(self, chat: str, owner: str, texts: Sequence[str]) -> None:
        """Delete from the outbox what was sent about an owner's plans and holds one of texts."""
