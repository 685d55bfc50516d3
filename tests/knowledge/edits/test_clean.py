"""Texts of edits: one line, nothing in it that cannot be seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.edits.edit import clean


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  客服  组长 ", "客服 组长"),
        ("团队\tA\n二组", "团队 A 二组"),
        ("a\u200bb\u202ec", "abc"),
        ("组\u3000长", "组 长"),
        ("👩\u200d💻 IT\u200d", "👩\u200d💻 IT"),
        ("\ud800x\x00", "x"),
        ("", ""),
    ],
)
def test_a_text_becomes_one_line_of_what_can_be_seen(written: str, kept: str) -> None:
    assert clean(written) == kept


WITHOUT_JOINERS = st.text(st.characters(exclude_characters="\u200d"))  # those go at the ends


@given(WITHOUT_JOINERS, WITHOUT_JOINERS)
def test_what_is_beside_a_text_does_not_change_it(first: str, second: str) -> None:
    assert clean(f"{first} \u200b {second}") == " ".join(
        filter(None, (clean(first), clean(second)))
    )
