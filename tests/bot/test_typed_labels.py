"""Typing what a button of the latest screen says is a tap of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.core import Core
from bot.message import Message
from bot.screen import Screen
from bot.service import Service
from bot.store import open_store
from bot.words.voice import Language
from flows.replies import Said, Tapped

COMPANY = {
    "zh-Hans": "我们100个人，电销40人，客服20人",
    "zh-Hant-TW": "我們100個人，電銷40人，客服20人",
    "zh-Hant-HK": "我哋100個人，電銷40人，客服20人",
    "en": "we are 100, 40 in telesales and 20 in support",
}


class Chat:
    """One person's conversation, laid out and stored."""

    def __init__(self, service: Service, language: Language) -> None:
        self.service, self.language, self.number = service, language, 0

    def _answer(self, incoming: Said | Tapped) -> list[Screen]:
        self.number += 1
        said = Message("test", str(self.number), "chat", "lily", incoming, 1000 + self.number)
        return [letter for letter in self.service.handle(said) if isinstance(letter, Screen)]

    def say(self, text: str) -> list[Screen]:
        return self._answer(Said(text, self.language))

    def tap(self, data: str) -> list[Screen]:
        return self._answer(Tapped(data, self.language))


@pytest.fixture
def service(core: Core, tmp_path: Path) -> Iterator[Service]:
    with open_store(tmp_path / "test.db") as opened:
        yield Service(core, opened, None)


def _labels(screens: list[Screen]) -> dict[str, str]:
    return {b.label: b.data for s in screens for row in s.rows for b in row if b.action == "tap"}


@pytest.mark.parametrize("language", COMPANY)
def test_every_label_of_a_plan_does_what_its_button_does(
    service: Service, language: Language
) -> None:
    chat = Chat(service, language)
    chat.tap(f"lang:{language}")
    labels = _labels(chat.say(COMPANY[language]))
    assert len(labels) > 10
    for label, data in labels.items():
        chat.say(COMPANY[language])
        tapped = chat.tap(data)
        chat.say("/plan")
        chat.tap("part:card:" + data.rpartition(":")[2])
        assert chat.say(label) == tapped, label


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("展开财务", "会计"),
        ("「展开财务」", "会计"),
        ("展開財務。", "会计"),
        (" 展 开财务", "不懂"),  # not the label
        ("展开财", "不懂"),
    ],
)
def test_a_label_is_taken_whole_in_either_script(service: Service, typed: str, said: str) -> None:
    chat = Chat(service, "zh-Hans")
    chat.say(COMPANY["zh-Hans"])
    assert said in chat.say(typed)[0].html


def test_the_latest_screen_counts_alone(service: Service) -> None:
    chat = Chat(service, "en")
    chat.say(COMPANY["en"])
    assert "Accountant" in chat.say("open finance")[0].html
    assert "Accountant" not in chat.say("open finance")[0].html  # that screen has no such button


def test_a_name_may_be_the_label_of_a_button(service: Service) -> None:
    chat = Chat(service, "en")
    code = next(d for d in _labels(chat.say(COMPANY["en"])).values() if d.startswith("chart:"))
    chat.tap("name:plan:" + code.partition(":")[2])
    assert "“Open Finance”" in chat.say("Open Finance")[0].html


def test_a_label_that_two_buttons_have_is_none(service: Service) -> None:
    chat = Chat(service, "en")
    for text in ("12 people, telesales, just started", "30 people, marketing, growing", "/plans"):
        chat.say(text)
    assert "outside what I know" in chat.say("⋯")[0].html


def test_a_number_is_one_of_people_whatever_a_button_says(service: Service) -> None:
    chat = Chat(service, "en")
    chat.say("12 people, telesales, just started")
    chat.say("call this plan 30")
    chat.say("/plans")
    assert "12 → 30" in chat.say("30")[0].html
