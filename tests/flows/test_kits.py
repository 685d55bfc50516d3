"""Hiring kits in the chat: asked for in words, by the command and by buttons."""

from __future__ import annotations

import pytest

from flows.growth.replies import SendKit, ShowKit
from flows.replies import Say
from tests.flows.talk import Talk
from tests.flows.test_growing import only, planned


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("/kit 客服主管", "cs_supervisor"),
        ("/kit team leader", "telesales_team_leader"),
        ("客服主管的面试题", "cs_supervisor"),
        ("給我主播的招聘資料", "live_anchor"),
        ("interview questions for a telesales team leader", "telesales_team_leader"),
        ("hiring kit for a store manager", "store_manager"),
        ("写一份电销质检的JD", "telesales_qa"),
        ("怎么面试美工", "ec_designer"),
        ("30-60-90 day goals for a telesales agent", "telesales_agent"),
        ("選品專員 面試問題", "merchandiser"),
    ],
)
def test_a_kit_is_asked_for_in_words(text: str, role: str) -> None:
    talk = Talk()
    talk.say(text)
    assert only(talk, ShowKit).role == role


def test_a_kit_without_a_role_asks_for_it() -> None:
    talk = planned(Talk())
    talk.say("/kit")
    assert only(talk, Say).key == "kit.ask"
    talk.say("电销质检")
    assert only(talk, ShowKit).role == "telesales_qa"
    talk.say("/kit")
    assert only(talk, ShowKit).role == "telesales_qa"


def test_a_kit_that_names_no_role_says_so() -> None:
    talk = planned(Talk())
    talk.say("/kit xyzzy")
    assert only(talk, Say).key == "role.unknown"


def test_the_buttons_of_a_kit() -> None:
    talk = Talk()
    talk.tap("kit:sdr")
    assert only(talk, ShowKit) == ShowKit("sdr")
    talk.tap("kit:sdr:2")
    assert only(talk, ShowKit).page == 2
    talk.tap("kitfile:sdr:pdf")
    assert only(talk, SendKit) == SendKit("sdr", "pdf")
