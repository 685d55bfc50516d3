"""The queue that confirms nothing to Telegram before it is committed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.errors import StoreError
from bot.telegram import queue
from bot.telegram.bot import Batch, RawUpdate
from bot.telegram.queue import TOGETHER, HandlingQueue


class OurBugError(Exception):
    """Stands for any bug outside the service."""


def batch(count: int) -> Batch:
    updates = tuple(RawUpdate(n, {"update_id": n}) for n in range(count))
    return Batch(updates[-1].update_id, updates)


class Handled:
    """Remembers what was handled together; may fail at first, or at one update always."""

    def __init__(self, failures: int = 0, bug_at: int | None = None) -> None:
        self.together: list[list[int]] = []
        self._failures, self._bug_at = failures, bug_at

    def __call__(self, updates: Sequence[RawUpdate]) -> None:
        numbers = [update.update_id for update in updates]
        if self._failures:
            self._failures -= 1
            raise StoreError("The store is on a full disk.")
        if self._bug_at in numbers:
            raise OurBugError
        self.together.append(numbers)


async def test_a_batch_is_handled_in_order_some_updates_at_a_time() -> None:
    handled = Handled()
    await HandlingQueue(handled).put(batch(TOGETHER + 3))
    first, rest = handled.together
    assert first == [*range(TOGETHER)]
    assert rest == [TOGETHER, TOGETHER + 1, TOGETHER + 2]


async def test_a_store_that_cannot_be_used_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue, "PAUSE", 0)
    handled = Handled(failures=3)
    await HandlingQueue(handled).put(batch(4))
    assert handled.together == [[0, 1, 2, 3]]


async def test_an_update_with_a_bug_takes_no_other_with_it() -> None:
    handled = Handled(bug_at=2)
    await HandlingQueue(handled).put(batch(4))
    assert handled.together == [[0], [1], [3]]


async def test_what_is_no_batch_is_left_alone() -> None:
    handled = Handled()
    await HandlingQueue(handled).put(object())
    assert handled.together == []
