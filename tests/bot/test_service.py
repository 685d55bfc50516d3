"""The service: one message, one transaction; nothing twice, nothing lost, nothing to others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.core import Core
from bot.screen import Screen
from bot.service import Message, Service
from bot.store import Store, open_store
from flows.replies import Incoming, Said, Tapped


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "test.db") as opened:
        yield opened


@pytest.fixture
def service(core: Core, store: Store) -> Service:
    return Service(core, store, None)


def _message(number: int, incoming: Incoming, user: str = "lily") -> Message:
    return Message("test", str(number), "chat", user, incoming, 1000 + number)


def _say(service: Service, number: int, text: str, user: str = "lily") -> str:
    screens = service.handle(_message(number, Said(text, "zh-CN"), user))
    return "\n".join(screen.html for screen in screens)


def test_a_message_delivered_twice_is_answered_once(service: Service, store: Store) -> None:
    assert _say(service, 1, "我们12个人做电销,刚起步")
    assert _say(service, 1, "我们12个人做电销,刚起步") == ""
    assert len(store.waiting("test", "chat", 10)) == 1


def test_every_answer_is_in_the_outbox_before_it_is_given(service: Service, store: Store) -> None:
    said = _say(service, 1, "电销")
    (waiting,) = store.waiting("test", "chat", 10)
    assert json.loads(waiting.body)["html"] == said
    assert json.loads(waiting.body)["buttons"]


def test_a_conversation_goes_on_after_a_restart(core: Core, tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as first:
        _say(Service(core, first, None), 1, "我想搭一个电销团队")
    with open_store(tmp_path / "a.db") as second:
        service = Service(core, second, None)
        _say(service, 2, "刚起步")
        assert "电销团队 · 12 人" in _say(service, 3, "12")


def test_two_people_in_one_chat_have_their_own_conversations(service: Service) -> None:
    _say(service, 1, "我们12个人做电销,刚起步", "lily")
    assert "哪种团队" in _say(service, 2, "你好", "tom")
    assert "还没有方案" in _say(service, 3, "我的方案", "tom")


def test_a_failure_keeps_nothing_of_the_message(
    service: Service, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(service, "_save", broken)
    with pytest.raises(RuntimeError):
        _say(service, 1, "电销")
    monkeypatch.undo()
    assert store.waiting_chats("test") == ()
    assert _say(service, 1, "电销"), "the message can be handled again"


def test_plans_are_listed_and_shown_again(service: Service) -> None:
    _say(service, 1, "我们12个人做电销,刚起步")
    _say(service, 2, "改成30个人")
    (listed,) = service.handle(_message(3, Said("我的方案", None)))
    assert isinstance(listed, Screen)
    codes = [row[0].data for row in listed.rows]
    assert codes == ["part:card:ts-s-30", "part:card:ts-s-12"]
    (shown,) = service.handle(_message(4, Tapped(codes[1], None)))
    assert "12 人" in shown.html


def test_delete_leaves_nothing_behind(service: Service) -> None:
    _say(service, 1, "我们12个人做电销,刚起步")
    assert "全部删掉吗" in _say(service, 2, "/delete")
    assert "都删掉了" in _say(service, 3, "是")
    assert "还没有方案" in _say(service, 4, "/plans")


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
    screens = service.handle(_message(1, Said(text, known)))
    assert expected in "\n".join(screen.html for screen in screens)


def test_written_cantonese_is_answered_in_the_words_of_hong_kong(service: Service) -> None:
    said = service.handle(_message(1, Said("我哋做市場推廣，啱啱開始，5個人", None)))[0].html
    assert "市場推廣團隊" in said


def test_a_traditional_reader_stays_with_traditional(service: Service) -> None:
    _say(service, 1, "我們想做電銷")
    _say(service, 2, "剛起步")
    assert "電銷團隊" in _say(service, 3, "20")


def test_a_chosen_language_wins_over_the_written_one(service: Service) -> None:
    _say(service, 1, "english please")
    assert "How far along" in _say(service, 2, "我们想做电销")


def test_a_saved_plan_keeps_what_explained_it(service: Service, store: Store) -> None:
    _say(service, 1, "我们12个人做电销,刚起步")
    with store.message("test", "x", 1) as transaction:
        assert transaction is not None
        (saved,) = transaction.plans_of("chat", "lily", 10, 0)
    body = json.loads(saved.body)
    assert body["rule"] == "TS-01"
    assert body["posts"] == {"telesales_team_leader": 1, "telesales_agent": 11}
    assert set(body["lines"]) == set(body["posts"])
    assert body["knowledge"]
