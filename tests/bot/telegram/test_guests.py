"""The real bot mentioned in chats where it is not a member: one answer for each mention."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from tests.bot.telegram.scene import Scene, playing

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    async with playing(tmp_path_factory.mktemp("guests")) as scene:
        yield scene


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def checked(scene: Scene) -> AsyncIterator[None]:
    yield
    await scene.check()


async def replied(scene: Scene, update: int) -> str:
    """Wait for the answer to a mention; gives its text."""
    query = scene.api.update(update)["guest_message"]["guest_query_id"]
    await scene.api.until(lambda: query in scene.api.inline_answers)
    result: dict[str, Any] = scene.api.inline_answers[query]["result"]
    return str(result["input_message_content"]["message_text"])


@pytest.mark.parametrize(
    ("code", "text", "begin"),
    [
        ("zh-hans", "电销 12人 成长期", "<b>电销团队 · 12 人 · 成长期</b>"),
        ("zh-hant", "客服主管做什麼", "<b>客服主管</b>"),
        ("zh-hk", "邊個聽錄音打分", "<b>"),
        ("en", "what does a customer service supervisor do?", "<b>Customer Service Supervisor</b>"),
        ("en", "marketing team of 9, just started", "<b>Marketing team of 9 · Start-up</b>"),
        ("zh-hans", "今天天气怎么样", "我会排团队、讲岗位。"),
        ("de", "", "I plan teams and explain roles."),
    ],
)
async def test_a_mention_is_answered_in_the_language_it_is_in(
    scene: Scene, code: str, text: str, begin: str
) -> None:
    update = scene.somebody(code).mentions(text)
    assert (await replied(scene, update)).startswith(begin)


async def test_a_bare_mention_speaks_of_what_it_answers(scene: Scene) -> None:
    update = scene.somebody().mentions("", reply_to="客服主管做什么？")
    assert (await replied(scene, update)).startswith("<b>客服主管</b>")
