"""Links: what a payload holds comes back whole, and nothing opens by accident."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from flows.codes import encode
from flows.links import (
    LETTERS,
    MARK,
    MAX_PAYLOAD,
    NO_MARK,
    PARTS,
    ROLE,
    Link,
    can_be_linked,
    payload,
    payload_in,
    read_payload,
)
from knowledge.brief import Brief
from knowledge.loader import load
from tests.flows.test_codes import briefs

KNOWLEDGE = load()
FILE = Path(__file__).parents[1] / "cases" / "links.toml"
CASES = tomli.loads(FILE.read_text("utf-8"))["link"]
SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
MARKS = st.text(SAFE, min_size=MARK, max_size=MARK)
PLAN_PARTS = st.sampled_from([part for part in LETTERS if part != ROLE])
TOKENS = st.text(SAFE, min_size=22, max_size=22).map(lambda token: f"!{token}")
WHOLE = payload(KNOWLEDGE, "ec-s-8.10-v03", "card", "a1B2c")


@given(brief=briefs(), part=PLAN_PARTS, mark=MARKS)
def test_a_payload_brings_back_its_plan(brief: Brief, part: str, mark: str) -> None:
    code = encode(KNOWLEDGE, brief)
    assert read_payload(payload(KNOWLEDGE, code, part, mark)) == Link(code, part, mark)


@given(token=TOKENS, part=PLAN_PARTS, mark=MARKS)
def test_a_payload_brings_back_its_token(token: str, part: str, mark: str) -> None:
    assert read_payload(payload(KNOWLEDGE, token, part, mark)) == Link(token, part, mark)


@pytest.mark.parametrize("role", KNOWLEDGE.roles)
def test_a_payload_brings_back_its_role(role: str) -> None:
    written = payload(KNOWLEDGE, role, ROLE, NO_MARK)
    assert read_payload(written) == Link(role, ROLE, NO_MARK)
    assert len(written) <= MAX_PAYLOAD


@given(brief=briefs(), part=PLAN_PARTS, mark=MARKS)
def test_a_payload_fits_into_a_link(brief: Brief, part: str, mark: str) -> None:
    written = payload(KNOWLEDGE, encode(KNOWLEDGE, brief), part, mark)
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", written)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_a_payload_of_an_earlier_version_still_opens(case: dict[str, str]) -> None:
    assert read_payload(case["payload"]) == Link(case["code"], case["part"], case["mark"])


@given(text=st.text(max_size=80))
def test_a_random_text_opens_nothing(text: str) -> None:
    assert read_payload(text) is None


@given(text=st.text(SAFE, min_size=1, max_size=64))
def test_random_characters_of_payloads_open_nothing(text: str) -> None:
    assert read_payload(text) is None


@given(place=st.integers(0, len(WHOLE) - 1), other=st.sampled_from(SAFE))
def test_a_payload_with_one_wrong_character_opens_nothing(place: int, other: str) -> None:
    damaged = WHOLE[:place] + other + WHOLE[place + 1 :]
    assert damaged == WHOLE or read_payload(damaged) is None


@given(length=st.integers(0, len(WHOLE) - 1))
def test_a_payload_that_was_cut_short_opens_nothing(length: int) -> None:
    assert read_payload(WHOLE[:length]) is None


@pytest.mark.parametrize("damaged", [WHOLE + "x", WHOLE.upper(), f" {WHOLE}", f"{WHOLE}\n"])
def test_a_payload_with_something_beside_opens_nothing(damaged: str) -> None:
    assert read_payload(damaged) is None


@pytest.mark.parametrize("code", ["@3", "ts-g-0", "", "!short", "!" + "x" * 23, "cs_supervisor"])
def test_what_means_nothing_to_others_gets_no_link(code: str) -> None:
    assert not can_be_linked(KNOWLEDGE, code)
    with pytest.raises(ValueError, match="no link"):
        payload(KNOWLEDGE, code, "card", "a1B2c")


def test_a_mark_that_is_none_gets_no_link() -> None:
    for mark in ("", "abcd", "abcdef", "ab cd", "äbcde"):
        with pytest.raises(ValueError, match="no link"):
            payload(KNOWLEDGE, "ts-g-55", "card", mark)


def test_every_part_has_a_letter_of_its_own() -> None:
    assert len(set(LETTERS.values())) == len(LETTERS)
    assert set(PARTS) < set(LETTERS)


@pytest.mark.parametrize(
    "text",
    [
        "/start {}",
        "/start@orgwright_bot {}",
        "/START   {} ",
        "https://t.me/orgwright_bot?start={}",
        "http://t.me/orgwright_bot/?start={}",
        "t.me/orgwright_bot?start={}",
        "看看这个 https://telegram.me/orgwright_bot?start={}，怎么样",
        "tg://resolve?domain=orgwright_bot&start={}",
    ],
)
def test_a_payload_is_found_in_what_is_sent(text: str) -> None:
    assert payload_in(text.format(WHOLE)) == WHOLE


@pytest.mark.parametrize(
    "text",
    [
        *("/start", "/start ", "/start 12个人做电销", "/start 12 people", "/plan abc", WHOLE),
        *("https://example.org/x?start=abc", "t.me/orgwright_bot", "t.me/bot?startgroup=abc"),
        *("", "我们12个人做电销，刚起步", "t.me/bot?start=" + "x" * 65),
    ],
)
def test_in_anything_else_there_is_none(text: str) -> None:
    assert payload_in(text) is None
