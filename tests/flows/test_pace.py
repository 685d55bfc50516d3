"""Saying how people are hired, learn and leave: it changes the way, and eats nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.draft import load_draft
from flows.growth.growing import WAY_FORMATS
from flows.growth.replies import (
    BadFigure,
    ChooseGrowth,
    NotedPace,
    SendGrowth,
    ShowGrowth,
    ShowMonths,
)
from flows.replies import Say
from knowledge.growth.figures import Told, with_told
from tests.flows.talk import Talk, lexicon

HIRES, RAMP, LEAVING, WITHIN = "hires_per_month", "ramp_months", "turnover", "months"


def yearly(monthly: float) -> float:
    return float(1 - (1 - monthly) ** 12)


READ = [
    ("每月招3个，流失率5%", {HIRES: 3, LEAVING: yearly(0.05)}, "month"),
    ("每個月請3個人，流失率五個點", {HIRES: 3, LEAVING: yearly(0.05)}, "month"),
    ("ramp-up two months", {RAMP: 2}, None),
    ("we lose 4% a month", {LEAVING: yearly(0.04)}, None),
    ("hire 5 per month, ramp-up 2 months, 4% leave every month", None, None),
    ("每个月大概能招五个，新人两个月上手，年流失率40%", {HIRES: 5, RAMP: 2, LEAVING: 0.4}, None),
    ("新人一个半月才能出单", {RAMP: 2}, None),
    ("上手要两周", {RAMP: 1}, None),
    ("上手期3個月", {RAMP: 3}, None),
    ("月流失率 3.5%", {LEAVING: yearly(0.035)}, None),
    ("一年走百分之三十的人", {LEAVING: 0.3}, None),
    ("离职率30%", {LEAVING: 0.3}, "year"),
    ("turnover is 35% a year", {LEAVING: 0.35}, None),
    ("annual attrition 40%", {LEAVING: 0.4}, None),
    ("半年招齐", {WITHIN: 6}, None),
    ("要在一年半内招满", {WITHIN: 18}, None),
    ("what if we lose 4% a month?", {LEAVING: yearly(0.04)}, None),
    ("如果每月只招2个呢？", {HIRES: 2}, None),
    ("每月招3-5个", {HIRES: 5}, None),
    ("平均每个月能招两三个", {HIRES: 3}, None),
    ("turnover 3-4% a month", {LEAVING: yearly(0.04)}, None),
]


@pytest.mark.parametrize(("text", "figures", "guessed"), READ)
def test_figures_are_read_in_every_script(
    text: str, figures: dict[str, float] | None, guessed: str | None
) -> None:
    said = lexicon().growth.pace.read(lexicon().fold(text))
    assert said is not None
    assert said.is_alone
    wanted = figures or {HIRES: 5, RAMP: 2, LEAVING: yearly(0.04)}
    assert dict(said.figures) == pytest.approx(wanted)
    assert said.guessed == guessed


OTHERS = [
    "每月招3个够吗",
    "每月招3个？",
    "流失率5%正常吗",
    "客服流失率怎么算",
    "what is a normal turnover rate?",
    "is 4% a month ok?",
    "流失率5%的客服团队怎么管",
    "每月招3个客服和2个运营",
    "每月招不到3个",
    "每月走2个人",
    "每天打100个电话",
    "培训期工资怎么发",
    "培训2个月后转正",
    "we serve 300 people a month",
    "试用期3个月",
    "加一个质检",
    "我们12个人做电销",
]


@pytest.mark.parametrize("text", OTHERS)
def test_what_means_something_else_is_not_eaten(text: str) -> None:
    talk = with_way(Talk())
    talk.say(text)
    assert not any(isinstance(r, ShowMonths | NotedPace | BadFigure) for r in talk.replies)
    assert talk.draft.pace == ()


def with_way(talk: Talk) -> Talk:
    talk.say("12个人做电销，刚起步")
    talk.say("扩到30人")
    assert isinstance(talk.replies[-1], ShowGrowth)
    return talk


def told(talk: Talk) -> dict[str, float]:
    (shown,) = talk.replies
    assert isinstance(shown, ShowMonths | ShowGrowth | SendGrowth)
    return dict(shown.way.told)


def test_each_sentence_adds_to_what_was_told(talk: Talk) -> None:
    with_way(talk)
    talk.say("每月招3个")
    assert told(talk) == {HIRES: 3}
    talk.say("两个月上手，年流失率30%")
    assert told(talk) == {HIRES: 3, RAMP: 2, LEAVING: 0.3}
    talk.say("半年招齐")
    assert told(talk) == {WITHIN: 6, RAMP: 2, LEAVING: 0.3}
    talk.tap(f"grow:{talk.draft.plan}:12.50")
    assert told(talk) == {WITHIN: 6, RAMP: 2, LEAVING: 0.3}
    talk.tap(f"growas:{talk.draft.plan}:12.50:xlsx")
    assert told(talk) == {WITHIN: 6, RAMP: 2, LEAVING: 0.3}


def test_a_number_alone_is_still_how_many_are_hired(talk: Talk) -> None:
    with_way(talk)
    talk.say("年流失率30%")
    talk.say("4")
    assert told(talk) == {HIRES: 4, LEAVING: 0.3}


def test_a_way_and_its_pace_in_one_sentence(talk: Talk) -> None:
    talk.say("电销从12人扩到30人怎么扩，每月招3个，流失率5%")
    (shown,) = talk.replies
    assert isinstance(shown, ShowMonths)
    assert (shown.way.start, shown.way.brief.size, shown.guessed) == (12, 30, "month")
    assert told(talk) == pytest.approx({HIRES: 3, LEAVING: yearly(0.05)})


def test_figures_before_there_is_a_way_are_noted_and_used_later(talk: Talk) -> None:
    talk.say("12 people, telesales, just started")
    noted, ask = talk.say("3 hires a month")
    assert isinstance(noted, NotedPace)
    assert isinstance(ask, ChooseGrowth)
    talk.say("30")
    assert told(talk) == {HIRES: 3}


def test_figures_before_there_is_a_plan_are_noted_and_the_question_is_put(talk: Talk) -> None:
    noted, *_ = talk.say("每月招3个，流失率5%")
    assert isinstance(noted, NotedPace)
    assert talk.asked == "channel"


def test_of_another_plan_than_the_one_of_the_way_is_asked_where_to(talk: Talk) -> None:
    with_way(talk)
    talk.say("60 people, customer service, mature")
    assert isinstance(talk.say("每月招3个")[-1], ChooseGrowth)


@pytest.mark.parametrize(
    ("text", "name"), [("每月招2000个", HIRES), ("每月流失60%", LEAVING), ("上手要5年", RAMP)]
)
def test_a_figure_that_cannot_be_is_refused_and_nothing_changes(
    talk: Talk, text: str, name: str
) -> None:
    with_way(talk)
    assert talk.say(text) == (BadFigure(name, "telesales"),)  # type: ignore[arg-type]
    assert talk.draft.pace == ()


def test_what_is_wrong_with_an_answer_is_no_pace(talk: Talk) -> None:
    with_way(talk)
    talk.tap(f"wrong:why:{talk.draft.plan}")
    talk.say("每月招3个")
    assert talk.draft.pace == ()


def test_starting_again_forgets_the_pace(talk: Talk) -> None:
    with_way(talk)
    talk.say("每月招3个")
    talk.say("重新开始")
    assert (talk.draft.pace, talk.draft.way) == ((), None)


def test_a_draft_without_a_pace_still_loads() -> None:
    draft = load_draft('{"version": 1, "channel": "telesales", "plan": "ts-s-12"}')
    assert (draft.pace, draft.way, draft.told) == ((), None, None)


_FIGURES = st.sampled_from([(HIRES, 3.0), (RAMP, 2.0), (LEAVING, 0.3), (WITHIN, 6.0)])


@given(st.lists(_FIGURES, max_size=6))
def test_never_both_months_and_hires_are_told(figures: list[tuple[str, float]]) -> None:
    known: Told = ()
    for figure in figures:
        known = with_told(known, (figure,))  # type: ignore[arg-type]
    names = {name for name, _ in known}
    assert not {HIRES, WITHIN} <= names
    if figures:
        assert figures[-1] in known


def test_buttons_keep_what_was_told_and_one_forgets_it(talk: Talk) -> None:
    with_way(talk)
    talk.say("每月招3个")
    way = f"{talk.draft.plan}:12.30"
    talk.tap(f"growby:{way}")
    assert told(talk) == {HIRES: 3}
    for ending in WAY_FORMATS:
        talk.tap(f"growas:{way}:{ending}")
        assert told(talk) == {HIRES: 3}
    talk.tap(f"growby:{way}:usual")
    assert told(talk) == {}


@pytest.mark.parametrize("data", ["growby:ts-s-12:12.30:usual:x", "growas:ts-s-12:12.30:png"])
def test_a_button_of_nothing_is_an_expired_one(talk: Talk, data: str) -> None:
    with_way(talk)
    assert talk.tap(data)[0] == Say("bad.stale")
