"""Shared cards: what stands on them, and what a tap below one answers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import Core
from bot.screen import MAX_DATA, MAX_TEXT
from bot.shared_card import (
    MAX_CAPTION,
    MAX_TOAST,
    Toast,
    _fitting,
    code_of,
    mark_of,
    payload_of,
    plan_card,
    role_card,
)
from bot.shared_card import toast as toast_of
from bot.words import LANGUAGES
from bot.words.voice import Voice, voice
from flows.codes import decode, encode
from flows.links import Link, read_payload
from knowledge.brief import Brief
from knowledge.knowledge import Knowledge
from tests.flows.test_codes import briefs
from tests.telegram.html import read_text

CORE = Core.load()
EN, ZH = voice("en"), voice("zh-Hans")
CODE = "ts-g-55"


def brief(code: str = CODE) -> Brief:
    found = decode(CORE.knowledge, code)
    assert found
    return found


def toast(core: Core, speak: Voice, data: str) -> Toast:
    return toast_of(core, speak, data, decode(core.knowledge, code_of(data) or ""))


def opened(answer: Toast) -> Link:
    found = read_payload(answer.opens or "")
    assert found
    return found


@given(brief=briefs(), language=st.sampled_from(LANGUAGES))
def test_every_card_fits_into_a_message(brief: Brief, language: str) -> None:
    speak = voice(next(known for known in LANGUAGES if known == language))
    card = plan_card(CORE, speak, brief, encode(CORE.knowledge, brief))
    assert 0 < len(read_text(card.html, "HTML").text) <= MAX_TEXT
    assert 0 < len(read_text(card.caption, "HTML").text) <= MAX_CAPTION
    assert all(len(b.data.encode()) <= MAX_DATA for row in card.rows for b in row)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", CORE.knowledge.roles)
def test_every_role_has_a_card_that_fits(role: str, language: str) -> None:
    speak = voice(next(known for known in LANGUAGES if known == language))
    card = role_card(CORE, speak, role, "kpi")
    assert 0 < len(read_text(card.html, "HTML").text) <= MAX_TEXT
    assert "<" not in card.title + card.description
    ((asks,),) = card.rows
    assert (asks.action, read_payload(asks.data)) == ("link", Link(role, "role", "00000"))


@given(brief=briefs(), part=st.sampled_from(("roles", "why", "lang", "chart", "mine")))
def test_every_tap_says_something_short_or_opens_the_same_plan(brief: Brief, part: str) -> None:
    code = encode(CORE.knowledge, brief)
    for language in LANGUAGES:
        answer = toast(CORE, voice(language), f"s:{part}:{code}")
        assert bool(answer.text) != bool(answer.opens)
        assert len(answer.text) <= MAX_TOAST
        if answer.opens:
            assert opened(answer).code == code


def test_a_card_says_the_whole_plan_and_nothing_of_its_owner() -> None:
    card = plan_card(CORE, ZH, replace(brief(), size_low=50), "ts-g-50.55")
    assert card.title == "电销团队 · 55 人 · 成长期"
    assert card.html.startswith("<b>电销团队 · 55 人 · 成长期</b>")
    assert [[b.label for b in row] for row in card.rows] == [
        ["岗位", "架构图"],
        ["为什么这样排", "换成我的语言"],
        ["私聊打开", "变成我的方案"],
    ]
    assert card.rows[2][1].is_primary


def test_a_card_says_nothing_of_what_only_its_owner_said() -> None:
    assert "50" not in plan_card(CORE, ZH, brief("ts-G-50.55"), "ts-G-50.55").html
    plain, assumed = (plan_card(CORE, ZH, brief(code), CODE) for code in (CODE, "ts-G-55"))
    assert plain == assumed


def test_a_card_that_is_too_long_says_that_there_is_more() -> None:
    html = _fitting(EN, "\n".join(["<b>line</b>"] * 500))
    assert len(html) <= MAX_TEXT
    assert html.endswith("open it in private to see the rest.")
    assert _fitting(EN, "<b>line</b>") == "<b>line</b>"


def test_roles_are_listed_for_the_reader() -> None:
    answer = toast(CORE, ZH, f"s:roles:{CODE}")
    assert answer.stays
    assert answer.text.split("\n")[:2] == ["电销经理 × 1", "电销组长 × 4"]


def test_roles_that_do_not_fit_are_opened_in_private() -> None:
    answer = toast(CORE, EN, "s:roles:cs-m-200")
    assert (opened(answer).part, answer.text) == ("roles", "")


def test_the_reason_is_said_in_the_language_of_the_reader() -> None:
    assert toast(CORE, ZH, f"s:why:{CODE}").text.startswith("小组制：")
    assert toast(CORE, EN, f"s:why:{CODE}").text.startswith("Squads: ")


def test_the_card_in_ones_own_language_is_summed_up() -> None:
    answer = toast(CORE, EN, f"s:lang:{CODE}")
    assert answer.text.split("\n")[0] == "Telesales team of 55 · Growth"
    assert answer.stays


@pytest.mark.parametrize("part", ["chart", "mine", "card", "covers"])
def test_what_needs_room_is_opened_in_private(part: str) -> None:
    link = opened(toast(CORE, ZH, f"s:{part}:{CODE}"))
    assert (link.code, link.part, link.mark) == (CODE, part, mark_of(CORE, brief()))


@pytest.mark.parametrize(
    "data",
    [
        *(
            "",
            "x",
            "s",
            "s:",
            "s::",
            "s:why",
            "s:why:",
            "s:why:ts-g-0",
            "s:why:@1",
            "s:nothing:ts-g-55",
        ),
        *("part:why:ts-g-55", "why:ts-g-55", "s:why:ts-g-55:1", "s:role:cs_supervisor", "s" * 64),
        *("s:why:!AbCdEfGhIjKlMnOpQrSt-_", "S:why:ts-g-55", "delete:yes", "s:why:ts-g-55~7"),
    ],
)
def test_forged_data_gets_a_polite_note(data: str) -> None:
    assert toast(CORE, ZH, data) == Toast("这个按钮不能用了。私聊我，也可以帮你排一个团队。")


@given(data=st.text(max_size=64))
def test_no_data_is_an_error(data: str) -> None:
    assert len(toast(CORE, EN, data).text) <= MAX_TOAST


def test_another_form_rule_or_post_makes_another_mark() -> None:
    assert mark_of(CORE, brief()) == mark_of(Core(CORE.knowledge), brief())
    assert mark_of(CORE, brief()) != mark_of(CORE, brief("ts-g-56"))
    assert mark_of(CORE, brief("ts-g-55")) == mark_of(CORE, brief("ts-G-55"))
    telesales = CORE.knowledge.channels["telesales"]
    rules = tuple(replace(rule, id=f"X-{rule.id}") for rule in telesales.rules)
    channels = {**CORE.knowledge.channels, "telesales": replace(telesales, rules=rules)}
    other: Knowledge = replace(CORE.knowledge, channels=channels)
    assert mark_of(CORE, brief()) != mark_of(Core(other), brief())
    assert mark_of(CORE, brief("cs-g-55")) == mark_of(Core(other), brief("cs-g-55"))


def test_a_link_carries_the_mark_of_today() -> None:
    link = read_payload(payload_of(CORE, brief(), CODE, "roles"))
    assert link == Link(CODE, "roles", mark_of(CORE, brief()))
