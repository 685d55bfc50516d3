"""Allowances: so much at once, so much in the long run, nothing kept of who did nothing lately."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.allowance import Allowance, Rate

RATE = Rate(at_once=5, every=2.0)
PAUSES = st.lists(st.floats(0, 15), max_size=60)


@given(PAUSES, st.integers(1, 5))
def test_in_any_time_no_more_is_given_than_a_full_bucket_and_what_came_back(
    pauses: list[float], pieces: int
) -> None:
    allowance, now, given_at = Allowance(RATE), 1000.0, list[float]()
    for pause in pauses:
        now += pause
        if allowance.wait("a", now, pieces) == 0:
            allowance.take("a", now, pieces)
            given_at.append(now)
    for i, start in enumerate(given_at):
        for j, end in enumerate(given_at[i:], i):
            most = RATE.at_once + (end - start) / RATE.every
            assert (j - i + 1) * pieces <= most + 1e-6


@given(PAUSES, st.integers(1, 9))
def test_whoever_waits_as_long_as_told_gets_it(pauses: list[float], pieces: int) -> None:
    allowance, now = Allowance(RATE), 0.0
    for pause in pauses:
        now += pause
        allowance.take("a", now, pieces)
        now += allowance.wait("a", now, pieces) + 1e-6
        assert allowance.wait("a", now, pieces) == 0


@given(st.lists(st.tuples(st.sampled_from("abc"), st.floats(0, 3)), max_size=60))
def test_nobody_takes_from_anybody_else(taken: list[tuple[str, float]]) -> None:
    together, alone, now = Allowance(RATE), Allowance(RATE), 0.0
    for key, pause in taken:
        now += pause
        together.take(key, now)
        if key == "a":
            alone.take(key, now)
        assert together.wait("a", now) == pytest.approx(alone.wait("a", now))


@given(st.lists(st.tuples(st.integers(0, 50), st.floats(0, 9)), max_size=80))
def test_what_is_full_again_is_forgotten(taken: list[tuple[int, float]]) -> None:
    allowance, now, latest = Allowance(RATE), 0.0, dict[int, float]()
    for key, pause in taken:
        now += pause
        allowance.take(key, now)
        latest[key] = now
        assert len(allowance) <= sum(now - at <= RATE.window for at in latest.values())


def test_never_more_are_kept_than_may_be() -> None:
    allowance = Allowance(RATE, most_kept=3)
    for key in "abcdef":
        allowance.take(key, 0.0, 5)
    assert len(allowance) == 3
    assert allowance.wait("a", 0.0) == 0
    assert allowance.wait("f", 0.0) == RATE.every


def test_a_clock_that_is_set_back_keeps_nobody_waiting_for_long() -> None:
    allowance = Allowance(RATE)
    allowance.take("a", 1_000_000.0, 5)
    assert allowance.wait("a", 0.0, 5) <= RATE.window
    allowance.take("a", 0.0)
    assert allowance.wait("a", RATE.window, 5) == 0
