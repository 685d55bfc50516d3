"""The updates that wait for the bot: queued, delivered, confirmed, delivered again."""

from __future__ import annotations

import asyncio
from collections import deque
from itertools import islice
from random import Random
from typing import Any

from tests.telegram.pulse import Pulse
from tests.telegram.wire import ApiError

ONLY_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
CONFLICT = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
Update = dict[str, Any]


class Updates:
    """A queue in order of delivery, usually that of the update ids.

    An update leaves it when it is confirmed. Updates out of order (shuffled or redelivered) can't
    be confirmed before they were delivered once: a higher offset would lose them.
    """

    def __init__(self, seed: int, keep: int | None, pulse: Pulse) -> None:
        self.pending: dict[int, Update] = {}
        self.confirmed: set[int] = set()
        self.fresh: deque[int] = deque()  # what the webhook has not started to deliver
        self._is_posted = False
        self.arrived = Pulse()
        self._pulse = pulse  # beats whenever anything changes here
        self.allowed: frozenset[str] = frozenset()
        self._known: dict[int, Update] = {}
        self._keep = keep
        self._last_id = 0
        self._undelivered: set[int] = set()  # out of order and not delivered yet
        self._batch: list[int] = []  # what was delivered last
        self._held: list[int] = []
        self._hold = 0
        self._dice = Random(seed)  # noqa: S311 - a test must repeat
        self._poll: asyncio.Future[None] | None = None

    def __len__(self) -> int:
        return len(self.pending) + len(self._held)

    def __getitem__(self, update_id: int) -> Update:
        return self._known[update_id]

    @property
    def is_polled(self) -> bool:
        """Say whether the bot is waiting for updates."""
        return self._poll is not None

    def add(self, fields: dict[str, Any]) -> int:
        """Queue an update; one of a kind the bot doesn't want gets an id, but is not queued."""
        self._last_id += 1
        update_id = self._last_id
        self._known[update_id] = {"update_id": update_id, **fields}
        if self._keep and len(self._known) > self._keep:
            self._forget()
        if self._wants(next(iter(fields))):
            if self._hold:
                self._hold_back(update_id)
            else:
                self._queue([update_id])
        return update_id

    def redeliver(self, update_id: int) -> None:
        """Deliver a confirmed update once more, before all others."""
        self.confirmed.discard(update_id)
        self.pending = {update_id: self._known[update_id], **self.pending}
        self._undelivered.add(update_id)
        if self._is_posted:
            self.fresh.appendleft(update_id)
        self._wake()

    def shuffle_next(self, count: int) -> None:
        """Deliver the next updates in another order: the waiting ones and those to come."""
        waiting = list(islice(self.pending, count))
        for update_id in waiting:
            del self.pending[update_id]
            if update_id in self.fresh:
                self.fresh.remove(update_id)
        self._hold = count
        for update_id in waiting:
            self._hold_back(update_id)

    def post(self, is_posted: bool) -> None:
        """Say whether a webhook takes the updates, all that wait to begin with."""
        self._is_posted = is_posted
        self.fresh.clear()
        self.fresh.extend(self.pending if is_posted else ())

    def confirm(self, update_id: int) -> None:
        """Take an update out of the queue."""
        self._undelivered.discard(update_id)
        if self.pending.pop(update_id, None):
            self.confirmed.add(update_id)
            self._pulse.beat()

    def drop(self) -> None:
        """Forget all that wait."""
        for waiting in (self.pending, self.fresh, self._held, self._undelivered):
            waiting.clear()
        self._hold = 0

    def allow(self, kinds: list[str]) -> None:
        """Say which kinds of updates the bot wants from now on; none: the usual ones."""
        self.allowed = frozenset(kinds)

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Update]:
        """Confirm all below the offset, then wait for updates.

        Raises:
            ApiError: If another poll begins meanwhile.
        """
        self._confirm_below(offset)
        self.interrupt(CONFLICT)
        if not self.pending and seconds > 0:
            await self._wait(seconds)
        batch = list(islice(self.pending.values(), limit))
        self._batch = [update["update_id"] for update in batch]
        self._undelivered.difference_update(self._batch)
        return batch

    def interrupt(self, why: str) -> None:
        """End a waiting poll with an error."""
        if self._poll and not self._poll.done():
            self._poll.set_exception(ApiError(409, why))

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        timer = poll.get_loop().call_later(seconds, _finish, poll)
        self._pulse.beat()
        try:
            await poll
        finally:
            timer.cancel()
            if self._poll is poll:
                self._poll = None

    def _confirm_below(self, offset: int) -> None:
        if offset < 0:
            offset = [*([self._last_id + 1] * -offset), *self.pending][offset]
        done = [key for key in self.pending if key < offset and key not in self._undelivered]
        if self._batch and offset - 1 in {self._batch[-1], max(self._batch)}:
            done += self._batch  # all of it was taken, in whatever order it came
        for update_id in done:
            self.confirm(update_id)

    def _wants(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in ONLY_ON_REQUEST

    def _queue(self, update_ids: list[int]) -> None:
        self.pending.update((update_id, self._known[update_id]) for update_id in update_ids)
        if self._is_posted:
            self.fresh.extend(update_ids)
        self._wake()

    def _hold_back(self, update_id: int) -> None:
        self._held.append(update_id)
        if len(self._held) == self._hold:
            order, self._held, self._hold = self._shuffled(self._held), [], 0
            self._undelivered.update(order)
            self._queue(order)

    def _shuffled(self, order: list[int]) -> list[int]:
        mixed = order[:]
        while mixed == order and len(order) > 1:
            self._dice.shuffle(mixed)
        return mixed

    def _wake(self) -> None:
        if self._poll:
            _finish(self._poll)
        self.arrived.beat()
        self._pulse.beat()

    def _forget(self) -> None:
        while len(self._known) > (self._keep or 0):
            oldest = next(iter(self._known))
            if oldest in self.pending or oldest in self._held:
                return
            del self._known[oldest]


def _finish(poll: asyncio.Future[None]) -> None:
    if not poll.done():
        poll.set_result(None)
