"""Queues agree with every published example, with another library, and with common sense."""

from __future__ import annotations

import csv
import tomllib
from fractions import Fraction
from itertools import islice
from math import exp, inf
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.workload.erlang import (
    agents_needed,
    blocking,
    erlang_b,
    erlang_c,
    load_of,
    service,
    services,
    whole,
)

CASES = Path(__file__).parents[2] / "cases"
PUBLISHED: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (CASES / "erlang.toml").read_text("utf-8")
)
# 1000 random cases reckoned once with pyworkforce 0.5.1, which is no dependency of this project.
OTHERS = [
    {name: float(value) for name, value in row.items()}
    for row in csv.DictReader((CASES / "erlang_vectors.csv").read_text("utf-8").splitlines())
]
LOADS = st.floats(0.01, 400, allow_nan=False)
AGENTS = st.integers(1, 500)
TIMES = st.tuples(st.floats(1, 3600), st.floats(0, 600))  # handle, answer


def rows(kind: str) -> list[Any]:
    """Give the published rows of a kind, named by their sentence or source."""
    return [pytest.param(row, id=row.get("name", row["source"])) for row in PUBLISHED[kind]]


def load(row: dict[str, Any]) -> float:
    return load_of(row["calls"], row["aht_seconds"], row["interval_minutes"] * 60)


def assert_as_published(found: float, published: str) -> None:
    """Compare within one unit of the last digit that was published."""
    digits = published.rstrip("%")
    unit = 10.0 ** -len(digits.partition(".")[2])
    scale = 0.01 if published.endswith("%") else 1.0
    assert abs(found - float(digits) * scale) <= unit * scale + 1e-12


@pytest.mark.parametrize("row", rows("evaluated"))
def test_so_many_agents_serve_as_published(row: dict[str, Any]) -> None:
    found = service(row["agents"], load(row), row["aht_seconds"], row["answer_seconds"])
    reckoned = {"load": load(row), "immediate": 1 - found.probability_wait}
    for name in ("probability_wait", "service_level", "asa_seconds", "occupancy", *reckoned):
        if name in row:
            value = reckoned[name] if name in reckoned else getattr(found, name)
            assert_as_published(value, row[name])


@pytest.mark.parametrize("row", rows("needed"))
def test_so_many_agents_are_needed_as_published(row: dict[str, Any]) -> None:
    goal = (row["answer_seconds"], row["target"], row["max_occupancy"])
    assert agents_needed(load(row), row["aht_seconds"], *goal) == row["agents"]


@pytest.mark.parametrize("row", [r for k in ("evaluated", "needed") for r in rows(k)])
def test_so_many_are_on_the_shift_as_published(row: dict[str, Any]) -> None:
    if "scheduled" in row:
        shrinkage, scheduled = row["scheduled"]
        assert whole(row["agents"] / (1 - shrinkage)) == scheduled


@pytest.mark.parametrize("row", rows("away"))
def test_absence_is_made_up_for_as_published(row: dict[str, Any]) -> None:
    raw = row["agents"] / (1 - row["shrinkage"])
    assert_as_published(raw, row["raw"])
    assert whole(raw) == row["scheduled"]


@pytest.mark.parametrize("row", rows("waiting"))
def test_so_many_calls_wait_as_published(row: dict[str, Any]) -> None:
    assert_as_published(erlang_c(row["agents"], row["load"]), row["probability_wait"])


@pytest.mark.parametrize("row", rows("blocked"))
def test_so_many_calls_are_lost_as_published(row: dict[str, Any]) -> None:
    assert_as_published(erlang_b(row["agents"], row["load"]), row["probability"])


def test_a_thousand_random_cases_agree_with_another_library() -> None:
    assert len(OTHERS) == 1000
    for row in OTHERS:
        found = service(int(row["agents"]), load(row), row["aht_seconds"], row["answer_seconds"])
        for name in ("probability_wait", "service_level", "occupancy"):
            assert getattr(found, name) == pytest.approx(row[name], abs=1e-9)


