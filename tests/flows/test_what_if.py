"""What if: nothing changes before somebody takes the other plan."""

from __future__ import annotations

import pytest

from flows.advice.replies import BadSpan, ChooseGoal, ShowTaskForce, WhatIf
from flows.codes import decode
from flows.editing.replies import NotEdited
from flows.replies import Ask, Say, ShowChart, ShowPlan
from knowledge.edits import Lines
from tests.flows.talk import Talk, knowledge


@pytest.fixture
def talk() -> Talk:
    found = Talk()
    found.say("电销55人，成长期")
    assert found.draft.plan == "ts-g-55"
    return found


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("如果组长只带8个人呢", "ts-g-55-p08"),
        ("what if leaders handle 8 instead of 12?", "ts-g-55-p08"),
        ("假如每个组长带10个人，而不是12个", "ts-g-55-p010"),
        ("要是一个组长管八个人呢", "ts-g-55-p08"),
        ("suppose the span of control was 10", "ts-g-55-p010"),
        ("如果電銷經理只帶4個組長", "ts-g-55-p14"),
        ("what if managers lead 4 leaders", "ts-g-55-p14"),
        ("假如每位组长带 9 人、总共80人", "ts-g-80-p09"),
        ("假如是成熟期", "ts-m-55"),
        ("what if we were 30", "ts-g-30"),
        ("如果做顾问式销售", "ts-g-55-v2"),
    ],
)
def test_a_supposition_is_shown_beside_the_plan_and_changes_nothing(
    talk: Talk, said: str, code: str
) -> None:
    (shown,) = talk.say(said)
    assert isinstance(shown, WhatIf)
    assert (shown.one, shown.other) == (decode(knowledge(), "ts-g-55"), decode(knowledge(), code))
    assert shown.use == f"use:{code}"
    assert talk.draft.plan == "ts-g-55"


def test_a_warehouse_can_be_outsourced_on_trial() -> None:
    talk = Talk()
    talk.say("电商40人，成熟期，自己的仓库")
    if talk.asked == "variant":
        talk.tap("variant:none")
    for said in ("what if we outsource the warehouse", "假如仓库外包呢"):
        (shown,) = talk.say(said)
        assert isinstance(shown, WhatIf)
        assert shown.other.variants == ("third_party_logistics",)


def test_taking_the_other_plan_makes_it_the_current_one(talk: Talk) -> None:
    (plan,) = talk.tap("use:ts-g-55-p08")
    assert isinstance(plan, ShowPlan)
    assert plan.brief.spans == (("telesales_team_leader", 8),)
    assert plan.before == decode(knowledge(), "ts-g-55")
    assert talk.draft.plan == "ts-g-55-p08"


def test_a_span_stays_when_the_size_changes_and_goes_with_the_channel(talk: Talk) -> None:
    talk.tap("use:ts-g-55-p08")
    talk.say("改成80人")
    assert talk.draft.plan == "ts-g-80-p08"
    talk.tap("channel:marketing")
    assert talk.draft.spans == ()


def test_the_usual_span_is_no_span_of_ones_own(talk: Talk) -> None:
    talk.tap("use:ts-g-55-p08")
    (shown,) = talk.say("如果组长带12个人呢")
    assert isinstance(shown, WhatIf)
    assert shown.use == "use:ts-g-55"


@pytest.mark.parametrize("people", [2, 5, 16, 90])
def test_a_span_outside_its_range_is_refused_with_the_range(talk: Talk, people: int) -> None:
    assert talk.say(f"如果组长带{people}个人") == (BadSpan("telesales_team_leader", people, 6, 15),)


def test_a_supposition_that_is_true_already_is_said_to_be(talk: Talk) -> None:
    assert talk.say("如果是55人呢") == (Say("chat.unchanged"),)


def test_pay_in_the_sentence_goes_with_the_answer_and_is_not_kept(talk: Talk) -> None:
    (shown,) = talk.say("如果组长只带8个人呢，电销组长月薪9000，电销专员6000")
    assert isinstance(shown, WhatIf)
    assert dict(shown.pay) == {"telesales_team_leader": 9000, "telesales_agent": 6000}
    assert "9000" not in talk.draft.dump()


@pytest.mark.parametrize("said", ["如果有人离职怎么办", "what if somebody quits?", "如果不做了呢"])
def test_what_supposes_nothing_of_the_plan_is_answered_otherwise(talk: Talk, said: str) -> None:
    assert not any(isinstance(reply, WhatIf | NotEdited) for reply in talk.say(said))


def test_without_a_plan_a_supposition_is_a_brief() -> None:
    assert isinstance(Talk().say("如果是30人的电销团队")[-1], Ask | ShowPlan)


@pytest.mark.parametrize(
    ("said", "goal"),
    [
        ("投诉爆了要成立专项组", "complaints"),
        ("set up a task force for the launch", "launch"),
        ("满意度掉了，拉个专项小组", "satisfaction"),
        ("双十一要组一个攻坚小组", "big_sale"),
        ("we need a tiger team to try TikTok", "new_channel"),
        ("/taskforce 大促", "big_sale"),
        ("滿意度下降要成立專項小組", "satisfaction"),
    ],
)
def test_a_task_force_is_asked_for_in_words(talk: Talk, said: str, goal: str) -> None:
    brief = decode(knowledge(), "ts-g-55")
    assert talk.say(said) == (ShowTaskForce(brief, "ts-g-55", goal),)  # type: ignore[arg-type]


@pytest.mark.parametrize("said", ["专项小组", "/taskforce", "set up a task force", "成立专班"])
def test_without_a_goal_the_goals_are_offered(talk: Talk, said: str) -> None:
    (asked,) = talk.say(said)
    assert isinstance(asked, ChooseGoal)


def test_a_task_force_needs_a_plan_first() -> None:
    said, question = Talk().say("投诉爆了要成立专项组")
    assert said == Say("chat.no_plan")
    assert isinstance(question, Ask)


def test_the_chart_of_a_task_force_has_its_lines_and_the_plan_stays(talk: Talk) -> None:
    (chart,) = talk.tap("lines:ts-g-55:complaints")
    assert isinstance(chart, ShowChart)
    assert chart.brief.edits == (Lines("complaints"),)
    assert talk.draft.plan == "ts-g-55"


@pytest.mark.parametrize(
    "data",
    [
        *("force", "force:nonsense", "force:ts-g-55:picnic", "force:ts-g-55:launch:x"),
        *("lines:ts-g-55", "lines:ts-g-55:picnic", "lines::", "use", "use:", "use:@1", "use:a:b:c"),
    ],
)
def test_a_button_that_was_never_made_is_an_expired_one(talk: Talk, data: str) -> None:
    assert talk.tap(data)[0] == Say("bad.stale")


def test_the_description_of_a_team_is_no_task_force() -> None:
    (reply, *_) = Talk().say("我们成立了专项小组做电销，12个人")
    assert not isinstance(reply, ShowTaskForce | ChooseGoal)
