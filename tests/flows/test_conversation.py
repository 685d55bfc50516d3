"""The conversation: what is asked, what an answer does, what a side question leaves alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.codes import digit_of
from flows.draft import EMPTY, VERSION, load_draft
from flows.replies import (
    Ask,
    ChooseLanguage,
    Compare,
    ConfirmForget,
    ListPlans,
    Say,
    ShowPlan,
    ShowRole,
)
from knowledge.brief import Brief
from tests.flows.talk import Talk, knowledge


def test_only_what_is_missing_is_asked_in_order(talk: Talk) -> None:
    talk.say("你好")
    talk.say("我想搭一个电销团队")
    assert talk.asked == "stage"
    talk.tap("stage:growth")
    assert talk.asked == "size"
    talk.say("30")
    assert talk.planned == Brief("telesales", "growth", False, 30, 30, ())


def test_a_sentence_that_says_everything_gets_its_plan_at_once(talk: Talk) -> None:
    talk.say("我们12个人做电销,刚起步")
    assert talk.planned == Brief("telesales", "startup", False, 12, 12, ())


def test_e_commerce_is_asked_about_what_changes_its_posts(talk: Talk) -> None:
    talk.say("we are 8 people in e-commerce, growing")
    assert talk.asked == "variant"
    talk.tap("variant:live_selling")
    assert talk.planned == Brief("ecommerce", "growth", False, 8, 8, ("live_selling",))


def test_not_knowing_the_stage_gives_a_proposal_from_the_size(talk: Talk) -> None:
    talk.tap("channel:marketing")
    talk.say("i don't know")
    talk.say("9")
    assert talk.planned == Brief("marketing", "growth", True, 9, 9, ())


@pytest.mark.parametrize(
    ("said", "low", "high"), [("8-10", 8, 10), ("十几个", 11, 19), ("a dozen", 12, 12)]
)
def test_a_range_is_planned_for_its_upper_end(talk: Talk, said: str, low: int, high: int) -> None:
    talk.tap("channel:telesales")
    talk.tap("stage:startup")
    talk.say(said)
    assert talk.planned == Brief("telesales", "startup", False, high, low, ())


def test_the_lower_end_of_a_range_is_one_tap_away(talk: Talk) -> None:
    talk.say("telesales, startup, 8-10 people")
    shown = talk.replies[-1]
    assert isinstance(shown, ShowPlan)
    talk.tap(f"low:{shown.code}")
    assert talk.planned == Brief("telesales", "startup", False, 8, 8, ())


def test_a_variant_is_switched_on_and_off_again(talk: Talk) -> None:
    talk.say("我们30个人做电销,正在扩张")
    digit = digit_of(knowledge(), "sdr_and_closers")
    talk.tap(f"toggle:{digit}:{talk.draft.plan}")
    assert talk.planned == Brief("telesales", "growth", False, 30, 30, ("sdr_and_closers",))
    talk.tap(f"toggle:{digit}:{talk.draft.plan}")
    assert talk.planned == Brief("telesales", "growth", False, 30, 30, ())


@pytest.mark.parametrize(
    "question",
    [
        "客服主管做什么",
        "what does a team leader do?",
        "质检和培训师有什么区别",
        "谢谢",
        "why",
        "帮助",
    ],
)
def test_a_side_question_is_answered_and_the_open_one_asked_again(
    talk: Talk, question: str
) -> None:
    talk.tap("channel:telesales")
    talk.tap("stage:growth")
    before = talk.draft
    talk.say(question)
    assert len(talk.replies) > 1
    assert talk.asked == "size"
    assert (talk.draft.channel, talk.draft.stage, talk.draft.size) == (
        before.channel,
        before.stage,
        None,
    )


def test_a_role_question_shows_the_role(talk: Talk) -> None:
    replies = talk.say("电销组长做什么")
    assert replies == (ShowRole("telesales_team_leader", "duties", (), None),)


def test_two_roles_are_compared(talk: Talk) -> None:
    assert talk.say("售前客服跟售后客服的区别") == (Compare("presales_cs", "aftersales_cs"),)


def test_a_follow_up_is_about_the_role_last_talked_about(talk: Talk) -> None:
    talk.say("电销组长做什么")
    shown = talk.say("那他的KPI呢")[0]
    assert isinstance(shown, ShowRole)
    assert (shown.role, shown.facet) == ("telesales_team_leader", "kpi")


def test_several_channels_are_not_guessed(talk: Talk) -> None:
    talk.say("我们做电销和客服，一共30人，正在扩张")
    question = talk.replies[-1]
    assert isinstance(question, Ask)
    together = "company.telesales.customer_service"
    assert question.options == ("telesales", "customer_service", together)
    talk.tap("channel:telesales")
    assert talk.planned == Brief("telesales", "growth", False, 30, 30, ())


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("0", "zero"),
        ("-3", "negative"),
        ("1e9", "too_big"),
        ("2.5", "fraction"),
        ("很多", "no_number"),
        ("", "no_number"),
        ("<b>9</b>", "no_number"),
        ("Привет", "no_number"),
        ("\x00\x07", "no_number"),
        ("x" * 10_000, "too_long"),
    ],
)
def test_a_bad_size_gets_one_sentence_and_changes_nothing(
    talk: Talk, said: str, problem: str
) -> None:
    talk.tap("channel:telesales")
    talk.tap("stage:startup")
    before = talk.draft
    replies = talk.say(said)
    assert replies[0] == Say(f"bad.{problem}")
    assert talk.asked == "size"
    assert talk.draft == before


def test_orders_work_at_any_point(talk: Talk) -> None:
    talk.say("我们12个人做电销,刚起步")
    assert isinstance(talk.say("/settings")[0], ChooseLanguage)
    assert talk.say("/help") == (Say("chat.help"),)
    assert talk.say("我的方案") == (ListPlans(),)
    assert talk.say("/delete") == (ConfirmForget(),)
    talk.say("重来")
    assert talk.asked == "channel"
    assert talk.say("取消") == (Say("chat.cancelled"),)


def test_a_language_is_switched_by_a_word_and_kept_on_restart(talk: Talk) -> None:
    talk.say("用繁體中文")
    assert talk.draft.language == "zh-Hant-TW"
    talk.say("restart")
    assert talk.draft.language == "zh-Hant-TW"


@pytest.mark.parametrize(
    "data",
    ["", ":", "channel", "channel:x", "size:0", "size:-1", "size:9999999", "part:x:ts-g-5",
     "part:card:zz", "open:p1", "change:", "change:size:zz", "role:nobody", "lang:fr",
     "toggle:x:ts-g-5", "low:", "ts-g-5", "variant:live_selling", "part:card:ts-g-5:0"],
)  # fmt: skip
def test_a_button_nobody_made_is_an_expired_one(talk: Talk, data: str) -> None:
    before = talk.draft
    replies = talk.tap(data)
    assert replies[0] == Say("bad.stale")
    assert talk.draft.plan == before.plan


@given(texts=st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_every_message_gets_an_answer(texts: list[str]) -> None:
    talk = Talk()
    for text in texts:
        assert talk.say(text), text


WORDS = st.sampled_from(
    ["电销", "marketing", "电商", "刚起步", "成熟", "12个人", "8-10", "不知道", "back", "上一步",
     "重来", "为什么", "客服主管做什么", "取消", "make it 20 people", "都不是", "20", "abc", "plan"]
)  # fmt: skip
TAPS = st.sampled_from(
    ["channel:ecommerce", "stage:unknown", "stage:growth", "size:12", "variant:none", "back",
     "variant:live_selling", "part:why:ts-g-55", "change:ts-g-55", "change:size:ts-g-55",
     "open:p2:cs-m-200", "toggle:technical:cs-m-200", "low:ts-g-8.10", "resume", "nonsense"]
)  # fmt: skip


@given(
    moves=st.lists(WORDS.map(lambda w: ("say", w)) | TAPS.map(lambda t: ("tap", t)), max_size=12)
)
def test_no_order_of_messages_and_taps_leaves_anybody_without_answer(
    moves: list[tuple[str, str]],
) -> None:
    talk = Talk()
    for kind, what in moves:
        replies = talk.say(what) if kind == "say" else talk.tap(what)
        assert replies
        if talk.asked:
            assert talk.draft.asked == talk.asked


def test_a_draft_of_the_first_version_loads() -> None:
    stored = (
        '{"version": 1, "language": null, "heard": "en", "channel": "telesales", "stage": "growth",'
        ' "stage_assumed": false, "size": 55, "size_low": 55, "variants": ["consultative"],'
        ' "asked": null, "trail": ["channel", "stage", "size"], "plan": "ts-g-55", "role": null}'
    )
    draft = load_draft(stored)
    assert (draft.channel, draft.size, draft.variants) == ("telesales", 55, ("consultative",))


def test_a_draft_of_a_newer_program_is_refused() -> None:
    newer = EMPTY.dump().replace(f'"version": {VERSION}', f'"version": {VERSION + 1}')
    with pytest.raises(ValueError, match="version"):
        load_draft(newer)


def test_what_was_understood_is_shown_back_with_the_next_question(talk: Talk) -> None:
    (question,) = talk.say("我们8到10个人做电销")
    assert isinstance(question, Ask)
    assert (question.slot, question.known) == (
        "stage",
        (("channel", "telesales"), ("size", "8-10")),
    )


def test_what_was_understood_can_be_asked_again_without_losing_the_rest(talk: Talk) -> None:
    talk.say("我们12个人做电销")
    talk.tap("redo:channel")
    assert talk.asked == "channel"
    talk.tap("channel:customer_service")
    assert talk.asked == "stage"
    talk.tap("stage:startup")
    assert talk.planned == Brief("customer_service", "startup", False, 12, 12, ())


def test_a_plan_for_more_people_remembers_how_many_there_are(talk: Talk) -> None:
    (plan,) = talk.say("现在5个人，做电销，刚起步，准备招到20人")
    assert isinstance(plan, ShowPlan)
    assert (plan.brief.size, plan.now) == (20, 5)
    (next_hires,) = talk.say("下一个招谁")
    assert isinstance(next_hires, ShowPlan)
    assert next_hires.now == 5
    (changed,) = talk.say("改成30个人")
    assert isinstance(changed, ShowPlan)
    assert changed.now is None, "it was not said again"


@pytest.mark.parametrize(
    "said", ["客服是外包的", "市场部在深圳", "our customer service is in Manila", "電商那邊很忙"]
)
def test_a_statement_that_mentions_another_channel_leaves_the_plan(talk: Talk, said: str) -> None:
    talk.say("电销团队20人，成长期")
    before = talk.draft
    talk.say(said)
    assert talk.draft.plan == before.plan
    assert talk.draft.channel == "telesales"


@pytest.mark.parametrize("said", ["换成客服", "电商", "我们做客服", "we run an online store"])
def test_a_wish_for_another_channel_is_taken_up(talk: Talk, said: str) -> None:
    talk.say("电销团队20人，成长期")
    talk.say(said)
    assert talk.draft.channel != "telesales"
