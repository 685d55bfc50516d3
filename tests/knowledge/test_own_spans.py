"""A span that the user changes makes another plan, within the range that sources give."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.codes import decode, encode
from knowledge.brief import Brief
from knowledge.loader import load
from knowledge.model import CHANNELS, STAGES, Stage
from knowledge.own_spans import (
    MOST_SPANS,
    Spans,
    changed,
    led_roles,
    span_line,
    span_range,
    with_spans,
)
from knowledge.plan import plan
from tests.knowledge.soundness import faults

KNOWLEDGE = load()
Case = tuple[Brief, str, int]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    channel, size = draw(st.sampled_from(CHANNELS)), draw(st.integers(1, 150))
    stage: Stage = draw(st.sampled_from(STAGES))
    known = KNOWLEDGE.channels[channel]
    roles = [role for role in led_roles(known) if span_line(known, stage, (), role)]
    role = draw(st.sampled_from(roles))
    people = draw(st.integers(*span_range(known, stage, (), role)))
    return Brief(channel, stage, False, size, size, (), spans=((role, people),)), role, people


@settings(max_examples=50)
@given(cases())
def test_no_leader_takes_on_more_people_than_the_user_wishes(case: Case) -> None:
    brief, role, people = case
    found = plan(KNOWLEDGE, brief)
    line = span_line(KNOWLEDGE.channels[brief.channel], brief.stage, (), role)
    assert line is not None
    leaders = [post for post in found.posts if post.role == role and post.people_below]
    led = sum(count.people for count in found.counts if count.role in line.of)
    assert len(leaders) < 2 or led <= people * sum(
        count.people for count in found.counts if count.role == role
    )


@settings(max_examples=40)
@given(cases())
def test_a_plan_with_a_span_of_the_users_own_is_as_sound_as_any(case: Case) -> None:
    assert not list(faults(KNOWLEDGE, plan(KNOWLEDGE, case[0])))


@given(cases())
def test_a_span_outlives_its_code_and_keeps_it_short(case: Case) -> None:
    code = encode(KNOWLEDGE, case[0])
    assert decode(KNOWLEDGE, code) == case[0]
    assert re.fullmatch(r"[A-Za-z0-9._-]{1,40}", code)


def test_codes_of_spans_stay_what_they_are() -> None:
    brief = decode(KNOWLEDGE, "ts-g-55-v2-p08.15")
    assert brief is not None
    assert brief.spans == (("telesales_manager", 5), ("telesales_team_leader", 8))
    assert decode(KNOWLEDGE, "ts-g-55-p") is None
    assert decode(KNOWLEDGE, "ts-g-55-pz8") is None
    assert decode(KNOWLEDGE, "ts-g-55-p00") is None
    assert decode(KNOWLEDGE, "ts-g-55-p08.15.26.37") is None


@pytest.mark.parametrize("people", [1, 5, 16, 99])
def test_a_span_outside_the_range_does_not_count(people: int) -> None:
    usual = Brief("telesales", "growth", False, 55, 55, ())
    odd = Brief(
        "telesales", "growth", False, 55, 55, (), spans=(("telesales_team_leader", people),)
    )
    assert plan(KNOWLEDGE, odd).posts == plan(KNOWLEDGE, usual).posts


def test_a_ratio_that_is_no_span_stays_as_it_is() -> None:
    channel = KNOWLEDGE.channels["customer_service"]
    assert "cs_manager" not in led_roles(channel)
    assert with_spans(channel, (("cs_manager", 20),)).lines == channel.lines


def test_a_brief_takes_so_many_spans_and_forgets_the_first() -> None:
    spans: Spans = ()
    for role in ("a", "b", "c", "d"):
        spans = changed(spans, role, 8)
    assert len(spans) == MOST_SPANS
    assert changed(spans, "d", None) == spans[:-1]


def test_spans_that_are_not_sorted_make_no_brief() -> None:
    with pytest.raises(ValueError, match="sorted"):
        Brief("telesales", "growth", False, 5, 5, (), spans=(("b", 8), ("a", 8)))
