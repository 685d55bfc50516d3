"""Counting: votes as the messenger tells of them, one by one."""

from __future__ import annotations

from dataclasses import dataclass

from bot.store import Store


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote: in which of the messenger's polls, whose, for which option.

    `choice` counts from 0, None takes the vote back. The member is a person, or a chat that
    somebody writes as.
    """

    source: str
    update_id: str
    poll: str
    member: str
    choice: int | None
    at: int


def count(store: Store, vote: Vote) -> None:
    """Note a vote; one that comes twice counts once.

    Raises:
        StoreError: If the store cannot be used; then the vote was not counted.
    """
    with store.message(vote.source, vote.update_id, vote.at) as transaction:
        if transaction is not None:
            transaction.workshop.vote(vote.poll, vote.member, vote.choice)
