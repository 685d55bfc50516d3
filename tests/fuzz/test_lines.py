"""Whatever a line of a batch is, it gets one answer, and none of them is a bug."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.api import Api
from bot.cli.batch import _answered
from bot.cli.streams import as_bytes
from tests.fuzz.acting import CORE
from tests.fuzz.texts import REAL
from tests.fuzz.values import ANYTHING

API = Api(CORE)
WAYS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "plan": API.plan,
    "ask": API.ask,
    "understand": API.understand,
}
_texts = st.text(max_size=30) | st.sampled_from(REAL)
_items = st.dictionaries(
    st.sampled_from(("id", "text", "channel", "stage", "size", "variant", "lang", "x")),
    ANYTHING
    | _texts
    | st.sampled_from(
        ("telesales", "ecommerce", "growth", "live_selling", "en", 1, 12, 300, [8, 10])
    ),
    max_size=5,
)
_lines = st.one_of(
    st.binary(max_size=60),
    _texts.map(str.encode),
    (ANYTHING | _items).map(json.dumps).map(str.encode),
)


@pytest.mark.parametrize("way", WAYS)
@given(line=_lines)
def test_any_line_gets_an_answer_that_is_no_bug(way: str, line: bytes) -> None:
    found = _answered(WAYS[way], {}, line)
    assert json.loads(as_bytes(found, None)) is not None
    assert "This is a bug" not in str(found.get("error"))
