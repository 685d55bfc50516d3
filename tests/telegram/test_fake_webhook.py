"""The fake Bot API server posts updates to a webhook, and comes back after an outage."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import Conflict, NetworkError

from tests.telegram.people import Person
from tests.telegram.server import BotApi


@dataclass
class Hook:
    """A webhook that refuses as many posts as it is told to."""

    url: str = ""
    refuse: int = 0
    reply: dict[str, Any] | None = None
    got: list[int] = field(default_factory=list)
    secrets: set[str | None] = field(default_factory=set)

    async def take(self, request: web.BaseRequest) -> web.Response:
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        update = await request.json()
        self.got.append(update["update_id"])
        if self.refuse:
            self.refuse -= 1
            return web.Response(status=503)
        return web.json_response(self.reply)


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    runner = web.ServerRunner(web.Server(hook.take))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def test_a_webhook_gets_updates_with_its_secret(
    client: Bot, api: BotApi, anna: Person, hook: Hook
) -> None:
    waiting = anna.says("one")
    await client.set_webhook(hook.url, secret_token="abc-1", max_connections=1)  # noqa: S106
    update_ids = [waiting, *(anna.says(str(i)) for i in range(5))]
    await api.settled()
    assert (hook.got, hook.secrets) == (update_ids, {"abc-1"})
    assert api.confirmed == set(update_ids)
    assert api.webhook
    assert api.webhook["url"] == hook.url


async def test_a_webhook_that_fails_is_asked_again(
    client: Bot, api: BotApi, anna: Person, hook: Hook
) -> None:
    hook.refuse = 1
    await client.set_webhook(hook.url)
    update_id = anna.says("one")
    await api.until(lambda: api.confirmed)
    assert hook.got == [update_id, update_id]
    info = await client.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 503 Service Unavailable"


async def test_a_webhook_may_answer_with_a_method(
    client: Bot, api: BotApi, anna: Person, hook: Hook
) -> None:
    hook.reply = {"method": "sendMessage", "chat_id": anna.id, "text": "Hi"}
    await client.set_webhook(hook.url)
    anna.says("one")
    await api.until(lambda: anna.chat.last)
    assert anna.chat.messages[0].text == "Hi"


async def test_a_webhook_excludes_polling(client: Bot, anna: Person, hook: Hook) -> None:
    await client.set_webhook(hook.url)
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await client.get_updates()
    await client.delete_webhook(drop_pending_updates=True)
    assert not await client.get_updates()


async def test_a_webhook_gets_a_confirmed_update_again(
    client: Bot, api: BotApi, anna: Person, hook: Hook
) -> None:
    await client.set_webhook(hook.url)
    update_id = anna.says("one")
    await api.settled()
    api.redeliver(update_id)
    await api.settled()
    assert hook.got == [update_id, update_id]


async def test_the_server_comes_back_as_it_was(client: Bot, api: BotApi, anna: Person) -> None:
    await client.send_message(anna.id, "before")
    port = api.port
    await api.stop()
    with pytest.raises(NetworkError):
        await client.send_message(anna.id, "lost")
    await api.start(port=port)
    await client.send_message(anna.id, "after")
    assert [sent.text for sent in anna.chat.messages] == ["before", "after"]
