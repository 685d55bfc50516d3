"""Servers on loopback that stand in for the Bot API while its HTTP client is tested."""

import asyncio
import json
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any
from unittest import mock

import pytest
from aiohttp import web
from telegram import Bot
from telegram.request import BaseRequest, HTTPXRequest

from bot.telegram.client import AiohttpRequest

TOKEN = "123456:SECRET-of-the-bot"  # noqa: S105 - of no bot at all
MESSAGE = {"message_id": 7, "date": 1700000000, "chat": {"id": 5, "type": "private"}, "text": "Hi"}

both_clients = pytest.mark.parametrize("client", [HTTPXRequest, AiohttpRequest])
"""Marks a test that python-telegram-bot's own client passes too: that proves what PTB expects."""

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
Client = type[HTTPXRequest] | type[AiohttpRequest]


def result(value: object) -> web.Response:
    return web.json_response({"ok": True, "result": value})


@asynccontextmanager
async def _while_serving() -> AsyncIterator[None]:
    """Reach loopback without a proxy, and let a client that waits for ever fail its test."""
    with mock.patch.dict(os.environ, {"NO_PROXY": "127.0.0.1"}):
        async with asyncio.timeout(60):
            yield


@asynccontextmanager
async def answering(
    answer: Callable[[web.Request], Awaitable[web.StreamResponse]],
) -> AsyncIterator[str]:
    """Serve every request with one function; yields the server's address."""
    app = web.Application(client_max_size=0)
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0.01)
    await runner.setup()
    try:
        async with _while_serving():
            site = web.TCPSite(runner, "127.0.0.1", 0)
            await site.start()
            host, port = runner.addresses[0][:2]
            yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def talking(talk: Talk) -> AsyncIterator[str]:
    """Serve every connection with one function, which may break any rule of HTTP."""
    tasks: set[asyncio.Task[None]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        # The client may leave in mid-sentence, and the server at any time.
        with suppress(asyncio.CancelledError, asyncio.IncompleteReadError, ConnectionError):
            await talk(reader, writer)
        writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    try:
        async with _while_serving():
            host, port = server.sockets[0].getsockname()
            yield f"http://{host}:{port}"
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await server.wait_closed()


async def read_request(reader: asyncio.StreamReader) -> bytes:
    """Read one request with its body; gives its head."""
    head = await reader.readuntil(b"\r\n\r\n")
    for line in head.lower().splitlines():
        if line.startswith(b"content-length:"):
            await reader.readexactly(int(line.partition(b":")[2]))
    return head


def answer_bytes(value: object) -> bytes:
    """Write an answer of the Bot API as it goes over the wire."""
    body = json.dumps({"ok": True, "result": value}).encode()
    return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)


async def forever(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Say nothing and read nothing."""
    await asyncio.Event().wait()


@asynccontextmanager
async def a_bot(client: Client, address: str, **settings: Any) -> AsyncIterator[Bot]:
    """Yield a bot that talks to a server through one client, without asking it who it is."""
    request: BaseRequest = client(**settings)
    updates: BaseRequest = client(**settings)
    bot = Bot(TOKEN, f"{address}/bot", f"{address}/file/bot", request, updates)
    async with request, updates:
        yield bot
