"""A company in the conversation: told at once, asked for together, changed team by team."""

from __future__ import annotations

import pytest

from flows.advice.replies import AskParts, WhatIf
from flows.codes import decode
from flows.growth.replies import ShowGrowth
from flows.replies import Ask, Say, ShowRole
from knowledge.company.sequence import staffed_parts
from knowledge.company.variants import all_variants
from knowledge.model import COMPANY
from tests.flows.talk import Talk, knowledge

HUNDRED = "co-G-100-T14CkOs"  # 40 in telesales, 20 in customer service, 28 others


@pytest.fixture
def talk() -> Talk:
    found = Talk()
    found.say("100人，其中电销40、客服20")
    assert found.draft.plan == HUNDRED
    return found


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("100人，其中电销40、客服20", HUNDRED),
        ("我们公司100人，电销40人，客服20人", HUNDRED),
        ("我們100人，電銷40、客服20", HUNDRED),
        ("100人里40个做电销、20个做客服", HUNDRED),
        ("we are 100, 40 in telesales and 20 in support", HUNDRED),
        ("we are 100 people: telesales 40, customer service 20", HUNDRED),
        ("电销40、客服20", "co-G-69-T14Ck"),
        ("電銷同客服，電銷40個，客服20個", "co-G-69-T14Ck"),
        ("40 in telesales and 20 in support", "co-G-69-T14Ck"),
        ("100人：电销60、客服40", "co-M-115-T1oC14"),
        ("电商8人，市场3人，刚起步", "co-s-13-E8M3"),
        ("电销40人，客服20人，想扩到100人", "co-g-100-T14Ck"),
        ("电销 (40人)、客服（20人）", "co-G-69-T14Ck"),
        ("公司100人，电销40，客服20，财务3，人事2", HUNDRED),
        ("电销40人，客服20人，财务3人，老板1个", "co-G-69-T14Ck"),
    ],
)
def test_several_teams_with_their_people_are_a_company_at_once(said: str, code: str) -> None:
    talk = Talk()
    talk.say(said)
    assert (talk.draft.plan, talk.asked) == (code, None)
    assert talk.planned == decode(knowledge(), code)


@pytest.mark.parametrize(
    "said",
    [
        "3个客服2个运营1个美工",
        "电商20人，其中客服5人",
        "电商：运营5人、美工2人、客服3人",
        "我们55个人做电销",
        "电销2个组，每组10人",
        "we sell online, 20 people, 5 of them in support",
        "2个客服, 3个电商运营, 1个美工",
    ],
)
def test_people_of_one_team_are_no_company(said: str) -> None:
    talk = Talk()
    talk.say(said)
    assert talk.draft.channel != COMPANY


def test_more_than_can_be_planned_is_refused_in_one_sentence() -> None:
    talk = Talk()
    first, *_ = talk.say("电销3000人，客服2500人")
    assert first == Say("bad.too_big")
    assert talk.planned is None


def test_teams_without_people_are_asked_for_one_by_one_or_together() -> None:
    talk = Talk()
    talk.say("我们做电销和客服，一共100人")
    assert isinstance(talk.replies[-1], Ask)
    assert talk.replies[-1].options == (
        "telesales",
        "customer_service",
        "company.telesales.customer_service",
    )
    assert talk.tap("channel:company.telesales.customer_service") == (
        AskParts(("telesales", "customer_service"), is_again=False),
    )
    assert talk.say("40") == (AskParts(("telesales", "customer_service"), is_again=True),)
    talk.say("40、20")
    assert talk.draft.plan == HUNDRED


def test_who_asks_something_else_is_answered_and_not_asked_again() -> None:
    talk = Talk()
    talk.tap("channel:company.telesales.marketing")
    (shown, *_) = talk.say("电销组长做什么")
    assert isinstance(shown, ShowRole)
    assert talk.draft.pending is None


@pytest.mark.parametrize(
    "data",
    ["channel:company", "channel:company.telesales", "channel:company.a.b", "channel:company.x"],
)
def test_a_made_up_button_is_a_stale_one(data: str) -> None:
    assert Talk().tap(data)[0] == Say("bad.stale")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("客服改成25人", "co-M-108-T14CpOs"),
        ("电销减到30人", "co-G-90-TuCkOs"),
        ("客服加到30人", "co-M-113-T14CuOs"),
        ("电销再招5个人", "co-M-108-T19CkOs"),
        ("telesales should be 30", "co-G-90-TuCkOs"),
        ("市场10人", "co-G-100-T14CkMaOi"),
        ("改成成熟期", "co-m-100-T14CkOr"),
        ("150人", "co-M-150-T14CkOs"),
        ("做顾问式销售", "co-G-100-T14CkOsV4"),
    ],
)
def test_a_company_is_changed_in_short_words(talk: Talk, said: str, code: str) -> None:
    talk.say(said)
    assert talk.draft.plan == code


