"""Charts as photos: drawn in a thread when they are sent, uploaded once, then sent by their ids."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from telegram import InputMediaPhoto, Message
from telegram.error import BadRequest

from bot.core import Core
from bot.errors import StoreError
from bot.pictures import draw
from bot.store import Store
from bot.telegram.bot import ApiBot
from bot.words.voice import Language
from flows.codes import decode

_OTHER_FILE = ("wrong file identifier", "wrong remote file", "file_id")
Photos = Sequence[str | bytes]


class Charts:
    """Sends the charts of plans with one bot."""

    def __init__(self, bot: ApiBot, core: Core, store: Store) -> None:
        self._bot, self._core, self._store = bot, core, store

    async def send(self, chat: str, body: str, place: dict[str, Any]) -> None:
        """Send a chart; one that Telegram has already is not drawn and uploaded again.

        Raises:
            TelegramError: If Telegram does not take it.
            LookupError: If its plan is unknown.
            StoreError: If the store cannot be used; then nothing was sent.
        """
        chart = json.loads(body)
        code, language, caption = chart["code"], chart["language"], chart["html"]
        key = f"{self._bot.id}:{self._core.knowledge.digest}:{language}:{code}"
        if known := self._store.file_ids(key):
            try:
                await self._photos(chat, known, caption, place)
            except BadRequest as error:
                if not any(part in error.message.casefold() for part in _OTHER_FILE):
                    raise
            else:
                return
        await self._bot.call("sendChatAction", chat_id=int(chat), action="upload_photo")
        drawn = await asyncio.to_thread(self._drawn, code, language)
        sent = await self._photos(chat, drawn, caption, place)
        ids = [message.photo[-1].file_id for message in sent if message.photo]
        with suppress(StoreError):  # it was sent; next time it is drawn once more
            self._store.set_file_ids(key, ids, int(time.time()))

    def _drawn(self, code: str, language: Language) -> list[bytes]:
        brief = decode(self._core.knowledge, code)
        if brief is None:
            msg = f"there is no plan {code}"
            raise LookupError(msg)
        return [picture.content for picture in draw(self._core, language, brief)]

    async def _photos(
        self, chat: str, photos: Photos, caption: str, place: dict[str, Any]
    ) -> Sequence[Message]:
        """Send one photo, or an album of up to 10; the caption stands below the first."""
        if len(photos) == 1:
            photo = await self._bot.send_photo(
                int(chat),
                photos[0],
                caption=caption,
                parse_mode="HTML",
                filename="chart.png",
                api_kwargs=place,
            )
            return [photo]
        media = [
            InputMediaPhoto(photo, caption=None if i else caption, parse_mode="HTML")
            for i, photo in enumerate(photos)
        ]
        return await self._bot.send_media_group(int(chat), media, api_kwargs=place)
