"""What is not ours is refused, each kind with its own sentence."""

from __future__ import annotations

import tomllib

import pytest

from bot.words import LANGUAGES
from bot.words.voice import voice
from flows.lexicon import DATA, Lexicon
from flows.roles.index import RoleIndex

KINDS = tomllib.loads((DATA / "occupations.toml").read_text("utf-8"))["kind"]
OCCUPATIONS = [word for kind in KINDS if kind["id"] == "occupation" for word in kind["words"]]
FORMS = ("{}做什么", "{}归谁管", "谁来管{}", "what does a {} do", "KPIs of a {}")


def test_other_occupations_never_lead_to_a_role(role_index: RoleIndex) -> None:
    asked = [form.format(word) for word in OCCUPATIONS for form in FORMS]
    assert [question for question in asked if role_index.ask(question).may_mean] == []


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("护士长的职责", "occupation"),
        ("律师事务所合伙人做什么", "occupation"),
        ("棒球投手丢球怎么练", "elsewhere"),
        ("施工项目部的质检做什么", "elsewhere"),
        ("会计初级考试几月报名", "law"),
        ("salary of a recruiter", "law"),
        ("抖店保证金要交多少", "platform"),
        ("哪款CRM好用", "tool"),
        ("my PR has merge conflicts", "errand"),
        ("帮我写一首诗", "errand"),
        ("小红书笔记怎么写才火", "howto"),
        ("how do I edit videos on my phone", "howto"),
        ("明天会下雨吗", "daily"),
    ],
)
def test_a_stranger_is_refused_with_its_kind(
    role_index: RoleIndex, question: str, kind: str
) -> None:
    answer = role_index.ask(question)
    assert (answer.role, answer.kind) == (None, "none")
    assert answer.stranger is not None
    assert kind in (answer.stranger, "howto", "daily")


def test_who_does_what_one_cannot_do_is_ours(role_index: RoleIndex) -> None:
    assert role_index.ask("小红书笔记谁写").role is not None
    assert role_index.ask("谁负责剪视频").role is not None


def test_our_titles_win_over_the_words_inside_them(role_index: RoleIndex) -> None:
    assert role_index.ask("电商客服主管做什么").role == "ec_cs_lead"


def test_every_kind_has_a_refusal_in_every_language(lexicon: Lexicon) -> None:
    for language in LANGUAGES:
        for kind in lexicon.search.strangers.kinds:
            assert voice(language).say(f"role.not_{kind}")


def test_another_occupation_may_be_a_verb_or_a_figure_of_speech(role_index: RoleIndex) -> None:
    referee = "one person who keeps all departments together, I don't want to referee every day"
    assert role_index.ask(referee).role == "coo"
    firefighter = "our firefighter for furious customers, who's his boss"
    assert role_index.ask(firefighter).role == "complaint_specialist"
    assert role_index.ask("what does a firefighter do").may_mean == ()
