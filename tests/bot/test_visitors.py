"""Visitors: what is known of somebody who taps or asks outside of the bot's own chats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.core import Core
from bot.message import Message
from bot.service import Service
from bot.store import Store, open_store
from bot.visitors import RECENT, Visit, Visitor, visitor
from flows.codes import decode
from flows.replies import Said, Tapped

VISIT = Visit("test", "v1", "7", "zh-TW", 1000)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "test.db") as opened:
        yield opened


@pytest.fixture
def service(core: Core, store: Store) -> Service:
    return Service(core, store, None)


def says(service: Service, text: str, number: int, user: str = "7") -> None:
    service.handle(Message("test", f"m{number}", user, user, Said(text, "en"), number))


def known(service: Service, visit: Visit = VISIT, code: str | None = None) -> Visitor:
    return visitor(service.core, service.store, visit, service.default_language, code)


def test_of_a_stranger_only_the_messengers_language_is_known(service: Service) -> None:
    assert known(service) == Visitor("zh-Hant-TW", (), None)
    assert known(service, Visit("test", "v2", "8", "de", 1000)).language == "en"


def test_the_language_of_the_conversation_counts_before_the_messengers(service: Service) -> None:
    says(service, "我们12个人做电销，刚起步", 1)
    assert known(service).language == "zh-Hans"
    service.handle(Message("test", "m2", "7", "7", Tapped("lang:zh-Hant-HK", "en"), 2))
    assert known(service, replace(VISIT, update_id="v2")).language == "zh-Hant-HK"


def test_the_latest_plans_come_first_and_are_nobody_elses(service: Service) -> None:
    says(service, "12 people, telesales, just started", 1)
    says(service, "40 people, marketing, mature", 2)
    says(service, "77 people, customer service, mature", 3, user="8")
    assert [code for code, _ in known(service).plans] == ["mk-m-40", "ts-s-12"]


def test_an_edited_plan_is_offered_with_a_link_that_anybody_can_open(service: Service) -> None:
    says(service, "12 people, telesales, just started", 1)
    says(service, "Amy is the telesales agent", 2)
    (token, brief), *_ = known(service).plans
    assert (token[0], len(token), len(brief.edits)) == ("!", 23, 1)
    elsewhere = replace(VISIT, update_id="v2", user="8")
    assert known(service, elsewhere, token).brief == brief
    again = known(service, replace(VISIT, update_id="v3"))
    assert again.plans[0][0] == token, "it keeps its link"


def test_only_some_plans_are_read(service: Service) -> None:
    for number in range(RECENT + 3):
        says(service, f"{number + 10} people, telesales, growing", number)
    assert len(known(service).plans) == RECENT


def test_a_code_gives_its_plan_to_anybody(service: Service) -> None:
    assert known(service, code="ts-g-55").brief == decode(service.core.knowledge, "ts-g-55")


@pytest.mark.parametrize("code", ["@1", "!" + "x" * 22, "x", ""])
def test_other_codes_give_nothing(service: Service, code: str) -> None:
    says(service, "12 people, telesales, just started", 1)
    assert known(service, code=code).brief is None


def test_a_visit_that_comes_twice_is_answered_in_the_messengers_language(service: Service) -> None:
    says(service, "我们12个人做电销，刚起步", 1)
    known(service)
    assert known(service, code="ts-g-55") == Visitor(
        "zh-Hant-TW", (), decode(service.core.knowledge, "ts-g-55")
    )
