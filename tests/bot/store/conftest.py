"""A store in a file of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store.sqlite import SqliteStore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "orgwright.db"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    with SqliteStore.open(path) as opened:
        yield opened


@pytest.fixture
def other(store: SqliteStore, path: Path) -> Iterator[SqliteStore]:
    """Open the same file once more, as another program would."""
    del store
    with SqliteStore.open(path) as opened:
        yield opened
