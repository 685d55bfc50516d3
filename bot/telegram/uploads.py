"""Files of plans: made in a thread when they are sent, uploaded once, then sent by their ids."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Self

from telegram import InputFile, InputMediaDocument, InputMediaPhoto, Message
from telegram.error import BadRequest

from bot.core import Core
from bot.documents import File, Format
from bot.errors import StoreError
from bot.pictures import Theme
from bot.shelf import written
from bot.store import Store
from bot.telegram.bot import ApiBot
from bot.wanted import made, mark_of
from bot.words.voice import Language
from flows.links import fingerprint
from knowledge.brief import Brief

_EDITED = 32  # characters that tell edited plans apart
AT_ONCE = os.cpu_count() or 1  # drawings; each thread that ever drew keeps some 30 MB
_OTHER_FILE = ("wrong file identifier", "wrong remote file", "file_id")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a row of the outbox asks for; see `bot.screen.PlanFile`."""

    code: str
    language: Language
    html: str
    format: Format
    theme: Theme
    is_photo: bool
    edits: Sequence[Any] = ()
    is_first: bool = False
    subject: str = ""

    @classmethod
    def read(cls, body: str) -> Self:
        """Read the body of a row; one of an earlier version wants the chart."""
        return cls(**{"format": "png", "theme": "light", "is_photo": True, **json.loads(body)})


class Uploads:
    """Sends the files of plans with one bot."""

    def __init__(self, bot: ApiBot, core: Core, store: Store) -> None:
        self._bot, self._core, self._store = bot, core, store
        self._places = asyncio.Semaphore(AT_ONCE)

    async def send(self, chat: str, body: str, place: dict[str, Any]) -> None:
        """Send a file; one that Telegram has already is not made and uploaded again.

        Raises:
            TelegramError: If Telegram does not take it.
            LookupError: If its plan is unknown.
            StoreError: If the store cannot be used; then nothing was sent.
        """
        wish = Wish.read(body)
        key = self._key(wish)
        if known := self._store.file_ids(key):
            try:
                await self._sent(chat, wish, known, place)
            except BadRequest as error:
                if not any(part in error.message.casefold() for part in _OTHER_FILE):
                    raise
            else:
                return
        action = "upload_photo" if wish.is_photo else "upload_document"
        thread = place["message_thread_id"]
        await self._bot.call(
            "sendChatAction", chat_id=int(chat), action=action, message_thread_id=thread
        )
        async with self._places:
            new = await asyncio.to_thread(self._made, wish)
        files = [InputFile(file.content, filename=file.name, attach=len(new) > 1) for file in new]
        sent = await self._sent(chat, wish, files, place)
        with suppress(StoreError):  # it was sent; next time it is made once more
            self._store.set_file_ids(key, [*map(_file_id, sent)], int(time.time()))

    def known_chart(self, brief: Brief, language: Language) -> str | None:
        """Give Telegram's id of a plan's chart, the first picture of several; None if unknown.

        Raises:
            StoreError: If the store cannot be used.
        """
        code, edits = written(self._core.knowledge, brief)
        wish = Wish(code, language, "", "png", "light", is_photo=True, edits=edits)
        return next(iter(self._store.file_ids(self._key(wish))), None)

    def _key(self, wish: Wish) -> str:
        how = f"{wish.format}:{wish.theme}:{'photo' if wish.is_photo else 'document'}"
        digest = self._core.knowledge.digest
        edited = f":{fingerprint(json.dumps(wish.edits), _EDITED)}" if wish.edits else ""
        part = ":first" if wish.is_first else ""
        about = f":{mark_of(self._core, wish.subject)}" if wish.subject else ""
        return f"{self._bot.id}:{digest}:{wish.language}:{wish.code}:{how}{edited}{part}{about}"

    def _made(self, wish: Wish) -> Sequence[File]:
        how = wish.format, wish.theme, wish.subject
        found = made(self._core, wish.language, wish.code, wish.edits, *how)
        return found[:1] if wish.is_first else found

    async def _sent(
        self, chat: str, wish: Wish, files: Sequence[str | InputFile], place: dict[str, Any]
    ) -> Sequence[Message]:
        """Send one file, or an album of up to 10; the caption stands below the first."""
        words: dict[str, Any] = {"caption": wish.html, "parse_mode": "HTML"}
        if len(files) > 1:
            kind = InputMediaPhoto if wish.is_photo else InputMediaDocument
            media = [kind(file, **({} if i else words)) for i, file in enumerate(files)]
            return await self._bot.send_media_group(int(chat), media, api_kwargs=place)
        send = self._bot.send_photo if wish.is_photo else self._bot.send_document
        return [await send(int(chat), files[0], **words, api_kwargs=place)]


def _file_id(message: Message) -> str:
    """Give the id of the file that a message carries."""
    if message.photo:
        return message.photo[-1].file_id
    return message.document.file_id if message.document else ""
