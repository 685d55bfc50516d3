"""Files of plans: made in a thread when they are sent, uploaded once, then sent by their ids."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from telegram import InputFile, InputMediaDocument, InputMediaPhoto, Message
from telegram.error import BadRequest

from bot.core import Core
from bot.documents import File
from bot.errors import StoreError
from bot.screen import PlanFile, load_plan_file
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
        wanted = load_plan_file(body)
        key = self._key(wanted)
        if known := self._store.file_ids(key):
            try:
                await self._sent(chat, wanted, known, place)
            except BadRequest as error:
                if not any(part in error.message.casefold() for part in _OTHER_FILE):
                    raise
            else:
                return
        action = "upload_photo" if wanted.is_photo else "upload_document"
        thread = place["message_thread_id"]
        await self._bot.call(
            "sendChatAction", chat_id=int(chat), action=action, message_thread_id=thread
        )
        async with self._places:
            new = await asyncio.to_thread(self._made, wanted)
        files = [InputFile(file.content, filename=file.name, attach=len(new) > 1) for file in new]
        sent = await self._sent(chat, wanted, files, place)
        with suppress(StoreError):  # it was sent; next time it is made once more
            self._store.set_file_ids(key, [*map(_file_id, sent)], int(time.time()))

    def known_chart(self, brief: Brief, language: Language) -> str | None:
        """Give Telegram's id of a plan's chart, the first picture of several; None if unknown.

        Raises:
            StoreError: If the store cannot be used.
        """
        code, edits = written(self._core.knowledge, brief)
        wanted = PlanFile(code, language, "", "png", "light", is_photo=True, edits=edits)
        return next(iter(self._store.file_ids(self._key(wanted))), None)

    def _key(self, wanted: PlanFile) -> str:
        how = f"{wanted.format}:{wanted.theme}:{'photo' if wanted.is_photo else 'document'}"
        digest = self._core.knowledge.digest
        edited = f":{fingerprint(json.dumps(wanted.edits), _EDITED)}" if wanted.edits else ""
        part = ":first" if wanted.is_first else ""
        about = f":{mark_of(self._core, wanted.subject)}" if wanted.subject else ""
        return f"{self._bot.id}:{digest}:{wanted.language}:{wanted.code}:{how}{edited}{part}{about}"

    def _made(self, wanted: PlanFile) -> Sequence[File]:
        found = made(self._core, wanted)
        return found[:1] if wanted.is_first else found

    async def _sent(
        self, chat: str, wanted: PlanFile, files: Sequence[str | InputFile], place: dict[str, Any]
    ) -> Sequence[Message]:
        """Send one file, or an album of up to 10; the caption stands below the first."""
        words: dict[str, Any] = {"caption": wanted.html, "parse_mode": "HTML"}
        if len(files) > 1:
            kind = InputMediaPhoto if wanted.is_photo else InputMediaDocument
            media = [kind(file, **({} if i else words)) for i, file in enumerate(files)]
            return await self._bot.send_media_group(int(chat), media, api_kwargs=place)
        send = self._bot.send_photo if wanted.is_photo else self._bot.send_document
        return [await send(int(chat), files[0], **words, api_kwargs=place)]


def _file_id(message: Message) -> str:
    """Give the id of the file that a message carries."""
    if message.photo:
        return message.photo[-1].file_id
    return message.document.file_id if message.document else ""
