"""Checking a team in the conversation, without a messenger."""

from __future__ import annotations

import pytest

from flows.conversation import step
from flows.draft import EMPTY
from flows.replies import Ask, Listed, Said, Say, ShowRole, Tapped
from flows.teams.checking import mark
from flows.teams.offered import PLAN_LISTED
from flows.teams.replies import AskTeam, AskTitle, BadFile, OfferCheck, ShowCheck, ShowCheckChart
from knowledge.diagnosis.diagnose import diagnose
from tests.flows.talk import Talk, knowledge, lexicon

SHOP = "运营3 美工1 客服2 我自己管投放和财务"


@pytest.mark.parametrize(
    "words", ["/check", "体检", "诊断", "check my team", "團隊體檢", "what's wrong with my team?"]
)
def test_the_order_asks_for_a_team(talk: Talk, words: str) -> None:
    assert talk.say(words) == (AskTeam(None, waits=False),)


def test_a_title_of_several_roles_is_asked_once(talk: Talk) -> None:
    talk.say("/check")
    (question,) = talk.say(SHOP)
    assert question == AskTitle(
        "客服", 2, ("presales_cs", "aftersales_cs"), is_known=True, number=0, left=0
    )
    (shown,) = talk.tap("checkas:aftersales_cs:0")
    assert isinstance(shown, ShowCheck)
    roles = {seat.role: seat.headcount for seat in shown.team.seats}
    assert roles["aftersales_cs"] == 2
    assert "presales_cs" not in roles


def test_none_of_the_roles_is_an_answer_too(talk: Talk) -> None:
    talk.say(f"/check {SHOP}")
    (shown,) = talk.tap("checkas::0")
    assert isinstance(shown, ShowCheck)
    assert [seat.title for seat in shown.team.seats if seat.role is None] == ["客服"]


@pytest.mark.parametrize(
    "data", ["checkas:nobody:0", "checkas:presales_cs", "checkas:all:0:1", "mend:@9:1.p1:1"]
)
def test_a_tap_that_fits_nothing_is_an_expired_one(talk: Talk, data: str) -> None:
    talk.say(f"/check {SHOP}")
    assert talk.tap(data)[0] == Say("bad.stale")


def test_a_question_in_between_is_answered(talk: Talk) -> None:
    talk.say("/check")
    assert isinstance(talk.say("电销质检专员做什么")[0], ShowRole)


def test_what_is_no_team_is_said_and_the_next_message_still_counts(talk: Talk) -> None:
    talk.say("/check")
    assert talk.say("嗯嗯啊啊") == (Say("check.not_read"),)
    assert isinstance(talk.say("坐席8，组长1")[0], ShowCheck)


def test_it_can_be_dropped(talk: Talk) -> None:
    talk.say("/check")
    assert talk.say("取消")[0] == Say("check.dropped")
    assert isinstance(talk.say("坐席8，组长1")[-1], Ask)


def test_a_repair_is_applied_and_the_scores_compared() -> None:
    said = Said("/check 经理1，组长2，坐席44，质检2，培训1，销售运营1，内勤1，名单专员1", None)
    told, (shown,) = step(knowledge(), lexicon(), EMPTY, said)
    assert isinstance(shown, ShowCheck)
    before = diagnose(knowledge(), shown.team)
    data = f"mend:{shown.code}:{mark(knowledge(), before.findings[0])}:{before.score}"
    after, (mended,) = step(knowledge(), lexicon(), told, Tapped(data, None))
    assert isinstance(mended, ShowCheck)
    assert (mended.before, mended.team.people) == (before.score, shown.team.people + 2)
    assert diagnose(knowledge(), mended.team).score > before.score
    _, (again, _) = step(knowledge(), lexicon(), after, Tapped(data, None))
    assert again == Say("check.gone")


def test_the_chart_shows_the_team_as_it_was_told() -> None:
    said = Said("/check 经理1，组长2，坐席44，质检2", None)
    told, (shown,) = step(knowledge(), lexicon(), EMPTY, said)
    assert isinstance(shown, ShowCheck)
    data = f"checkpic:{shown.code}:dark:s"
    after, (chart,) = step(knowledge(), lexicon(), told, Tapped(data, None))
    assert isinstance(chart, ShowCheckChart)
    assert (chart.theme, chart.told, chart.brief) == ("dark", "s", shown.team.brief)
    assert after == told


