"""Two roles side by side, and which one comes first."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from bot.core import Core
from bot.render import plain
from bot.views.comparison import Comparison
from bot.words import LANGUAGES
from bot.words.voice import Language, voice


def compared(core: Core, one: str, other: str, language: Language = "zh-Hans") -> str:
    roles = core.knowledge.roles
    return plain(Comparison(core.knowledge, roles[one], roles[other], voice(language)).text())


def test_every_aspect_is_said_of_both(core: Core) -> None:
    text = compared(core, "presales_cs", "aftersales_cs")
    assert text.count("售前客服：") == text.count("售后客服：") == 6
    assert text.startswith("售前客服和售后客服的区别")


@pytest.mark.parametrize(
    ("one", "other", "end"),
    [
        ("cs_supervisor", "cs_team_leader", "先要客服组长，从第一天就要有；客服主管等到约"),
        ("cs_team_leader", "cs_supervisor", "先要客服组长，从第一天就要有；客服主管等到约"),
        ("telesales_qa", "telesales_trainer", "先要电销质检专员，约"),
    ],
)
def test_the_role_that_is_needed_first_is_named_whatever_the_order(
    core: Core, one: str, other: str, end: str
) -> None:
    assert compared(core, one, other).split("\n")[-1].startswith(end)


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_two_roles_can_be_compared(core: Core, language: Language) -> None:
    channels = {role.channel for role in core.knowledge.roles.values()}
    for channel in channels:
        roles = [r.id for r in core.knowledge.roles.values() if r.channel == channel]
        for one, other in list(combinations(roles, 2))[::17]:
            text = compared(core, one, other, language)
            assert not re.search(r"[{}]", text)
            assert len(text) < 4000
