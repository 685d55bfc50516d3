"""What people said who used it for the first time, and what they meant."""

from __future__ import annotations

import pytest

from flows.advice.replies import ChooseGoal, ShowTaskForce, WhatIf
from flows.editing.replies import Named
from flows.growth.replies import (
    SendGrowth,
    ShowGrowth,
    ShowGrowthPicture,
    ShowMonths,
)
from flows.hearing import heard
from flows.replies import Ask, Say, ShowFile, ShowPlan, ShowRole
from flows.sizing.replies import UsualFigure
from flows.teams.replies import ShowCheck
from knowledge.edits import Split
from tests.flows.talk import Talk
from tests.flows.test_editing import Editing

TELESALES = "我们55个人做电销，正在扩张"


def told(text: str = TELESALES) -> Talk:
    talk = Talk()
    talk.say(text)
    assert talk.planned is not None
    return talk


@pytest.mark.parametrize(
    "text", ["一个人能带几个人", "管理幅度多大合适", "how many people can one person lead?"]
)
def test_how_many_one_person_leads_is_answered_and_no_size_of_a_team(text: str) -> None:
    talk = told()
    (shown,) = talk.say(text)
    assert isinstance(shown, ShowRole)
    assert (shown.role, shown.facet) == ("telesales_team_leader", "ratio")
    assert talk.draft.size == 55


@pytest.mark.parametrize("text", ["组长带八个人可以吗", "組長帶8個人得唔得", "组长带8个人行吗？"])
@pytest.mark.parametrize("before", ["", "怎么扩"])
def test_whether_leaders_may_lead_eight_is_no_team_of_eight(text: str, before: str) -> None:
    talk = told()
    if before:
        talk.say(before)
    (shown,) = talk.say(text)
    assert isinstance(shown, WhatIf)
    assert talk.draft.size == 55


@pytest.mark.parametrize(
    ("text", "figure"),
    [("利用率80%正常吗", 0.8), ("is 95% occupancy ok?", 0.95), ("利用率多少合适", None)],
)
def test_a_share_of_busy_time_is_put_beside_what_is_usual(text: str, figure: float | None) -> None:
    talk = told()
    assert talk.say(text) == (UsualFigure("max_occupancy", figure),)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("把这个方案叫做深圳一队", "深圳一队"),
        ("命名为 小舖", "小舖"),
        ("name it Growth squad", "Growth squad"),
        ("rename the plan to Spring", "Spring"),
        ("將呢個方案叫做旺角一隊", "旺角一隊"),
        ("call this plan Berlin office", "Berlin office"),
        ("call my plan Berlin office", "Berlin office"),
        ("name this Berlin office", "Berlin office"),
    ],
)
def test_a_plan_is_named_in_a_sentence(text: str, name: str) -> None:
    editing = Editing("ts-g-55")
    said, shown = editing.say(text)
    assert said == Named(name)
    assert isinstance(shown, ShowPlan)
    kept = editing.draft.shelf.find("ts-g-55")
    assert kept is not None
    assert kept.name == name


@pytest.mark.parametrize(("text", "format"), [("存成Excel", "xlsx"), ("save as pdf", "pdf")])
def test_saving_as_a_format_is_a_file_and_no_version(text: str, format: str) -> None:
    (sent,) = told().say(text)
    assert isinstance(sent, ShowFile)
    assert sent.format == format


@pytest.mark.parametrize("text", ["拆分电销1组", "分拆电销1组成2个组"])
def test_a_team_is_split_by_its_name_alone(text: str) -> None:
    talk = told()
    talk.say(text)
    assert talk.planned is not None
    assert [type(edit) for edit in talk.planned.edits] == [Split]


@pytest.mark.parametrize("text", ["复原", "復原", "收返", "还原"])
def test_a_change_is_taken_back_in_regional_words(text: str) -> None:
    editing = Editing("ts-g-55")
    editing.say("加一个质检")
    assert editing.edits()
    editing.say(text)
    assert not editing.edits()


