"""Plan codes: every brief as a few characters, and back."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from flows.codes import decode, encode
from knowledge.brief import Brief
from knowledge.loader import load
from knowledge.model import CHANNELS, MAX_SIZE, STAGES

KNOWLEDGE = load()


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    channel = draw(st.sampled_from(CHANNELS))
    offered = sorted(v.id for v in KNOWLEDGE.variants_of(channel))
    low, high = sorted(draw(st.tuples(*[st.integers(1, MAX_SIZE)] * 2)))
    variants = tuple(sorted(draw(st.sets(st.sampled_from(offered)))))
    return Brief(channel, draw(st.sampled_from(STAGES)), draw(st.booleans()), high, low, variants)


@given(brief=briefs())
def test_a_code_brings_back_its_brief(brief: Brief) -> None:
    assert decode(KNOWLEDGE, encode(KNOWLEDGE, brief)) == brief


@given(brief=briefs())
def test_a_code_is_short_and_safe_in_a_link(brief: Brief) -> None:
    code = encode(KNOWLEDGE, brief)
    assert re.fullmatch(r"[A-Za-z0-9._-]+", code)
    assert len(code) <= 40


@given(text=st.text(max_size=60))
def test_anything_else_is_no_code(text: str) -> None:
    found = decode(KNOWLEDGE, text)
    assert found is None or encode(KNOWLEDGE, found) == text or found.size >= 1


def test_a_code_with_an_impossible_size_is_no_code() -> None:
    assert decode(KNOWLEDGE, "ts-g-0") is None
    assert decode(KNOWLEDGE, "ts-g-9000") is None
    assert decode(KNOWLEDGE, "ts-g-9.8") is None
    assert decode(KNOWLEDGE, "ts-g-9-vz") is None
