"""Several kinds of work: each has people of its own, and one team holds them all."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.knowledge import Knowledge
from knowledge.loader import load
from knowledge.plan import plan
from knowledge.workload.mix import MIXED, Mix, mix, without_idle
from knowledge.workload.result import Refusal
from knowledge.workload.sizing import WORKS
from knowledge.workload.team import team_of
from tests.knowledge.workload.told import exactly, sized, usual

_KNOWLEDGE = load()
AMOUNTS = {
    "calls": exactly(calls=100, interval_minutes=60),
    "chats": exactly(chats=37.5, interval_minutes=60),
    "mails": exactly(mails=200),
}


def test_the_people_of_all_kinds_are_added_up(knowledge: Knowledge) -> None:
    found = mix(knowledge.workload, AMOUNTS)
    assert isinstance(found, Mix)
    each = [
        sized(knowledge, "calls", calls=100, interval_minutes=60),
        sized(knowledge, "chats", chats=37.5, interval_minutes=60),
        sized(knowledge, "mails", mails=200),
    ]
    assert list(found.parts) == each
    assert found.together.staff.count == sum(part.together.staff.count for part in each) == 29


def test_one_plan_holds_the_people_of_all_kinds(knowledge: Knowledge) -> None:
    found = mix(knowledge.workload, AMOUNTS)
    assert isinstance(found, Mix)
    team = team_of(knowledge, found)
    assert team is not None
    assert team.front >= found.together.staff.count
    assert plan(knowledge, team.brief).people == team.size


def test_a_kind_that_cannot_be_reckoned_is_named(knowledge: Knowledge) -> None:
    found = mix(knowledge.workload, {**AMOUNTS, "chats": exactly(chats=9, concurrency=90)})
    assert found == Refusal("outside", ("concurrency",), 1, 20)


def test_more_than_the_largest_team_is_refused_only_as_a_sum(knowledge: Knowledge) -> None:
    large = exactly(mails=250_000)
    assert isinstance(mix(knowledge.workload, {"mails": large}), Mix)
    both = {"mails": large, "calls": exactly(calls=5000, aht_seconds=300)}
    found = mix(knowledge.workload, both)
    assert isinstance(found, Refusal)
    assert found.code == "too_many"


def test_a_figure_that_one_kind_uses_is_not_idle(knowledge: Knowledge) -> None:
    peak = exactly(calls=100, off_peak_calls=20, peak_hours=3)
    told = {"calls": peak, "chats": exactly(chats=9, peak_hours=3)}
    used, idle = without_idle(knowledge.workload, told)
    assert used == {"calls": peak, "chats": exactly(chats=9)}
    assert idle == ()


def test_a_figure_that_no_kind_uses_is_named(knowledge: Knowledge) -> None:
    told = {"calls": exactly(calls=100, peak_hours=3), "mails": exactly(mails=9, clear_days=2)}
    used, idle = without_idle(knowledge.workload, told)
    assert used == {"calls": exactly(calls=100), "mails": exactly(mails=9)}
    assert idle == ("peak_hours", "clear_days")


@settings(max_examples=30)
@given(st.data())
def test_another_kind_of_work_never_means_fewer_people(data: st.DataObject) -> None:
    works = data.draw(st.permutations(MIXED))
    known = _KNOWLEDGE.workload
    told = {
        work: exactly(**{work: data.draw(usual(known.quantities[WORKS[work].demand[0]]))})
        for work in works
    }
    fewer = mix(known, {work: told[work] for work in works[:2]})
    more = mix(known, told)
    if isinstance(more, Mix):
        assert isinstance(fewer, Mix)
        assert more.together.staff.count >= fewer.together.staff.count + 1
        assert more.together.staff.low <= more.together.staff.count <= more.together.staff.high
