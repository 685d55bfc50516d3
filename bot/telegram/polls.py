"""Polls: sent, noted in the store, stopped.

A poll is known by ids that come only when it was sent; until they are noted it does not count.
"""

from __future__ import annotations

import json

from telegram.error import BadRequest

from bot.address import Address
from bot.logs import log
from bot.patience import patiently
from bot.screen import load_screen
from bot.store import Outgoing, Store
from bot.telegram.bot import ApiBot
from bot.telegram.keyboard import keyboard
from bot.telegram.place import place_of

_LOG = log(__name__)


class Polls:
    """The polls of one bot."""

    def __init__(self, bot: ApiBot, store: Store) -> None:
        self._bot, self._store = bot, store

    async def send(self, row: Outgoing, address: Address) -> None:
        """Send the poll of a vote, unless it was sent and only the row is not marked yet.

        Raises:
            TelegramError: If Telegram does not take it.
            StoreError: If the store cannot be read; then nothing was sent.
        """
        body = json.loads(row.body)
        if self._store.poll_message(body["round"]) is not None:
            return
        screen = load_screen(json.dumps(body["screen"]))
        sent = await self._bot.ask(
            "sendPoll",
            chat_id=int(row.chat),
            question=screen.html,
            options=[{"text": option} for option in body["options"]],
            is_anonymous=False,
            reply_markup=keyboard(screen.rows, address.owner, self._bot.username),
            **place_of(address),
        )
        ids = sent["message_id"], str(sent["poll"]["id"])
        await patiently(lambda: self._store.note_poll(body["round"], *ids))

    async def stop(self, row: Outgoing, address: Address) -> None:
        """Stop the poll of a vote; one that is gone, or was left behind by a move, is over too.

        Raises:
            TelegramError: If Telegram cannot be asked now.
        """
        message = address.edits or self._store.poll_message(json.loads(row.body)["round"])
        if message is None:
            return
        try:
            await self._bot.ask("stopPoll", chat_id=int(row.chat), message_id=message)
        except BadRequest as error:
            _LOG.debug("poll not stopped", why=error.message)
