"""Questions typed in pinyin are read; English that could be pinyin is not."""

from __future__ import annotations

import json

import pytest

from flows.lexicon import DATA
from flows.roles.index import RoleIndex
from flows.search.pinyin import Pinyin, typed
from flows.search.sounds import Sounds

SYLLABLES = [
    "can", "chang", "de", "fan", "fu", "guan", "he", "ji", "kao", "ke", "kuai", "long", "me",
    "shen", "zhang", "zhu", "zu", "zuo",
]  # fmt: skip
SOUNDS = Sounds(json.loads((DATA / "derived" / "sounds.json").read_text("utf-8")))
NAMES = typed(SOUNDS, ["客服主管", "会计", "组长"])
ASKING = typed(SOUNDS, ["做", "什么", "的", "考核"])
PINYIN = Pinyin(NAMES, ASKING, SYLLABLES, ["buying"])


@pytest.mark.parametrize(
    ("letters", "read"),
    [
        ("kefu zhuguan zuo shenme", "客服主管做什么"),
        ("kefuzhuguan zuoshenme", "客服主管做什么"),
        ("kefu zhuguan 做什么", "客服主管 做什么"),
        ("kuaiji kpi", "会计 kpi"),
        ("zuzhang de kaohe", "组长的考核"),
        ("he can sell", "he can sell"),
        ("long fan change", "long fan change"),
        ("", ""),
    ],
)
def test_pinyin_becomes_chinese_where_a_title_is_in_it(letters: str, read: str) -> None:
    assert PINYIN.read(letters) == read


@pytest.mark.parametrize(
    ("letters", "role", "facet"),
    [
        ("kefu zhuguan zuo shenme", "cs_supervisor", "duties"),
        ("caigou xuyao shenme nengli", "buyer", "skills"),
        ("meigong gui shui guan", "ec_designer", "reports_to"),
        ("hr jingli fuze naxie", "hr_manager", "duties"),
        ("zhibo toushou kpi", "live_media_buyer", "kpi"),
    ],
)
def test_a_question_in_pinyin_is_answered(
    role_index: RoleIndex, letters: str, role: str, facet: str
) -> None:
    answer = role_index.ask(letters)
    assert role in answer.may_mean
    assert answer.facet == facet


def test_small_talk_in_pinyin_is_no_question_about_a_role(role_index: RoleIndex) -> None:
    assert role_index.ask("wo xiang chi fan").role is None


def test_characters_sound_without_tones() -> None:
    syllables = SOUNDS.syllables
    assert syllables("长") == ("chang", "zhang") or syllables("长") == ("zhang", "chang")
    assert syllables("绿")[:1] == ("lv",)
    assert syllables("a") == ()
    assert ("kuai", "ji") in set(SOUNDS.readings("会计"))


def test_an_english_word_is_never_read_as_pinyin() -> None:
    pinyin = Pinyin(typed(SOUNDS, ["布景"]), {}, SYLLABLES, ["buying"])
    assert pinyin.read("buying, stock money") == "buying, stock money"
