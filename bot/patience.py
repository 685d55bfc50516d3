"""Waiting for the store, where what is at stake cannot be asked for again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from bot.errors import StoreError

PAUSE = 1.0  # seconds between attempts
_T = TypeVar("_T")


async def patiently(work: Callable[[], _T]) -> _T:
    """Read or write the store, trying again for as long as it cannot be used."""
    while True:
        try:
            return work()
        except StoreError:  # the store's watch tells of it
            await asyncio.sleep(PAUSE)
