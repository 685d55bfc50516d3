"""Whoever is asked for by a title is found, however the title is written."""

from __future__ import annotations

import opencc
import pytest

from flows.lexicon import Lexicon
from flows.roles.index import RoleIndex
from flows.text.fold import has_chinese
from tests.understand.titles import FACETS, ROLES, holders, questions, unshared


@pytest.mark.parametrize("facet", FACETS)
def test_every_name_leads_to_its_role_and_facet(
    lexicon: Lexicon, role_index: RoleIndex, facet: str
) -> None:
    of = holders(lexicon)
    for role in ROLES:
        for name, form in zip((role.name.zh.split("/")[0], role.name.en), FACETS[facet]):  # noqa: B905
            answer = role_index.ask(form.format(name))
            assert set(answer.may_mean) >= {role.id}, name
            assert len(of[lexicon.fold.simplified(name)]) > 1 or answer.role == role.id, name
            assert answer.facet == facet, name


def test_every_unshared_title_leads_to_its_role_and_facet(
    lexicon: Lexicon, role_index: RoleIndex
) -> None:
    asked = list(questions(lexicon))
    assert len(asked) > 2500
    wrong = [q for q, *wanted in asked if _answer(role_index, q) != tuple(wanted)]
    assert wrong == []


def test_every_chinese_title_in_traditional_characters_leads_to_its_role(
    lexicon: Lexicon, role_index: RoleIndex
) -> None:
    write = opencc.OpenCC("s2t").convert
    asked = [(q, *wanted) for q, *wanted in questions(lexicon) if has_chinese(q)]
    wrong = [q for q, *wanted in asked if _answer(role_index, write(q)) != tuple(wanted)]
    assert wrong == []


@pytest.mark.parametrize(
    ("chinese", "english"),
    [("请问一下，{}", "Hi, {}"), ("{}呢", "{} please"), ("您好！{}？谢谢", "hello! {}? thanks")],
)
def test_politeness_changes_nothing(
    lexicon: Lexicon, role_index: RoleIndex, chinese: str, english: str
) -> None:
    for question, *wanted in list(questions(lexicon))[::5]:
        form = chinese if has_chinese(question) else english
        assert _answer(role_index, form.format(question)) == tuple(wanted), question


def test_every_chinese_title_in_pinyin_leads_to_its_role_or_one_that_sounds_alike(
    lexicon: Lexicon, role_index: RoleIndex
) -> None:
    readings, sounds = lexicon.search.sounds.readings, dict[str, set[str]]()
    typed: dict[str, str] = {}
    for title, roles in holders(lexicon).items():
        if len(title) > 1 and not any(letter.isascii() for letter in title):
            typed[title] = "".join(next(readings(title)))
            for reading in readings(title):
                sounds.setdefault("".join(reading), set()).update(roles)
    wrong = [
        title
        for title, pinyin in typed.items()
        if not sounds[pinyin] & set(role_index.ask(f"{pinyin} zuo shenme").may_mean)
    ]
    assert wrong == []


def test_a_title_inside_a_longer_unknown_word_is_none(role_index: RoleIndex) -> None:
    assert role_index.ask("室内设计师要会什么").role is None
    assert role_index.ask("美工主管归谁管").role == "ec_design_lead"


def test_no_title_is_a_word_for_a_level(lexicon: Lexicon) -> None:
    assert not {title for title, _ in unshared(lexicon)} & lexicon.roles.levels


def _answer(role_index: RoleIndex, question: str) -> tuple[str | None, str]:
    answer = role_index.ask(question)
    return answer.role, answer.facet
