"""Budgets: who asks for too much rests for a while, alone; nobody else notices."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.budgets import LONG_REST, REST, Budgets, Kind, Refusal, pieces_of
from bot.config import Config, LimitsConfig
from tests.bot.clock import Clock

NONE = LimitsConfig(0, 0, 0, 0, 0, 0, 0, 1)
FEW = replace(NONE, messages_per_minute=3, group_times=2)
DEFAULT = Config.load(None, {}).limits


class Asking:
    """People who ask by a clock; every question is another update."""

    def __init__(self, limits: LimitsConfig) -> None:
        self.clock, self._updates = Clock(), count()
        self.budgets = Budgets(limits, self.clock)

    def ask(
        self, person: str = "a", group: str | None = None, kind: Kind = "message", pieces: int = 1
    ) -> Refusal | None:
        return self.budgets.spend(kind, person, group, str(next(self._updates)), pieces)


def test_too_much_is_refused_until_the_rest_is_over_and_only_once_for_the_first_time() -> None:
    asking = Asking(FEW)
    assert [asking.ask() for _ in range(3)] == [None] * 3
    assert asking.ask() == Refusal("message", REST, is_first=True)
    asking.clock.now += 20
    assert asking.ask() == Refusal("message", REST - 20, is_first=False)
    asking.clock.now += 40
    assert [asking.ask() for _ in range(3)] == [None] * 3


@given(st.lists(st.tuples(st.sampled_from("ab"), st.floats(0, 30)), max_size=80))
def test_what_one_person_asks_changes_nothing_for_another(asked: list[tuple[str, float]]) -> None:
    together, alone = Asking(FEW), Asking(FEW)
    for person, pause in asked:
        together.clock.now += pause
        alone.clock.now += pause
        found = together.ask(person)
        if person == "a":
            assert found == alone.ask("a")


@given(st.lists(st.floats(0, 70), max_size=60))
def test_every_rest_begins_once_and_ends_when_it_was_said(pauses: list[float]) -> None:
    asking, over = Asking(FEW), 0.0
    for pause in pauses:
        asking.clock.now += pause
        found = asking.ask()
        is_resting = asking.clock.now < over
        assert (found is not None and not found.is_first) == is_resting
        if found:
            over = over if is_resting else asking.clock.now + REST
            assert asking.clock.now + found.seconds == pytest.approx(over)


def test_a_group_together_may_ask_for_some_times_as_much() -> None:
    asking = Asking(FEW)
    assert [asking.ask(person, "g") for person in "abcdef"] == [None] * 6
    assert asking.ask("x", "g") == Refusal("message", REST, is_first=True)
    assert asking.ask("x") is None, "elsewhere they have their own"
    assert asking.ask("x", "h") is None


def test_in_a_group_each_has_no_more_than_their_own() -> None:
    asking = Asking(FEW)
    for _ in range(3):
        asking.ask("a", "g")
    assert asking.ask("a", "g") is not None
    assert asking.ask("b", "g") is None


def test_an_update_that_is_tried_again_is_counted_once() -> None:
    budgets = Budgets(FEW, Clock())
    for _ in range(50):
        assert budgets.spend("message", "a", None, "7") is None
    assert budgets.spend("message", "a", None, "8", 3) == Refusal("message", REST, is_first=True)
    assert budgets.spend("message", "a", None, "8", 3) == Refusal("message", REST, is_first=True)


def test_one_kind_takes_nothing_from_another() -> None:
    asking = Asking(replace(FEW, taps_per_minute=1))
    assert asking.ask(kind="tap") is None
    assert asking.ask(kind="tap") is not None
    assert asking.ask() is None


def test_all_updates_of_a_day_count_together() -> None:
    asking = Asking(replace(NONE, updates_per_day=2))
    assert asking.ask(kind="tap") is None
    assert asking.ask(pieces=10) is None
    assert asking.ask(kind="import") == Refusal("import", LONG_REST, is_first=True)
    assert asking.ask(kind="picture") is None, "a picture comes with an update"


def test_what_takes_the_processor_long_counts_too() -> None:
    asking = Asking(replace(NONE, work_seconds_per_minute=2))
    assert asking.ask() is None
    asking.budgets.worked("a", 2.5)
    assert asking.ask(kind="tap") == Refusal("tap", REST, is_first=True)
    assert asking.ask("b") is None
    asking.clock.now += REST
    assert asking.ask() is None


def test_no_limit_refuses_nothing() -> None:
    asking = Asking(NONE)
    asking.budgets.worked("a", 100)
    kinds: tuple[Kind, ...] = ("message", "tap", "picture", "export", "import")
    assert not any(asking.ask("a", "g", kind, 9) for _ in range(500) for kind in kinds)


def test_a_quick_person_never_meets_a_limit() -> None:
    asking = Asking(DEFAULT)
    for _ in range(60):
        for kind in ("tap", "tap", "tap", "message"):
            assert asking.ask("a", "g", kind) is None
            asking.budgets.worked("a", 0.005)
            asking.clock.now += 0.25


@pytest.mark.parametrize(("length", "pieces"), [(0, 1), (49, 1), (50, 2), (300, 7), (100_000, 10)])
def test_a_long_text_counts_as_several_short_ones(length: int, pieces: int) -> None:
    assert pieces_of("x" * length) == pieces


def test_what_is_remembered_of_strangers_is_forgotten() -> None:
    asking = Asking(FEW)
    for number in range(5000):
        for _ in range(4):
            asking.ask(str(number))
        asking.clock.now += 1
    (budget,) = asking.budgets._own["message"]
    assert len(budget._allowance) <= 61
    assert len(budget._rests_until) <= 61
    assert len(asking.budgets._decided) <= 1000
