"""Answers that Telegram waits for are given once, whatever goes wrong on either side."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot import inline, shared_card
from bot.core import Core
from bot.figures import Figures
from bot.screen import PlanFile
from bot.service import Service
from bot.store import Store, open_store
from bot.telegram.answers import Answers
from bot.telegram.bot import ApiBot
from bot.telegram.client import AiohttpRequest
from bot.telegram.events import Asked, Looked
from bot.telegram.updates import Reader
from bot.telegram.uploads import Uploads
from flows.codes import decode
from tests.telegram.faults import Faults
from tests.telegram.people import Person
from tests.telegram.server import BotApi

TITLE = "电销团队 · 55 人 · 成长期"


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as running:
        yield running
        assert running.violations == []


@pytest.fixture
def anna(api: BotApi) -> Person:
    return api.person(1001, language_code="zh-hans")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "test.db") as opened:
        yield opened


@pytest.fixture
def figures() -> Figures:
    return Figures()


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[ApiBot]:
    addresses = {"base_url": api.base_url, "base_file_url": api.base_file_url}
    one, other = AiohttpRequest(), AiohttpRequest()
    async with ApiBot(api.token, addresses, one, other, lambda: None, lambda: None) as running:
        yield running


@pytest.fixture
def answers(core: Core, store: Store, bot: ApiBot, figures: Figures) -> Answers:
    return Answers(Service(core, store, None), bot, Uploads(bot, core, store), figures)


def event(api: BotApi, update: int) -> Asked | Looked:
    found = Reader(api.me.id, "orgwright_bot").read(api.update(update), 1000)
    assert isinstance(found, Asked | Looked)
    return found


async def asked(answers: Answers, api: BotApi, person: Person, text: str) -> dict[str, Any] | None:
    """Let somebody ask; gives the answer, None if there is none."""
    query = event(api, person.asks_inline(text))
    assert isinstance(query, Asked)
    answers.suggest(query)
    await answers.finish(5)
    return api.inline_answers.get(query.query)


async def looked(answers: Answers, api: BotApi, person: Person, data: str) -> list[dict[str, Any]]:
    """Let somebody tap below a shared card; gives the answers."""
    result = {"type": "article", "input_message_content": {"message_text": "Card"}}
    tap = event(api, person.taps_data(api.new_inline_message(result), data))
    assert isinstance(tap, Looked)
    answers.look(tap)
    await answers.finish(5)
    return api.answers.get(tap.query, [])


async def test_a_bug_gives_no_results_and_is_counted(
    answers: Answers, api: BotApi, anna: Person, figures: Figures, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inline, "results", lambda *_: 1 // 0)
    found = await asked(answers, api, anna, "电销 55人")
    assert found
    assert (found["results"], found["button"]["start_parameter"]) == ([], "new")
    assert figures.errors == 1


async def test_a_bug_gives_a_tap_a_note_and_is_counted(
    answers: Answers, api: BotApi, anna: Person, figures: Figures, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_card, "toast", lambda *_: 1 // 0)
    (note,) = await looked(answers, api, anna, "s:why:ts-g-55")
    assert note["text"] == "这个按钮不能用了。私聊我，也可以帮你排一个团队。"
    assert figures.errors == 1


@pytest.mark.parametrize("kind", ["429", "500", "502", "reset"])
async def test_a_fault_of_telegram_ends_nothing(
    answers: Answers, api: BotApi, anna: Person, kind: str
) -> None:
    api.faults = Faults(rate=1, kinds=(kind,), spare=("getMe",))
    assert await asked(answers, api, anna, "电销 55人") is None
    assert await looked(answers, api, anna, "s:why:ts-g-55") == []
    api.faults = None
    assert await asked(answers, api, anna, "电销 55人")


async def test_a_query_that_comes_again_is_answered_again(
    answers: Answers, api: BotApi, anna: Person
) -> None:
    query = event(api, anna.asks_inline("电销 55人"))
    assert isinstance(query, Asked)
    api.uncertain.add(query.query)
    for _ in range(2):
        answers.suggest(query)
        await answers.finish(5)
    assert api.inline_answers[query.query]["results"][0]["title"] == TITLE
    assert len([call for call in api.requests if call.method == "answerInlineQuery"]) == 2
    assert api.violations == []


async def test_a_long_note_stays_until_it_is_closed(
    answers: Answers, api: BotApi, anna: Person
) -> None:
    (roles,) = await looked(answers, api, anna, "s:roles:ts-g-55")
    (forged,) = await looked(answers, api, anna, "x")
    assert roles["show_alert"]
    assert "show_alert" not in forged


async def test_a_chart_known_to_telegram_comes_beside_its_card(
    answers: Answers, api: BotApi, anna: Person, core: Core, store: Store
) -> None:
    file = api.files.store("chart.png", b"picture")["file_id"]
    uploads = answers._uploads
    brief = decode(core.knowledge, "ts-G-55")
    assert brief
    assert uploads.known_chart(brief, "zh-Hans") is None
    key = uploads._key(PlanFile("ts-G-55", "zh-Hans", "", "png", "light", is_photo=True))
    store.set_file_ids(key, [file, "second"], 1)
    found = await asked(answers, api, anna, "电销 55人")
    assert found
    article, photo = found["results"]
    assert (article["title"], photo["title"], photo["photo_file_id"]) == (TITLE, TITLE, file)
    assert photo["caption"].startswith(f"<b>{TITLE}</b>")
    assert photo["reply_markup"] == article["reply_markup"]
