"""Corrections of a plan: one thing changes, and the rest stays."""

from __future__ import annotations

import pytest

from flows.replies import Say, ShowPlan
from knowledge.brief import Brief
from tests.flows.talk import Talk


@pytest.mark.parametrize(
    ("said", "brief"),
    [
        ("改成20个人", Brief("telesales", "startup", False, 20, 20, ())),
        ("make it mature", Brief("telesales", "mature", False, 12, 12, ())),
        ("换成客服", Brief("customer_service", "startup", False, 12, 12, ())),
        ("20", Brief("telesales", "startup", False, 20, 20, ())),
    ],
)
def test_a_correction_changes_one_thing_and_says_what_it_was(
    talk: Talk, said: str, brief: Brief
) -> None:
    talk.say("我们12个人做电销,刚起步")
    talk.say(said)
    shown = talk.replies[-1]
    assert isinstance(shown, ShowPlan)
    assert shown.brief == brief
    assert shown.before == Brief("telesales", "startup", False, 12, 12, ())


def test_saying_what_the_plan_says_already_is_answered(talk: Talk) -> None:
    talk.say("我们12个人做电销,刚起步")
    assert talk.say("改成12个人") == (Say("chat.unchanged"),)


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ("少两个人", 10),
        ("5 fewer", 7),
        ("减少5個人", 7),
        ("加多三個人", 15),
        ("再招5个", 17),
        ("add 3 more people", 15),
        ("double it", 24),
        ("减半", 6),
        ("增加到20人", 20),
        ("裁到8人", 8),
    ],
)
def test_more_and_fewer_people_count_from_the_plan(talk: Talk, said: str, size: int) -> None:
    talk.say("我们12个人做电销,刚起步")
    talk.say(said)
    assert talk.planned == Brief("telesales", "startup", False, size, size, ())


def test_nobody_left_is_refused_and_the_plan_stays(talk: Talk) -> None:
    talk.say("我们12个人做电销,刚起步")
    assert talk.say("少三十个人") == (Say("bad.zero"),)
    assert talk.draft.plan == "ts-s-12"


@pytest.mark.parametrize(
    "said", ["不要直播", "没有直播了", "唔要直播", "去掉直播", "no live selling"]
)
def test_a_special_case_is_taken_back_in_words(talk: Talk, said: str) -> None:
    talk.say("8个人做电商直播,正在扩张")
    talk.say(said)
    assert talk.planned == Brief("ecommerce", "growth", False, 8, 8, ())


def test_a_size_no_team_can_have_is_named_and_asked_again(talk: Talk) -> None:
    assert talk.say("10000 people telesales start-up")[0] == Say("bad.too_big")
    assert talk.asked == "size"


@pytest.mark.parametrize("text", ["9999人的电销", "telesales with 9999 people"])
def test_more_people_than_can_be_planned_for_are_refused_beside_a_plan(text: str) -> None:
    talk = Talk()
    talk.say("16 people, telesales, growing")
    assert Say("bad.too_big") in talk.say(text)


@pytest.mark.parametrize("text", ["9999人的电销", "telesales with 9999 people"])
def test_more_people_than_can_be_planned_for_are_refused_in_the_first_message(text: str) -> None:
    talk = Talk()
    assert talk.say(text)[0] == Say("bad.too_big")
    assert talk.asked == "stage"


def test_orders_in_the_first_message_are_no_people() -> None:
    talk = Talk()
    assert Say("bad.too_big") not in talk.say("每天12000单的电商")


def test_orders_of_a_planned_team_are_no_people() -> None:
    talk = Talk()
    talk.say("16 people, telesales, growing")
    assert talk.say("电销每月8000单") == (Say("chat.unchanged"),)


def test_a_tap_on_an_old_keyboard_is_a_correction(talk: Talk) -> None:
    talk.tap("channel:telesales")
    talk.tap("stage:startup")
    talk.say("5")
    talk.tap("channel:customer_service")
    assert talk.planned == Brief("customer_service", "startup", False, 5, 5, ())
