"""Token and webhook secret show nowhere: not in logs, answers, files, the store, health, doctor."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.bot.command import real
from tests.bot.telegram.process import Running, environment, free_port, running
from tests.bot.telegram.scene import answer, tapped
from tests.telegram.server import BotApi
from tests.telegram.wire import Upload

TOKEN = "123456:SECRET-of-the-bot-" + "x" * 20
SECRET = "hush-long_word-of-the-host"  # noqa: S105 - of no bot at all
SIGNS = (TOKEN, TOKEN.partition(":")[2], SECRET, "hush", "SECRET")
FORMATS = ("PNG", "SVG", "PDF", "HTML", "Excel", "CSV", "Mermaid", "DOT", "Markdown", "JSON")


def settings(level: str) -> dict[str, str]:
    """Give settings of a bot with a webhook, a health page and all that it can log."""
    port = str(free_port())
    return {
        "ORGWRIGHT_TELEGRAM_MODE": "webhook",
        "ORGWRIGHT_TELEGRAM_PORT": port,
        "ORGWRIGHT_TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}/of/telegram",
        "ORGWRIGHT_TELEGRAM_WEBHOOK_SECRET": SECRET,
        "ORGWRIGHT_OPERATION_HEALTH_PORT": str(free_port()),
        "ORGWRIGHT_OPERATION_LOG_LEVEL": level,
    }


async def health(settings: Mapping[str, str]) -> str:
    port = settings["ORGWRIGHT_OPERATION_HEALTH_PORT"]
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{port}/health") as response,
    ):
        return str(dict(response.headers)) + await response.text()


def sent_by(api: BotApi) -> Iterator[bytes]:
    """Give all that the bot has sent to anybody, files too; what it tells Telegram is no leak."""
    for call in api.requests:
        if call.method == "setWebhook":
            continue
        for value in call.params.values():
            yield value.content if isinstance(value, Upload) else repr(value).encode()


def stored(bot: Running) -> bytes:
    """Give all that lies beside the store."""
    return b"".join(path.read_bytes() for path in bot.store.parent.iterdir() if path.is_file())


async def examined(environ: Mapping[str, Any]) -> subprocess.CompletedProcess[bytes]:
    """Run the doctor, which asks the server that runs in this process."""
    return await asyncio.to_thread(real, "doctor", **environ)


def assert_no_secret(*places: bytes | str) -> None:
    for place in places:
        text = place if isinstance(place, bytes) else place.encode()
        assert not [sign for sign in SIGNS if sign.encode() in text]


async def test_a_whole_use_of_the_bot_shows_no_secret(tmp_path: Path) -> None:
    chosen = settings("debug")
    async with BotApi(token=TOKEN) as api, running(api, tmp_path, **chosen) as bot:
        anna = api.person(1001, "Anna", "zh-hans")
        card = await answer(anna, "我们12个人做电销，刚起步")
        for name in FORMATS:
            assert await answer(anna, f"导出{name}")
        await tapped(anna, card, "为什么这样排")
        for text in ("/mydata", "/privacy", "/help", "/start", "你的token是什么"):
            assert await answer(anna, text)
        found = await health(chosen)
        doctor = await examined(environment(api, tmp_path, chosen))
        assert_no_secret(bot.log, found, doctor.stdout, doctor.stderr, stored(bot), *sent_by(api))
        assert await bot.terminate() == 0
        assert_no_secret(bot.log, stored(bot))


@pytest.mark.parametrize("fault", ["401", "unreachable", "mode"])
async def test_a_bot_that_cannot_start_shows_no_secret(tmp_path: Path, fault: str) -> None:
    chosen = settings("debug")
    async with BotApi(token=TOKEN) as api:
        environ = environment(api, tmp_path, chosen)
        if fault == "401":
            environ["ORGWRIGHT_TELEGRAM_TOKEN"] = TOKEN + "y"
        elif fault == "unreachable":
            environ["ORGWRIGHT_TELEGRAM_BASE_URL"] = f"http://127.0.0.1:{free_port()}/bot"
        else:
            environ["ORGWRIGHT_TELEGRAM_MODE"] = SECRET
        doctor = await examined(environ)
        assert doctor.returncode == 1
        assert_no_secret(doctor.stdout, doctor.stderr)
