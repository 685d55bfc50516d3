"""The store under real processes: two that write at once, one that is killed."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.store.sqlite import SqliteStore
from tests.bot.store.claiming import claim

ROOT = Path(__file__).parent.parent.parent.parent
CLAIMS = 600


def start(path: Path, what: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.bot.store.claiming", str(path), what]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def test_two_processes_claim_every_message_once_and_are_never_locked_out(path: Path) -> None:
    processes = [start(path, str(CLAIMS)) for _ in range(2)]
    ends = [process.communicate() for process in processes]
    assert [error for _, error in ends] == ["", ""]
    assert sum(int(said) for said, _ in ends) == CLAIMS
    with SqliteStore.open(path) as store:
        bodies = [waiting.body for waiting in store.waiting("telegram", "c", 2 * CLAIMS)]
        assert sorted(map(int, bodies)) == list(range(CLAIMS))
        assert claim(store, CLAIMS) == 0


def test_a_process_killed_in_a_message_loses_nothing_committed_and_keeps_no_half(
    path: Path,
) -> None:
    with start(path, "hold") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        process.kill()
    with SqliteStore.open(path) as store:
        assert [waiting.body for waiting in store.waiting("telegram", "c", 10)] == ["1"]
        with store.message("telegram", "1", 0) as handled:
            assert handled is None
        with store.message("telegram", "2", 0) as transaction:
            assert transaction is not None
            assert transaction.draft("c", "u") == "1"


def test_a_store_that_another_process_holds_is_said_to_be_in_use(path: Path) -> None:
    with SqliteStore.open(path, busy_seconds=0.01) as store, start(path, "hold") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            with (
                pytest.raises(StoreError, match=r"is in use by another program; close"),
                store.message("telegram", "3", 0),
            ):
                pass
            with pytest.raises(StoreError, match=r"is in use by another program; close"):
                SqliteStore.open(path, busy_seconds=0.01)
            assert [waiting.body for waiting in store.waiting("telegram", "c", 10)] == ["1"]
        finally:
            process.kill()
