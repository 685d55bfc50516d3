"""Workloads become people by arithmetic that can be followed, and a range where it is rough."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.knowledge import Knowledge
from knowledge.loader import load
from knowledge.model import MAX_SIZE
from knowledge.workload.quantity import Told
from knowledge.workload.result import Refusal, Sizing
from knowledge.workload.sheet import EASING
from knowledge.workload.sizing import size
from tests.knowledge.workload.told import ALL_WORKS, CASES, exactly, sized, told, usual

_KNOWLEDGE = load()


def test_the_example_of_the_issue(knowledge: Knowledge) -> None:
    found = sized(
        knowledge,
        "calls",
        calls=100,
        interval_minutes=30,
        aht_seconds=180,
        service_level=0.8,
        answer_seconds=20,
        max_occupancy=0.85,
        shrinkage=0.3,
    )
    together = found.together
    assert (together.agents.count, together.scheduled.count, together.staff.count) == (14, 20, 20)
    assert (together.staff.low, together.staff.high) == (20, 20)
    assert found.queue is not None
    assert found.queue.reached.service_level == pytest.approx(0.88835002)
    assert [served.agents for served in found.queue.around] == list(range(11, 18))


def test_opening_hours_decide_how_many_to_employ(knowledge: Knowledge) -> None:
    """One seat, 16 hours a day, all week: four people at 30 % away (staffing facts, E2)."""
    found = sized(
        knowledge, "calls", calls=1, aht_seconds=60, open_hours=16, open_days=7, shrinkage=0.3
    )
    assert found.together.agents.count == 1
    assert found.together.staff.raw == pytest.approx(4.0)
    assert found.together.staff.count == 4


def test_a_short_day_still_needs_everybody_at_once(knowledge: Knowledge) -> None:
    found = sized(knowledge, "calls", calls=100, aht_seconds=180, open_hours=2)
    assert found.together.staff.count == found.together.scheduled.count == 20


def test_a_quiet_time_needs_fewer(knowledge: Knowledge) -> None:
    busy = sized(knowledge, "calls", calls=100, open_hours=12)
    found = sized(knowledge, "calls", calls=100, open_hours=12, off_peak_calls=20, peak_hours=3)
    peak, off_peak = found.periods
    assert (peak.hours, off_peak.hours) == (3, 9)
    assert off_peak.agents < peak.agents == found.together.agents.count
    assert found.together.staff.raw < busy.together.staff.raw
    assert found.together.scheduled == busy.together.scheduled


def test_three_chats_at_a_time_take_a_third_of_the_time(knowledge: Knowledge) -> None:
    chats = sized(knowledge, "chats", chats=60, chat_minutes=9, concurrency=3, reply_seconds=20)
    calls = sized(knowledge, "calls", calls=60, aht_seconds=180, answer_seconds=20)
    assert chats.queue == calls.queue


def test_mail_is_time_without_a_queue(knowledge: Knowledge) -> None:
    figures = {"mail_minutes": 5, "max_occupancy": 0.85, "shrinkage": 0.3}
    found = sized(knowledge, "mails", mails=200, backlog=500, clear_days=5, **figures)
    assert found.queue is None
    assert found.together.agents.raw == pytest.approx(300 * 5 / (8 * 60 * 0.85))
    assert found.together.staff.raw == pytest.approx(300 * 5 / (8 * 60 * 0.85 * 0.7))


def test_mail_every_day_needs_turns(knowledge: Knowledge) -> None:
    weekdays, always = (sized(knowledge, "mails", mails=200, open_days=n) for n in (5, 7))
    assert always.together.staff.raw == pytest.approx(weekdays.together.staff.raw * 7 / 5)


def test_dials_are_shared_out_by_what_one_person_dials(knowledge: Knowledge) -> None:
    found = sized(knowledge, "telesales", dials=3000, dials_per_agent=60, absence=0.1)
    assert found.together.agents.raw == pytest.approx(50)
    assert found.together.staff.count == 56


def test_a_dial_takes_its_time(knowledge: Knowledge) -> None:
    """The published day: 290 s a dial, about 60 dials in five hours (staffing facts, C2)."""
    times = {"dial_seconds": 180, "talk_seconds": 80, "wrap_seconds": 30, "phone_hours": 5}
    found = sized(knowledge, "telesales", dials=620, contact_rate=1, absence=0, **times)
    assert found.together.agents.raw == pytest.approx(620 / (5 * 3600 / 290))
    assert found.together.agents.count == 10


def test_deals_are_turned_into_dials(knowledge: Knowledge) -> None:
    rates = {"conversion": 0.05, "contact_rate": 0.1, "month_days": 20}
    found = sized(knowledge, "telesales", deals=60, dials_per_agent=60, absence=0, **rates)
    assert found.together.agents.raw == pytest.approx(60 / 0.05 / 0.1 / 20 / 60)


def test_leads_are_dialled_several_times(knowledge: Knowledge) -> None:
    found = sized(knowledge, "telesales", leads=200, attempts=3, dials_per_agent=60, absence=0)
    assert found.together.agents.count == 10


def test_packers_agree_with_the_shop_that_was_watched(knowledge: Knowledge) -> None:
    """600 parcels a day by three packers, 179 a person by the norm (staffing facts, D3)."""
    found = sized(knowledge, "orders", orders=600, packed_per_hour=27.5, work_hours=6.5)
    (packers,) = (need for need in found.needs if need.role == "picker_packer")
    assert packers.agents.raw == pytest.approx(600 / 178.75)
    assert packers.agents.count == 4


def test_a_shop_needs_people_role_by_role(knowledge: Knowledge) -> None:
    work, figures = CASES["a shop that does it all"]
    found = sized(knowledge, work, **figures)
    roles = ["picker_packer", "presales_cs", "aftersales_cs", "live_anchor", "live_controller"]
    assert [need.role for need in found.needs] == [*roles, "store_operator", "ec_designer"]
    assert found.variants == ("live_selling",)
    assert found.together.staff.count == sum(need.staff.count for need in found.needs)


def test_whoever_has_no_warehouse_needs_no_packers(knowledge: Knowledge) -> None:
    variants = ("third_party_logistics",)
    found = size(knowledge.workload, "orders", exactly(orders=900), variants=variants)
    assert isinstance(found, Sizing)
    assert "picker_packer" not in [need.role for need in found.needs]


def test_a_very_small_shop_shares_its_people(knowledge: Knowledge) -> None:
    found = sized(knowledge, "orders", orders=20)
    assert "shared" in found.cautions
    assert found.together.staff.count == 1


@pytest.mark.parametrize(
    ("agents", "cautions"),
    [
        (9, ("overload",)),
        (10, ("overload",)),
        (11, ("below_target", "busy", "abandonment")),
        (13, ("below_target", "abandonment")),
        (14, ("abandonment",)),
    ],
)
def test_a_number_of_agents_can_be_looked_at(
    knowledge: Knowledge, agents: int, cautions: tuple[str, ...]
) -> None:
    figures = exactly(calls=100, aht_seconds=180)
    found = size(knowledge.workload, "calls", figures, agents=agents)
    assert isinstance(found, Sizing)
    assert found.together.agents.count == agents
    assert found.cautions == cautions


def test_few_agents_are_warned_about(knowledge: Knowledge) -> None:
    assert sized(knowledge, "calls", calls=6, aht_seconds=60).cautions == ("small", "abandonment")


@pytest.mark.parametrize(
    ("work", "figures", "refusal"),
    [
        ("calls", {}, Refusal("missing", ("calls",))),
        ("telesales", {}, Refusal("missing", ("dials", "leads", "deals"))),
        ("telesales", {"dials": 9, "deals": 9}, Refusal("several", ("dials", "deals"))),
        ("calls", {"calls": 9, "mails": 9}, Refusal("unknown", ("mails",))),
        ("calls", {"calls": 0}, Refusal("outside", ("calls",), 0.01, 100_000)),
        ("calls", {"calls": float("nan")}, Refusal("outside", ("calls",), 0.01, 100_000)),
        ("calls", {"calls": 9, "shrinkage": 1}, Refusal("outside", ("shrinkage",), 0, 0.9)),
        ("calls", {"calls": 9, "peak_hours": 3}, Refusal("unused", ("peak_hours",))),
        ("telesales", {"dials": 9, "conversion": 0.1}, Refusal("unused", ("conversion",))),
        ("mails", {"mails": 9, "clear_days": 3}, Refusal("unused", ("clear_days",))),
        (
            "calls",
            {"calls": 9, "off_peak_calls": 10},
            Refusal("above", ("off_peak_calls", "calls")),
        ),
        (
            "calls",
            {"calls": 100_000, "aht_seconds": 36_000},
            Refusal("too_many", ("calls",), 0, MAX_SIZE),
        ),
        ("mails", {"mails": 1_000_000}, Refusal("too_many", ("mails",), 0, MAX_SIZE)),
    ],
)
def test_what_cannot_be_reckoned_says_why(
    knowledge: Knowledge, work: str, figures: dict[str, float], refusal: Refusal
) -> None:
    assert size(knowledge.workload, work, exactly(**figures)) == refusal


@pytest.mark.parametrize(("work", "agents"), [("calls", 0), ("calls", 5001), ("mails", 3)])
def test_only_a_queue_can_be_looked_at_with_some_agents(
    knowledge: Knowledge, work: str, agents: int
) -> None:
    found = size(knowledge.workload, work, exactly(**{work: 9}), agents=agents)
    assert found == Refusal("no_agents", (), 1, MAX_SIZE)


@pytest.mark.parametrize("case", CASES)
def test_what_was_not_told_is_named_with_its_source(knowledge: Knowledge, case: str) -> None:
    work, figures = CASES[case]
    found = sized(knowledge, work, **figures)
    assumed = [used for used in found.inputs if not used.is_told]
    assert {used.quantity.id for used in found.inputs if used.is_told} == set(figures)
    assert assumed
    for used in assumed:
        assert used.value == used.quantity.default
        assert used.quantity.sources
        rough = (used.quantity.low, used.quantity.high)
        is_estimate = used.quantity.kind == "estimate"
        assert (used.low, used.high) == (rough if is_estimate else (used.value, used.value))


@pytest.mark.parametrize("case", CASES)
def test_every_step_can_be_said_in_both_languages(knowledge: Knowledge, case: str) -> None:
    work, figures = CASES[case]
    for step in sized(knowledge, work, **figures).steps:
        values = {name: value for name, value, _ in step.figures}
        assert step.formula.text.en.format(**values)
        assert step.formula.text.zh.format(**values)
        assert step.sources


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("end", [0.5, 2.0])
def test_each_figure_moves_the_people_the_way_the_range_takes_it(
    knowledge: Knowledge, case: str, end: float
) -> None:
    """Else the low end of a range would not be the fewest people."""
    work, figures = CASES[case]
    before = sized(knowledge, work, **figures)
    for used in before.inputs:
        quantity = used.quantity
        value = min(max(used.value * end, quantity.least), quantity.most)
        if quantity.id in ("off_peak_calls", "off_peak_chats", "peak_hours"):
            value = min(value, used.value)
        after = sized(knowledge, work, **{**figures, quantity.id: value})
        more = after.together.staff.raw - before.together.staff.raw
        eases = quantity.id in EASING or (quantity.id == "contact_rate" and "deals" in figures)
        assert more * (value - used.value) * (-1 if eases else 1) >= -1e-9, quantity.id


@pytest.mark.parametrize("case", CASES)
@given(data=st.data())
@settings(max_examples=25)
def test_the_range_holds_whatever_is_usual(case: str, data: st.DataObject) -> None:
    work, figures = CASES[case]
    rough = sized(_KNOWLEDGE, work, **figures)
    estimates = [u.quantity for u in rough.inputs if not u.is_told and u.quantity.kind != "goal"]
    chosen = {q.id: Told(v, v) for q in estimates for v in [data.draw(usual(q))]}
    by_time = any("time" in word for word in case.split())
    if work == "telesales" and not by_time:
        chosen = {name: value for name, value in chosen.items() if not name.endswith("_seconds")}
    found = size(_KNOWLEDGE.workload, work, exactly(**figures) | chosen)
    assert isinstance(found, Sizing)
    assert rough.together.staff.low <= found.together.staff.count <= rough.together.staff.high


@pytest.mark.parametrize("work", ALL_WORKS, ids=lambda work: work.id)
@given(data=st.data())
@settings(max_examples=60)
def test_whatever_is_told_gives_people_or_a_reason(work: object, data: st.DataObject) -> None:
    kind = next(known for known in ALL_WORKS if known is work)
    found = size(_KNOWLEDGE.workload, kind.id, data.draw(told(_KNOWLEDGE, kind)))
    if isinstance(found, Sizing):
        for need in (*found.needs, found.together):
            for part in (need.agents, need.scheduled, need.staff):
                assert part.low <= part.count <= part.high
            assert need.agents.raw <= need.scheduled.raw + 1e-9
        assert found.together.staff.count <= MAX_SIZE