@pytest.mark.parametrize(
    "said",
    [
        *("加上市场部6人", "加上市場部6人", "再加一个6人的市场团队", "还有市场部6个人"),
        *("增加一個市場部，6人", "我们还有一个市场部，6个人", "加6个人的市场部"),
        *("add a marketing team of 6", "Add a marketing department of six people, please"),
        *("we also have a marketing team of 6", "plus a 6-person marketing team"),
    ],
)
def test_a_team_is_added_beside_the_one_that_is_planned(said: str) -> None:
    talk = Talk()
    talk.say("55 people, telesales, growing")
    talk.say(said)
    assert talk.planned is not None
    assert talk.planned.channels == ("telesales", "marketing")
    assert [part.people for part in talk.planned.parts] == [55, 6]
    assert talk.planned.stage == "growth"


@pytest.mark.parametrize("said", ["加上市场部6人", "add a marketing team of 6"])
def test_a_team_is_added_to_a_company(talk: Talk, said: str) -> None:
    talk.say(said)
    assert talk.draft.plan == "co-G-100-T14CkM6Om"  # out of the others
    talk.say("电销40、客服20")
    talk.say(said)
    assert dict(talk.draft.parts) == {"telesales": 40, "customer_service": 20, "marketing": 6}


def test_special_cases_of_a_team_stay_with_it_in_a_company() -> None:
    talk = Talk()
    talk.say("电商20人，有直播带货，成长期")
    talk.say("加上客服部6人")
    assert talk.planned is not None
    assert talk.planned.channels == ("ecommerce", "customer_service")
    assert "live_selling" in all_variants(talk.planned)


@pytest.mark.parametrize(
    "said",
    [
        "加一个市场专员",
        "加6个电销专员",
        "add a team leader",
        "加上电销部6人",
        "加2个组",
        "add 6 people",
    ],
)
def test_more_people_of_the_team_itself_are_no_other_team(said: str) -> None:
    talk = Talk()
    talk.say("55 people, telesales, growing")
    talk.say(said)
    assert talk.draft.channel == "telesales"


def test_a_leader_of_one_of_its_teams_is_no_team(talk: Talk) -> None:
    talk.say("电销组长加到5个")
    assert talk.planned is not None
    counts = talk.draft.shelf.plan(knowledge(), talk.planned).counts
    assert {c.role: c.people - c.planned for c in counts if c.is_changed} == {
        "telesales_team_leader": 2
    }


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("如果客服30人呢", "co-M-113-T14CuOs"),
        ("what if support were 30?", "co-M-113-T14CuOs"),
        ("如果150人呢", "co-M-150-T14CkOs"),
        ("what if leaders handle 8", f"{HUNDRED}-p08"),
    ],
)
def test_what_if_works_on_a_company(talk: Talk, said: str, code: str) -> None:
    (shown,) = talk.say(said)
    assert isinstance(shown, WhatIf)
    assert shown.other == decode(knowledge(), code)
    assert talk.draft.plan == HUNDRED
    talk.tap(shown.use)
    assert talk.draft.plan == code


def test_a_company_grows_in_its_proportion(talk: Talk) -> None:
    talk.say("怎么扩")
    (way,) = talk.say("150")
    assert isinstance(way, ShowGrowth)
    talk.tap("growplan:" + HUNDRED + ":100.150")
    assert talk.planned is not None
    assert [part.people for part in talk.planned.parts] == [40, 20, 28]
    grown = {p.channel: p.people for p in staffed_parts(knowledge(), talk.planned)}
    assert grown == {"telesales": 61, "customer_service": 30, "other_teams": 42}


def test_how_a_company_grows_can_be_asked_in_one_sentence() -> None:
    talk = Talk()
    (way,) = talk.say("我们100人，其中电销40、客服20，怎么扩到150人")
    assert isinstance(way, ShowGrowth)
    assert (way.way.start, way.way.brief.size) == (100, 150)


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("什么时候要招人事", "hr_manager"),
        ("when do I need HR?", "hr_manager"),
        ("什麼時候需要法務", "legal_compliance"),
        ("什么时候要招IT", "it_support"),
        ("什么时候需要财务", "accountant"),
    ],
)
def test_when_a_shared_post_is_due_is_answered_with_and_without_a_plan(
    talk: Talk, said: str, role: str
) -> None:
    for one in (talk, Talk()):
        (shown, *_) = one.say(said)
        assert isinstance(shown, ShowRole)
        assert (shown.role, shown.facet) == (role, "threshold")


@pytest.mark.parametrize("said", ["什么时候需要第二个会计", "when do I need a second recruiter?"])
def test_when_the_second_of_a_shared_post_comes_is_answered(talk: Talk, said: str) -> None:
    for one in (talk, Talk()):
        (shown, *_) = one.say(said)
        assert isinstance(shown, ShowGrowth)


def test_a_size_in_the_question_means_a_whole_company_for_a_shared_post() -> None:
    (shown, *_) = Talk().say("60人的公司需要人事吗")
    assert isinstance(shown, ShowRole)
    assert shown.brief is not None
    assert (shown.brief.channel, shown.brief.size) == (COMPANY, 60)


def test_a_check_looks_at_one_team_at_a_time(talk: Talk) -> None:
    assert talk.tap(f"check:{HUNDRED}") == (Say("company_bad.no_check"),)


def test_a_company_is_edited_like_any_plan(talk: Talk) -> None:
    talk.say("加一个会计")
    assert talk.planned is not None
    assert len(talk.planned.edits) == 1
    made = talk.draft.shelf.plan(knowledge(), talk.planned)
    assert {c.role: c.people for c in made.counts}["accountant"] == 2
