"""Asking once what unclear titles mean, in pasted teams and in files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.conversation import step
from flows.draft import EMPTY, Draft
from flows.replies import Ask, Listed, Said, Say, ShowRole, Tapped
from flows.teams.reading import Reading
from flows.teams.replies import AskTeam, AskTitle, ShowCheck
from flows.teams.roster_rows import bare_rows
from flows.teams.rosters import read_roster
from flows.teams.unclear_titles import Told
from tests.flows.talk import Talk, knowledge, lexicon

SHOP = "/check 运营3 美工1 客服2 地推5 我自己管投放和财务"
MANY = "运营3 甲岗1 乙岗2 丙岗3 丁岗4 戊岗5 己岗6 庚岗7"
FILE = Listed(
    (
        ("2026 年 5 月",),
        ("工号", "姓名", "岗位", "上级"),
        ("1", "王", "店长", ""),
        ("2", "李", "客服", "王"),
        ("", "", "", ""),
        ("3", "赵", "客服", "王"),
        ("4", "钱", "地推", "王"),
    ),
    None,
    None,
)


def question(talk: Talk) -> AskTitle:
    (asked,) = talk.replies
    assert isinstance(asked, AskTitle)
    return asked


def shown(talk: Talk) -> ShowCheck:
    (found,) = talk.replies
    assert isinstance(found, ShowCheck)
    return found


def test_a_title_of_no_role_is_asked_with_roles_that_such_a_team_has(talk: Talk) -> None:
    talk.say(SHOP)
    first = question(talk)
    assert (first.title, first.people, first.is_known, first.left) == ("地推", 5, False, 1)
    assert first.roles
    assert {knowledge().roles[role].channel for role in first.roles} == {"ecommerce"}
    talk.tap(f"checkas:{first.roles[0]}:0")
    assert question(talk).title == "客服"
    talk.tap("checkas:presales_cs:1")
    roles = {seat.title: seat.role for seat in shown(talk).team.seats if seat.title}
    assert roles["客服"] == "presales_cs"
    reading = shown(talk).reading
    assert reading is not None
    assert reading.unknown == ()


def test_at_most_five_titles_are_asked_those_of_most_people_first(talk: Talk) -> None:
    talk.say(f"/check {MANY}")
    asked = []
    while isinstance(talk.replies[0], AskTitle):
        asked.append((question(talk).title, question(talk).left))
        talk.tap(f"checkas::{len(asked) - 1}")
    assert asked == [("庚岗", 4), ("己岗", 3), ("戊岗", 2), ("丁岗", 1), ("丙岗", 0)]
    assert shown(talk).team.people == 32


def test_questions_can_be_skipped_for_the_result(talk: Talk) -> None:
    talk.say(SHOP)
    talk.tap("checkas:skip:0")
    reading = shown(talk).reading
    assert reading is not None
    assert (reading.unknown, [u.title for u in reading.unclear]) == (("地推",), ["客服"])


@pytest.mark.parametrize(
    ("text", "role"),
    [("售后客服", "aftersales_cs"), ("售前", "presales_cs"), ("都不是", None), ("別的", None)],
)
def test_an_answer_can_be_typed(talk: Talk, text: str, role: str | None) -> None:
    talk.say("/check 运营3 美工1 客服2 我自己管投放")
    talk.say(text)
    roles = {seat.title: seat.role for seat in shown(talk).team.seats}
    assert roles["客服"] == role


@pytest.mark.parametrize("text", ["都做", "both", "all of them"])
def test_people_can_do_all_of_it(talk: Talk, text: str) -> None:
    talk.say("/check 运营3 美工1 客服2 我自己管投放")
    talk.say(text)
    roles = [seat.role for seat in shown(talk).team.seats if seat.title == "客服"]
    assert roles == ["presales_cs", "aftersales_cs"]


def test_another_message_goes_its_way_and_the_buttons_stay_good(talk: Talk) -> None:
    talk.say(SHOP)
    assert isinstance(talk.say("电销质检专员做什么")[0], ShowRole)
    assert talk.say("嗯嗯啊啊")[0] != Say("check.not_read")
    talk.tap("checkas::0")
    assert question(talk).title == "客服"
    talk.tap("checkas:all:1")
    assert shown(talk).team.people == 12


def test_a_tap_for_a_title_that_was_answered_shows_the_open_question(talk: Talk) -> None:
    talk.say(SHOP)
    talk.tap("checkas::0")
    talk.tap("checkas:presales_cs:0")
    assert (question(talk).title, question(talk).number) == ("客服", 1)


def test_another_team_takes_the_place_of_the_one_that_waits(talk: Talk) -> None:
    talk.say(SHOP)
    talk.say("组长1 坐席8")
    assert shown(talk).team.people == 9
    assert talk.tap("checkas::0")[0] == Say("bad.stale")


def test_it_can_be_dropped_while_a_title_is_asked(talk: Talk) -> None:
    talk.say(SHOP)
    assert talk.say("算了")[0] == Say("check.dropped")
    assert talk.tap("checkas::0")[0] == Say("bad.stale")


def listed(file: Listed) -> tuple[Draft, object]:
    after, (reply,) = step(knowledge(), lexicon(), EMPTY, file)
    return after, reply


def test_nothing_of_a_file_is_kept_before_its_titles_are_known() -> None:
    asked, first = listed(FILE)
    assert isinstance(first, AskTitle)
    assert (first.title, first.people) == ("客服", 2)
    assert (asked.plan, dict(asked.shelf.changed)) == (None, {})
    known, (second,) = step(knowledge(), lexicon(), asked, Tapped("checkas:presales_cs:0", None))
    assert isinstance(second, AskTitle)
    done, (found,) = step(knowledge(), lexicon(), known, Tapped("checkas:ec_copywriter:1", None))
    assert isinstance(found, ShowCheck)
    assert {(s.role, s.names) for s in found.team.seats} == {
        ("store_manager", ("王",)),
        ("presales_cs", ("李", "赵")),
        ("ec_copywriter", ("钱",)),
    }
    assert (done.told, done.plan) == (None, found.code)


def test_a_file_waits_while_something_else_is_talked_about() -> None:
    asked, _ = listed(FILE)
    later, (ask,) = step(knowledge(), lexicon(), asked, Said("12个人做电销", None))
    assert isinstance(ask, Ask)
    after, (found,) = step(knowledge(), lexicon(), later, Tapped("checkas:skip:0", None))
    assert isinstance(found, ShowCheck)
    assert found.team.people == 4
    assert after.told is None


def test_an_answer_with_a_role_that_is_no_more_counts_as_none() -> None:
    told = Told("运营3 客服2", {"客服": "gone_role"}, ("客服",))
    reading = told.read(knowledge(), lexicon())
    assert isinstance(reading, Reading)
    assert [title.title for title in reading.unclear] == ["客服"]


def test_a_very_large_file_is_diagnosed_at_once() -> None:
    rows = (("姓名", "岗位"), *((f"这是一个很长的名字{i}", "地推") for i in range(4900)))
    _, found = listed(Listed(rows, None, None))
    assert isinstance(found, ShowCheck)
    assert found.reading is not None
    assert found.reading.unknown == ("地推",)


def test_the_order_to_check_offers_to_go_on_with_the_team_that_waits(talk: Talk) -> None:
    assert talk.say("体检") == (AskTeam(None, waits=False),)
    talk.say(SHOP)
    assert talk.say("体检") == (AskTeam(None, waits=True),)
    talk.tap("checkas:go")
    assert question(talk).title == "地推"


_CELLS = st.sampled_from(["", "王", "李", "客服", "运营", "店长", "地推", "x", " 3 ", "投放、财务"])


@given(st.lists(st.lists(_CELLS, min_size=6, max_size=6), max_size=8))
def test_what_waits_of_a_table_reads_like_the_table(cells: list[list[str]]) -> None:
    rows = [["说明"], ["序号", "姓名", "岗位", "备注", "上级", "职责"], *cells]
    how = {"channel": None, "stage": None}
    whole, bare = (
        read_roster(knowledge(), lexicon(), table, **how, answers={})
        for table in (rows, bare_rows(lexicon(), rows))
    )
    if not isinstance(whole, tuple):
        assert bare == whole
