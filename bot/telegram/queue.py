"""A queue whose `put` returns only when the update has been handled and committed.

python-telegram-bot's Updater confirms a batch to Telegram once the queue has taken it; so nothing
is confirmed that a crash could lose. `put` never raises, which would end the Updater's polling.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from bot.errors import StoreError
from bot.logs import log
from bot.telegram.bot import RawUpdate

PAUSE = 1.0  # seconds between attempts while the store cannot be used
_LOG = log(__name__)


class HandlingQueue(asyncio.Queue[object]):
    """Handles an update when it is put; holds nothing."""

    def __init__(self, handle: Callable[[RawUpdate], None]) -> None:
        super().__init__()
        self._handle = handle

    async def put(self, item: object) -> None:
        """Handle an update, waiting while the store cannot be used."""
        if not isinstance(item, RawUpdate):
            return
        while True:
            try:
                self._handle(item)
            except StoreError as error:
                _LOG.error("the store cannot be used", why=error)
                await asyncio.sleep(PAUSE)
            except Exception as bug:  # noqa: BLE001 - see the module
                _LOG.bug("an update was given up", bug, update=item.update_id)
                return
            else:
                return
