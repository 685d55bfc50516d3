"""An editor of the words sees which of them told what."""

from __future__ import annotations

import pytest

from flows.clues import clues
from flows.lexicon import Lexicon
from flows.understand import understand


def _told(lexicon: Lexicon, text: str) -> dict[str, tuple[str, ...]]:
    found = clues(lexicon, text, understand(lexicon, text))
    return {clue.slot: clue.words for clue in found}


@pytest.mark.parametrize(
    ("text", "slot", "words"),
    [
        ("我们12个人做电销", "channels", ("电销",)),
        ("我们12个人做电销", "size", ("12个人",)),
        ("12 people, telesales, just started", "stage", ("just started",)),
        ("淘宝店，天天直播，8个人", "variants", ("直播",)),
        ("residents complain about the lift, 8 of us", "channels", ("~complain",)),
        ("客服主管做什么", "role", ("客服主管",)),
        ("客服主管做什么", "facet", ("做什么",)),
        ("谁听销售录音打分", "role", ("听销售录音打分",)),
        ("who scores the recorded calls", "role", ("scores", "recorded", "calls")),
    ],
)
def test_the_words_that_told_a_slot_are_listed(
    lexicon: Lexicon, text: str, slot: str, words: tuple[str, ...]
) -> None:
    assert _told(lexicon, text)[slot] == words


def test_where_nothing_is_understood_no_words_are_listed(lexicon: Lexicon) -> None:
    assert not _told(lexicon, "今天天气怎么样")
