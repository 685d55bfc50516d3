"""A bad network: every third request fails, and every conversation still ends, in order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.bot.telegram.process import running
from tests.telegram.faults import Faults
from tests.telegram.people import Person
from tests.telegram.server import BotApi

STEPS = ("你好", "电销", "刚起步", "{size}", "为什么", "下一个招谁", "客服主管做什么")
ANSWERS = ("哪种团队", "哪个阶段", "一共多少人", "电销团队", "为什么这样排", "下一个招谁", "主管")


def _texts(person: Person) -> list[str]:
    """List what a person got, without what a lost answer made the bot send again."""
    found: list[str] = []
    for message in person.chat.messages:
        if not found or found[-1] != message.text:
            found.append(message.text)
    return found


@pytest.mark.parametrize("people", [20, pytest.param(200, marks=pytest.mark.long)])
async def test_conversations_complete_in_order_while_requests_fail(
    tmp_path: Path, people: int
) -> None:
    faults = Faults(rate=0.3, seed=3)
    async with BotApi(token="123456:TEST", username="orgwright_bot") as api:  # noqa: S106
        async with running(api, tmp_path):
            api.faults = faults
            crowd = [api.person(3000 + i, f"P{i}", "zh-hans") for i in range(people)]
            for step in STEPS:
                for number, person in enumerate(crowd):
                    person.says(step.format(size=number + 3))
            await api.until(lambda: all(len(_texts(p)) >= len(STEPS) for p in crowd), 240)
        for number, person in enumerate(crowd):
            texts = _texts(person)
            assert len(texts) == len(STEPS)
            for text, answer in zip(texts, ANSWERS, strict=True):
                assert answer in text
            assert re.search(rf"\b{number + 3} 人", texts[3])
        assert sum(faults.counts.values()) > people
        assert api.violations == []
