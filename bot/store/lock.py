"""The locks of running bots: one bot on a store once, and no restore below a running bot.

The system lets go of a lock however its program ends, also after `kill -9`; the empty file stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from glob import escape
from pathlib import Path

from filelock import FileLock, Timeout

from bot.errors import StoreError
from bot.store.faults import fault


def alone(path: Path, bot_id: int) -> FileLock:
    """Lock the store for this bot.

    Raises:
        StoreError: If another program runs this bot on this store, or the lock cannot be made.
    """
    lock = FileLock(path.with_name(f"{path.name}.{bot_id}.lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        sentence = f"This bot is already running on the store {path}; stop that program first."
        raise StoreError(sentence) from None
    except OSError as error:
        sentence = f"cannot be locked ({error.strerror}); allow writing to its folder, free space."
        raise fault(path, sentence) from error
    return lock


@contextmanager
def without_bots(path: Path) -> Iterator[None]:
    """Keep every bot that ever ran on a store from starting while the block runs.

    Raises:
        StoreError: If one is running.
    """
    with ExitStack() as stack:
        for file in _locks(path):
            lock = FileLock(file)
            try:
                stack.enter_context(lock.acquire(timeout=0))
            except Timeout:
                sentence = "is in use by a running bot; stop the bot and try again."
                raise fault(path, sentence) from None
        yield


def is_running(path: Path) -> bool:
    """Tell whether some bot runs on a store; no, where its lock cannot be asked."""
    try:
        with without_bots(path):
            return False
    except StoreError:
        return True
    except OSError:
        return False


def _locks(path: Path) -> list[Path]:
    return sorted(path.parent.glob(f"{escape(path.name)}.*.lock"))
