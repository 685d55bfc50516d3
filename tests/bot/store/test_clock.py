"""A clock that jumps: nothing is deleted by mistake, nothing is dated wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.store import Share
from bot.store.clock import DAY, PACE, follow
from bot.store.sqlite import SqliteStore

NOW, HOUR = 1_800_000_000, 3600
TIMES = some.integers(0, 2**33)


@given(TIMES, TIMES, some.integers(0, 1000 * HOUR))
def test_the_clock_goes_toward_the_machines_and_never_past_it(
    known: int, now: int, ran: int
) -> None:
    found = follow(known, now, ran)
    assert min(known, now) <= found <= max(known, now)
    assert abs(found - known) <= max(DAY, PACE * ran)


@given(TIMES, some.integers(-DAY, DAY))
def test_within_a_day_it_is_the_machines(known: int, step: int) -> None:
    assert follow(known, known + step, 0) == known + step


def test_after_a_month_off_it_has_caught_up_in_30_hours() -> None:
    known = NOW
    for _ in range(30):
        known = follow(known, NOW + 30 * DAY, HOUR)
    assert known == NOW + 30 * DAY


def kept(store: SqliteStore, update_id: str, now: int) -> tuple[bool, str | None, bool]:
    """Tell whether update 1 is still known, the draft, and whether the link still opens."""
    with store.message("t", "1", now) as again:
        is_known = again is None
    with store.message("t", update_id, now) as transaction:
        assert transaction is not None
        return is_known, transaction.draft("c", "u"), transaction.share("token") is not None


@pytest.fixture
def used(store: SqliteStore) -> SqliteStore:
    """A store with an update, a draft and a link for a week, cleaned up at the right time."""
    store.prune(store.follow_clock(NOW, 0))
    with store.message("t", "1", NOW) as transaction:
        assert transaction is not None
        transaction.save_draft("c", "u", "1")
        transaction.save_share(Share("token", "c", "u", "p", NOW, NOW + 7 * DAY, may_edit=False))
    return store


@pytest.mark.parametrize("days", [-20_000, -2, 10, 200, 5000])
def test_a_clock_that_is_wrong_for_some_hours_deletes_nothing(used: SqliteStore, days: int) -> None:
    for hour in range(5):
        used.prune(used.follow_clock(NOW + days * DAY, HOUR if hour else 0))
    assert kept(used, "2", NOW) == (True, "1", True)


def test_starting_again_and_again_with_a_wrong_clock_deletes_nothing(path: Path) -> None:
    for turn in range(30):
        with SqliteStore.open(path) as store:
            store.prune(store.follow_clock(NOW if turn == 0 else NOW + 4000 * DAY, 0))
            if turn == 0:
                with store.message("t", "1", NOW) as transaction:
                    assert transaction is not None
                    transaction.save_draft("c", "u", "1")
    with SqliteStore.open(path) as store:
        assert kept(store, "2", NOW) == (True, "1", False)


def test_what_is_written_while_the_clock_is_behind_is_not_old_afterwards(
    used: SqliteStore,
) -> None:
    used.prune(used.follow_clock(100, 0))  # a machine that forgot the year
    with used.message("t", "2", 200) as transaction:
        assert transaction is not None
        assert transaction.now == NOW
        transaction.save_draft("new", "u", "2")
    used.prune(used.follow_clock(NOW + HOUR, HOUR))
    with used.message("t", "3", NOW + HOUR) as transaction:
        assert transaction is not None
        assert transaction.draft("new", "u") == "2"


def test_what_is_written_while_the_clock_is_ahead_is_not_kept_for_years(used: SqliteStore) -> None:
    with used.message("t", "2", NOW + 4000 * DAY) as transaction:
        assert transaction is not None
        transaction.save_draft("new", "u", "2")
    used.prune(used.follow_clock(NOW + HOUR, HOUR))
    used.prune(NOW + 182 * DAY)
    assert used._db.execute("SELECT count(*) FROM drafts").fetchone() == (0,)


def test_a_right_clock_still_deletes_what_is_old(used: SqliteStore) -> None:
    for day in (*range(20, 181, 20), 181):
        used.prune(used.follow_clock(NOW + day * DAY, 20 * DAY))
    assert kept(used, "2", NOW + 181 * DAY) == (False, None, False)


def test_the_plan_saved_last_comes_first_though_the_clock_went_back(store: SqliteStore) -> None:
    for number, now in enumerate((NOW, NOW - HOUR)):
        with store.message("t", str(number), now) as transaction:
            assert transaction is not None
            transaction.save_plan(f"plan-{number}", "c", "u", "{}")
            found = [plan.id for plan in transaction.plans_of("c", "u", 9, 0)]
    assert found == ["plan-1", "plan-0"]
