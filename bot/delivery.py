"""Delivery: background senders that empty the outbox, each chat in order, all chats in parallel.

A message is marked as sent right after it was; what fails for now is tried again for as long as it
takes. Nothing here knows the messenger: `send` sends one message and says how that went.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from bot.address import load_address
from bot.errors import StoreError
from bot.figures import Figures
from bot.logs import log, who
from bot.pacing import Pace
from bot.store import Outgoing, Store

PARALLEL = 50  # requests at a time
AHEAD = 20  # waiting messages of a chat that are looked at together
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 60.0  # seconds
_REPLACED = ("screen", "board")  # kinds of which a later edit of the same message is enough
_LOG = log(__name__)
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Sent:
    """The message was sent, or stands there already."""


@dataclass(frozen=True, slots=True)
class Later:
    """The message could not be sent for now; `seconds` is the pause asked for, None if none was."""

    why: str
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Never:
    """The message can never be sent."""

    why: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The chat has another id now."""

    chat: str


Result: TypeAlias = Sent | Later | Never | Moved
Send: TypeAlias = Callable[[Outgoing], Awaitable[Result]]


class Delivery:
    """The senders of one source; one for each chat that something waits for."""

    def __init__(
        self,
        store: Store,
        source: str,
        send: Send,
        figures: Figures,
        pace: Pace | None = None,
        files: Pace | None = None,
    ) -> None:
        """Begin with nothing; `pace` is that of lists that change, `files` that of files if any."""
        self._store, self._source, self._send, self._figures = store, source, send, figures
        self._pace, self._files = pace or Pace(), files
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._senders: dict[str, asyncio.Task[None]] = {}
        self._news: set[str] = set()  # chats for which more may wait than their sender has read
        self._places = asyncio.Semaphore(PARALLEL)
        self._stopping = asyncio.Event()
        self._under_way: set[int] = set()
        self._sent_ids: list[int] = []
        self._noting: asyncio.Task[None] | None = None

    def wake(self, chat: str) -> None:
        """Send what waits for a chat."""
        self._news.add(chat)
        if chat not in self._senders and not self._stopping.is_set():
            self._senders[chat] = asyncio.create_task(self._empty(chat), name="sender")

    def wake_all(self) -> None:
        """Send whatever waits, such as after a restart."""
        for chat in self._store.waiting_chats(self._source):
            self.wake(chat)

    async def stop(self, grace: float) -> None:
        """Begin nothing new; let what is being sent finish within some seconds."""
        self._stopping.set()
        for timer in self._timers.values():
            timer.cancel()
        senders = list(self._senders.values())
        if senders:
            _, late = await asyncio.wait(senders, timeout=grace)
            for sender in late:
                sender.cancel()
            await asyncio.gather(*senders, return_exceptions=True)
        if self._noting is not None:
            await asyncio.gather(self._noting, return_exceptions=True)

    async def _empty(self, chat: str) -> None:
        """Send what waits for a chat, one after another."""
        pause = None
        try:
            while not self._stopping.is_set() and (rows := await self._next(chat)):
                if (row := self._due(chat, rows)) is None:
                    pause = None
                    break
                pause = await self._delivered(row)
                if pause:
                    await self._wait(pause)
                elif pause is None and len(rows) == 1 and chat not in self._news:
                    break  # that was all, and nothing came meanwhile: no need to look again
        finally:
            del self._senders[chat]
            self._news.discard(chat)
        if pause:  # what failed waits elsewhere now: its chat has moved
            for moved in await self._stored(lambda: self._store.waiting_chats(self._source)):
                self.wake(moved)

    async def _next(self, chat: str) -> list[Outgoing]:
        """Give the next messages of a chat, leaving out edits that a later one replaces."""
        store = self._store
        self._news.discard(chat)
        rows = await self._stored(lambda: store.waiting(self._source, chat, AHEAD))
        if len(rows) == AHEAD:
            self._news.add(chat)
        if replaced := _replaced(rows):
            await self._stored(lambda: store.mark_sent(replaced, _now()))
        left_out = self._under_way.union(replaced)  # under way: sent to the chat's former id
        return [row for row in rows if row.id not in left_out]

    def _due(self, chat: str, rows: Sequence[Outgoing]) -> Outgoing | None:
        """Give the first message that need not wait; None if all do, until the chat is woken."""
        waits = [pace.wait(chat) if (pace := self._pace_of(row)) else 0.0 for row in rows]
        row = next((row for row, wait in zip(rows, waits, strict=True) if not wait), None)
        if row is None:
            loop = asyncio.get_running_loop()
            if chat in self._timers:
                self._timers[chat].cancel()
            self._timers[chat] = loop.call_later(min(waits), self._wake_again, chat)
        elif pace := self._pace_of(row):
            pace.take(chat)
        return row

    def _pace_of(self, row: Outgoing) -> Pace | None:
        """Give the pace of the change of a list that a whole group changes, and of files."""
        if row.kind == "board" and load_address(row.address).edits is not None:
            return self._pace
        return self._files if row.kind == "file" else None

    def _wake_again(self, chat: str) -> None:
        del self._timers[chat]
        self.wake(chat)

    async def _delivered(self, row: Outgoing) -> float | None:
        """Deliver a message that nobody else may begin meanwhile."""
        self._under_way.add(row.id)
        try:
            return await self._deliver(row)
        finally:
            self._under_way.discard(row.id)

    async def _deliver(self, row: Outgoing) -> float | None:
        """Send a message and note how that went; gives the pause before the next [seconds]."""
        async with self._places:
            start = time.perf_counter()
            result = await self._sent(row)
        match result:
            case Sent():
                self._figures.replies_sent += 1
                self._figures.delivery.add((time.perf_counter() - start) * 1000)
                await self._note_sent(row.id)
                return None
            case Later(why=why, seconds=seconds):
                self._figures.retries += 1
                _LOG.info("sending again later", chat=who(row.chat), why=why, tried=row.attempts)
                await self._stored(lambda: self._store.mark_tried(row.id))
                return pause_after(row.attempts) if seconds is None else seconds
            case Never(why=why):
                self._figures.replies_failed += 1
                _LOG.info("not sent", chat=who(row.chat), kind=row.kind, why=why)
                await self._stored(lambda: self._store.mark_failed(row.id, why, _now()))
                return None
            case Moved(chat=chat):
                await self._stored(lambda: self._store.move_chat(self._source, row.chat, chat))
                self.wake(chat)
                return None

    async def _sent(self, row: Outgoing) -> Result:
        try:
            return await self._send(row)
        except StoreError:
            return Later("the store cannot be used")
        except Exception as bug:  # noqa: BLE001 - it would only fail again, and block its chat
            self._figures.errors += 1
            _LOG.bug("sending met a bug", bug, chat=who(row.chat), kind=row.kind)
            return Never(f"bug: {type(bug).__name__}")

    async def _note_sent(self, id: int) -> None:
        """Note that a message was sent, in one commit with the others of this moment."""
        self._sent_ids.append(id)
        if self._noting is None:
            self._noting = asyncio.create_task(self._note())
        await asyncio.shield(self._noting)

    async def _note(self) -> None:
        await asyncio.sleep(0)  # whatever else was answered in this turn of the loop
        ids, self._sent_ids, self._noting = self._sent_ids, [], None
        await self._stored(lambda: self._store.mark_sent(ids, _now()))

    async def _stored(self, work: Callable[[], _T]) -> _T:
        """Read or write the store, waiting while it cannot be used."""
        while True:
            try:
                return work()
            except StoreError as error:  # the store's watch tells of it
                if self._stopping.is_set():
                    raise asyncio.CancelledError from error
                await self._wait(FIRST_PAUSE)

    async def _wait(self, seconds: float) -> None:
        """Pause, but not longer than the program runs."""
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return


def pause_after(attempts: int) -> float:
    """Give the pause after so many failed attempts and one more [seconds]; chance spreads it."""
    longest: float = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(attempts, 10))
    return longest * random.uniform(0.5, 1.0)  # noqa: S311 - no secret


def _replaced(rows: Sequence[Outgoing]) -> list[int]:
    """List the edits that a later waiting edit of the same message replaces."""
    if len(rows) < 2:  # noqa: PLR2004 - alone, nothing is replaced
        return []
    edits = {row.id: load_address(row.address).edits for row in rows if row.kind in _REPLACED}
    latest = {edited: number for number, edited in edits.items() if edited is not None}
    return [n for n, edited in edits.items() if edited is not None and latest[edited] != n]


def _now() -> int:
    return int(time.time())
