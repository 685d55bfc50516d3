"""Watches the store of a running bot: tells log and health page, ends the program if it has to.

A fault is logged when it begins and once a minute, however often it is met.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from bot.errors import StoreError, StoreLostError
from bot.figures import Figures
from bot.logs import log

AGAIN_SECONDS = 60.0
_LOG = log(__name__)


class StoreWatch:
    """A `bot.store.watch.Watch` of a running bot.

    `end` ends the program, which is called for a fault that no waiting mends.
    """

    def __init__(
        self,
        figures: Figures,
        end: Callable[[StoreError], None],
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._figures, self._end, self._ticks = figures, end, ticks
        self._said: dict[str, float] = {}  # when each fault that lasts was logged [ticks]

    def failed(self, error: StoreError) -> None:
        """Note a fault."""
        sentence, now = str(error), self._ticks()
        self._figures.store_failed(sentence)
        if now - self._said.get(sentence, -math.inf) >= AGAIN_SECONDS:
            self._said[sentence] = now
            _LOG.error("the store cannot be used", why=sentence)
        if isinstance(error, StoreLostError):
            self._end(error)

    def worked(self) -> None:
        """Note that the fault is gone."""
        if self._said:
            self._said.clear()
            self._figures.store_worked()
            _LOG.info("the store can be used again")

    def put_back(self) -> None:
        """Note that the deleted file stands there again."""
        _LOG.warning("the file of the store was deleted; it was written anew, nothing is lost")
