"""Plan codes: every brief as a few characters, and back."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.codes import decode, encode
from knowledge.brief import PARTS, Brief, Part
from knowledge.company.variants import with_variants
from knowledge.loader import load
from knowledge.model import CHANNELS, COMPANY, MAX_SIZE, STAGES
from knowledge.own_spans import led_roles
from knowledge.staffing import programme_of

KNOWLEDGE = load()


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    channel = draw(st.sampled_from(CHANNELS))
    offered = sorted(v.id for v in KNOWLEDGE.variants_of(channel))
    low, high = sorted(draw(st.tuples(*[st.integers(1, MAX_SIZE)] * 2)))
    variants = tuple(sorted(draw(st.sets(st.sampled_from(offered)))))
    return Brief(channel, draw(st.sampled_from(STAGES)), draw(st.booleans()), high, low, variants)


@st.composite
def companies(draw: st.DrawFn) -> Brief:
    """Draw a company of any parts, with some variants and one span of the user's own."""
    names = draw(st.sets(st.sampled_from(PARTS), min_size=1))
    parts = tuple(Part(name, draw(st.integers(1, MAX_SIZE))) for name in PARTS if name in names)
    size, stage = draw(st.integers(1, MAX_SIZE)), draw(st.sampled_from(STAGES))
    plain = Brief(COMPANY, stage, draw(st.booleans()), size, size, (), parts=parts)
    offered = [variant.id for variant in KNOWLEDGE.variants_of(*plain.channels)] or ["none"]
    chosen = draw(st.sets(st.sampled_from(offered)))
    brief = with_variants(KNOWLEDGE, plain, chosen)
    led = led_roles(programme_of(KNOWLEDGE, brief))
    spans = draw(st.dictionaries(st.sampled_from(led or ("",)), st.integers(1, 99), max_size=1))
    return replace(brief, spans=tuple((r, n) for r, n in spans.items() if r))


@given(brief=companies())
def test_the_code_of_a_company_is_short_and_brings_it_back(brief: Brief) -> None:
    code = encode(KNOWLEDGE, brief)
    assert decode(KNOWLEDGE, code) == brief
    assert re.fullmatch(r"[A-Za-z0-9._-]+", code)
    assert len(code) <= 40


@pytest.mark.parametrize(
    "code",
    [
        "co-g-9",
        "ts-g-9-T5",
        "co-g-9-E1T1",
        "co-g-9-T0",
        "co-g-9-T1T1",
        "co-g-9-T1Vzzzz",
        "co-g-9-X1",
    ],
)
def test_a_code_that_makes_no_company_is_no_code(code: str) -> None:
    assert decode(KNOWLEDGE, code) is None


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
