"""The health page, for a monitor on the same machine: GET /health tells how the bot is doing.

It can only be asked from this machine, it changes nothing, and it decides nothing for the bot.
"""

from __future__ import annotations

import errno
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

from bot.errors import ConfigError, StoreError
from bot.figures import COUNTERS, Figures

if TYPE_CHECKING:
    from aiohttp import web

__all__ = ["Figures", "Outbox", "report", "serve"]

# How many messages wait to be sent, and for how long the oldest has [seconds].
Outbox: TypeAlias = Callable[[], tuple[int, float | None]]

HOST = "127.0.0.1"
QUIET_SECONDS = 90  # Telegram ends a poll without news within 10 seconds by default
OLD_SECONDS = 300
_CLOSING_SECONDS = 1.0


def report(figures: Figures, outbox: Outbox) -> dict[str, Any]:
    """Say whether the bot is healthy, else why not (`reasons`), with all figures."""
    reasons = ["no_poll"] if figures.is_polling and figures.quiet > QUIET_SECONDS else []
    fault, waiting, oldest = figures.store_fault, None, None
    try:
        waiting, oldest = outbox()
    except StoreError as error:
        fault = str(error)
    if fault:
        reasons.append("store")
    if oldest is not None and oldest > OLD_SECONDS:
        reasons.append("outbox_old")
    return {
        "healthy": not reasons,
        "reasons": reasons,
        "started_at": figures.started_at,
        "uptime_seconds": round(figures.uptime, 3),
        "last_update_at": figures.last_update_at,
        "last_poll_at": figures.last_poll_at,
        "store": fault,
        "outbox": {"waiting": waiting, "oldest_seconds": oldest},
        "handling_ms": figures.handling.summary(),
        "delivery_ms": figures.delivery.summary(),
        **{name: getattr(figures, name) for name in COUNTERS},
    }


@asynccontextmanager
async def serve(figures: Figures, outbox: Outbox, port: int | None) -> AsyncIterator[int | None]:
    """Answer GET /health on this machine while the block runs; gives the port.

    Args:
        figures: What to tell.
        outbox: Gives what waits to be sent; may raise `StoreError`, which is then told.
        port: `operation.health_port`; None serves nothing, 0 any free port.

    Raises:
        ConfigError: If the port cannot be used.
    """
    if port is None:
        yield None
        return
    from aiohttp import web  # noqa: PLC0415 - slow to import, and most bots need no page

    async def health(request: web.Request) -> web.Response:
        del request
        found = report(figures, outbox)
        return web.json_response(found, status=200 if found["healthy"] else 503)

    application = web.Application()
    application.router.add_get("/health", health)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=_CLOSING_SECONDS)
    await runner.setup()
    try:
        yield await _listen(runner, port)
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, port: int) -> int:
    from aiohttp import web  # noqa: PLC0415 - see serve

    try:
        await web.TCPSite(runner, HOST, port).start()
    except OSError as error:
        in_use = error.errno == errno.EADDRINUSE
        why = "is in use by another program" if in_use else f"({os.strerror(error.errno or 0)})"
        sentence = f"operation.health_port: port {port} {why}; write another port."
        raise ConfigError(sentence) from None
    found: int = runner.addresses[0][1]
    return found
