"""Sending one row of the outbox: which request it is, and what an answer of Telegram means."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from telegram import InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.address import Address, load_address
from bot.delivery import Later, Moved, Never, Result, Sent
from bot.live_cards import PLACE
from bot.patience import patiently
from bot.render import plain
from bot.screen import load_screen
from bot.store import Outgoing, Store
from bot.telegram.bot import ApiBot
from bot.telegram.keyboard import keyboard
from bot.telegram.place import place_of
from bot.telegram.polls import Polls
from bot.telegram.profile import chat_commands
from bot.telegram.uploads import Uploads

_UNCHANGED = "not modified"
_GONE = ("message to edit not found", "can't be edited", "message_id_invalid", "no text in the")
_NO_TOPIC = "thread not found"
_UNREADABLE = "can't parse entities"
_TOKEN_PAUSE = 60.0  # seconds; a token that is refused needs the host
_Handler = Callable[[Outgoing, Address], Awaitable[None]]
_Call = Callable[..., Awaitable[None]]


class Sender:
    """Sends rows with one bot."""

    def __init__(self, bot: ApiBot, uploads: Uploads, store: Store) -> None:
        self._bot, self._uploads, self._store = bot, uploads, store
        polls = Polls(bot, store)
        self._kinds: Mapping[str, _Handler] = {
            "screen": self._screen,
            "prompt": self._prompt,
            "document": self._document,
            "file": self._file,
            "chart": self._file,  # of an earlier version
            "menu": self._menu,
            "card": self._card,
            "board": self._board,
            "poll": polls.send,
            "stop": polls.stop,
        }

    async def send(self, row: Outgoing) -> Result:
        """Send a row; whatever Telegram answers becomes a result.

        Raises:
            LookupError: If a file's plan is unknown.
            StoreError: If the store cannot be used; then nothing was sent.
        """
        address = load_address(row.address)
        try:
            await self._placed(self._kinds[row.kind], row, address)
        except TelegramError as error:
            return result_of(error)
        return Sent()

    async def _placed(self, handle: _Handler, row: Outgoing, address: Address) -> None:
        """Send a row; what its topic cannot take any more goes to the group as a whole."""
        try:
            await handle(row, address)
        except BadRequest as error:
            if address.thread is None or not _says(error, _NO_TOPIC):
                raise
            await handle(row, replace(address, thread=None))

    async def _screen(self, row: Outgoing, address: Address) -> None:
        screen = load_screen(row.body)
        markup = keyboard(screen.rows, address.owner, self._bot.username)
        if address.edits is None or not await self._edit(row.chat, address, screen.html, markup):
            await self._say(row.chat, address, screen.html, markup)

    async def _board(self, row: Outgoing, address: Address) -> None:
        """Change the list of seats, or send one and note where it stands."""
        screen = load_screen(row.body)
        markup = keyboard(screen.rows, address.owner, self._bot.username)
        if address.edits is not None and (
            await self._edit(row.chat, address, screen.html, markup) or not screen.rows
        ):
            return

        async def noted(method: str, **parameters: Any) -> None:
            sent = await self._bot.ask(method, **parameters)
            await patiently(lambda: self._store.note_board(row.id, sent["message_id"]))

        await self._say(row.chat, address, screen.html, markup, noted)

    async def _card(self, row: Outgoing, address: Address) -> None:
        """Put a text in the place of a shared card, wherever it stands."""
        del address
        screen = load_screen(row.body)
        try:
            await self._bot.call(
                "editMessageText",
                inline_message_id=row.chat.removeprefix(PLACE),
                text=screen.html,
                parse_mode="HTML",
                link_preview_options={"is_disabled": True},
                reply_markup=keyboard(screen.rows, None, self._bot.username),
            )
        except BadRequest as error:
            if not _says(error, _UNCHANGED):
                raise

    async def _edit(self, chat: str, address: Address, html: str, markup: object) -> bool:
        """Put a text in the place of another; False if that message is no longer there."""
        try:
            await self._bot.call(
                "editMessageText",
                chat_id=int(chat),
                message_id=address.edits,
                text=html,
                parse_mode="HTML",
                link_preview_options={"is_disabled": True},
                reply_markup=markup,
            )
        except BadRequest as error:
            if _says(error, _UNCHANGED):
                return True
            if _says(error, *_GONE):
                return False
            raise
        return True

    async def _say(
        self, chat: str, address: Address, html: str, markup: object, call: _Call | None = None
    ) -> None:
        """Send a text; without its tags if Telegram cannot read them."""
        call = call or self._bot.call
        message: dict[str, Any] = {
            "chat_id": int(chat),
            "text": html,
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
            "reply_markup": markup,
            **place_of(address),
        }
        try:
            await call("sendMessage", **message)
        except BadRequest as error:
            if not _says(error, _UNREADABLE):
                raise
            await call("sendMessage", **{**message, "text": plain(html), "parse_mode": None})

    async def _prompt(self, row: Outgoing, address: Address) -> None:
        body = json.loads(row.body)
        placeholder = body["placeholder"][:64]
        markup = {
            "force_reply": True,
            "selective": True,
            "input_field_placeholder": placeholder,
        }
        await self._say(row.chat, address, body["html"], markup)

    async def _document(self, row: Outgoing, address: Address) -> None:
        body = json.loads(row.body)
        file = InputFile(body["text"].encode(), filename=body["name"])
        await self._bot.send_document(
            int(row.chat),
            file,
            caption=body["html"],
            parse_mode="HTML",
            api_kwargs=place_of(address),
        )

    async def _file(self, row: Outgoing, address: Address) -> None:
        await self._uploads.send(row.chat, row.body, place_of(address))

    async def _menu(self, row: Outgoing, address: Address) -> None:
        del address
        commands = chat_commands(json.loads(row.body)["language"])
        scope = {"type": "chat", "chat_id": int(row.chat)}
        await self._bot.call("setMyCommands", commands=commands, scope=scope)


def _says(error: TelegramError, *parts: str) -> bool:
    said = error.message.casefold()
    return any(part in said for part in parts)


def result_of(error: TelegramError) -> Result:
    """Say what a failed request means for the message."""
    match error:
        case RetryAfter(retry_after=timedelta() as pause):
            return Later("too many requests", pause.total_seconds())
        case ChatMigrated(new_chat_id=chat):
            return Moved(str(chat))
        case BadRequest() | Forbidden():
            return Never(error.message)
        case NetworkError():
            return Later(type(error).__name__)
        case _:
            return Later(type(error).__name__, _TOKEN_PAUSE)
