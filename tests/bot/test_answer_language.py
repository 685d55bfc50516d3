"""The language of an answer: as somebody writes or has chosen, else as their messenger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.core import Core
from bot.message import Message
from bot.screen import Note
from bot.service import Service
from bot.store import open_store
from flows.replies import Said


@pytest.fixture
def service(core: Core, tmp_path: Path) -> Iterator[Service]:
    with open_store(tmp_path / "test.db") as store:
        yield Service(core, store, None)


def _say(service: Service, number: int, text: str, known: str | None = "zh-CN") -> str:
    message = Message("test", str(number), "chat", "lily", Said(text, known), 1000 + number)
    return "\n".join(x.html for x in service.handle(message) if not isinstance(x, Note))


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("hello there my friend", "zh-CN", "Which kind"),
        ("我們想做電銷", "zh-TW", "階段"),
        ("我們想做電銷", "zh-HK", "階段"),
        ("我们想做电销", "en", "阶段"),
        ("我哋想做電銷，啱啱開始，8個人", None, "直接管"),
        ("12", "zh-hant", "哪"),
        ("12", "fr", "Which"),
        ("客服", "zh-HK", "階段"),
    ],
)
def test_the_answer_is_in_the_language_of_the_message(
    service: Service, text: str, known: str | None, expected: str
) -> None:
    assert expected in _say(service, 1, text, known)


def test_written_cantonese_is_answered_in_the_words_of_hong_kong(service: Service) -> None:
    said = _say(service, 1, "我哋做市場推廣，啱啱開始，5個人", None)
    assert "市場推廣團隊" in said


def test_a_traditional_reader_stays_with_traditional(service: Service) -> None:
    _say(service, 1, "我們想做電銷")
    _say(service, 2, "剛起步")
    assert "電銷團隊" in _say(service, 3, "20")


def test_a_chosen_language_wins_over_the_written_one(service: Service) -> None:
    _say(service, 1, "english please")
    assert "How far along" in _say(service, 2, "我们想做电销")
