"""The real bot behind a webhook: what it takes, what it refuses, when it says that it has it."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import IO

import aiohttp
import pytest
import pytest_asyncio

from bot.telegram.updates import ALLOWED
from bot.telegram.webhook import MAX_BODY
from bot.telegram.webhook import SECRET as HEADER
from tests.bot.telegram.process import free_port, running
from tests.bot.telegram.scene import Scene, answer, playing, sent, tapped
from tests.telegram.people import Person
from tests.telegram.server import BotApi

pytestmark = pytest.mark.asyncio(loop_scope="module")
SECRET = "a-long_word-of-the-host"  # noqa: S105 - of no bot at all


def webhook() -> dict[str, str]:
    """Give settings of a bot that listens on a free port."""
    port = str(free_port())
    return {
        "ORGWRIGHT_TELEGRAM_MODE": "webhook",
        "ORGWRIGHT_TELEGRAM_PORT": port,
        "ORGWRIGHT_TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}/of/telegram",
        "ORGWRIGHT_TELEGRAM_WEBHOOK_SECRET": SECRET,
    }


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    async with playing(tmp_path_factory.mktemp("webhook"), **webhook()) as scene:
        yield scene


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def checked(scene: Scene) -> AsyncIterator[None]:
    yield
    await scene.check()


async def post(
    scene: Scene, body: bytes | IO[bytes], secret: str | None = SECRET, path: str = ""
) -> int:
    """Call the bot as Telegram does; gives the HTTP status."""
    address = (scene.api.webhook or {})["url"] + path
    headers = {} if secret is None else {HEADER: secret}
    async with (
        aiohttp.ClientSession() as session,
        session.post(address, data=body, headers=headers) as response,
    ):
        return response.status


def update(person: Person, text: str, number: int) -> bytes:
    """Write an update as Telegram sends it, without delivering it."""
    message = person.chat.receive(person, {"text": text})
    return json.dumps({"update_id": number, "message": message}).encode()


def handled(scene: Scene, number: int) -> bool:
    return bool(scene.bot.query("SELECT 1 FROM claims WHERE update_id = ?", str(number)))


async def test_a_whole_conversation_goes_through_the_webhook(scene: Scene) -> None:
    anna = scene.somebody("zh-hant")
    question = await answer(anna, "/start")
    for label in ("客服", "成長期", "50 人"):
        await tapped(anna, question, label)
    assert question.text.startswith("客服團隊 · 50 人 · 成長期")
    assert (await answer(anna, "改成60个人")).text.startswith("改好了：50 人 → 60 人")
    assert all(call.method != "getUpdates" for call in scene.api.requests)


async def test_the_webhook_is_set_with_the_secret_and_the_updates_wanted(scene: Scene) -> None:
    webhook = scene.api.webhook or {}
    assert webhook["secret_token"] == SECRET
    assert webhook["allowed_updates"] == list(ALLOWED)


@pytest.mark.parametrize("secret", ["wrong", "", "é", None])
async def test_a_call_without_the_secret_is_refused(scene: Scene, secret: str | None) -> None:
    anna = scene.somebody("en")
    assert await post(scene, update(anna, "/start", 9001), secret) == 403
    assert not handled(scene, 9001)
    assert SECRET not in scene.bot.log
    assert (await answer(anna, "/help")).text.startswith("Write one sentence")


BROKEN = (b"", b"{", b"[]", b"null", b"{}", b'{"update_id": "x"}', b"\xff")


@pytest.mark.parametrize("body", BROKEN, ids=lambda body: repr(body[:20]))
async def test_a_body_that_is_no_update_is_refused(scene: Scene, body: bytes) -> None:
    assert await post(scene, body) == 400


async def test_a_body_that_is_far_too_long_is_refused(scene: Scene) -> None:
    assert await post(scene, io.BytesIO(b" " * (MAX_BODY + 1))) == 413


async def test_only_the_path_of_the_webhook_is_there(scene: Scene) -> None:
    assert await post(scene, b"{}", path="/more") == 404


async def test_an_update_of_a_kind_nobody_knows_is_taken_in_silence(scene: Scene) -> None:
    assert await post(scene, b'{"update_id": 9002, "new_kind": {"a": 1}}') == 200
    assert await post(scene, b'{"update_id": 9003, "message": {"chat": 7}}') == 200


async def test_an_update_is_stored_when_telegram_is_told_so(scene: Scene) -> None:
    anna = scene.somebody("en")
    scene.api.slow("sendMessage", 0.5)
    assert await post(scene, update(anna, "/start", 9004)) == 200
    assert handled(scene, 9004)
    scene.api.slow("sendMessage", 0)
    assert (await sent(anna.chat, 0)).text.startswith("I design teams")


async def test_an_update_delivered_twice_is_answered_once(scene: Scene) -> None:
    anna = scene.somebody("en")
    body = update(anna, "/start", 9005)
    assert [await post(scene, body), await post(scene, body)] == [200, 200]
    assert (await answer(anna, "/help")).text.startswith(("I design", "Write"))
    await scene.api.until(lambda: len(anna.chat.messages) == 2)


async def test_an_update_that_cannot_be_stored_is_delivered_again(scene: Scene) -> None:
    anna = scene.somebody("en")
    with closing(sqlite3.connect(scene.bot.store, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        number = anna.says("/start")
        await scene.bot.says("the store cannot be used")
        assert number not in scene.api.confirmed
    assert (await sent(anna.chat, 0)).text.startswith("I design teams")
    await scene.api.until(lambda: number in scene.api.confirmed)


async def test_the_webhook_stays_until_the_bot_polls(tmp_path: Path) -> None:
    settings = webhook()
    async with BotApi() as api:
        anna = api.person(1, language_code="en")
        async with running(api, tmp_path, **settings) as bot:
            assert await bot.terminate() == 0
        anna.says("/start")
        async with running(api, tmp_path, **settings):
            assert (await sent(anna.chat, 0)).text.startswith("I design teams")
        assert "deleteWebhook" not in [call.method for call in api.requests]
        async with running(api, tmp_path):
            assert api.webhook is None
            assert (await answer(anna, "/help")).text.startswith("Write one sentence")
        assert api.violations == []
