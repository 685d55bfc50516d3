"""Months of growth: exact sums, and what a simulation of single people gives on average."""

from __future__ import annotations

from random import Random
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.growth.figures import FIGURES, FigureName, figure_of, timetable
from knowledge.growth.months import MOST_MONTHS, Pace, Schedule, hires_needed_in, schedule
from knowledge.knowledge import Knowledge

PACES = st.builds(
    Pace, st.integers(1, 40), st.integers(0, 6), st.sampled_from((0.0, 0.1, 0.35, 0.6, 0.9))
)
SIZES = st.integers(1, 300)


@given(SIZES, SIZES, PACES)
def test_hires_are_growth_plus_replacement(start: int, target: int, pace: Pace) -> None:
    if start == target:
        return
    found = schedule(start, target, pace)
    end = found.months[-1].people
    assert found.hires == end - start + found.left
    people = start
    for number, month in enumerate(found.months, 1):
        assert month.number == number
        assert month.people == people - month.left + month.joined
        assert 0 <= month.joined <= (pace.hires if target > start else 0)
        assert 0 <= month.learning <= month.people
        people = month.people
    assert len(found.months) <= MOST_MONTHS


@given(SIZES, SIZES, PACES)
def test_a_way_ends_at_its_target_or_says_where_it_stands_still(
    start: int, target: int, pace: Pace
) -> None:
    if start >= target:
        return
    found = schedule(start, target, pace)
    if found.limit is None:
        assert found.is_reached or len(found.months) == MOST_MONTHS
    else:
        assert found.limit < target
        assert pace.hires <= (target - 1) * pace.leaving + 1e-9
        more = Pace(int((target - 1) * pace.leaving) + 1, pace.ramp_months, pace.turnover)
        assert schedule(start, target, more).limit is None


@given(SIZES, SIZES, st.integers(1, 36), PACES)
def test_the_fewest_hires_that_arrive_in_time_are_found(
    start: int, target: int, months: int, pace: Pace
) -> None:
    if start >= target:
        assert start == target or hires_needed_in(start, target, months, pace) == 0
        return
    hires = hires_needed_in(start, target, months, pace)
    arrives = _arrives(start, target, months, Pace(hires, pace.ramp_months, pace.turnover))
    assert arrives or hires == 2 * target
    fewer = Pace(hires - 1, pace.ramp_months, pace.turnover)
    assert hires == 1 or not _arrives(start, target, months, fewer)


def _arrives(start: int, target: int, months: int, pace: Pace) -> bool:
    found = schedule(start, target, pace)
    return found.is_reached and len(found.months) <= months


def test_a_year_of_monthly_leavers_is_the_yearly_turnover() -> None:
    """The fact sheet: yearly 45 % is about 4.9 % a month."""
    pace = Pace(0, 0, 0.45)
    assert pace.leaving == pytest.approx(0.049, abs=5e-4)
    assert (1 - pace.leaving) ** 12 == pytest.approx(0.55)


def test_without_turnover_only_growth_is_hired() -> None:
    found = schedule(3, 30, Pace(4, 3, 0.0))
    assert (found.hires, found.left, len(found.months)) == (27, 0, 7)
    assert [month.learning for month in found.months] == [4, 8, 12, 12, 12, 12, 11]


def test_a_milestone_is_passed_in_the_first_month_that_has_its_size() -> None:
    found = schedule(3, 30, Pace(4, 3, 0.0))
    assert [found.month_of(size) for size in (7, 8, 30, 31)] == [1, 2, 7, None]
    back = schedule(100, 90, Pace(0, 0, 0.5))
    assert back.month_of(100) == 1
    assert back.months[-1].people == 90


def _simulated(start: int, target: int, pace: Pace, months: int, runs: int) -> list[list[float]]:
    """Let single people join, learn and leave by chance; gives team, leavers and learners."""
    dice, found = Random(7), [[0.0, 0.0, 0.0] for _ in range(months)]  # noqa: S311 - no secret
    for _ in range(runs):
        team = [99] * start  # months since each one joined
        for month in range(months):
            stay = [age + 1 for age in team if dice.random() >= pace.leaving]
            left = len(team) - len(stay)
            joined = max(0, min(pace.hires, target - len(stay)))
            team = [*stay, *[1] * joined]
            learning = sum(age <= pace.ramp_months for age in team)
            for i, figure in enumerate((len(team), left, learning)):
                found[month][i] += figure / runs
    return found


@pytest.mark.parametrize(
    ("start", "target", "pace"),
    [(3, 30, Pace(3, 3, 0.35)), (20, 60, Pace(6, 2, 0.6)), (50, 120, Pace(4, 4, 0.3))],
    ids=str,
)
def test_a_simulation_of_single_people_gives_the_same_months(
    start: int, target: int, pace: Pace
) -> None:
    found = schedule(start, target, pace)
    months = found.months[:24]
    wanted = _simulated(start, target, pace, len(months), 300)
    left = 0.0
    for month, (people, leavers, learning) in zip(months, wanted, strict=True):
        left += month.left - leavers
        assert month.people == pytest.approx(people, abs=max(1.5, 0.03 * people))
        assert abs(left) < 2.5
        assert month.learning == pytest.approx(learning, abs=1.8)


def test_the_limit_is_where_a_long_simulation_stands_still() -> None:
    pace = Pace(4, 3, 0.5)
    found = schedule(40, 200, pace)
    assert found.limit is not None
    long = _simulated(40, 200, pace, 90, 60)
    assert mean(people for people, *_ in long[70:]) == pytest.approx(found.limit, rel=0.06)


def test_nonsense_is_refused() -> None:
    for pace in (Pace(-1, 0, 0.1), Pace(1, -1, 0.1), Pace(1, 0, 1.0)):
        with pytest.raises(ValueError, match="no way"):
            schedule(3, 5, pace)
    with pytest.raises(ValueError, match="no time"):
        hires_needed_in(3, 5, 0, Pace(1, 0, 0.0))


@pytest.mark.parametrize("channel", ["telesales", "ecommerce", "customer_service", "marketing"])
def test_every_channel_has_every_figure_within_its_limits(
    knowledge: Knowledge, channel: str
) -> None:
    for name in FIGURES:
        figure = figure_of(knowledge.growth, name, channel)
        usual = figure.low if figure.default is None else figure.default
        assert figure.least <= figure.low <= usual <= figure.high <= figure.most
        assert figure.sources


def test_what_nobody_told_is_assumed_and_marked(knowledge: Knowledge) -> None:
    found, used = timetable(knowledge.growth, "telesales", (3, 30), {"turnover": 0.5})
    assert {u.figure.id: u.is_told for u in used} == {
        "months": False,
        "ramp_months": False,
        "turnover": True,
    }
    assert found.pace.turnover == 0.5
    assert found.is_reached
    assert len(found.months) <= 12


def test_hires_a_month_that_were_told_take_the_place_of_the_months(knowledge: Knowledge) -> None:
    told: dict[FigureName, float] = {"hires_per_month": 2}
    found, used = timetable(knowledge.growth, "ecommerce", (3, 30), told)
    assert isinstance(found, Schedule)
    assert found.pace.hires == 2
    assert [u.figure.id for u in used] == ["hires_per_month", "ramp_months", "turnover"]


def test_shrinking_needs_no_hires_and_no_ramp(knowledge: Knowledge) -> None:
    found, used = timetable(knowledge.growth, "marketing", (30, 20), {})
    assert (found.hires, found.is_reached) == (0, True)
    assert [u.figure.id for u in used] == ["turnover"]
