"""Delivery: each chat in order, chats in parallel, and where a chat moved to."""

from __future__ import annotations

import asyncio

from bot import delivery
from bot.address import Address
from bot.delivery import Delivery, Moved
from bot.store.sqlite import SqliteStore
from tests.bot.delivery.messenger import Messenger, enqueue, finished


async def test_a_chat_gets_its_messages_in_order(
    store: SqliteStore, senders: Delivery, messenger: Messenger
) -> None:
    for number in range(30):
        enqueue(store, number, "a", number)
    senders.wake("a")
    await finished(senders)
    assert messenger.sent == [f"a {number}" for number in range(30)]
    assert store.waiting_chats("test") == ()


async def test_what_comes_while_the_last_message_is_sent_is_sent_next(
    store: SqliteStore, senders: Delivery, messenger: Messenger
) -> None:
    messenger.hold["a"] = asyncio.Event()
    enqueue(store, 1, "a", 1)
    senders.wake("a")
    await asyncio.sleep(0)
    enqueue(store, 2, "a", 2)
    senders.wake("a")
    messenger.hold["a"].set()
    await finished(senders)
    assert messenger.sent == ["a 1", "a 2"]


async def test_more_messages_than_are_looked_at_together_are_all_sent(
    store: SqliteStore, senders: Delivery, messenger: Messenger
) -> None:
    bodies = range(1, delivery.AHEAD + 3)
    for body in bodies:
        enqueue(store, body, "a", body)
    senders.wake("a")
    await finished(senders)
    assert messenger.sent == [f"a {body}" for body in bodies]


async def test_a_slow_chat_holds_up_no_other(
    store: SqliteStore, senders: Delivery, messenger: Messenger
) -> None:
    messenger.hold["slow"] = asyncio.Event()
    enqueue(store, 1, "slow", 1)
    enqueue(store, 2, "quick", 2)
    senders.wake_all()
    await senders._senders["quick"]
    assert messenger.sent == ["quick 2"]
    messenger.hold["slow"].set()
    await finished(senders)
    assert messenger.sent == ["quick 2", "slow 1"]


async def test_a_chat_that_moved_gets_the_rest_at_its_new_place(
    store: SqliteStore, senders: Delivery, messenger: Messenger
) -> None:
    messenger.answers["old"] = [Moved("new")]
    enqueue(store, 1, "old", 1)
    enqueue(store, 2, "old", 2)
    senders.wake("old")
    await finished(senders)
    assert messenger.sent == ["old 1", "new 1", "new 2"]


async def test_a_message_under_way_while_its_chat_moves_is_not_sent_again(
    store: SqliteStore, senders: Delivery, messenger: Messenger
) -> None:
    messenger.hold["old"] = asyncio.Event()
    enqueue(store, 1, "old", 1)
    senders.wake("old")
    await asyncio.sleep(0)
    store.move_chat("test", "old", "new")
    senders.wake("new")
    await senders._senders["new"]
    messenger.hold["old"].set()
    await finished(senders)
    assert messenger.sent == ["old 1"]


async def test_a_waiting_edit_gives_way_to_a_later_one_of_the_same_message(
    store: SqliteStore, senders: Delivery, messenger: Messenger
) -> None:
    for number, edits in enumerate([7, 8, 7, None, 7]):
        enqueue(store, number, "a", number, Address(edits=edits).dump())
    senders.wake("a")
    await finished(senders)
    assert messenger.sent == ["a 1", "a 3", "a 4"]


async def test_a_restart_sends_what_was_left(
    store: SqliteStore, senders: Delivery, messenger: Messenger
) -> None:
    for number, chat in enumerate("abcab"):
        enqueue(store, number, chat, number)
    senders.wake_all()
    await finished(senders)
    assert sorted(messenger.sent) == ["a 0", "a 3", "b 1", "b 4", "c 2"]


async def test_stopping_lets_what_is_being_sent_finish_and_begins_nothing(
    store: SqliteStore, senders: Delivery, messenger: Messenger
) -> None:
    messenger.hold["a"] = asyncio.Event()
    for number in range(2):
        enqueue(store, number, "a", number)
    senders.wake("a")
    await asyncio.sleep(0)
    stopping = asyncio.create_task(senders.stop(60))
    await asyncio.sleep(0)
    messenger.hold["a"].set()
    await stopping
    assert messenger.sent == ["a 0"]
    assert [row.body for row in store.waiting("test", "a", 10)] == ["1"]
    senders.wake("a")
    assert senders._senders == {}


async def test_stopping_does_not_wait_for_ever(
    store: SqliteStore, senders: Delivery, messenger: Messenger
) -> None:
    messenger.hold["a"] = asyncio.Event()
    enqueue(store, 1, "a", 1)
    senders.wake("a")
    await senders.stop(0.01)
    assert messenger.sent == []
    assert len(store.waiting("test", "a", 10)) == 1
