"""A messenger that takes down what is sent, and what waits to be sent."""

from __future__ import annotations

import asyncio

from bot.delivery import Delivery, Result, Sent
from bot.store import Outgoing
from bot.store.sqlite import SqliteStore

NOW = 1_700_000_000


class Messenger:
    """Takes down what is sent and answers as told: by the chat, or by the text sent."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.answers: dict[str, list[Result]] = {}
        self.hold: dict[str, asyncio.Event] = {}

    async def __call__(self, row: Outgoing) -> Result:
        if event := self.hold.get(row.chat):
            await event.wait()
        self.sent.append(f"{row.chat} {row.body}")
        answers = self.answers.get(row.body) or self.answers.get(row.chat)
        return answers.pop(0) if answers else Sent()


def enqueue(store: SqliteStore, update: int, chat: str, body: int, address: str = "{}") -> None:
    with store.message("test", str(update), NOW) as transaction:
        assert transaction is not None
        transaction.enqueue(chat, "u", "screen", str(body), address)


async def finished(senders: Delivery) -> None:
    """Wait until every sender has nothing more to do."""
    while working := list(senders._senders.values()):
        await asyncio.gather(*working, return_exceptions=True)
