"""Running the real bot: its profile, logs, health page, end, what keeps it from starting."""

from __future__ import annotations

import asyncio
import json
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.telegram.profile import ADMINS, GROUP, PRIVATE
from tests.bot.telegram.process import Running, free_port, running, started
from tests.bot.telegram.scene import answer, asked, sent, tapped
from tests.telegram.server import BotApi

ADDRESSES = "ORGWRIGHT_TELEGRAM_BASE_URL", "ORGWRIGHT_TELEGRAM_BASE_FILE_URL"


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi(token="123456:SECRET-of-the-bot") as server:  # noqa: S106 - of no bot at all
        yield server
    assert server.violations == []


def published(api: BotApi) -> int:
    """Count the requests that set something for all people."""
    calls = (call for call in api.requests if call.method.startswith("set"))
    return sum("chat_id" not in call.params.get("scope", {}) for call in calls)


async def refusal(bot: Running) -> str:
    """Give the one sentence with which it ends."""
    assert await bot.ended() == 2
    lines = [line for line in bot.stderr if line]
    assert len(lines) == 1, bot.log
    return lines[0]


async def test_the_profile_is_published_once(api: BotApi, tmp_path: Path) -> None:
    async with running(api, tmp_path) as bot:
        await bot.says("profile published")
        assert await bot.terminate() == 0
    before = published(api)
    async with running(api, tmp_path):
        assert await answer(api.person(1), "/start")
    assert published(api) == before
    for scope, names in {
        "all_private_chats": PRIVATE,
        "all_group_chats": GROUP,
        "all_chat_administrators": ADMINS,
        "default": PRIVATE,
    }.items():
        for language, plan in (("", "Plan a team"), ("zh", "排一个团队")):
            found = api.commands[json.dumps({"type": scope}), language]
            assert tuple(command["command"] for command in found) == names
            described = {command["command"]: command["description"] for command in found}
            assert described["plan"].startswith(plan)
    for text, begin in (("description", "I design teams"), ("short_description", "Team")):
        assert api.profile[text].keys() == {"", "zh"}
        assert api.profile[text][""].startswith(begin)
        assert "搭团队" in api.profile[text]["zh"]
    assert api.profile["menu_button"] == {None: {"type": "commands"}}


async def test_logs_hold_no_token_no_text_and_no_name(api: BotApi, tmp_path: Path) -> None:
    logs = {"ORGWRIGHT_OPERATION_LOG_LEVEL": "debug", "ORGWRIGHT_OPERATION_LOG_FORMAT": "json"}
    async with running(api, tmp_path, **logs) as bot:
        anna = api.person(31415926, "Annabel", "zh-hans", "annabel")
        bob = api.person(27182818, "Robert", "en")
        group = api.group(-10016180339, "Secret plans", [anna, bob], type="group")
        card = await answer(anna, "我们12个人做电销，刚起步")
        await asked(anna, await tapped(anna, card, "为什么这样排"), "这里不对")
        await answer(anna, "王经理不同意这样排")
        hers = await answer(anna, "/plan 我们20个人做客服，成熟期", group)
        bob.taps(hers, "改一下")
        bob.chat.blocked = True
        bob.says("/help")
        new = group.migrates(-10016180340)
        anna.taps_data(hers, "nonsense", old=True)
        anna.says("/mydata", new)
        await bot.says("not sent")
        await sent(new, 0)
        assert await bot.terminate() == 0
    for secret in (api.token, "SECRET", "Annabel", "annabel", "Robert", "王经理", "电销", "为什么"):
        assert secret not in bot.log
    for number in (anna.id, bob.id, group.id, new.id):
        assert str(abs(number)) not in bot.log
    assert {json.loads(line)["level"] for line in bot.stderr} >= {"debug", "info"}


async def test_the_health_page_tells_figures(api: BotApi, tmp_path: Path) -> None:
    port = free_port()
    async with running(api, tmp_path, ORGWRIGHT_OPERATION_HEALTH_PORT=str(port)) as bot:
        anna = api.person(1)
        await answer(anna, "/start")
        await answer(anna, "/help")
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{port}/health") as response,
        ):
            assert response.status == 200
            found = await response.json()
        assert (found["healthy"], found["updates"], found["errors"]) == (True, 2, 0)
        assert found["replies_sent"] in {1, 2}  # the last is counted after it was sent
        assert await bot.terminate() == 0


async def test_a_signal_ends_it_within_five_seconds_however_slow_telegram_is(
    api: BotApi, tmp_path: Path
) -> None:
    async with running(api, tmp_path) as bot:
        anna, bob = api.person(1, language_code="zh"), api.person(2)
        question = await answer(anna, "/start")
        for method in ("sendMessage", "editMessageText", "answerCallbackQuery"):
            api.slow(method, 60)
        anna.taps(question, "电销")
        bob.says("/start")
        await api.until(lambda: question.edits and bob.chat.messages and api.answers)
        api.slow("getUpdates", 60)  # the last one, which confirms what was taken
        async with asyncio.timeout(5):
            assert await bot.terminate() == 0


async def test_ctrl_c_ends_it_too(api: BotApi, tmp_path: Path) -> None:
    async with running(api, tmp_path) as bot:
        bot.process.send_signal(signal.SIGINT)
        assert await bot.ended() == 0


async def test_a_second_program_on_the_store_is_refused(api: BotApi, tmp_path: Path) -> None:
    async with running(api, tmp_path), started(api, tmp_path) as second:
        said = await refusal(second)
        assert said.startswith("This bot is already running on the store ")
        assert said.endswith("; stop that program first.")
        assert (await answer(api.person(1, language_code="en"), "/help")).text.startswith("Write")


async def test_another_program_that_asks_for_the_messages_is_told(
    api: BotApi, tmp_path: Path
) -> None:
    folders = tmp_path / "one", tmp_path / "other"
    for folder in folders:
        folder.mkdir()
    async with running(api, folders[0]) as one, running(api, folders[1]) as other:
        said = "another program asks Telegram for this bot's messages"
        told = [asyncio.create_task(bot.says(said)) for bot in (one, other)]
        done, waiting = await asyncio.wait(told, return_when=asyncio.FIRST_COMPLETED)
        for task in waiting:
            task.cancel()
        assert " error " in done.pop().result()


async def test_a_token_that_telegram_does_not_know_is_refused(api: BotApi, tmp_path: Path) -> None:
    revoked = {"ORGWRIGHT_TELEGRAM_TOKEN": "123456:SECRET-revoked"}
    async with started(api, tmp_path, **revoked) as bot:
        said = "Telegram does not know this token; get it from @BotFather again and set it anew."
        assert await refusal(bot) == said


async def test_it_waits_for_telegram_to_come_up(tmp_path: Path) -> None:
    api, port = BotApi(), free_port()
    address = dict.fromkeys(ADDRESSES, f"http://127.0.0.1:{port}/bot")
    async with started(api, tmp_path, **address) as bot:
        await bot.says("cannot reach Telegram")
        await api.start(port)
        assert await answer(api.person(1), "/start")
        await api.stop()


async def test_it_can_be_ended_while_telegram_is_away(tmp_path: Path) -> None:
    address = dict.fromkeys(ADDRESSES, f"http://127.0.0.1:{free_port()}/bot")
    async with started(BotApi(), tmp_path, **address) as bot:
        await bot.says("cannot reach Telegram")
        assert await bot.terminate() == 0
