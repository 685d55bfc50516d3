"""A head-count that may be wrong is asked for; the person taps the right one."""

from __future__ import annotations

import pytest

from flows.replies import Ask, Say
from tests.flows.talk import Talk

TORN = "电销16个名额，来了又走，成长期，有时15有时18"


@pytest.fixture
def talk() -> Talk:
    return Talk()


def _asked(talk: Talk) -> Ask:
    found = talk.replies[-1]
    assert isinstance(found, Ask)
    return found


def test_a_doubtful_head_count_is_asked_for_with_what_may_be_meant(talk: Talk) -> None:
    talk.say(TORN)
    asked = _asked(talk)
    assert asked.slot == "size"
    assert {"16", "18"} <= set(asked.options)
    assert len(asked.options) <= 3
    assert dict(asked.known) == {"channel": "telesales", "stage": "growth"}


def test_the_tapped_head_count_is_planned_for(talk: Talk) -> None:
    talk.say(TORN)
    size = _asked(talk).options[0]
    talk.tap(f"size:{size}")
    assert talk.planned
    assert str(talk.planned.size) == size


def test_another_number_can_be_typed(talk: Talk) -> None:
    talk.say(TORN)
    talk.say("28")
    assert talk.planned
    assert talk.planned.size == 28


def test_the_answer_is_never_doubted_again(talk: Talk) -> None:
    talk.say(TORN)
    talk.say("早上10个，晚上7个，还有3个")
    assert talk.planned


def test_a_range_can_be_tapped(talk: Talk) -> None:
    talk.say("客服，成长期")
    talk.tap("size:8-10")
    assert talk.planned
    assert (talk.planned.size_low, talk.planned.size) == (8, 10)


@pytest.mark.parametrize("data", ["size:10-8", "size:0-4", "size:4-9999", "size:x", "size:-"])
def test_a_range_that_is_none_is_refused(talk: Talk, data: str) -> None:
    talk.say("客服，成长期")
    talk.tap(data)
    assert Say("bad.stale") in talk.replies


@pytest.mark.parametrize(
    "text",
    [
        "我们12个人做电销,刚起步",
        "淘宝店刚开，3个客服2个运营1个美工",
        "1 manager, 2 team leaders, 44 agents, 2 QA, call center, mature",
        "电销现在5个人，打算招到20",
        "我和两个朋友刚开了家淘宝店",
        "now 5 reps in telesales, hiring to 20",
        "电销两个组，每组8人，成长期",
        "Building a telesales team of 20 from scratch. Licence is pending, nobody hired yet",
    ],
)
def test_what_is_clear_is_not_asked_again(talk: Talk, text: str) -> None:
    talk.say(text)
    assert talk.draft.size
    assert talk.asked != "size"
