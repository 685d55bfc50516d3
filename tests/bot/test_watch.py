"""The watch of a running bot's store: told once, seen on the health page, ended if it must be."""

from __future__ import annotations

import logging

import pytest

from bot.errors import StoreError, StoreLostError
from bot.figures import FAULT_SECONDS, Figures
from bot.health import report
from bot.watch import AGAIN_SECONDS, StoreWatch


class Ticks:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Ward:
    """A watch with its clock, and the errors with which it ended the program."""

    def __init__(self) -> None:
        self.ticks, self.ends = Ticks(), list[StoreError]()
        self.figures = Figures(ticks=self.ticks)
        self.watch = StoreWatch(self.figures, self.ends.append, self.ticks)

    def seen(self) -> object:
        return report(self.figures, lambda: (0, None))["store"]


@pytest.fixture
def ward() -> Ward:
    return Ward()


def test_a_fault_met_again_and_again_is_logged_once_a_minute(
    ward: Ward, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    for _ in range(int(AGAIN_SECONDS) + 5):
        ward.watch.failed(StoreError("full"))
        ward.watch.failed(StoreError("locked"))  # two faults in turn are no flood either
        ward.ticks.now += 1
    assert [record.message for record in caplog.records] == ["the store cannot be used"] * 4
    ward.watch.worked()
    ward.watch.worked()
    assert [record.message for record in caplog.records[4:]] == ["the store can be used again"]
    assert ward.ends == []


def test_the_health_page_says_what_is_wrong_until_something_was_written(ward: Ward) -> None:
    assert ward.seen() is None
    ward.watch.failed(StoreError("full"))
    assert ward.seen() == "full"
    ward.watch.worked()
    assert ward.seen() is None


def test_a_fault_that_was_not_met_again_is_over(ward: Ward) -> None:
    ward.watch.failed(StoreError("full"))
    ward.ticks.now += FAULT_SECONDS
    assert ward.seen() == "full"
    ward.ticks.now += 0.1
    assert ward.seen() is None


def test_only_what_no_waiting_mends_ends_the_program(ward: Ward) -> None:
    ward.watch.failed(StoreError("full"))
    lost = StoreLostError("damaged")
    ward.watch.failed(lost)
    assert ward.ends == [lost]


def test_the_clock_on_the_wall_may_jump_without_an_alarm() -> None:
    wall, ticks = Ticks(), Ticks()
    figures = Figures(wall, ticks, is_polling=True)
    figures.polled()
    for jump in (-1e6, 2e6):
        wall.now += jump
        assert report(figures, lambda: (0, None))["healthy"]
    ticks.now += 91
    assert report(figures, lambda: (0, None))["reasons"] == ["no_poll"]