@pytest.mark.parametrize(("agents", "offered"), [(14, 10), (2, 1), (40, 33), (60, 48)])
def test_the_recurrence_is_the_textbook_formula(agents: int, offered: int) -> None:
    """Exact fractions of the direct form, as long as factorials are small enough."""
    power, terms = Fraction(1), Fraction(0)
    for k in range(agents):
        terms += power
        power = power * offered / (k + 1)
    queue = power * Fraction(agents, agents - offered)
    assert erlang_c(agents, float(offered)) == pytest.approx(float(queue / (terms + queue)))


@given(agents=AGENTS, offered=LOADS, times=TIMES)
def test_every_share_lies_between_nothing_and_all(
    agents: int, offered: float, times: tuple[float, float]
) -> None:
    found = service(agents, offered, *times)
    for value in (found.probability_wait, found.service_level, found.occupancy):
        assert 0 <= value <= 1
    assert found.asa_seconds >= 0


@given(agents=AGENTS, offered=LOADS, times=TIMES)
def test_one_more_agent_never_serves_worse(
    agents: int, offered: float, times: tuple[float, float]
) -> None:
    fewer, more = (service(n, offered, *times) for n in (agents, agents + 1))
    assert more.probability_wait <= fewer.probability_wait
    assert more.service_level >= fewer.service_level - 1e-12
    assert more.asa_seconds <= fewer.asa_seconds
    assert more.occupancy <= fewer.occupancy


@given(agents=AGENTS, offered=LOADS, more=st.floats(0, 50), times=TIMES)
def test_more_load_never_serves_better(
    agents: int, offered: float, more: float, times: tuple[float, float]
) -> None:
    light, heavy = (service(agents, n, *times) for n in (offered, offered + more))
    assert heavy.probability_wait >= light.probability_wait - 1e-12
    assert heavy.service_level <= light.service_level + 1e-12


@given(
    offered=LOADS, times=TIMES, target=st.floats(0, 0.999), cap=st.floats(0.3, 1, exclude_min=True)
)
def test_the_agents_found_are_the_fewest_that_reach_the_goal(
    offered: float, times: tuple[float, float], target: float, cap: float
) -> None:
    agents = agents_needed(offered, *times, target, cap)
    reached = service(agents, offered, *times)
    assert reached.service_level >= target
    assert reached.occupancy <= cap + 1e-9
    assert agents > offered
    fewer = service(agents - 1, offered, *times)
    assert agents == 1 or fewer.service_level < target or offered / (agents - 1) > cap - 1e-9


@given(offered=LOADS, times=TIMES)
def test_a_table_says_what_each_number_of_agents_says(
    offered: float, times: tuple[float, float]
) -> None:
    table = services(3, 40, offered, *times)
    assert table == tuple(service(n, offered, *times) for n in range(3, 41))


@given(offered=LOADS)
def test_waiting_is_likelier_than_being_lost(offered: float) -> None:
    for agents, lost in islice(enumerate(blocking(offered)), 1, 60):
        assert lost <= erlang_c(agents, offered) + 1e-12


def test_too_few_agents_let_everybody_wait_for_ever() -> None:
    found = service(10, 10.0, 180, 20)
    assert (found.probability_wait, found.service_level, found.asa_seconds) == (1, 0, inf)


def test_without_work_nobody_waits() -> None:
    assert service(3, 0.0, 180, 20).service_level == 1
    assert agents_needed(0.0, 180, 20, 0.8) == 1


def test_one_agent_is_the_queue_of_the_textbook() -> None:
    found = service(1, 0.5, 100, 50)
    assert found.service_level == pytest.approx(1 - 0.5 * exp(-0.25))
    assert found.asa_seconds == pytest.approx(100)


def test_thousands_of_agents_are_no_trouble() -> None:
    found = service(5000, 4900.0, 300, 20)
    assert 0 < found.probability_wait < 1


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: service(-1, 1.0, 180, 20),
        lambda: service(3, -1.0, 180, 20),
        lambda: service(3, inf, 180, 20),
        lambda: service(3, 1.0, 0, 20),
        lambda: service(3, 1.0, 180, -1),
        lambda: services(1, 3, 1.0, 0, 20),
        lambda: agents_needed(1.0, 180, 20, 1.0),
        lambda: agents_needed(1.0, 180, 20, 0.8, 0),
    ],
)
def test_what_makes_no_sense_is_a_fault_of_the_caller(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"cannot|can be|no call"):
        wrong()
