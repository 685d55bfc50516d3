"""Which role a question is about, and when there is none."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from flows.roles.index import RoleIndex
from knowledge.loader import load

FACETS = {
    "duties": ("{}做什么", "请问{}的职责是什么", "What does a {} do?"),
    "kpi": ("{}怎么考核", "{}的KPI", "KPI of the {}"),
    "reports_to": ("{}向谁汇报", "{}归谁管", "who does the {} report to"),
    "skills": ("{}需要什么技能", "{}要会什么", "skills of a {}"),
}
ROLES = list(load().roles.values())


@pytest.mark.parametrize("role", ROLES, ids=lambda role: str(role.id))
def test_every_name_of_a_role_is_found_with_every_facet(
    role_index: RoleIndex, role: object
) -> None:
    name_zh, name_en = role.name.zh.split("/")[0], role.name.en  # type: ignore[attr-defined]
    for facet, forms in FACETS.items():
        for form in forms:
            question = form.format(name_en if form.isascii() else name_zh)
            answer = role_index.ask(question)
            holders = (answer.role, *answer.alternatives)
            assert role.id in holders, question  # type: ignore[attr-defined]
            assert answer.facet == facet, question


@pytest.mark.parametrize("role", ROLES, ids=lambda role: str(role.id))
def test_what_people_ask_of_a_role_finds_it_or_nothing_wrong(
    role_index: RoleIndex, role: object
) -> None:
    found = [role_index.ask(ask).role for ask in (*role.asks.zh, *role.asks.en)]  # type: ignore[attr-defined]
    right = sum(role.id == one for one in found)  # type: ignore[attr-defined]
    assert right >= len(found) / 2


def test_a_shared_title_is_decided_by_cue_words(role_index: RoleIndex) -> None:
    assert role_index.ask("商品到货的质检做什么").role == "qc_inspector"


def test_a_shared_title_is_decided_by_the_channel(role_index: RoleIndex) -> None:
    assert role_index.ask("组长做什么", "customer_service").role == "cs_team_leader"
    assert role_index.ask("组长做什么", "telesales").role == "telesales_team_leader"


def test_a_shared_title_without_a_cue_names_the_others(role_index: RoleIndex) -> None:
    answer = role_index.ask("组长做什么")
    assert answer.kind == "several"
    assert answer.role == "telesales_team_leader"
    assert answer.alternatives == ("cs_team_leader",)


def test_the_longest_title_wins(role_index: RoleIndex) -> None:
    assert role_index.ask("客服主管的职责", "customer_service").role == "cs_supervisor"


def test_a_comparison_names_two_different_roles(role_index: RoleIndex) -> None:
    answer = role_index.ask("中控和主播怎么分工")
    assert answer.facet == "compare"
    assert len({answer.role, *answer.alternatives}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "室内设计师要会什么",
        "医院护士长的职责",
        "设计海报要多久",
        "主管做什么",
        "今天天气怎么样",
        "what does a nurse do",
        "how do I get a business license",
        "It is fine",
        "",
        "20",
    ],
)
def test_nothing_is_guessed(role_index: RoleIndex, text: str) -> None:
    answer = role_index.ask(text)
    assert answer.role is None
    assert answer.kind == "none"


def test_a_title_that_is_no_role_leads_to_the_nearest(role_index: RoleIndex) -> None:
    answer = role_index.ask("总经理助理的职责")
    assert answer.role is None
    assert answer.alternatives == ("project_manager", "office_admin")


def test_the_lexicon_knows_every_variant_of_the_knowledge(lexicon: Lexicon) -> None:
    assert set(lexicon.slots.variants) <= set(load().variants)


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("剪片仔日日做啲咩", "ec_video_editor"),
        ("電銷業助的工作內容", "sales_admin"),
        ("our email gal, what numbers", "lifecycle_marketer"),
        ("誰處理客訴", "complaint_specialist"),
        ("brand dude, his tasks please", "brand_manager"),  # the title is "brand person"
        ("returns officer, kpis", "returns_clerk"),  # … "returns specialist"
        ("tell me about the outsourcing manager's work", "outsourcing_manager"),  # half of a name
        ("the top brass of our call centre, what is he judged on", "cs_director"),
        ("people ops supremo, duties", "hr_manager"),
        ("packer in our depot what does he do", "picker_packer"),  # the place is no work
    ],
)
def test_work_and_a_word_for_a_person_are_a_title(
    role_index: RoleIndex, question: str, role: str
) -> None:
    assert role_index.ask(question).role == role


def test_words_for_a_person_alone_are_no_title(role_index: RoleIndex) -> None:
    assert role_index.ask("那個靚仔日日做啲咩").role is None
    assert role_index.ask("the gal upstairs, what numbers").role is None


def test_a_bare_level_is_read_as_a_title_of_the_channel(role_index: RoleIndex) -> None:
    assert role_index.ask("主管向谁汇报", "customer_service").role == "cs_supervisor"
    assert role_index.ask("planner duties", "customer_service").role == "wfm_analyst"
    assert role_index.ask("助理做哪些事", "ecommerce").role == "ops_assistant"
    assert role_index.ask("主管向谁汇报").role is None


def test_what_the_last_clause_asks_is_the_facet(role_index: RoleIndex) -> None:
    work = "给业务员算提成、出业绩日报的，"
    assert role_index.ask(work + "该谁干").facet == "duties"
    assert role_index.ask(work + "要懂什么").facet == "skills"
    assert role_index.ask("抽聽客服錄音打分數的人,可不可以同時背業績").facet == "conflicts"


def test_what_is_said_not_to_be_meant_does_not_count(role_index: RoleIndex) -> None:
    work = "卖场日常上架、改价、报平台档期，让每天交易顺顺跑的那个人做哪些事"
    assert role_index.ask(f"{work}(不是打杂的助理)", "ecommerce").role == "store_operator"
    corrected = "管钱的(不是记账的,是去银行打款那个)都干些啥"
    assert role_index.ask(corrected).role == "cashier"


@pytest.mark.parametrize(
    ("question", "role", "facet"),
    [
        ("should I already get a COO with 25 people", "coo", "threshold"),
        ("are we big enough for an HR manager", "hr_manager", "threshold"),
        ("is a data analyst worth the money for 30 people", "data_analyst", "threshold"),
        ("我们电销没有培训师,先让谁带新人", "telesales_trainer", "who_covers"),
        ("客服還沒請到排班的,誰先排", "wfm_analyst", "who_covers"),
    ],
)
def test_whoever_may_be_hired_or_is_missing_is_asked_for(
    role_index: RoleIndex, question: str, role: str, facet: str
) -> None:
    answer = role_index.ask(question)
    assert (answer.role, answer.facet) == (role, facet)


def test_the_head_of_a_shared_department_is_not_the_founder(role_index: RoleIndex) -> None:
    assert role_index.ask("人事那块的负责人，考核看什么").role == "hr_manager"
    assert role_index.ask("客服那块的负责人做什么").role == "cs_director"


def test_initials_in_a_sentence_about_something_else_are_no_title(role_index: RoleIndex) -> None:
    assert role_index.ask("HR去到170跑步危唔危險").role is None
    assert role_index.ask("AE compressor settings").role is None
    assert role_index.ask("AE要識啲咩", "telesales").role == "closer"


def test_another_title_does_not_tell_the_channel_of_a_comparison(role_index: RoleIndex) -> None:
    answer = role_index.ask("文案策划跟种草运营是一回事么", "ecommerce")
    assert (answer.role, *answer.alternatives) == ("ec_copywriter", "ec_content_operator")
