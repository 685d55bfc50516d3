"""The adapter: an update becomes a message of the service, its answers go out in the background.

`handle` is done when the answers are committed; it does not wait for Telegram.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from telegram.error import TelegramError

from bot.chats import Chats
from bot.delivery import Delivery
from bot.figures import Figures
from bot.imports.listed import studied
from bot.imports.rows import MOST_BYTES
from bot.logs import log, who
from bot.message import Message
from bot.patience import patiently
from bot.screen import Note
from bot.service import Service
from bot.telegram.answers import Answers
from bot.telegram.bot import RawUpdate
from bot.telegram.events import (
    Asked,
    Called,
    Chosen,
    Event,
    Filed,
    Heard,
    Joined,
    Left,
    Looked,
    Migrated,
    Refused,
    Voted,
)
from bot.telegram.gate import Gate
from bot.telegram.updates import Reader
from bot.words.voice import first_language, voice
from bot.workshop.counting import count
from flows.managing import can_help, is_together
from flows.replies import Listed, Tapped
from flows.workshop.taps import can_join, is_chaired

FILES = 2  # of people that are read at a time
_LOG = log(__name__)


class Adapter:
    """Handles the updates of one bot."""

    def __init__(
        self,
        service: Service,
        reader: Reader,
        delivery: Delivery,
        answers: Answers,
        figures: Figures,
        gate: Gate,
    ) -> None:
        self._service, self._reader, self._gate = service, reader, gate
        self._delivery, self._answers, self._figures = delivery, answers, figures
        self._chats = Chats(service.store, service.default_language)
        self._places = asyncio.Semaphore(FILES)
        self._takers: Mapping[type, Callable[[Any], None]] = {
            Heard: self._answer,
            Filed: self._read_file,
            Refused: self._refuse,
            Looked: answers.look,
            Asked: answers.suggest,
            Called: answers.reply,
            Chosen: answers.note,
            Joined: self._joined,
            Left: self._left,
            Migrated: self._moved,
            Voted: self._voted,
        }

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
        self._take(update, event)
        took = (time.perf_counter() - start) * 1000
        self._figures.handling.add(took)
        kind = type(event).__name__.lower() if event else "silence"
        _LOG.debug("update", id=update.update_id, kind=kind, milliseconds=round(took, 2))

    def _take(self, update: RawUpdate, event: Event | None) -> None:
        if event is None:
            self._figures.ignored += 1
            return
        if not self._gate.lets(update, event):
            return
        take: Callable[[Any], None] = self._takers[type(event)]
        start = time.thread_time()
        take(event)
        self._gate.worked(update, event, time.thread_time() - start)

    def _voted(self, voted: Voted) -> None:
        count(self._service.store, voted.vote)

    def _joined(self, joined: Joined) -> None:
        self._chats.resume(joined.event, greets=joined.is_group)
        self._delivery.wake(joined.event.chat)

    def _left(self, left: Left) -> None:
        self._chats.stop(left.event)

    def _moved(self, moved: Migrated) -> None:
        self._chats.move(moved.event, moved.new)
        self._delivery.wake(moved.new)

    def _refuse(self, refused: Refused) -> None:
        """Refuse a tap on somebody else's message, unless it is for the whole group.

        An owner may let the group work along. An admin may say so in the owner's place, and hold
        votes.
        """
        message = refused.as_owner
        tapped = message.incoming if message else None
        if message is None or not isinstance(tapped, Tapped):
            self._say_not_yours(refused)
        elif can_join(tapped.data):
            self._answer(Heard(message, refused.query))
        elif is_together(tapped.data) or is_chaired(tapped.data):
            self._answers.begin(self._by_admin(refused, message))
        elif can_help(tapped.data) and self._service.store.is_together(message.chat, message.user):
            self._answer(Heard(message, refused.query))
        else:
            self._say_not_yours(refused)

    def _say_not_yours(self, refused: Refused) -> None:
        speak = voice(first_language((self._service.default_language, refused.language)))
        self._answers.confirm(refused.query, str(speak.say("group.not_yours")))

    async def _by_admin(self, refused: Refused, message: Message) -> None:
        """Do what an admin of the group asks in the owner's place."""
        if not await self._answers.is_admin(message.chat, refused.asker):
            self._say_not_yours(refused)
            return
        await patiently(lambda: self._answer(Heard(message, refused.query)))

    def _read_file(self, filed: Filed) -> None:
        """Answer a file: fetched and read in the background, as others must not wait for it."""
        if filed.size > MOST_BYTES:
            self._answer(_listed(filed, _too_large(filed)))
        else:
            self._answers.begin(self._fetched(filed))

    async def _fetched(self, filed: Filed) -> None:
        """Fetch a file, read it in a thread and answer it; few at a time, as they take memory.

        If the program dies meanwhile, the person has to send it again.
        """
        async with self._places:
            incoming = await self._read(filed)
        await patiently(lambda: self._answer(_listed(filed, incoming)))

    async def _read(self, filed: Filed) -> Listed:
        language = filed.message.incoming.language
        try:
            content = await self._answers.fetch(filed.file, MOST_BYTES)
        except TelegramError as error:
            _LOG.warning("a file could not be fetched", why=type(error).__name__)
            return Listed((), ("not_fetched", 0), language)
        if content is None:
            return _too_large(filed)
        core = self._service.core
        return await asyncio.to_thread(studied, core, filed.name, content, language)

    def _answer(self, heard: Heard) -> None:
        """Answer a message; one delivered twice is answered once, but its tap confirmed again."""
        message, owners = heard.message, heard.as_owner
        if owners and self._service.store.is_together(owners.chat, owners.user):
            message = owners
        letters = self._service.answer(message)
        if not letters:
            self._figures.duplicates += 1
            _LOG.debug("handled before", chat=who(message.chat))
        if heard.query is not None:
            note = next((letter.text for letter in letters if isinstance(letter, Note)), None)
            self._answers.confirm(heard.query, note)
        for chat in {message.chat, *self._service.take_reached()}:
            self._delivery.wake(chat)


def _listed(filed: Filed, incoming: Listed) -> Heard:
    return Heard(replace(filed.message, incoming=incoming), None)


def _too_large(filed: Filed) -> Listed:
    megabytes = MOST_BYTES // 1024 // 1024
    return Listed((), ("large", megabytes), filed.message.incoming.language)
