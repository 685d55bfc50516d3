"""Inline mode: what is typed behind the bot's name becomes cards to choose from."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import Core
from bot.inline import MAX_RESULTS, Results, code_of, results
from bot.shared_card import payload_of
from bot.visitors import Visitor
from bot.words import LANGUAGES
from bot.words.voice import Language
from flows.codes import decode
from flows.links import NO_MARK, ROLE, payload
from knowledge.brief import Brief
from knowledge.model import CHANNELS

CORE = Core.load()
LILY = Visitor("zh-Hans", (), None)
BOB = Visitor("en", (), None)


def plans(*codes: str) -> tuple[tuple[str, Brief], ...]:
    """Give plans as a visitor has them."""
    briefs = {code: decode(CORE.knowledge, code) for code in codes}
    return tuple((code, brief) for code, brief in briefs.items() if brief)


def ids(found: Results) -> list[str]:
    return [result.id for result in found.results]


def ask(text: str, known: Visitor = LILY) -> Results:
    brief = decode(CORE.knowledge, code_of(text) or "")
    return results(CORE, text, replace(known, brief=brief))


def test_a_brief_gives_its_plan() -> None:
    (result,) = ask("电销 55人").results
    assert (result.id, result.brief) == ("plan:ts-G-55", decode(CORE.knowledge, "ts-G-55"))
    assert result.card.title == "电销团队 · 55 人 · 成长期"
    assert result.card.description.startswith("小组制 · 3 层")
    assert "<b>架构</b>" in result.card.html


def test_a_title_gives_its_roles() -> None:
    assert ids(ask("客服主管")) == ["role:cs_supervisor", "role:ec_cs_lead"]
    assert ask("客服主管").results[0].card.title == "客服主管"


def test_a_description_gives_the_role_that_does_it() -> None:
    assert ids(ask("谁听录音")) == ["role:telesales_qa"]
    assert ids(ask("who scores the call recordings?"))[0] == "role:telesales_qa"


def test_a_vague_title_gives_all_that_it_may_mean() -> None:
    assert len(ask("组长").results) > 1
    assert len(ask("QA").results) > 1


def test_what_is_asked_of_a_role_stands_first_on_its_card() -> None:
    lines = ask("客服主管 KPI").results[0].card.html.split("\n")
    assert lines[3] == "<b>看哪些指标</b>"


def test_a_question_about_a_team_gives_role_and_plan() -> None:
    assert ids(ask("55人的电销要几个组长")) == ["role:telesales_team_leader", "plan:ts-G-55"]


def test_a_team_without_size_comes_in_several() -> None:
    assert ids(ask("电商")) == ["plan:ec-S-5", "plan:ec-G-12", "plan:ec-M-30", "plan:ec-M-60"]
    assert ids(ask("电商 成熟期"))[0] == "plan:ec-m-5"


def test_a_size_without_team_comes_for_every_team() -> None:
    assert ids(ask("5个人")) == ["plan:ts-S-5", "plan:ec-S-5", "plan:cs-S-5", "plan:mk-S-5"]


def test_a_size_no_team_has_gives_sizes_that_exist() -> None:
    assert all(result.brief for result in ask("电销 99999人").results)


@pytest.mark.parametrize("text", ["", "  ", "asdkjh", "拼多多怎么提现", "hello", "为什么", "55"])
def test_where_nothing_is_understood_examples_help(text: str) -> None:
    assert len({result.brief.channel for result in ask(text).results if result.brief}) > 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_an_example_of_every_team_and_a_role(language: Language) -> None:
    found = ask("", Visitor(language, (), None)).results
    assert [result.brief.channel for result in found if result.brief] == list(CHANNELS)
    assert found[-1].id == "role:cs_supervisor"


def test_what_an_example_says_to_type_gives_that_card() -> None:
    for result in ask("", LILY).results:
        typed = result.card.description.removeprefix("可以这样输入：")
        assert result.id in ids(ask(typed))


def test_an_empty_query_begins_with_ones_own_plans() -> None:
    known = Visitor("zh-Hans", plans("cs-m-80", "ts-g-12"), None)
    found = ask("", known)
    assert ids(found)[:2] == ["plan:cs-m-80", "plan:ts-g-12"]
    assert len(ids(found)) == len(set(ids(found)))
    assert found.results[0].card.description.startswith("你的方案：")
    assert found.is_personal


@pytest.mark.parametrize("text", ["电销 55人", "客服主管", "xyz", "hello", "telesales"])
def test_a_question_shows_nothing_of_ones_own(text: str) -> None:
    known = Visitor("zh-Hans", plans("cs-m-81"), None)
    assert ask(text, known) == ask(text, LILY)


def test_a_payload_gives_exactly_its_plan() -> None:
    code = "ec-m-38.40-v04"
    brief = decode(CORE.knowledge, code)
    assert brief
    found = ask(payload_of(CORE, brief, code), BOB)
    assert (ids(found), found.language) == ([f"plan:{code}"], "en")


def test_a_payload_of_a_role_gives_exactly_that_role() -> None:
    written = payload(CORE.knowledge, "cs_supervisor", ROLE, NO_MARK)
    assert ids(ask(written)) == ["role:cs_supervisor"]


def test_a_damaged_payload_or_unknown_token_gives_examples() -> None:
    token = payload(CORE.knowledge, "!AbCdEfGhIjKlMnOpQrSt-_", "card", NO_MARK)
    assert ids(ask(token)) == ids(ask(""))
    assert len(ask(token[:-1]).results) == len(CHANNELS) + 1


@pytest.mark.parametrize(
    ("text", "own", "language"),
    [
        ("电销 55人", "en", "zh-Hans"),
        ("電銷 30人", "en", "zh-Hant-TW"),
        ("電銷 30人", "zh-Hant-HK", "zh-Hant-HK"),
        ("客服 30人", "zh-Hant-TW", "zh-Hant-TW"),
        ("telesales 55", "zh-Hans", "en"),
        ("who scores the call recordings?", "zh-Hans", "en"),
        ("QA", "zh-Hans", "zh-Hans"),
        ("SDR", "en", "en"),
        ("", "zh-Hant-HK", "zh-Hant-HK"),
        ("55", "en", "en"),
    ],
)
def test_results_are_in_the_language_of_the_query(text: str, own: Language, language: str) -> None:
    assert ask(text, Visitor(own, (), None)).language == language


@pytest.mark.parametrize(("text", "is_personal"), [("telesales 55", False), ("QA", True)])
def test_what_depends_on_who_asks_is_for_them_only(text: str, is_personal: bool) -> None:
    assert ask(text).is_personal == is_personal
    assert is_personal or ask(text, LILY) == ask(text, BOB)


@settings(max_examples=60)
@given(text=st.text(max_size=256), language=st.sampled_from(LANGUAGES))
def test_whatever_is_typed_there_is_something_to_choose(text: str, language: Language) -> None:
    found = ask(text, Visitor(language, plans("ts-g-55"), None))
    assert 0 < len(found.results) <= MAX_RESULTS
    assert len(ids(found)) == len(set(ids(found)))
    assert all(0 < len(name.encode()) <= 64 for name in ids(found))
    assert all(r.card.title and r.card.description for r in found.results)


def test_the_plan_behind_a_token_is_shown_where_it_opens() -> None:
    token = "!" + "x" * 22
    brief = decode(CORE.knowledge, "ts-g-55")
    found = results(
        CORE, payload(CORE.knowledge, token, "card", NO_MARK), replace(BOB, brief=brief)
    )
    assert ids(found) == [f"plan:{token}"]
    data = [button.data for row in found.results[0].card.rows for button in row]
    assert f"s:roles:{token}" in data
