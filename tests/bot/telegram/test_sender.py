"""Sending one row: the request it becomes, and what Telegram's refusals mean for it."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.address import HERE, Address
from bot.core import Core
from bot.delivery import Later, Moved, Never, Result, Sent
from bot.documents import File
from bot.screen import Screen, button, dump_screen
from bot.store import Outgoing
from bot.store.sqlite import SqliteStore
from bot.telegram import uploads
from bot.telegram.bot import ApiBot
from bot.telegram.client import AiohttpRequest
from bot.telegram.sender import Sender, result_of
from bot.telegram.uploads import Uploads
from tests.telegram.people import Person
from tests.telegram.server import BotApi

CARD = Screen("<b>方案</b> &amp; more", ((button("改一下", "change:ts-g-55", is_primary=True),),))


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi(token="123456:TEST", username="orgwright_bot") as running:  # noqa: S106
        yield running
        assert running.violations == []


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[ApiBot]:
    addresses = {"base_url": api.base_url, "base_file_url": api.base_file_url}
    bot = ApiBot(
        api.token, addresses, AiohttpRequest(), AiohttpRequest(), lambda: None, lambda: None
    )
    async with bot:
        yield bot


@pytest.fixture
def sender(bot: ApiBot, core: Core, store: SqliteStore) -> Sender:
    return Sender(bot, Uploads(bot, core, store), store)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with SqliteStore.open(tmp_path / "test.db") as opened:
        yield opened


@pytest.fixture
def anna(api: BotApi) -> Person:
    return api.person(1001, "Anna", "zh-hans")


def row(kind: str, body: str, chat: int, address: Address = HERE) -> Outgoing:
    return Outgoing(1, str(chat), kind, body, 0, 0, "telegram:1", "1", "1001", address.dump())


def card(anna: Person, address: Address = HERE, screen: Screen = CARD) -> Outgoing:
    return row("screen", dump_screen(screen), anna.chat.id, address)


async def test_a_screen_is_a_message_with_its_buttons(sender: Sender, anna: Person) -> None:
    assert await sender.send(card(anna)) == Sent()
    (message,) = anna.chat.messages
    assert message.text == "方案 & more"
    expected = {"text": "改一下", "callback_data": "change:ts-g-55", "style": "primary"}
    assert message.buttons == [[expected]]


async def test_an_edit_takes_the_place_of_the_message(sender: Sender, anna: Person) -> None:
    await sender.send(card(anna))
    (message,) = anna.chat.messages
    changed = Screen("anders", CARD.rows)
    assert await sender.send(card(anna, Address(edits=message.id), changed)) == Sent()
    assert [(m.id, m.text) for m in anna.chat.messages] == [(message.id, "anders")]


async def test_an_edit_that_changes_nothing_has_succeeded(sender: Sender, anna: Person) -> None:
    await sender.send(card(anna))
    (message,) = anna.chat.messages
    assert await sender.send(card(anna, Address(edits=message.id))) == Sent()
    assert message.edits == 0


async def test_an_edit_of_a_message_that_is_gone_becomes_a_new_one(
    sender: Sender, anna: Person
) -> None:
    assert await sender.send(card(anna, Address(edits=777))) == Sent()
    assert [m.text for m in anna.chat.messages] == ["方案 & more"]


async def test_tags_that_telegram_cannot_read_cost_the_tags_not_the_answer(
    api: BotApi, sender: Sender, anna: Person
) -> None:
    assert await sender.send(card(anna, HERE, Screen("a <b>lone tag", ()))) == Sent()
    assert [m.text for m in anna.chat.messages] == ["a lone tag"]
    assert api.violations, "the server notices"
    api.violations.clear()


async def test_a_blocked_person_gets_nothing_more_and_the_reason_is_kept(
    sender: Sender, anna: Person
) -> None:
    anna.blocks()
    result = await sender.send(card(anna))
    assert isinstance(result, Never)
    assert "blocked" in result.why


async def test_a_group_that_moved_says_where_it_is(api: BotApi, sender: Sender) -> None:
    anna = api.person(1002, "Ann", "en")
    group = api.group(-5, title="T", members=[anna], type="group")
    group.migrates(-1005)
    assert await sender.send(row("screen", dump_screen(CARD), -5)) == Moved("-1005")


async def test_a_document_is_sent_with_its_name(sender: Sender, anna: Person) -> None:
    body = json.dumps({"name": "data.json", "text": '{"a": "数据"}', "html": "All of it"})
    assert await sender.send(row("document", body, anna.chat.id)) == Sent()
    (message,) = anna.chat.messages
    assert (message.filename, message.caption) == ("data.json", "All of it")
    assert json.loads(message.document or b"") == {"a": "数据"}


async def test_a_prompt_opens_an_answer_for_its_owner(sender: Sender, api: BotApi) -> None:
    anna = api.person(1003, "Ann", "en")
    group = api.group(-100500, title="T", members=[anna])
    body = json.dumps({"html": '<a href="tg://user?id=1003">You</a>', "placeholder": "12"})
    assert await sender.send(row("prompt", body, group.id, Address(owner="1003"))) == Sent()
    (message,) = group.messages
    expected = {"force_reply": True, "selective": True, "input_field_placeholder": "12"}
    assert message.reply_markup == expected


async def test_a_chart_is_drawn_and_uploaded_once(
    api: BotApi, sender: Sender, anna: Person
) -> None:
    body = json.dumps({"code": "ts-s-12", "language": "zh-Hans", "html": "电销团队 · 12 人"})
    for _ in range(2):
        assert await sender.send(row("chart", body, anna.chat.id)) == Sent()
    uploaded, again = anna.chat.messages
    assert uploaded.caption == again.caption == "电销团队 · 12 人"
    assert isinstance(again.params["photo"], str), "sent by its id"
    assert [c.method for c in api.requests].count("sendChatAction") == 1


async def test_the_chart_of_a_large_team_is_an_album(sender: Sender, anna: Person) -> None:
    body = json.dumps({"code": "ec-m-1000", "language": "en", "html": "E-commerce team"})
    assert await sender.send(row("chart", body, anna.chat.id)) == Sent()
    captions = [message.caption for message in anna.chat.messages]
    assert 1 < len(captions) <= 10
    assert captions[0] == "E-commerce team"
    assert not any(captions[1:])


async def test_only_as_many_charts_are_drawn_at_once_as_memory_is_meant_for(
    bot: ApiBot, core: Core, store: SqliteStore, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    under_way: list[int] = []
    counted: list[int] = []

    def slowly(*_: object) -> tuple[File, ...]:
        under_way.append(1)
        counted.append(len(under_way))
        time.sleep(0.02)
        under_way.pop()
        return (File("a.png", b"\x89PNG"),)

    monkeypatch.setattr(uploads, "made", slowly)
    monkeypatch.setattr(uploads, "AT_ONCE", 2)
    sending = Sender(bot, Uploads(bot, core, store), store)
    bodies = [json.dumps({"code": f"ts-s-{n}", "language": "en", "html": ""}) for n in range(5, 11)]
    await asyncio.gather(*(sending.send(row("chart", body, anna.chat.id)) for body in bodies))
    assert len(anna.chat.messages) == len(counted) == len(bodies)
    assert max(counted) == 2


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("screen", dump_screen(CARD)),
        ("prompt", json.dumps({"html": "How many?", "placeholder": "12"})),
        ("document", json.dumps({"name": "data.json", "text": "{}", "html": "All of it"})),
        ("file", json.dumps({"code": "ts-s-12", "language": "en", "html": "A team"})),
        (
            "poll",
            json.dumps({"round": 1, "screen": json.loads(dump_screen(CARD)), "options": "AB"}),
        ),
    ],
)
async def test_what_a_topic_cannot_take_any_more_goes_to_the_whole_group(
    api: BotApi, sender: Sender, kind: str, body: str
) -> None:
    group = api.group(-100500, title="T", members=[api.person(1003, "Ann", "en")])
    assert await sender.send(row(kind, body, group.id, Address(thread=5, owner="1003"))) == Sent()
    (message,) = group.messages
    assert message.thread is None


async def test_a_chart_of_no_plan_is_a_bug_not_a_message(sender: Sender, anna: Person) -> None:
    body = json.dumps({"code": "nonsense", "language": "en", "html": ""})
    with pytest.raises(LookupError):
        await sender.send(row("chart", body, anna.chat.id))


async def test_a_menu_is_set_for_the_chat_alone(api: BotApi, sender: Sender, anna: Person) -> None:
    assert await sender.send(row("menu", '{"language": "zh-Hant-TW"}', anna.chat.id)) == Sent()
    ((scope, language),) = api.commands
    assert (json.loads(scope), language) == ({"type": "chat", "chat_id": 1001}, "")
    described = {c["command"]: c["description"] for c in api.commands[scope, language]}
    assert described["settings"] == "換語言"


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (RetryAfter(timedelta(seconds=7)), Later("too many requests", 7)),
        (ChatMigrated(-1005), Moved("-1005")),
        (BadRequest("Chat not found"), Never("Chat not found")),
        (Forbidden("bot was kicked"), Never("bot was kicked")),
        (TimedOut(), Later("TimedOut")),
        (NetworkError("reset"), Later("NetworkError")),
        (InvalidToken(), Later("InvalidToken", 60)),
        (Conflict("two"), Later("Conflict", 60)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_refusal_of_telegram_means_one_thing(error: TelegramError, expected: Result) -> None:
    assert result_of(error) == expected
