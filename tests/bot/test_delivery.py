"""Delivery: each chat in order, chats in parallel, patient with what fails, done with what cannot.

Every test has a real store and a messenger of its own making.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import delivery
from bot.address import Address
from bot.delivery import Delivery, Later, Moved, Never, Result, Sent, pause_after
from bot.errors import StoreError
from bot.figures import Figures
from bot.store import Outgoing
from bot.store.sqlite import SqliteStore

NOW = 1_700_000_000


class Messenger:
    """Takes down what is sent and answers as told: by the chat, or by the text sent."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.answers: dict[str, list[Result]] = {}
        self.hold: dict[str, asyncio.Event] = {}

    async def __call__(self, row: Outgoing) -> Result:
        if event := self.hold.get(row.chat):
            await event.wait()
        self.sent.append(f"{row.chat} {row.body}")
        answers = self.answers.get(row.body) or self.answers.get(row.chat)
        return answers.pop(0) if answers else Sent()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with SqliteStore.open(tmp_path / "test.db") as opened:
        yield opened


@pytest.fixture
def messenger() -> Messenger:
    return Messenger()


@pytest.fixture
def figures() -> Figures:
    return Figures()


@pytest.fixture
def senders(store: SqliteStore, messenger: Messenger, figures: Figures) -> Delivery:
    return Delivery(store, "test", messenger, figures)


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pauses the program chooses itself be over at once."""
    monkeypatch.setattr(delivery, "FIRST_PAUSE", 0.0)


def enqueue(store: SqliteStore, update: int, chat: str, body: int, address: str = "{}") -> None:
    with store.message("test", str(update), NOW) as transaction:
        assert transaction is not None
        transaction.enqueue(chat, "u", "screen", str(body), address)


async def finished(senders: Delivery) -> None:
    """Wait until every sender has nothing more to do."""
    while working := list(senders._senders.values()):
        await asyncio.gather(*working, return_exceptions=True)


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
