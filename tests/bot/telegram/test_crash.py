"""Killed again and again under load: nothing lost, nothing handled twice, no reply missing.

A reply may come twice only where the program died between sending it and noting that.
"""

from __future__ import annotations

import asyncio
from itertools import groupby
from pathlib import Path
from random import Random

import pytest

from tests.bot.telegram.process import Running, running
from tests.telegram.people import Person
from tests.telegram.server import BotApi

PEOPLE = 10
KILLED_WITHIN = 0.08  # seconds; handling what is written takes about 0.04


async def _killed(api: BotApi, folder: Path, people: list[Person], kills: int) -> list[int]:
    """Let everybody write while the bot is killed in the middle; gives the sizes written."""
    dice = Random(5)  # noqa: S311 - the same moments every time
    written: list[int] = []
    for _ in range(kills):
        async with running(api, folder) as bot:
            for person in people:
                written.append(len(written) + 2)
                person.says(f"我们{written[-1]}个人做电销,刚起步")
            await asyncio.sleep(dice.uniform(0, KILLED_WITHIN))  # any moment of the work
            await bot.kill()
    return written


def _rows(bot: Running) -> tuple[int, int, int]:
    """Count what was claimed, what was answered, and what still waits."""
    ((claims,),) = bot.query("SELECT count(*) FROM claims")
    ((answers,),) = bot.query("SELECT count(*) FROM outbox WHERE kind = 'screen'")
    ((waiting,),) = bot.query(
        "SELECT count(*) FROM outbox WHERE sent_at IS NULL AND failed IS NULL"
    )
    return claims, answers, waiting


@pytest.mark.parametrize("kills", [5, pytest.param(100, marks=pytest.mark.long)])
async def test_nothing_is_lost_or_handled_twice_when_the_bot_is_killed(
    tmp_path: Path, kills: int
) -> None:
    async with BotApi(token="123456:TEST", username="orgwright_bot") as api:  # noqa: S106
        people = [api.person(2000 + i, f"P{i}", "zh-hans") for i in range(PEOPLE)]
        written = await _killed(api, tmp_path, people, kills)
        async with running(api, tmp_path) as bot:
            await api.until(lambda: _rows(bot)[2] == 0 and api.unacknowledged == 0, 60)
            assert _rows(bot) == (len(written), len(written), 0)
        sent_twice = 0
        for place, person in enumerate(people):
            texts = [message.text for message in person.chat.messages]
            heads = [text for text, _ in groupby(texts)]
            expected = written[place::PEOPLE]
            sent_twice += len(texts) - len(heads)
            assert len(heads) == len(expected)
            for head, size in zip(heads, expected, strict=True):
                assert f"电销团队 · {size} 人" in head
        assert sent_twice <= kills * PEOPLE, "at most the message in flight of each chat"
        assert api.violations == []
