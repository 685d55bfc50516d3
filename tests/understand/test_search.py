"""Work described without a title leads to the role that does it, or to a few to choose from."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from flows.roles.index import RoleIndex
from flows.understand import understand
from knowledge.loader import load
from tests.understand.titles import ROLES

DESCRIBED = {
    "谁负责听销售录音打分": "telesales_qa",
    "客户要退货该找哪个岗位处理": "aftersales_cs",
    "直播时坐在后面改价格发券的那个人": "live_controller",
    "誰在幫網店剪帶貨短片": "ec_video_editor",
    "邊個負責排更表": "wfm_analyst",
    "电脑连不上网找谁": "it_support",
    "who listens to recorded sales calls and marks them": "telesales_qa",
    "whoever haggles with suppliers about prices": "buyer",
    "somebody has to file our taxes every month": "accountant",
    "the person who deals with journalists and bad press": "pr_specialist",
}


@pytest.mark.parametrize(("question", "role"), DESCRIBED.items())
def test_work_leads_to_the_role_that_does_it(
    role_index: RoleIndex, question: str, role: str
) -> None:
    assert role_index.ask(question).role == role


def test_what_people_ask_of_a_role_leads_to_it(role_index: RoleIndex) -> None:
    asks = [(ask, role.id) for role in ROLES for ask in (*role.asks.zh, *role.asks.en)][::7]
    right = sum(role_index.ask(ask).role == role for ask, role in asks)
    assert right >= 0.85 * len(asks)


def test_the_channel_of_the_chat_favours_its_roles(role_index: RoleIndex) -> None:
    question = "谁来带新人培训"
    assert role_index.ask(question, "telesales").role == "telesales_trainer"
    assert role_index.ask(question, "customer_service").role == "cs_trainer"


def test_a_title_that_is_only_context_is_not_the_answer(role_index: RoleIndex) -> None:
    assert role_index.ask("谁给销售算提成").role == "sales_ops_specialist"
    assert role_index.ask("给客服上课的那个人要会什么").role == "cs_trainer"


def test_a_description_outweighs_a_vague_title_in_it(role_index: RoleIndex) -> None:
    assert role_index.ask("专门跟别的品牌谈联名互推的商务要会什么").role == "partnership_manager"


def test_whoever_leads_people_with_a_title_is_their_superior(role_index: RoleIndex) -> None:
    assert role_index.ask("网店客服头儿平时做什么").role == "ec_cs_lead"
    assert role_index.ask("美工老大要会什么").role == "ec_design_lead"


def test_the_asked_facet_of_described_work_is_kept(role_index: RoleIndex) -> None:
    answer = role_index.ask("仓库里打包的那个大姐怎么考核")
    assert (answer.role, answer.facet) == ("picker_packer", "kpi")


def test_who_is_in_charge_of_work_asks_for_no_superior(role_index: RoleIndex) -> None:
    assert role_index.ask("外呼线路被封归谁管").facet == "duties"
    assert role_index.ask("美工归谁管").facet == "reports_to"


def test_a_near_miss_offers_at_most_three_and_names_none(role_index: RoleIndex) -> None:
    answer = role_index.ask("谁管那些乱七八糟的链接")
    assert answer.role is None
    assert answer.kind == "near"
    assert 1 <= len(answer.may_mean) <= 3


def test_two_titles_joined_are_compared(role_index: RoleIndex) -> None:
    answer = role_index.ask("店长和运营专员")
    assert (answer.facet, answer.role, answer.alternatives[:1]) == (
        "compare", "store_manager", ("store_operator",),
    )  # fmt: skip


def test_a_follow_up_names_no_role(role_index: RoleIndex) -> None:
    answer = role_index.ask("那他的KPI呢")
    assert (answer.role, answer.facet, answer.kind) == (None, "kpi", "none")


def test_the_same_question_is_always_answered_alike(lexicon: Lexicon) -> None:
    question = "谁管仓库里的货和人"
    assert RoleIndex(lexicon).ask(question) == RoleIndex(lexicon).ask(question)


def test_a_description_of_a_team_needs_no_index() -> None:
    knowledge = load()
    lexicon = Lexicon.load(ROLES, knowledge.titles, knowledge.functions.values())
    assert understand(lexicon, "我们12个人做电销，刚起步").intent == "brief"
    assert "_chinese" not in vars(lexicon.search)
    assert understand(lexicon, "谁听销售的录音").role == "telesales_qa"
    assert "_chinese" in vars(lexicon.search)


@pytest.mark.parametrize(
    "text", ["谁" * 4096, "who " * 1024, "𠮶" * 500, "a" * 4096, "\ufffc" * 50]
)
def test_strange_text_is_survived(role_index: RoleIndex, text: str) -> None:
    assert role_index.ask(text).kind in ("none", "near", "exact", "several")


@pytest.mark.parametrize(
    ("troubles", "role"),
    [
        (
            "our competitors sit on page one of google and we are nowhere to be found",
            "seo_specialist",
        ),
        ("every department brings another sales figure and I believe none of them", "data_analyst"),
        (
            "we got a bad batch from the factory again and the defects reach customers",
            "qc_inspector",
        ),
        ("每個客服講的退貨規則都不一樣", "cs_trainer"),
    ],
)
def test_troubles_of_a_business_ask_for_whoever_sees_to_them(
    role_index: RoleIndex, troubles: str, role: str
) -> None:
    assert role in role_index.ask(troubles).may_mean


@pytest.mark.parametrize(
    "troubles",
    [
        "our team is a mess",
        "my landlord never fixes the heating and nobody helps",
        "our cat keeps scratching the sofa",
        "我家网又断了,打电话也没人理",
    ],
)
def test_other_troubles_do_not(role_index: RoleIndex, troubles: str) -> None:
    assert role_index.ask(troubles).role is None
