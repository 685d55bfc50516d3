"""Sending what the workshop sends: lists and polls are noted once they stand somewhere."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.address import HERE, Address
from bot.core import Core
from bot.delivery import Never, Sent
from bot.screen import Screen, button, dump_screen
from bot.store import Outgoing
from bot.store.sqlite import SqliteStore
from bot.store.workshop import Board
from bot.telegram.bot import ApiBot
from bot.telegram.client import AiohttpRequest
from bot.telegram.sender import Sender
from bot.telegram.uploads import Uploads
from tests.telegram.chats import Chat
from tests.telegram.server import BotApi

GROUP, ROW = -100500, 1
CLOSE = Screen("Which?", ((button("Close", "close:1"),),))
LIST = Screen("List", ((button("I", "take:@1:p1"),),))


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi(token="123456:TEST", username="orgwright_bot") as running:  # noqa: S106
        yield running
        assert running.violations == []


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    """Give a store with a list that row 1 sends, and a vote."""
    with SqliteStore.open(tmp_path / "test.db") as opened:
        with opened.message("test", "1", 0) as transaction:
            assert transaction
            board = Board(str(GROUP), "7", "@1", 1, "en", None, 0, None)
            transaction.workshop.save_board(board, ROW)
            transaction.workshop.begin(str(GROUP), "7", "@1", "[]")
        yield opened


@pytest.fixture
async def sender(api: BotApi, core: Core, store: SqliteStore) -> AsyncIterator[Sender]:
    addresses = {"base_url": api.base_url, "base_file_url": api.base_file_url}
    bot = ApiBot(
        api.token, addresses, AiohttpRequest(), AiohttpRequest(), lambda: None, lambda: None
    )
    async with bot:
        yield Sender(bot, Uploads(bot, core, store), store)


@pytest.fixture
def group(api: BotApi) -> Chat:
    return api.group(GROUP, members=[api.person(7)])


def row(kind: str, body: str, address: Address = HERE) -> Outgoing:
    return Outgoing(ROW, str(GROUP), kind, body, 0, 0, "test", "1", "7", address.dump())


def board(screen: Screen, edits: int | None = None) -> Outgoing:
    return row("board", dump_screen(screen), Address(edits, owner="7"))


def poll() -> Outgoing:
    body = {"round": 1, "options": ["<One>", "Two"], "screen": json.loads(dump_screen(CLOSE))}
    return row("poll", json.dumps(body), Address(owner="7"))


def noted(store: SqliteStore) -> int | None:
    found = store._db.execute("SELECT message FROM boards").fetchone()
    return None if found[0] is None else int(found[0])


async def test_a_list_is_noted_where_it_stands(
    sender: Sender, group: Chat, store: SqliteStore
) -> None:
    assert await sender.send(board(LIST)) == Sent()
    (message,) = group.messages
    assert noted(store) == message.id
    assert message.buttons == [[{"text": "I", "callback_data": "take:@1:p1~7"}]]


async def test_a_list_that_is_gone_is_sent_anew_but_a_last_word_is_not(
    sender: Sender, group: Chat, store: SqliteStore
) -> None:
    assert await sender.send(board(Screen("It is over.", ()), 77)) == Sent()
    assert group.messages == []
    assert await sender.send(board(LIST, 77)) == Sent()
    assert noted(store) == group.messages[0].id


async def test_a_poll_is_noted_and_not_sent_again(
    sender: Sender, group: Chat, store: SqliteStore
) -> None:
    for _ in range(2):
        assert await sender.send(poll()) == Sent()
    (message,) = group.messages
    found = message.media["poll"]
    assert [option["text"] for option in found["options"]] == ["<One>", "Two"]
    assert not found["is_anonymous"]
    assert store._db.execute("SELECT message, poll FROM rounds").fetchall() == [
        (message.id, found["id"])
    ]
    assert message.buttons == [[{"text": "Close", "callback_data": "close:1~7"}]]


async def test_a_poll_that_nobody_may_send_is_given_up(
    sender: Sender, group: Chat, store: SqliteStore
) -> None:
    group.muted = True
    assert isinstance(await sender.send(poll()), Never)
    assert store.poll_message(1) is None


async def test_a_poll_is_stopped_wherever_it_is_known_from(
    sender: Sender, group: Chat, store: SqliteStore
) -> None:
    stop = row("stop", '{"round": 1}')
    assert await sender.send(stop) == Sent(), "it was never sent"
    await sender.send(poll())
    for _ in range(2):
        assert await sender.send(stop) == Sent()
    assert group.messages[0].media["poll"]["is_closed"]
    assert await sender.send(row("stop", '{"round": 9}', Address(edits=77))) == Sent()
