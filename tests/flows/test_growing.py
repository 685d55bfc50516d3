"""Growing a team in the chat: words, buttons, typed numbers."""

from __future__ import annotations

from typing import TypeVar

import pytest

from flows.growth.replies import (
    ChooseGrowth,
    NthPost,
    ShowGrowth,
    ShowGrowthPicture,
    ShowMonths,
)
from flows.replies import Ask, Complain, Say, ShowPlan, ShowRole
from flows.waiting import WAY
from tests.flows.talk import Talk
from tests.flows.test_editing import Editing

TWELVE = "12 people, telesales, just started"
_Reply = TypeVar("_Reply")


def planned(talk: Talk, text: str = TWELVE) -> Talk:
    talk.say(text)
    assert talk.planned is not None
    return talk


def only(talk: Talk, kind: type[_Reply]) -> _Reply:
    (found,) = (reply for reply in talk.replies if isinstance(reply, kind))
    return found


def ends(talk: Talk) -> tuple[int, int]:
    way = only(talk, ShowGrowth).way
    return way.start, way.brief.size


@pytest.mark.parametrize(
    "text",
    [
        *("/grow", "怎么扩", "怎么长？", "怎麼擴", "請問怎麼擴編", "grow", "how do we grow?"),
        *("growth path", "扩张路径", "怎么缩编", "how should we scale", "点样扩张"),
    ],
)
def test_a_plan_is_grown_to_the_size_that_is_typed_next(text: str) -> None:
    talk = planned(Talk())
    talk.say(text)
    asked = only(talk, ChooseGrowth)
    assert asked.start == 12
    assert min(asked.options) < 12 < max(asked.options)
    talk.say("30")
    assert ends(talk) == (12, 30)
    assert talk.draft.pending == WAY  # no number is waited for any more


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("从3个人到30个人怎么长", (3, 30)),
        ("從3個人到30個人怎麼長", (3, 30)),
        ("grow to 100", (12, 100)),
        ("扩到50人", (12, 50)),
        ("怎么扩到100人", (12, 100)),
        ("/grow 40", (12, 40)),
        ("/grow 5 40", (5, 40)),
        ("how do we grow from 5 to 40 people", (5, 40)),
        ("缩到5人怎么合并", (12, 5)),
        ("从30人缩到10人怎么合并岗位", (30, 10)),
        ("shrink the team to 6", (12, 6)),
        ("scale to sixty people", (12, 60)),
        ("telesales, from 3 to 30", (3, 30)),
        ("from 3 to 30", (3, 30)),
        ("From 3 people to 30 people.", (3, 30)),
        ("电销，从3个人做到30个人怎么走", (3, 30)),
        ("电销，从3个人做到30个人", (3, 30)),
        ("电销从3人到30人", (3, 30)),
        ("電銷，從3個人做到30個人", (3, 30)),
        ("由3個人做到30個人", (3, 30)),
    ],
)
def test_the_sizes_of_a_sentence_are_the_ends_of_the_way(text: str, way: tuple[int, int]) -> None:
    talk = planned(Talk())
    talk.say(text)
    assert ends(talk) == way
    assert talk.planned is None


def test_without_a_plan_the_team_is_read_from_the_sentence_and_becomes_the_plan() -> None:
    talk = Talk()
    talk.say("电销从3个人到30个人怎么长")
    way = only(talk, ShowGrowth).way
    assert (way.start, way.brief.size, way.brief.channel) == (3, 30, "telesales")
    talk.say("方案")
    assert talk.planned == way.brief


def test_without_a_plan_and_a_channel_the_questions_come_first() -> None:
    talk = Talk()
    talk.say("从3个人到30个人怎么长")
    assert talk.asked == "channel"
    talk.say("怎么扩")
    assert [type(reply) for reply in talk.replies] == [Say, Ask]


def test_a_plan_for_more_people_than_there_are_shows_the_way_at_once() -> None:
    talk = Talk()
    talk.say("we are 5 people in customer service and want to grow to 20, growth stage")
    assert talk.planned is not None
    talk.say("怎么扩")
    assert ends(talk) == (5, 20)


def test_a_stage_that_was_told_stays_and_one_that_was_assumed_follows_the_size() -> None:
    told = planned(Talk())
    told.say("grow to 100")
    assert only(told, ShowGrowth).way.brief.stage == "startup"
    assumed = Talk()
    assumed.say("12 people, telesales")
    assumed.say("不知道")
    assumed.say("grow to 100")
    way = only(assumed, ShowGrowth).way
    assert (way.brief.stage, way.brief.stage_assumed) == ("mature", True)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("when do I need a second team leader", 2),
        ("什么时候要第3个组长", 3),
        ("第二个组长什么时候设", 2),
        ("第三個組長幾時請", 3),
        ("when do we need another team leader?", 2),
        ("什么时候再招一个组长", 2),
    ],
)
def test_the_nth_post_of_a_role_is_the_end_of_a_way(text: str, number: int) -> None:
    talk = planned(Talk())
    talk.say(text)
    shown = only(talk, ShowGrowth)
    assert shown.focus == ("telesales_team_leader", number)
    assert shown.way.start == 12


@pytest.mark.parametrize(
    "text", ["when do I need a team leader?", "什么时候需要质检", "需要组长吗", "电销组长做什么"]
)
def test_a_question_for_one_role_keeps_its_answer(text: str) -> None:
    talk = planned(Talk())
    talk.say(text)
    assert only(talk, ShowRole)


