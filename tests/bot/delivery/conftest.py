"""A store, a messenger and senders for every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import delivery
from bot.delivery import Delivery
from bot.figures import Figures
from bot.store.sqlite import SqliteStore
from tests.bot.delivery.messenger import Messenger


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
