"""Answers that Telegram waits for: to taps and inline queries, once, in the background.

They are no messages, so they do not go through the outbox: they are worth something for seconds
only. What goes wrong is noted and given up.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from telegram.error import BadRequest, TelegramError

from bot import inline, shared_card
from bot.errors import StoreError
from bot.figures import Figures
from bot.inline import Results
from bot.logs import log
from bot.service import Service
from bot.shared_card import Toast
from bot.telegram.bot import ApiBot
from bot.telegram.cards import inline_results, results_button
from bot.telegram.events import Asked, Called, Chosen, Looked
from bot.telegram.keyboard import link
from bot.telegram.uploads import Uploads
from bot.visitors import Visit, Visitor, visitor
from bot.words.voice import Language, voice
from knowledge.brief import Brief

CACHE_SECONDS = 10  # for which Telegram may show the same results again
MOST_UNDER_WAY = 2000  # answers
_TOO_OLD = "query is too old"
_ADMINS = ("creator", "administrator")
_LOG = log(__name__)


class Answers:
    """Answers with one bot."""

    def __init__(self, service: Service, bot: ApiBot, uploads: Uploads, figures: Figures) -> None:
        self._service, self._bot, self._uploads = service, bot, uploads
        self._figures = figures
        self._under_way: set[asyncio.Task[None]] = set()

    def confirm(self, query: str, text: str | None = None) -> None:
        """Confirm a tap, so that its button stops waiting, with a short note or without."""
        self.begin(self._confirmed(query, Toast(text or "")))

    def look(self, event: Looked) -> None:
        """Answer a tap below a shared card.

        Raises:
            StoreError: If the store cannot be used; then the tap was not handled.
        """
        known = self._visitor(event.visit, shared_card.code_of(event.data))
        self.begin(self._looked(event, known))

    def suggest(self, event: Asked) -> None:
        """Answer an inline query.

        Raises:
            StoreError: If the store cannot be used; then the query was not handled.
        """
        known = self._visitor(event.visit, inline.code_of(event.text))
        self.begin(self._suggested(event, known))

    def reply(self, event: Called) -> None:
        """Answer a mention in a chat where the bot is not a member.

        Raises:
            StoreError: If the store cannot be used; then the mention was not handled.
        """
        self.begin(self._replied(event, self._visitor(event.visit, None)))

    def note(self, event: Chosen) -> None:
        """Note where a card of an edited plan stands, so that it can follow the plan.

        Raises:
            StoreError: If the store cannot be used; then nothing was noted.
        """
        self._visitor(event.visit, event.result.removeprefix(inline.PLAN))

    def _visitor(self, visit: Visit, code: str | None) -> Visitor:
        service = self._service
        return visitor(service.core, service.store, visit, service.default_language, code)

    async def is_admin(self, chat: str, user: str) -> bool:
        """Tell whether somebody is an admin of a group; no, where that cannot be found out."""
        try:
            found = await self._bot.get_chat_member(int(chat), int(user))
        except TelegramError as error:
            _LOG.info("an admin could not be told", why=type(error).__name__)
            return False
        return found.status in _ADMINS

    def begin(self, answer: Coroutine[Any, Any, None]) -> None:
        """Do something in the background, which ends before the program does.

        Where far too much is under way already, because Telegram is slow, it is left undone.
        """
        if len(self._under_way) >= MOST_UNDER_WAY:
            answer.close()
            _LOG.warning("too much under way, an answer was left out")
            return
        task = asyncio.create_task(answer)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def fetch(self, file: str, most: int) -> bytes | None:
        """Fetch a file that somebody sent; None if it has more than so many bytes.

        Raises:
            TelegramError: If it cannot be fetched.
        """
        found = await self._bot.get_file(file)
        if (found.file_size or 0) > most:
            return None
        return bytes(await found.download_as_bytearray())

    async def _looked(self, event: Looked, known: Visitor) -> None:
        speak = voice(known.language)
        try:
            found = shared_card.toast(self._service.core, speak, event.data, known.brief)
        except Exception as bug:  # noqa: BLE001 - this is the edge
            self._noted(bug, event)
            found = Toast(str(speak.say("shared.stale")))
        await self._confirmed(event.query, found)

    async def _confirmed(self, query: str, answer: Toast) -> None:
        opened = link(self._bot.username, answer.opens) if answer.opens else None
        parameters: dict[str, Any] = {
            "callback_query_id": query,
            "text": answer.text or None,
            "show_alert": answer.stays or None,
            "url": opened,
        }
        try:
            await self._bot.call("answerCallbackQuery", **parameters)
        except BadRequest as error:  # nearly always: the tap is too old
            _LOG.debug("tap not confirmed", why=error.message)
        except TelegramError as error:
            _LOG.info("tap not confirmed", why=type(error).__name__)

    async def _replied(self, event: Called, known: Visitor) -> None:
        try:
            found, language = inline.guest_answer(self._service.core, event.text, known)
            (shown,) = inline_results(
                Results(language, (found,), is_personal=True), {}, self._bot.username
            )
            await self._bot.call("answerGuestQuery", guest_query_id=event.query, result=shown)
        except TelegramError as error:
            _LOG.info("guest not answered", why=type(error).__name__)
        except Exception as bug:  # noqa: BLE001 - this is the edge
            self._noted(bug, event)

    async def _suggested(self, event: Asked, known: Visitor) -> None:
        try:
            found = inline.results(self._service.core, event.text, known)
        except Exception as bug:  # noqa: BLE001 - this is the edge
            self._noted(bug, event)
            found = Results(known.language, (), is_personal=True)
        try:
            await self._answered(event.query, found)
        except TelegramError as error:
            _LOG.info("inline query not answered", why=type(error).__name__)

    async def _answered(self, query: str, found: Results) -> None:
        """Answer an inline query; without pictures if Telegram does not know one any more."""
        parameters: dict[str, Any] = {
            "inline_query_id": query,
            "cache_time": CACHE_SECONDS,
            "is_personal": found.is_personal,
            "button": results_button(found),
        }
        charts, username = self._charts(found), self._bot.username
        shown = inline_results(found, charts, username)
        try:
            await self._bot.call("answerInlineQuery", results=shown, **parameters)
        except BadRequest as error:
            if not charts or _TOO_OLD in error.message.casefold():
                raise
            bare = inline_results(found, {}, username)
            await self._bot.call("answerInlineQuery", results=bare, **parameters)

    def _charts(self, found: Results) -> dict[str, str]:
        """Find the charts that Telegram has already, by the ids of the results."""
        charts = {}
        for result in found.results:
            if result.brief and (file := self._chart(result.brief, found.language)):
                charts[result.id] = file
        return charts

    def _chart(self, brief: Brief, language: Language) -> str | None:
        try:
            return self._uploads.known_chart(brief, language)
        except StoreError:
            return None

    def _noted(self, bug: Exception, event: Looked | Asked | Called) -> None:
        self._figures.errors += 1
        _LOG.bug("an answer met a bug", bug, update=event.visit.update_id)

    async def finish(self, grace: float) -> None:
        """Let answers under way end within some seconds."""
        if self._under_way:
            _, late = await asyncio.wait(self._under_way, timeout=grace)
            for task in late:
                task.cancel()
