"""The memory of the running Telegram bot over very many updates, and the size of its file."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from knowledge.knowledge import Knowledge
from knowledge.loader import load
from tests.bench.bots import ANY, meeting
from tests.bench.process import resident_megabytes
from tests.bench.rows import Row

PARTS = 10


def rows(updates: int) -> Iterator[Row]:
    """Let the bot answer updates, a tenth at a time; each ratio is to the first row."""
    found = asyncio.run(_memory(load(), updates))
    yield from found


async def _memory(knowledge: Knowledge, updates: int) -> list[Row]:
    found: list[Row] = []
    async with meeting(ANY, knowledge) as (crowd, pid, store):
        for part in range(1, PARTS + 1):
            steps = updates * part // PARTS
            await crowd.until_steps(steps)
            held = resident_megabytes(pid)
            first = found[0].value if found else held
            found.append(Row(f"memory after {steps} updates", held, "MB", held / first, "first"))
        size = sum(file.stat().st_size for file in store.parent.glob(f"{store.name}*")) / 2**20
        found.append(Row(f"store after {updates} updates", size, "MB"))
    return found
