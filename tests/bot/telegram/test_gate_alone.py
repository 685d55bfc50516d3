"""The gate beside the service: what waits, what fails, what is tried again, what nobody sent."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, cast

import pytest

from bot.budgets import Budgets
from bot.config import LimitsConfig
from bot.core import Core
from bot.errors import StoreError
from bot.figures import Figures
from bot.service import Service
from bot.store import Store, open_store
from bot.telegram import answers, gate
from bot.telegram.answers import Answers
from bot.telegram.bot import RawUpdate
from bot.telegram.fields import ANONYMOUS_ADMIN
from bot.telegram.gate import Gate
from bot.telegram.updates import Reader
from tests.bot.clock import Clock

NONE = LimitsConfig(0, 0, 0, 0, 0, 0, 0, 1)
ONE = LimitsConfig(1, 1, 0, 0, 0, 0, 0, 5)
BEHIND = "My earlier answers are still on their way. Tap again when they are here."
Fields = dict[str, Any]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "test.db") as opened:
        yield opened


@dataclass
class Toasts:
    """Remembers what taps were confirmed with."""

    said: list[str] = field(default_factory=list)

    def confirm(self, query: str, text: str | None = None) -> None:
        self.said.append(f"{query}: {text}")


class Door:
    """A gate and the updates that come to it; `lets` tells whether it lets one through."""

    def __init__(self, core: Core, store: Store, limits: LimitsConfig) -> None:
        self.toasts, self.woken, self.figures = Toasts(), list[str](), Figures()
        self.reader, self.numbers = Reader(7, "orgwright_bot"), count(1)
        told = cast("Answers", self.toasts)
        service = Service(core, store, None)
        budgets = Budgets(limits, Clock())
        self.gate = Gate(budgets, service, told, self.woken.append, self.figures)

    def lets(self, number: int = 0, **fields: Fields) -> bool:
        known = number or next(self.numbers)
        update = {"update_id": known, **fields}
        event = self.reader.read(update, 0)
        assert event is not None
        return self.gate.lets(RawUpdate(known, update), event)


def chat_of(user: int, group: int) -> Fields:
    return {"id": group, "type": "supergroup"} if group else {"id": user, "type": "private"}


def message(user: int = 1, group: int = 0, text: str = "/help", **sender: Any) -> Fields:
    who = {"id": user, "is_bot": False, "first_name": "A", "language_code": "en", **sender}
    return {"message_id": 5, "date": 1, "chat": chat_of(user, group), "from": who, "text": text}


def tap(user: int = 1) -> Fields:
    sent = {**message(user), "from": {"id": 7, "is_bot": True}}
    return {"id": "q", "from": message(user)["from"], "message": sent, "data": "back"}


def waiting(store: Store, chat: str, user: str, rows: int) -> None:
    with store.message("telegram:7", f"{chat} {user}", 0) as transaction:
        assert transaction is not None
        for _ in range(rows):
            transaction.enqueue(chat, user, "screen", "{}", "{}")


def test_nothing_is_added_where_very_much_waits_to_be_sent(core: Core, store: Store) -> None:
    door = Door(core, store, NONE)
    waiting(store, "1", "1", gate.MOST_WAITING)
    assert not door.lets(message=message(1))
    assert not door.lets(callback_query=tap(1))
    assert door.lets(message=message(2))
    assert door.toasts.said == [f"q: {BEHIND}"]
    assert door.figures.refused == 2


def test_one_member_cannot_fill_the_queue_of_a_group(core: Core, store: Store) -> None:
    door = Door(core, store, NONE)
    waiting(store, "-5", "1", gate.MOST_WAITING)
    assert not door.lets(message=message(1, group=-5))
    assert door.lets(message=message(2, group=-5))
    for user in range(10, 10 + gate.MOST_IN_CHAT // gate.MOST_WAITING):
        waiting(store, "-5", str(user), gate.MOST_WAITING)
    assert not door.lets(message=message(2, group=-5))


def test_a_line_that_cannot_be_stored_is_said_when_it_can(
    core: Core, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = Door(core, store, ONE)
    assert door.lets(message=message())

    def failing(*_: object) -> None:
        raise StoreError("The store is on a full disk.")

    monkeypatch.setattr(store, "message", failing)
    for _ in range(3):
        with pytest.raises(StoreError):
            door.lets(number=50, message=message())
    monkeypatch.undo()
    for _ in range(3):
        assert not door.lets(number=50, message=message())
    assert len(store.waiting("telegram:7", "1", 10)) == 1
    assert "1" in door.woken


def test_all_who_write_as_their_group_count_as_the_group(core: Core, store: Store) -> None:
    door = Door(core, store, ONE)
    assert door.lets(message=message(ANONYMOUS_ADMIN, -5, is_bot=True))
    assert door.lets(message=message(ANONYMOUS_ADMIN, -6, is_bot=True))
    assert not door.lets(message=message(ANONYMOUS_ADMIN, -5, is_bot=True))


@pytest.mark.parametrize(
    "fields",
    [
        {"poll_answer": {"poll_id": "1", "user": {"id": 1}, "option_ids": [0]}},
        {"poll_answer": {"poll_id": "1", "voter_chat": {"id": -9}, "option_ids": []}},
        {"inline_query": {"id": "9", "from": {"id": 1}, "query": "", "offset": ""}},
        {
            "chosen_inline_result": {
                "result_id": "p:ts-s-3",
                "from": {"id": 1},
                "query": "",
                "inline_message_id": "x",
            }
        },
        {
            "callback_query": {
                **tap(),
                "message": {"chat": {"id": 1, "type": "private"}, "date": 0, "message_id": 3},
            }
        },
        {"guest_message": {**message(group=-8), "guest_query_id": "4"}},
        {"edited_message": message()},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_every_kind_of_update_has_a_sender_and_a_budget(
    core: Core, store: Store, fields: Fields
) -> None:
    door = Door(core, store, ONE)
    assert door.lets(**fields)
    assert not door.lets(**fields)


def test_what_happens_to_a_chat_is_always_noted(core: Core, store: Store) -> None:
    door = Door(core, store, ONE)
    status = {"old_chat_member": {"status": "member"}, "new_chat_member": {"status": "kicked"}}
    left = {"chat": chat_of(1, 0), "from": {"id": 1}, "date": 1, **status}
    moved = {**message(group=-5), "migrate_to_chat_id": -6}
    del moved["from"]
    for _ in range(5):
        assert door.lets(my_chat_member=left)
        assert door.lets(message=moved)


async def test_where_far_too_much_is_under_way_answers_are_left_out(
    core: Core, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "MOST_UNDER_WAY", 3)
    nothing = cast("Any", None)
    told = Answers(Service(core, store, None), nothing, nothing, Figures())
    begun = 0

    async def slow() -> None:
        nonlocal begun
        begun += 1
        await asyncio.Event().wait()

    for _ in range(10):
        told.begin(slow())
    await asyncio.sleep(0)
    assert begun == 3
    await told.finish(0)
