"""The webhook: Telegram calls, and gets its 200 only after the update is committed.

A call without the secret is refused before anything of it is read.
"""

from __future__ import annotations

import hmac
import json
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from aiohttp import web

from bot.errors import ConfigError, StoreError
from bot.logs import log
from bot.telegram.bot import RawUpdate

SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
MAX_BODY = 1024 * 1024  # bytes; an update is far smaller
_LOG = log(__name__)
Handle = Callable[[RawUpdate], None]


@asynccontextmanager
async def listen(
    handle: Handle, url: str, secret: str, host: str, port: int
) -> AsyncIterator[None]:
    """Take Telegram's calls while the block runs.

    Args:
        handle: Handles an update; may raise `StoreError`, and then Telegram calls again.
        url: The public address; only its path matters here.
        secret: What Telegram sends along.
        host: The address to listen on.
        port: The port to listen on.

    Raises:
        ConfigError: If the port cannot be used.
    """

    async def call(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET, "")
        if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), secret.encode()):
            _LOG.warning("webhook called with a wrong secret")
            return web.Response(status=403)
        return web.Response(status=_handled(handle, await request.read()))

    application = web.Application(client_max_size=MAX_BODY)
    application.router.add_post(urlsplit(url).path or "/", call)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await _start(runner, host, port)
        yield
    finally:
        await runner.cleanup()


async def _start(runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        sentence = f"telegram.port: cannot listen on {host} port {port} ({reason}); write another."
        raise ConfigError(sentence) from None


def _handled(handle: Handle, body: bytes) -> int:
    """Handle the body of a call; gives the HTTP status."""
    try:
        fields = json.loads(body)
        number = fields["update_id"]
    except (ValueError, TypeError, LookupError, RecursionError):
        return 400
    if type(number) is not int:
        return 400
    update = RawUpdate(number, fields)
    try:
        handle(update)
    except StoreError:  # the store's watch tells of it
        return 503
    except Exception as bug:  # noqa: BLE001 - called again and again it would only fail again
        _LOG.bug("an update was given up", bug, update=update.update_id)
    return 200
