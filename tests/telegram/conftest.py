"""A fake Bot API server, and python-telegram-bot's own client talking to it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from tests.telegram.people import Person
from tests.telegram.server import BotApi


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as server:
        yield server


@pytest.fixture
async def client(api: BotApi, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # python-telegram-bot warns of a change otherwise
    async with Bot(api.token, base_url=api.base_url, base_file_url=api.base_file_url) as bot:
        yield bot


@pytest.fixture
def anna(api: BotApi) -> Person:
    return api.person(1001, first_name="Anna", language_code="zh-hans", username="anna")


@pytest.fixture
def bob(api: BotApi) -> Person:
    return api.person(1002, first_name="Bob")
