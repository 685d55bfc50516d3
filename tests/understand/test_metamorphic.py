"""Changes of wording that must not change what words tell, over the whole phrase book.

What a text only sounds like may change with any word, so there are no hunches here.
"""

from __future__ import annotations

import dataclasses
import re
import tomllib
from pathlib import Path
from typing import Any

import opencc
import pytest

from flows.lexicon import Lexicon
from flows.meaning import Meaning
from flows.text.script import script_of
from flows.understand import understand
from tests.language.cases import brief_cases

BOOK = Path(__file__).parent
TRADITIONAL = {config: opencc.OpenCC(config) for config in ("s2t", "s2twp", "s2hk")}
DISTRACTORS = {
    "zh": (
        *("月营收300万", "一天300单", "客单价500元", "预算20万", "电话13800138000", "SKU有2000个"),
        *("有3家店", "80/20法则", "退货率3%", "平均处理时长5分钟", "2019年成立"),
    ),
    "en": (
        *("300 orders a day", "founded in 2019", "revenue is $2M", "we have 20 stores"),
        *("the SLA is 80/20", "returns are 3%", "call +44 7700 900123"),
    ),
}


@pytest.fixture(scope="module")
def lexicon(lexicon: Lexicon) -> Lexicon:
    """The words alone."""
    return dataclasses.replace(lexicon, hunches=lexicon.hunches.silenced())


def _rows(file: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((BOOK / file).read_text("utf-8"))["phrases"]
    return [row for row in rows if "asked" not in row]


def _texts(file: str) -> list[str]:
    return [row["text"] for row in _rows(file)]


BRIEFS = _texts("briefs.toml")
TALK = _texts("talk.toml")
SIMPLIFIED = [text for text in BRIEFS + TALK if script_of(text) == "zh-Hans"]
DESCRIPTIONS = [
    row["text"] for row in _rows("briefs.toml") if len(row["text"]) > 12 and not row.get("is_terse")
]
# Briefs that somebody wrote who did not know the program.
FOREIGN = [case.text for case in brief_cases("dev")]
_MANY = 30  # texts of one test: thousands of tests take longer than what they try
ONE_NUMBER = [
    (row["text"], str(row["size"]))
    for row in _rows("briefs.toml")
    if re.findall(r"\d+", row["text"]) == [str(row.get("size"))] and "current_size" not in row
]


def _slots(meaning: Meaning) -> dict[str, object]:
    slots = ("channel", "channels", "stage", "size", "current_size", "target_size", "variants")
    return {slot: getattr(meaning, slot) for slot in slots}


@pytest.mark.parametrize("text", SIMPLIFIED)
@pytest.mark.parametrize("config", TRADITIONAL)
def test_traditional_characters_change_nothing(lexicon: Lexicon, text: str, config: str) -> None:
    written = TRADITIONAL[config].convert(text)
    assert understand(lexicon, written) == understand(lexicon, text)


@pytest.mark.parametrize("text", DESCRIPTIONS)
def test_a_polite_opening_changes_nothing(lexicon: Lexicon, text: str) -> None:
    polite = "Hi, please help: " if script_of(text) == "en" else "您好，请问一下，"
    assert _slots(understand(lexicon, polite + text)) == _slots(understand(lexicon, text))


@pytest.mark.parametrize("text", DESCRIPTIONS)
def test_numbers_of_other_things_change_no_slot(lexicon: Lexicon, text: str) -> None:
    is_english = script_of(text) == "en"
    plain = _slots(understand(lexicon, text))
    for distractor in DISTRACTORS["en" if is_english else "zh"]:
        longer = f"{text}, {distractor}" if is_english else f"{text}，{distractor}"
        assert _slots(understand(lexicon, longer)) == plain, distractor


@pytest.mark.parametrize("text", BRIEFS + TALK)
def test_width_case_and_spaces_around_change_nothing(lexicon: Lexicon, text: str) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if c.isdigit() and c.isascii() else c for c in text)
    assert understand(lexicon, f"  {wide.upper()}\n") == understand(lexicon, text)


@pytest.mark.parametrize("text", DESCRIPTIONS)
def test_a_channel_denied_in_front_is_not_planned(lexicon: Lexicon, text: str) -> None:
    plain = understand(lexicon, text)
    denied = next(c for c in ("marketing", "telesales", "ecommerce") if c not in plain.channels)
    words = {"telesales": "不做电销，", "marketing": "不做营销，", "ecommerce": "不做电商，"}
    assert understand(lexicon, words[denied] + text).channels == plain.channels


def _batches(texts: list[str]) -> list[list[str]]:
    return [texts[start : start + _MANY] for start in range(0, len(texts), _MANY)]


@pytest.mark.invariants
@pytest.mark.parametrize("texts", _batches(FOREIGN), ids=lambda texts: texts[0])
def test_neither_script_nor_politeness_changes_a_slot(lexicon: Lexicon, texts: list[str]) -> None:
    for text in texts:  # tried together, so that each text is read once as it stands
        script, plain = script_of(text), _slots(understand(lexicon, text))
        polite = "Hi, please help: " if script == "en" else "您好，请问一下，"
        assert _slots(understand(lexicon, polite + text)) == plain, text
        if script == "zh-Hans":
            written = TRADITIONAL["s2t"].convert(text)
            assert _slots(understand(lexicon, written)) == plain, text


@pytest.mark.parametrize(("text", "number"), ONE_NUMBER)
def test_without_its_number_a_brief_has_no_size(lexicon: Lexicon, text: str, number: str) -> None:
    assert understand(lexicon, text.replace(number, "")).size is None


def test_every_field_of_a_meaning_is_plain_data() -> None:
    assert all(field.default is dataclasses.MISSING for field in dataclasses.fields(Meaning))
