"""Workloads in the chat: what is read from a sentence, what stays a brief, the way to a plan."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.screen import MAX_DATA
from bot.telegram.keyboard import owned, read_owned
from bot.words import LANGUAGES
from bot.words.voice import Language, voice
from flows.replies import Say, ShowPlan
from flows.sizing.replies import RefuseSizing, ShowSizing
from flows.sizing.workloads import Part, Parts, part, read, ref, write
from flows.waiting import SIZE
from knowledge.workload.mix import MIXED
from knowledge.workload.quantity import Told
from knowledge.workload.sizing import WORKS
from tests.flows.talk import Talk, knowledge, lexicon
from tests.flows.test_editing import Editing


def shown(talk: Talk | Editing) -> ShowSizing:
    (found,) = (reply for reply in talk.replies if isinstance(reply, ShowSizing))
    return found


def figures(text: str) -> tuple[str, dict[str, Any]]:
    """Give the work and the figures that are read: a number, or both ends of a rough one."""
    talk = Talk()
    talk.say(text)
    (found,) = shown(talk).parts
    return found.work, {n: t.low if t.low == t.high else (t.low, t.high) for n, t in found.told}


def keys(talk: Talk) -> list[str]:
    return [reply.key for reply in talk.replies if isinstance(reply, Say)]


HALF_HOUR = {"calls": 100, "interval_minutes": 30, "aht_seconds": 180}
SHOP = {"orders": 300, "presales_chats": 200}
HOUR = {"calls": 60, "interval_minutes": 60, "aht_seconds": 240}


@pytest.mark.parametrize(
    ("text", "work", "told"),
    [
        ("100 calls every 30 minutes, 3 minutes each", "calls", HALF_HOUR),
        ("100 calls per half hour, aht 180 seconds, how many agents?", "calls", HALF_HOUR),
        ("How many agents for 100 calls per 30 minutes at 3 min AHT?", "calls", HALF_HOUR),
        ("每30分钟100通电话，每通3分钟", "calls", HALF_HOUR),
        ("每半小时一百个来电，每个3分钟，要几个客服", "calls", HALF_HOUR),
        ("客服每小时60通电话，每通4分钟", "calls", HOUR),
        ("客服每小時60通電話，每通4分鐘", "calls", HOUR),
        ("60 calls an hour, each takes 4 minutes", "calls", HOUR),
        ("每小时60通电话，每通3分半", "calls", {**HOUR, "aht_seconds": 210}),
        ("80-120 calls an hour, 4 minutes each", "calls", {**HOUR, "calls": (80, 120)}),
        (
            "每天800个来电，每天服务10小时，每通5分钟",
            "calls",
            {"calls": 80, "interval_minutes": 60, "aht_seconds": 300, "open_hours": 10},
        ),
        ("每天800个来电要几个人", "calls", {"calls": 100, "interval_minutes": 60}),
        (
            "40 chats an hour, 8 minutes each",
            "chats",
            {"chats": 40, "interval_minutes": 60, "chat_minutes": 8},
        ),
        ("每天500封邮件要几个客服", "mails", {"mails": 500}),
        ("每天300单要几个人", "orders", {"orders": 300}),
        ("一天五百单，要多少人", "orders", {"orders": 500}),
        ("300 orders a day, how many people do I need?", "orders", {"orders": 300}),
        ("每天800单，直播6小时，要多少人", "orders", {"orders": 800, "live_hours": 6}),
        ("每天300单，200个咨询，要几个人", "orders", {"orders": 300, "presales_chats": 200}),
        ("300 orders and 200 chats a day, how many people?", "orders", SHOP),
        ("每天打2000个电话要多少电销", "telesales", {"dials": 2000}),
        ("每天打兩千個電話要多少電銷", "telesales", {"dials": 2000}),
        ("2,000 dials a day, how many reps", "telesales", {"dials": 2000}),
        ("每天300条新线索要几个销售", "telesales", {"leads": 300}),
        ("每月成交60单要多少电销", "telesales", {"deals": 60}),
    ],
)
def test_the_figures_of_a_workload_are_read(text: str, work: str, told: dict[str, Any]) -> None:
    assert figures(text) == (work, told)


@pytest.mark.parametrize(
    "text",
    [
        "我们12个人做电商，每天300单",
        "我們12個人做電商，每天300單",
        "I have 8 staff and 3000 orders per day on Shopify",
        "平均处理时长5分钟，每天1200通来电，客服30人",
        "average handle time 6 minutes, 900 calls a day, 28 support agents",
        "做电商，每天300单",
        "一个客服每天接100个电话，每通3分钟",
        "50个人要几个组长",
        "每天打200个电话要多少底薪",
        "客服每小时60通电话，每通4分钟，正常吗",
        "is 3 minutes each normal for 100 calls an hour?",
        "每小时60通电话，每通4分钟，客服主管做什么",
        "我们每天100个电话和50封邮件，谁来管质检",
        "100 calls and 50 emails a day, what does a team leader do?",
    ],
)
def test_a_team_whose_size_is_told_or_that_asks_nothing_is_no_workload(text: str) -> None:
    talk = Talk()
    talk.say(text)
    assert not any(isinstance(reply, ShowSizing) for reply in talk.replies)


@pytest.mark.parametrize("text", ["/size", "要多少人", "算人数", "how many people do I need?"])
def test_the_amount_is_asked_for_and_the_next_message_taken_for_it(text: str) -> None:
    talk = Talk()
    talk.say(text)
    assert keys(talk) == ["size.ask"]
    assert talk.draft.pending == SIZE
    talk.say("每天300单")
    assert shown(talk).parts[0].work == "orders"
    assert talk.draft.pending is None


def test_a_brief_is_still_a_brief_while_an_amount_is_waited_for() -> None:
    talk = Talk()
    talk.say("/size")
    talk.say("12 people, telesales, just started")
    assert talk.planned is not None
    assert talk.draft.pending is None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("/size something else", "size.not_read"),
        ("每月9000单要多少人", "size.per_day"),
        ("500 calls a week, 3 minutes each", "size.per_day"),
        ("每天成交5单要多少电销", "size.per_month"),
    ],
)
def test_what_cannot_be_used_is_answered_with_what_to_write(text: str, key: str) -> None:
    talk = Talk()
    talk.say(text)
    assert keys(talk) == [key]


def test_a_figure_outside_its_limits_is_named_with_them() -> None:
    talk = Talk()
    talk.say("100 calls an hour, 40 hours each")
    (refused,) = talk.replies
    assert refused == RefuseSizing("outside", ("aht_seconds",), 1, 36000)


def test_a_figure_without_effect_is_left_out_and_named() -> None:
    talk = Talk()
    talk.say("每天300条新线索，接通率15%，要几个销售")
    found = shown(talk)
    assert found.parts == (Part("telesales", (("leads", Told(300, 300)),)),)
    assert found.unused == ("contact_rate",)


def test_a_tap_opens_the_plan_of_the_team() -> None:
    talk = Talk()
    talk.say("每天打2000个电话要多少电销")
    talk.tap(f"needplan:{shown(talk).ref}")
    assert talk.planned is not None
    assert talk.planned.channel == "telesales"
    assert not talk.planned.edits


def test_a_plan_with_a_mix_of_its_own_is_kept() -> None:
    talk = Editing("ts-g-30")
    talk.say("每天300单要几个人")
    talk.tap(f"needplan:{shown(talk).ref}")
    (plan,) = (reply for reply in talk.replies if isinstance(reply, ShowPlan))
    assert plan.brief.channel == "ecommerce"
    assert plan.brief.edits
    assert plan.code == talk.draft.plan == "@1"
    assert talk.draft.shelf.find("@1") is not None


@pytest.mark.parametrize(
    "data",
    [
        *("need", "need:orders", "need:orders:", "need:orders:z1", "need:moon:0300"),
        *("need:orders:0300:0", "needplan:orders:0300:1", "needplan:calls:0", "need:orders:0x"),
        *("needplan:orders:00", "need:orders:0300_03_", "need:calls:0300-200"),
    ],
)
def test_what_was_never_on_a_button_is_an_expired_one(data: str) -> None:
    talk = Talk()
    talk.tap(data)
    assert "bad.stale" in keys(talk)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_that_is_shown_can_be_written(language: Language) -> None:
    asked = str(voice(language).say("size.ask"))
    examples = [line.removeprefix("• ") for line in asked.split("\n") if line.startswith("• ")]
    assert len(examples) == 7
    for example in (*examples, str(voice(language).say("size.ask_example"))):
        talk = Talk()
        talk.say("/size")
        talk.say(example)
        assert not shown(talk).unused, example


OWNER = "9" * 16  # as long as the id of a person may become
AMOUNT = st.floats(0.01, 9_999_999).map(lambda value: round(value, 4))


@st.composite
def workloads(draw: st.DrawFn) -> Parts:
    """Tell any figures of one kind of work, or of several that go together."""
    mixed = st.lists(st.sampled_from(MIXED), unique=True, min_size=2)
    works = draw(st.sampled_from(sorted(WORKS)).map(lambda work: [work]) | mixed)
    return tuple(
        part(
            work,
            {
                name: Told(*sorted(draw(st.tuples(AMOUNT, AMOUNT))))
                for name in draw(
                    st.lists(st.sampled_from(WORKS[work].quantities), unique=True, min_size=1)
                )
            },
            is_even=draw(st.booleans()),
        )
        for work in works
    )


@given(workloads())
def test_a_workload_in_a_button_is_read_as_it_was_written(parts: Parts) -> None:
    assert read(write(parts)) == parts
    assert read(ref(parts), write(parts)) == parts
    for data in (f"needplan:{ref(parts)}", f"need:{ref(parts)}:999", f"needpic:{ref(parts)}:light"):
        assert read_owned(owned(data, OWNER)) == (data, OWNER)
        assert len(owned(data, OWNER).encode()) <= MAX_DATA


@given(workloads())
def test_a_button_of_an_earlier_workload_never_shows_a_later_one(parts: Parts) -> None:
    other = (*parts[:-1], part("mails", {"mails": Told(1, 1)}))
    assert read(ref(parts), write(other)) in (parts, None)


def test_every_pattern_names_quantities_of_its_work() -> None:
    words = lexicon().sizing
    pairs = [(work, quantity) for work, quantity, _ in words.amounts]
    pairs += [pair for quantities, _ in words.figures for pair in quantities.items()]
    assert all(quantity in WORKS[work].quantities for work, quantity in pairs)
    assert {quantity for _, quantity in pairs} <= set(knowledge().workload.quantities)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("work", WORKS)
def test_every_change_that_is_shown_as_an_example_can_be_written(
    language: Language, work: str
) -> None:
    amounts = {"calls": "每小时60通电话", "chats": "每小时40个咨询", "mails": "每天300封邮件"}
    amounts |= {"telesales": "每天打2000个电话", "orders": "每天300单"}
    said = str(voice(language).say(f"size.change_{work}"))
    for example in re.split(r"；或者：|, or ", said):
        talk = Talk()
        talk.say(f"/size {amounts[work]}")
        talk.say(example)
        assert shown(talk).before, example
