"""Text is measured and broken as it will be drawn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.chart.measure import text_width, wrap, wrap_names

TEXTS = st.text("电销质检专员 ABCabc-/·，。（）「」&", max_size=40)


def test_a_chinese_character_is_as_wide_as_the_font_is_high() -> None:
    assert text_width("电销专员", 15) == 60


def test_a_letter_is_narrower_and_narrower_still_when_not_bold() -> None:
    assert text_width("lead", 15) < text_width("lead", 15, bold=True) < 60


@given(TEXTS, st.integers(40, 300))
def test_no_line_is_wider_than_its_limit(text: str, limit: int) -> None:
    lines = wrap(text, 15, limit, 9)
    assert all(text_width(line, 15) <= limit for line in lines)


@given(TEXTS)
def test_breaking_loses_nothing_but_blanks(text: str) -> None:
    assert "".join("".join(wrap(text, 15, 90, 99)).split()) == "".join(text.split())


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    lines = wrap("一线客服（夜班），二线客服（白班），质检（抽检）。", 15, 80, 99)
    assert len(lines) > 3
    assert not any(line[0] in "）。，" or line[-1] == "（" for line in lines)


def test_lines_are_about_equally_long() -> None:
    first, second = wrap("智能客服训练师与知识库管理员", 15, 166, 4)
    assert abs(len(first) - len(second)) <= 1


def test_words_stay_whole_where_they_fit() -> None:
    assert wrap("Merchandise and supply", 15, 166, 4, bold=True) == ("Merchandise", "and supply")


def test_a_word_longer_than_a_line_is_broken() -> None:
    lines = wrap("Donaudampfschifffahrtsgesellschaft", 15, 100, 9)
    assert len(lines) > 1


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    (line,) = wrap("Membership & Private-traffic Operator", 15, 120, 1)
    assert line.endswith("…")
    assert line.startswith("Membership")


def test_names_are_not_broken_where_they_fit_and_no_line_ends_in_a_dot() -> None:
    lines = wrap_names(["推广专员×3", "运营专员×3", "运营助理"], 13, 100)
    assert lines == ("推广专员×3", "运营专员×3", "运营助理")


@pytest.mark.parametrize("text", ["", " "])
def test_nothing_to_write_is_one_empty_line(text: str) -> None:
    assert wrap(text, 15, 100, 4) == ("",)
