"""Folding and scripts."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from flows.text.script import Script, script_of


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("電話行銷", "电话营销"),
        ("營運專員", "运营专员"),
        ("ＡＢＣ１２", "abc12"),
        ("直播主", "主播"),
        ("跟著做", "跟着做"),
        ("著名品牌", "著名品牌"),
        ("呼叫中心", "呼叫中心"),
        ("We’re  12", "we're 12"),
        ("客服\u0000\u200b主管", "客服主管"),
        ("a\n\tb", "a b"),
        ("", ""),
    ],
)
def test_spellings_of_one_word_become_one(lexicon: Lexicon, typed: str, folded: str) -> None:
    assert lexicon.fold(typed) == folded


@pytest.mark.parametrize("text", ["電話行銷 12 人", "Ｈello 世界", "½ 行銷專案", "İstanbul"])
def test_folding_twice_changes_nothing_more(lexicon: Lexicon, text: str) -> None:
    assert lexicon.fold(lexicon.fold(text)) == lexicon.fold(text)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("我们做电销", "zh-Hans"),
        ("我們做電銷", "zh-Hant"),
        ("你好", "zh-Hans"),
        ("we do telesales", "en"),
        ("我們的 team 有 10 個人", "zh-Hant"),
        ("我们的 team", "zh-Hans"),
        ("20", None),
        ("", None),
        ("🙂", None),
        ("転職したいです", None),
        ("привет", None),
        ("สวัสดี", None),
        ("안녕하세요", None),
    ],
)
def test_the_script_of_a_message_is_told(text: str, script: Script | None) -> None:
    assert script_of(text) == script
