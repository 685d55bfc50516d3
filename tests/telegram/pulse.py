"""Wait for something to happen at the server, without asking again and again."""

from __future__ import annotations

import asyncio


class Pulse:
    """Wakes all who wait at every beat."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def beat(self) -> None:
        """Wake all who wait."""
        if self._waiting:
            woken, self._waiting = self._waiting, set()
            for future in woken:
                if not future.done():
                    future.set_result(None)

    async def wait(self) -> None:
        """Wait for the next beat."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await future
        finally:
            self._waiting.discard(future)