def test_a_post_that_is_there_already_is_said_so() -> None:
    talk = planned(Talk(), "55 people, telesales, growing")
    talk.say("什么时候需要第二个组长")
    there = only(talk, NthPost)
    assert there.size is not None
    assert there.size <= there.people == 55


def test_a_post_that_never_comes_is_said_so() -> None:
    talk = planned(Talk(), "60 people, customer service, mature")
    talk.say("什么时候需要第二个外包经理")
    assert only(talk, NthPost).size is None


def test_without_a_plan_the_nth_post_is_looked_for_in_a_usual_team() -> None:
    talk = Talk()
    talk.say("when do I need a second store manager?")
    shown = only(talk, ShowGrowth)
    assert (shown.way.brief.channel, shown.way.start) == ("ecommerce", 1)
    assert shown.focus == ("store_manager", 2)


def test_every_button_of_a_way_leads_on() -> None:
    talk = planned(Talk())
    code = talk.draft.plan
    talk.tap(f"grow:{code}")
    assert only(talk, ChooseGrowth).code == code
    talk.tap(f"grow:{code}:12.30:2")
    assert only(talk, ShowGrowth).page == 2
    talk.tap(f"growpic:{code}:12.30:dark")
    assert only(talk, ShowGrowthPicture).theme == "dark"
    talk.tap(f"growby:{code}:12.30:6")
    assert only(talk, ShowMonths).way.told == (("months", 6),)
    talk.say("每月招5个")
    assert only(talk, ShowMonths).way.told == (("hires_per_month", 5),)
    talk.say("3")
    assert only(talk, ShowMonths).way.told == (("hires_per_month", 3),)
    talk.tap(f"growplan:{code}:12.30")
    assert talk.planned is not None
    assert talk.planned.size == 30
    assert talk.draft.plan == "ts-s-30"


@pytest.mark.parametrize(
    "data",
    [
        *("grow:", "grow:xx", "grow:ts-s-12:0", "grow:ts-s-12:12.12", "grow:ts-s-12:12.5001"),
        *("grow:ts-s-12:1.2.3", "grow:ts-s-12:a.b", "grow:ts-s-12:12.30:0", "growpic:ts-s-12"),
        *("growpic:ts-s-12:12.30:blue", "growby:ts-s-12:12.30:121", "growby:ts-s-12:12.30:x"),
        *("growas:ts-s-12:12.30", "growas:ts-s-12:12.30:exe", "growas:ts-s-12:1:pdf"),
        *("growplan:ts-s-12", "kit:", "kit:nobody", "kit:sdr:x", "kitfile:sdr:exe", "kitfile:sdr"),
        *("kitfile:nobody:pdf", "grow:ts-s-12:１.2", "grow:@9:1.2"),
    ],
)
def test_a_forged_button_is_an_expired_one(data: str) -> None:
    talk = planned(Talk())
    talk.tap(data)
    assert talk.replies[0] == Say("bad.stale")


def test_growing_an_edited_plan_keeps_its_changes_and_says_that_they_do_not_count() -> None:
    somebody = Editing("ts-g-30")
    somebody.say("add a trainer")
    (shown,) = somebody.say("grow to 60")
    assert isinstance(shown, ShowGrowth)
    way = shown.way
    assert (way.start, way.brief.size, way.is_edited, way.brief.edits) == (31, 60, True, ())
    somebody.tap(f"growplan:{way.code}:31.60")
    assert somebody.people == 60
    assert somebody.edits()


@pytest.mark.parametrize("text", ["cancel", "算了", "no", "back"])
def test_a_size_that_was_asked_for_can_be_dropped(text: str) -> None:
    talk = planned(Talk())
    talk.say("怎么扩")
    talk.say(text)
    assert only(talk, ShowPlan).part == "card"
    assert talk.draft.pending is None


def test_something_else_than_a_size_is_understood_as_ever() -> None:
    talk = planned(Talk())
    talk.say("怎么扩")
    talk.say("电销组长做什么")
    assert only(talk, ShowRole).role == "telesales_team_leader"


def test_the_same_size_is_asked_again_and_one_too_large_is_refused() -> None:
    talk = planned(Talk())
    talk.say("怎么扩")
    talk.say("12")
    assert only(talk, ChooseGrowth)
    talk.say("9000")
    assert only(talk, Say).key == "bad.too_big"


def test_what_somebody_finds_wrong_is_no_way_to_grow() -> None:
    talk = planned(Talk())
    talk.tap("wrong:why:ts-s-12")
    talk.say("第二个组长什么时候设，你说错了，怎么扩都不对")
    assert only(talk, Complain)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("support: from 20 to 30", 30),  # of a team of the company
        ("客服从20人扩到30人", 30),
    ],
)
def test_a_team_of_a_company_is_resized_from_one_size_to_another(text: str, size: int) -> None:
    talk = planned(Talk(), "电销40、客服20")
    talk.say(text)
    assert talk.planned is not None
    assert {p.channel: p.people for p in talk.planned.parts}["customer_service"] == size


@pytest.mark.parametrize("text", ["改成30人", "we are 3, plan for 30", "we grew from 3 to 30"])
def test_a_size_without_a_way_is_a_plan_for_it(text: str) -> None:
    talk = planned(Talk())
    talk.say(text)
    assert talk.planned is not None
    assert talk.planned.size == 30
