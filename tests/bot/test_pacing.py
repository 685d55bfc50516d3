"""Pacing: a busy group sees few changes of a list, always the latest, and nothing else waits."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery import Delivery, Result, Sent
from bot.figures import Figures
from bot.pacing import AT_ONCE, EVERY, Pace
from bot.store import Outgoing
from bot.store.sqlite import SqliteStore
from tests.bot.clock import Clock

MINUTE, MOST = 60.0, 20  # seconds, messages that Telegram lets a bot write to a group in them


@given(st.lists(st.floats(0, 20), max_size=120))
def test_however_fast_a_group_taps_it_sees_about_twenty_changes_a_minute(
    pauses: list[float],
) -> None:
    clock = Clock()
    pace, changes = Pace(clock=clock), list[float]()
    for pause in pauses:
        clock.now += pause
        if not pace.wait("a"):
            pace.take("a")
            changes.append(clock.now)
    for start in changes:
        assert sum(start <= at < start + MINUTE for at in changes) <= MOST


def test_a_few_changes_go_at_once_and_each_chat_has_its_own_pace() -> None:
    clock = Clock()
    pace = Pace(clock=clock)
    for _ in range(AT_ONCE):
        assert pace.wait("a") == 0
        pace.take("a")
    assert pace.wait("a") == EVERY
    assert pace.wait("b") == 0
    clock.now = EVERY
    assert pace.wait("a") == 0


def test_what_is_made_up_for_is_forgotten() -> None:
    clock = Clock()
    pace = Pace(clock=clock)
    pace.take("a")
    clock.now = MINUTE
    pace.take("b")
    assert len(pace._changes) == 1


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with SqliteStore.open(tmp_path / "test.db") as opened:
        yield opened


@pytest.fixture
def sent() -> list[str]:
    return []


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def senders(store: SqliteStore, sent: list[str], clock: Clock) -> Delivery:
    async def send(row: Outgoing) -> Result:
        sent.append(f"{row.kind} {row.body}")
        return Sent()

    return Delivery(store, "test", send, Figures(), Pace(1, 1000, clock))


def enqueue(store: SqliteStore, kind: str, body: int, address: str = '{"edits": 3}') -> None:
    with store.message("test", str(body), 0) as transaction:
        assert transaction is not None
        transaction.enqueue("a", "u", kind, str(body), address)


async def woken(senders: Delivery) -> None:
    senders.wake("a")
    await asyncio.gather(*senders._senders.values())


async def test_changes_that_wait_are_one_change_and_hold_up_nothing(
    store: SqliteStore, senders: Delivery, sent: list[str], clock: Clock
) -> None:
    enqueue(store, "board", 1)
    await woken(senders)
    for body in (2, 3, 4):
        enqueue(store, "board", body)
    enqueue(store, "screen", 5, '{"edits": 4}')
    enqueue(store, "board", 6, "{}")
    await woken(senders)
    assert sent == ["board 1", "screen 5", "board 6"], "a new list is no change of one"
    clock.now = 1000
    await woken(senders)
    assert sent[3:] == ["board 4"]
    assert store.waiting_chats("test") == ()
    await senders.stop(0)


async def test_what_waits_is_sent_when_its_time_comes(
    store: SqliteStore, senders: Delivery, sent: list[str], clock: Clock
) -> None:
    for body in (1, 2):
        enqueue(store, "board", body, f'{{"edits": {body}}}')
    await woken(senders)
    assert sent == ["board 1"]
    (timer,) = senders._timers.values()
    clock.now = 1000
    timer.cancel()
    senders._wake_again("a")
    await asyncio.gather(*senders._senders.values())
    assert sent == ["board 1", "board 2"]


async def test_files_have_a_pace_of_their_own_and_hold_up_nothing(
    store: SqliteStore, sent: list[str], clock: Clock
) -> None:
    async def send(row: Outgoing) -> Result:
        sent.append(f"{row.kind} {row.body}")
        return Sent()

    files = Pace(2, 1000, clock)
    senders = Delivery(store, "test", send, Figures(), Pace(1, 1000, clock), files)
    for body in (1, 2, 3, 4):
        enqueue(store, "file", body, "{}")
    enqueue(store, "screen", 5, "{}")
    await woken(senders)
    assert sent == ["file 1", "file 2", "screen 5"]
    clock.now = 1000
    await woken(senders)
    assert sent[3:] == ["file 3"]
    await senders.stop(0)


async def test_stopping_does_not_wait_for_changes(
    store: SqliteStore, senders: Delivery, sent: list[str]
) -> None:
    for body in (1, 2):
        enqueue(store, "board", body, f'{{"edits": {body}}}')
    await woken(senders)
    await senders.stop(0)
    assert all(timer.cancelled() for timer in senders._timers.values())
    assert store.waiting_chats("test") == ("a",), "they are sent after the next start"