@pytest.mark.parametrize(
    "data", ["checkpic:@1", "checkpic:@1:pink", "checkpic:@1:light:x", "checkpic:@9:light:s"]
)
def test_a_chart_of_nothing_is_an_expired_button(talk: Talk, data: str) -> None:
    talk.say("/check 经理1，组长2，坐席44，质检2")
    assert talk.tap(data)[0] == Say("bad.stale")


def test_a_file_is_taken_at_any_time() -> None:
    rows = (("title", "headcount"), ("Team Leader", "1"), ("Agent", "8"))
    _, (shown,) = step(knowledge(), lexicon(), EMPTY, Listed(rows, None, "en"))
    assert isinstance(shown, ShowCheck)
    assert shown.team.people == 9


def test_a_bad_file_changes_nothing() -> None:
    for file in (Listed((), ("large", 2), None), Listed((("a",),), None, None)):
        after, (reply,) = step(knowledge(), lexicon(), EMPTY, file)
        assert isinstance(reply, BadFile)
        assert after == EMPTY


LISTS = (
    "1个店长，2个运营，3个客服，1个美工，2个打包",
    "電銷經理1名，組長4名，坐席40名，質檢2名",
    "1 manager, 2 team leaders, 44 agents, 2 QA",
    "店长 1\n运营 2\n客服 3",
)


@pytest.mark.parametrize("text", LISTS)
@pytest.mark.parametrize("answer", ["yes", "好", "checkas:go"])
def test_a_list_beside_a_plan_is_offered_to_be_checked(text: str, answer: str) -> None:
    talk = Talk()
    talk.say("55 people, telesales, growing")
    before = talk.draft.plan
    (offer,) = talk.say(text)
    assert isinstance(offer, OfferCheck)
    assert talk.draft.plan == before
    (shown,) = talk.tap(answer) if ":" in answer else talk.say(answer)
    assert isinstance(shown, ShowCheck | AskTitle)


@pytest.mark.parametrize("text", LISTS)
def test_a_list_beside_a_plan_can_be_planned_for_as_before(text: str) -> None:
    alone, talk = Talk(), Talk()
    alone.say(text)
    talk.say("55 people, telesales, growing")
    talk.say(text)
    talk.tap(PLAN_LISTED)
    assert (talk.draft.channel, talk.draft.size) == (alone.draft.channel, alone.draft.size)
    assert talk.draft.told is None


def test_a_size_told_while_a_title_is_asked_is_no_other_team() -> None:
    talk = Talk()
    talk.say("55 people, telesales, growing")
    talk.say("電銷經理1名，組長4名，專員40名，質檢2名")
    (asked,) = talk.say("yes")
    assert isinstance(asked, AskTitle)
    talk.say("電銷，由3個人做到30個人")
    assert talk.planned is not None
    assert talk.planned.size == 30


def test_whoever_says_something_else_to_the_offer_is_answered() -> None:
    talk = Talk()
    talk.say("55 people, telesales, growing")
    talk.say(LISTS[0])
    talk.say("60 people")
    assert talk.planned is not None
    assert talk.planned.size == 60
    assert not isinstance(talk.say("yes")[0], ShowCheck)


@pytest.mark.parametrize(
    "text",
    [
        "3 agents, 2 operators and a designer, want to be 20",
        "电销40、客服20、电商10",
        "再招2个组长、10个坐席、1个质检",
        "加一个质检、两个培训",
        "客服3人、运营2人",
    ],
)
def test_what_says_more_than_a_list_is_not_offered_to_be_checked(text: str) -> None:
    talk = Talk()
    talk.say("55 people, telesales, growing")
    assert not any(isinstance(reply, OfferCheck) for reply in talk.say(text))


@pytest.mark.parametrize("text", LISTS)
def test_a_list_without_a_plan_is_planned_for(text: str) -> None:
    talk = Talk()
    assert not any(isinstance(reply, OfferCheck) for reply in talk.say(text))
