"""Sending one row of the outbox: which request it is, and what an answer of Telegram means."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
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
from bot.render import plain
from bot.screen import load_screen
from bot.store import Outgoing
from bot.telegram.bot import ApiBot
from bot.telegram.keyboard import keyboard
from bot.telegram.profile import chat_commands
from bot.telegram.uploads import Uploads

_UNCHANGED = "not modified"
_GONE = ("message to edit not found", "can't be edited", "message_id_invalid", "no text in the")
_NO_TOPIC = "thread not found"
_UNREADABLE = "can't parse entities"
_TOKEN_PAUSE = 60.0  # seconds; a token that is refused needs the host
_Handler = Callable[[Outgoing, Address], Awaitable[None]]


class Sender:
    """Sends rows with one bot."""

    def __init__(self, bot: ApiBot, uploads: Uploads) -> None:
        self._bot, self._uploads = bot, uploads
        self._kinds: Mapping[str, _Handler] = {
            "screen": self._screen,
            "prompt": self._prompt,
            "document": self._document,
            "file": self._file,
            "chart": self._file,  # of an earlier version
            "menu": self._menu,
        }

    async def send(self, row: Outgoing) -> Result:
        """Send a row; whatever Telegram answers becomes a result."""
        try:
            await self._kinds[row.kind](row, load_address(row.address))
        except TelegramError as error:
            return result_of(error)
        return Sent()

    async def _screen(self, row: Outgoing, address: Address) -> None:
        screen = load_screen(row.body)
        markup = keyboard(screen, address.owner)
        if address.edits is None or not await self._edit(row.chat, address, screen.html, markup):
            await self._say(row.chat, address, screen.html, markup)

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

    async def _say(self, chat: str, address: Address, html: str, markup: object) -> None:
        """Send a text; without its topic or its tags if Telegram cannot take those."""
        message: dict[str, Any] = {
            "chat_id": int(chat),
            "text": html,
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
            "reply_markup": markup,
            **_place(address),
        }
        try:
            await self._bot.call("sendMessage", **message)
        except BadRequest as error:
            if _says(error, _NO_TOPIC):
                await self._bot.call("sendMessage", **{**message, "message_thread_id": None})
            elif _says(error, _UNREADABLE):
                bare = {**message, "text": plain(html), "parse_mode": None}
                await self._bot.call("sendMessage", **bare)
            else:
                raise

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
            api_kwargs=_place(address),
        )

    async def _file(self, row: Outgoing, address: Address) -> None:
        await self._uploads.send(row.chat, row.body, _place(address))

    async def _menu(self, row: Outgoing, address: Address) -> None:
        del address
        commands = chat_commands(json.loads(row.body)["language"])
        scope = {"type": "chat", "chat_id": int(row.chat)}
        await self._bot.call("setMyCommands", commands=commands, scope=scope)


def _place(address: Address) -> dict[str, Any]:
    found: dict[str, Any] = {"message_thread_id": address.thread}
    if address.reply_to is not None:
        reply = {"message_id": address.reply_to, "allow_sending_without_reply": True}
        found["reply_parameters"] = reply
    return found


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
