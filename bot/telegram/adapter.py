"""The adapter: an update becomes a message of the service, its answers go out in the background.

`handle` is done when the answers are committed; it does not wait for Telegram.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from typing import Any

from telegram.error import BadRequest, TelegramError

from bot.chats import Chats
from bot.delivery import Delivery
from bot.figures import Figures
from bot.logs import log, who
from bot.service import Service
from bot.telegram.bot import ApiBot, RawUpdate
from bot.telegram.updates import Event, Heard, Joined, Left, Migrated, Reader, Refused
from bot.words.voice import as_language, voice

_LOG = log(__name__)


class Adapter:
    """Handles the updates of one bot."""

    def __init__(
        self, service: Service, bot: ApiBot, reader: Reader, delivery: Delivery, figures: Figures
    ) -> None:
        self._service, self._bot, self._reader = service, bot, reader
        self._delivery, self._figures = delivery, figures
        self._chats = Chats(service.store)
        self._confirmations: set[asyncio.Task[None]] = set()

    def handle_together(self, updates: Sequence[RawUpdate]) -> None:
        """Handle updates in one transaction; when this returns, the answers of all are safe.

        Raises:
            StoreError: If the store cannot be used; then no update was handled.
        """
        with self._service.store.batch():
            for update in updates:
                self.handle(update)

    def handle(self, update: RawUpdate) -> None:
        """Handle an update; when this returns, its answers are safe.

        Raises:
            StoreError: If the store cannot be used; then the update was not handled.
        """
        start = time.perf_counter()
        self._figures.received()
        try:
            event = self._reader.read(update.fields, int(time.time()))
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            self._figures.errors += 1
            _LOG.bug("unreadable update", error, update=update.update_id)
            return
        self._take(event)
        took = (time.perf_counter() - start) * 1000
        self._figures.handling.add(took)
        kind = type(event).__name__.lower() if event else "silence"
        _LOG.debug("update", id=update.update_id, kind=kind, milliseconds=round(took, 2))

    def _take(self, event: Event | None) -> None:
        match event:
            case Heard():
                self._answer(event)
            case Refused(query=query, language=language):
                speak = voice(as_language(language) or "en")
                self._confirm(query, str(speak.say("group.not_yours")))
            case Joined(event=joined, is_group=is_group):
                self._chats.resume(joined, greets=is_group)
                self._delivery.wake(joined.chat)
            case Left(event=left):
                self._chats.stop(left)
            case Migrated(event=moved, new=new):
                self._chats.move(moved, new)
                self._delivery.wake(new)
            case None:
                self._figures.ignored += 1

    def _answer(self, heard: Heard) -> None:
        """Answer a message; one delivered twice is answered once, but its tap confirmed again."""
        if not self._service.answer(heard.message):
            self._figures.duplicates += 1
            _LOG.debug("handled before", chat=who(heard.message.chat))
        if heard.query is not None:
            self._confirm(heard.query, None)
        self._delivery.wake(heard.message.chat)

    def _confirm(self, query: str, text: str | None) -> None:
        """Confirm a tap, so that its button stops waiting; once, in the background."""
        task = asyncio.create_task(self._confirmed(query, text))
        self._confirmations.add(task)
        task.add_done_callback(self._confirmations.discard)

    async def _confirmed(self, query: str, text: str | None) -> None:
        parameters: dict[str, Any] = {"callback_query_id": query, "text": text}
        try:
            await self._bot.call("answerCallbackQuery", **parameters)
        except BadRequest:
            _LOG.debug("tap too old to confirm")
        except TelegramError as error:
            _LOG.info("tap not confirmed", why=type(error).__name__)

    async def finish(self, grace: float) -> None:
        """Let confirmations under way end within some seconds."""
        if self._confirmations:
            _, late = await asyncio.wait(self._confirmations, timeout=grace)
            for task in late:
                task.cancel()
