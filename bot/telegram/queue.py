"""A queue whose `put` returns only when the updates have been handled and committed.

python-telegram-bot's Updater confirms a batch to Telegram once the queue has taken it; so nothing
is confirmed that a crash could lose. `put` never raises, which would end the Updater's polling.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from bot.errors import StoreError
from bot.logs import log
from bot.telegram.bot import Batch, RawUpdate

TOGETHER = 20  # updates in one transaction: the disk is waited for once, others not for long
PAUSE = 1.0  # seconds between attempts while the store cannot be used
_LOG = log(__name__)


class HandlingQueue(asyncio.Queue[object]):
    """Handles a batch of updates when it is put; holds nothing."""

    def __init__(self, handle: Callable[[Sequence[RawUpdate]], None]) -> None:
        super().__init__()
        self._handle = handle

    async def put(self, item: object) -> None:
        """Handle a batch, some updates at a time; what was answered is sent in between."""
        if not isinstance(item, Batch):
            return
        for begin in range(0, len(item.updates), TOGETHER):
            await self._handled(item.updates[begin : begin + TOGETHER])
            await asyncio.sleep(0)

    async def _handled(self, updates: Sequence[RawUpdate]) -> None:
        """Handle updates together, waiting while the store cannot be used."""
        while True:
            try:
                self._handle(updates)
            except StoreError:  # the store's watch tells of it
                await asyncio.sleep(PAUSE)
            except Exception as bug:  # noqa: BLE001 - see the module
                await self._alone(updates, bug)
                return
            else:
                return

    async def _alone(self, updates: Sequence[RawUpdate], bug: Exception) -> None:
        """Handle each update alone, so that the one with the bug takes no other with it."""
        if len(updates) == 1:
            _LOG.bug("an update was given up", bug, update=updates[0].update_id)
            return
        for update in updates:
            await self._handled([update])
