"""Delivery: patient with what fails for now, done with what can never be sent."""

from __future__ import annotations

import asyncio

import pytest

from bot import delivery
from bot.delivery import Delivery, Later, Never, Result, pause_after
from bot.errors import StoreError
from bot.figures import Figures
from bot.store import Outgoing
from bot.store.sqlite import SqliteStore
from tests.bot.delivery.messenger import Messenger, enqueue, finished


async def test_what_fails_for_now_is_sent_again_before_what_follows(
    store: SqliteStore, senders: Delivery, messenger: Messenger, figures: Figures
) -> None:
    messenger.answers["1"] = [Later("network"), Later("network")]
    enqueue(store, 1, "a", 1)
    enqueue(store, 2, "a", 2)
    senders.wake("a")
    await finished(senders)
    assert messenger.sent == ["a 1", "a 1", "a 1", "a 2"]
    assert (figures.retries, figures.replies_sent) == (2, 2)


async def test_a_pause_that_was_asked_for_is_kept_by_that_chat_alone(
    store: SqliteStore, senders: Delivery, messenger: Messenger
) -> None:
    messenger.answers["1"] = [Later("too many requests", 3600)]
    enqueue(store, 1, "a", 1)
    enqueue(store, 2, "b", 2)
    senders.wake_all()
    await senders._senders["b"]
    assert messenger.sent == ["a 1", "b 2"]
    (waiting,) = store.waiting("test", "a", 10)
    assert waiting.attempts == 1
    await senders.stop(1)
    assert messenger.sent == ["a 1", "b 2"]


async def test_what_can_never_be_sent_is_given_up_with_its_reason(
    store: SqliteStore, senders: Delivery, messenger: Messenger, figures: Figures
) -> None:
    messenger.answers["1"] = [Never("bot was blocked by the user")]
    enqueue(store, 1, "a", 1)
    enqueue(store, 2, "a", 2)
    senders.wake("a")
    await finished(senders)
    assert messenger.sent == ["a 1", "a 2"]
    assert figures.replies_failed == 1
    failed = store._db.execute("SELECT body, failed FROM outbox WHERE failed IS NOT NULL")
    assert failed.fetchall() == [("1", "bot was blocked by the user")]


async def test_a_message_that_fails_while_its_chat_moves_is_sent_at_the_new_place(
    store: SqliteStore, senders: Delivery, messenger: Messenger
) -> None:
    messenger.hold["old"] = asyncio.Event()
    messenger.answers["old"] = [Later("network", 0.001)]
    enqueue(store, 1, "old", 1)
    senders.wake("old")
    await asyncio.sleep(0)
    store.move_chat("test", "old", "new")
    messenger.hold["old"].set()
    await finished(senders)
    assert messenger.sent == ["old 1", "new 1"]


async def test_a_store_that_cannot_be_used_for_a_while_does_not_make_it_send_twice(
    store: SqliteStore,
    senders: Delivery,
    messenger: Messenger,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    enqueue(store, 1, "a", 1)
    mark, failures = store.mark_sent, [StoreError("is on a full disk")] * 3

    def failing(ids: list[int], now: int) -> None:
        if failures:
            raise failures.pop()
        mark(ids, now)

    monkeypatch.setattr(store, "mark_sent", failing)
    senders.wake("a")
    await finished(senders)
    assert messenger.sent == ["a 1"]
    assert store.waiting_chats("test") == ()


async def test_a_store_that_fails_while_sending_costs_no_message(
    store: SqliteStore, figures: Figures, messenger: Messenger
) -> None:
    failures = [StoreError("is on a full disk")]

    async def send(row: Outgoing) -> Result:
        if failures:
            raise failures.pop()
        return await messenger(row)

    senders = Delivery(store, "test", send, figures)
    enqueue(store, 1, "a", 1)
    senders.wake_all()
    await finished(senders)
    assert messenger.sent == ["a 1"]
    assert (figures.retries, figures.replies_failed) == (1, 0)


async def test_a_bug_in_sending_costs_only_that_message(
    store: SqliteStore, figures: Figures, messenger: Messenger
) -> None:
    async def send(row: Outgoing) -> Result:
        if row.body == "1":
            raise ZeroDivisionError
        return await messenger(row)

    senders = Delivery(store, "test", send, figures)
    enqueue(store, 1, "a", 1)
    enqueue(store, 2, "a", 2)
    senders.wake_all()
    await finished(senders)
    assert messenger.sent == ["a 2"]
    assert (figures.errors, figures.replies_failed) == (1, 1)


def test_pauses_grow_with_every_attempt_up_to_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "FIRST_PAUSE", 0.5)
    pauses = [pause_after(attempts) for attempts in range(20)]
    assert 0.25 <= pauses[0] <= 0.5
    assert all(pause <= 60 for pause in pauses)
    assert pauses[-1] >= 30
    assert pauses[4] > pauses[0]
