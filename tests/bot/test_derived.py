"""The Traditional texts that ship are those a fresh derivation gives."""

from __future__ import annotations

import json

import pytest

from bot.words import traditional
from bot.words.derive import derive, texts
from bot.words.phrases import Phrases
from knowledge.loader import load


@pytest.mark.parametrize("language", traditional.CONFIGS)
def test_derived_texts_are_up_to_date(language: str) -> None:
    shipped = traditional.derived_file(language).read_text("utf-8")
    assert shipped == derive(language), "run `python -m bot.words.derive` and read the difference"


def test_a_text_that_was_not_derived_before_is_derived_when_it_is_said() -> None:
    assert traditional.converter("zh-Hant-TW")("这句话没有预先转换") == "這句話沒有預先轉換"


def test_texts_of_other_regional_words_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    assert traditional._derived("zh-Hant-TW")
    monkeypatch.setattr(traditional, "fingerprint", lambda: "other")
    assert traditional._derived("zh-Hant-TW") == {}


def test_what_people_type_is_not_among_the_texts_said() -> None:
    said = texts(load(), Phrases.load())
    assert "谁来听录音" not in said
    assert len(json.dumps(said)) > 10_000
