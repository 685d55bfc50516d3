"""Reading described teams and lists of people: phrases, and anything at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.teams.parts import Item, described
from flows.teams.reading import Reading, read_team
from flows.teams.roster_rows import Problem
from flows.teams.rosters import read_roster
from flows.teams.titles import Titles
from flows.text.table import LexiconError
from tests.flows.talk import knowledge, lexicon

PHRASES: dict[str, list[Item]] = {
    "运营3 美工1": [Item("运营", 3), Item("美工", 1)],
    "運營3美工1": [Item("運營", 3), Item("美工", 1)],
    "三个客服，一个主管": [Item("客服", 3), Item("主管", 1)],
    "內勤1 名单1 人事1": [Item("內勤", 1), Item("名单", 1), Item("人事", 1)],
    "一线客服24名、二线客服4名": [Item("一线客服", 24), Item("二线客服", 4)],
    "3 agents, two team leaders and a QA": [
        Item("agents", 3),
        Item("team leaders", 2),
        Item("qa", 1),
    ],
    "agents: 3; QA x 2": [Item("agents", 3), Item("qa", 2)],
    "we have 2 designers": [Item("designers", 2)],
    "美工1兼客服": [Item("美工", 1, ("客服",))],
    "designer who also does photos": [Item("designer", 1, ("photos",))],
    "组长4，组长兼质检": [Item("组长", 4, ("质检",))],
    "我带3个客服": [Item("", 1, is_self=True), Item("客服", 3)],
    "我自己管投放和财务": [Item("", 1, ("投放", "财务"), is_self=True)],
    "我是店长，管财务": [Item("店长", 1, ("财务",), is_self=True)],
    "I do ads and the books myself": [Item("", 1, ("ads", "books"), is_self=True)],
    "财务我自己管": [Item("", 1, ("财务",), is_self=True)],
    "客服3，没有组长": [Item("客服", 3)],
    "电销12人：组长1，坐席11": [Item("组长", 1), Item("坐席", 11)],
}
GLUE = "运营美工客服我自己管和兼的1２三十个人，：\n ,;x*()（）/and I do agents 3 {}<>&%\0\u202e"


@pytest.mark.parametrize("text", PHRASES)
def test_a_phrase_is_cut_into_its_items(text: str) -> None:
    assert described(lexicon(), text).items == PHRASES[text]


def test_a_sum_in_front_is_not_counted_twice() -> None:
    found = described(lexicon(), "电销14人，经理1，组长2，坐席11")
    assert sum(item.headcount for item in found.items) == 14
    assert found.total == 14


def _read(text: str) -> Reading:
    return read_team(knowledge(), lexicon(), text, channel=None, stage=None, answers={})


@given(st.one_of(st.text(max_size=80), st.text(st.sampled_from(GLUE), max_size=80)))
@settings(max_examples=200)
def test_any_text_is_read_without_losing_anybody(text: str) -> None:
    team = _read(text).team
    if team is None:
        return
    heads = {seat.id for seat in team.seats}
    assert team.head in heads
    assert all(seat.headcount >= 1 for seat in team.seats)
    assert all(seat.reports_to in heads for seat in team.seats if seat.id != team.head)
    leading = {seat.reports_to for seat in team.seats}
    assert all(seat.headcount == 1 for seat in team.seats if seat.id in leading)
    told = sum(item.headcount for item in described(lexicon(), text).items)
    assert team.people - team.is_vacant == told


CELL = st.one_of(
    st.sampled_from(["", "A", "B", "C", "组长", "Agent", "QA", "店长", "2", "-1", "1e9"]),
    st.text(max_size=5),
)


@given(st.lists(st.lists(CELL, min_size=1, max_size=5), max_size=8))
@settings(max_examples=200)
def test_any_table_is_read_or_its_rows_are_named(rows: list[list[str]]) -> None:
    table = [["name", "title", "manager", "headcount", "duties"], *rows]
    found = read_roster(knowledge(), lexicon(), table, channel=None, stage=None, answers={})
    if isinstance(found, Reading):
        assert found.team is not None
        assert found.team.people >= 1
    else:
        assert all(isinstance(problem, Problem) for problem in found)
        assert found


def test_duties_are_understood_by_words_titles_and_names_of_functions() -> None:
    titles = Titles(knowledge(), lexicon(), "ecommerce")
    assert titles.duties("投放") == ("ec_traffic_ads",)
    assert titles.duties("出纳") == ("cash_payments",)
    assert "ec_photo_video" in titles.duties("摄影师")
    assert titles.duties("达人带货") == ("ec_affiliate",)
    assert titles.duties("搬砖头") == ()


def test_words_for_roles_that_do_not_exist_are_refused() -> None:
    with pytest.raises(LexiconError, match="there is no"):
        lexicon().teams.check(set(), set())