@pytest.mark.parametrize(
    "text", ["电销和客服都要", "電銷和客服都要做", "telesales and support, both"]
)
def test_two_channels_that_are_both_wanted_are_not_compared(text: str) -> None:
    talk = Talk()
    talk.say(text)
    asked = talk.replies[-1]
    assert isinstance(asked, Ask)
    assert talk.replies[0] == Say("ask.several")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("第二个会计什么时候招", "accountant"),
        ("什么时候需要第二个会计", "accountant"),
        ("第二个经理什么时候要", "telesales_manager"),
        ("when do I need a second manager?", "telesales_manager"),
    ],
)
def test_the_second_of_a_title_or_level_is_found(text: str, role: str) -> None:
    (shown, *_) = told().say(text)
    assert isinstance(shown, ShowGrowth)
    assert shown.focus == (role, 2)


def test_the_way_to_a_number_is_asked_for_in_short() -> None:
    (shown,) = told().say("到150人怎么扩")
    assert isinstance(shown, ShowGrowth)
    assert (shown.way.start, shown.way.brief.size) == (55, 150)


@pytest.mark.parametrize("way", ["到150人怎么扩", "每月招3个，到150人怎么扩"])
def test_a_file_asked_for_right_after_a_way_is_the_ways(way: str) -> None:
    talk = told()
    talk.say(way)
    (sent,) = talk.say("导出PDF")
    assert isinstance(sent, SendGrowth)
    (picture,) = talk.say("导出图片")
    assert isinstance(picture, ShowGrowthPicture)
    talk.say("为什么")
    (plan,) = talk.say("导出PDF")
    assert isinstance(plan, ShowFile)


@pytest.mark.parametrize("text", ["按月排", "几个月能招完", "month by month"])
def test_a_way_is_asked_for_month_by_month(text: str) -> None:
    talk = told()
    talk.say("到150人怎么扩")
    (shown,) = talk.say(text)
    assert isinstance(shown, ShowMonths)


def test_a_team_behind_the_word_for_a_check_is_checked_and_changes_no_plan() -> None:
    talk = told()
    talk.say("检查团队：1个经理 3个组长 20个电销 1个电销质检，组长也做质检")
    shown = talk.replies[-1]
    assert isinstance(shown, ShowCheck)
    assert {seat.title: len(seat.duties) for seat in shown.team.seats}["组长"] == 1


@pytest.mark.parametrize("text", ["大促", "備戰雙11", "big sale"])
def test_the_goal_of_a_task_force_can_be_typed(text: str) -> None:
    talk = told()
    (asked,) = talk.say("成立專案小組")
    assert isinstance(asked, ChooseGoal)
    (shown,) = talk.say(text)
    assert isinstance(shown, ShowTaskForce)
    assert shown.goal == "big_sale"


@pytest.mark.parametrize("text", ["你个白痴", "你很爛", "you are useless"])
def test_an_insult_gets_an_apology(text: str) -> None:
    assert told().say(text) == (Say("chat.angry"),)


def test_what_names_no_role_is_not_about_the_role_last_talked_about() -> None:
    talk = told()
    talk.say("客服主管做什么")
    (said,) = talk.say("what if we outsource design")
    assert not isinstance(said, ShowRole)


def test_meaning_another_number_is_a_correction() -> None:
    talk = told("12 people, telesales, just started")
    talk.say("sorry, I meant 14")
    assert talk.draft.size == 14


def test_a_new_part_of_a_company_does_not_list_it_on_an_exchange() -> None:
    talk = told("100人，其中电销40、客服20")
    talk.say("加上市场营销6人")
    assert talk.planned is not None
    assert {part.channel: part.people for part in talk.planned.parts}["marketing"] == 6


def test_text_of_both_scripts_keeps_the_language() -> None:
    assert heard("你個白痴", "zh-Hant-HK", None) == "zh-Hant-HK"
    assert heard("我们团隊", "zh-Hans", None) == "zh-Hans"


def test_chinese_asked_for_in_traditional_letters_is_traditional() -> None:
    talk = Talk()
    talk.say("換回中文")
    assert talk.draft.language == "zh-Hant-TW"
