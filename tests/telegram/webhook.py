"""Deliver updates to the bot's webhook."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.telegram.updates import Update, Updates
from tests.telegram.wire import ApiError, read_json

RETRY_SECONDS, ANSWER_SECONDS = 0.2, 60
SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
MAX_CONNECTIONS = 40
Run = Callable[[str, dict[str, Any]], Awaitable[object]]


class Webhook:
    """Posts each update until the bot takes it; starts them in order, some at the same time."""

    def __init__(self, settings: dict[str, Any], updates: Updates, run: Run) -> None:
        self._url: str = settings["url"]
        headers = {SECRET: settings["secret_token"]} if "secret_token" in settings else {}
        self._options: dict[str, Any] = {"headers": headers, "allow_redirects": False}
        self._free = asyncio.Semaphore(settings.get("max_connections", MAX_CONNECTIONS))
        self._updates = updates
        self._run = run
        self._posts: set[asyncio.Task[None]] = set()
        self.last_error: str | None = None
        self._session = ClientSession(timeout=ClientTimeout(ANSWER_SECONDS))
        updates.post(True)
        self._task = asyncio.create_task(self._work())

    async def stop(self) -> None:
        """Stop delivering; what is not confirmed stays queued."""
        self._updates.post(False)
        tasks = {self._task, *self._posts} - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._session.close()

    async def _work(self) -> None:
        fresh = self._updates.fresh
        while True:
            while not fresh:
                await self._updates.arrived.wait()
            await self._free.acquire()
            if fresh and (update := self._updates.pending.get(fresh.popleft())):
                task = asyncio.create_task(self._deliver(update))
                self._posts.add(task)
                task.add_done_callback(self._posts.discard)
            else:
                self._free.release()

    async def _deliver(self, update: Update) -> None:
        try:
            while not await self._post(update):  # noqa: ASYNC110 - Telegram asks again too
                await asyncio.sleep(RETRY_SECONDS)
        finally:
            self._free.release()

    async def _post(self, update: Update) -> bool:
        """Post an update; gives whether the bot has taken it."""
        try:
            async with self._session.post(self._url, json=update, **self._options) as answer:
                body = await answer.read()
        except (ClientError, TimeoutError) as error:
            self.last_error = str(error)
            return False
        if answer.status // 100 != HTTPStatus.OK // 100:
            self.last_error = f"Wrong response from the webhook: {answer.status} {answer.reason}"
            return False
        self._updates.confirm(update["update_id"])
        await self._call(body)
        return True

    async def _call(self, body: bytes) -> None:
        """Run the method that the answer may ask for."""
        try:
            params = read_json(body)
        except ApiError:
            return
        if "method" in params:
            await self._run(params.pop("method"), params)
