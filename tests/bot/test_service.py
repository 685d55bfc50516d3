"""The service: one message, one transaction; nothing twice, nothing lost, nothing to others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot import shelf
from bot.address import Address
from bot.chats import ChatEvent, Chats
from bot.core import Core
from bot.message import Message
from bot.screen import Document, Letter, Note, Screen
from bot.service import Service
from bot.store import Outgoing, Store, open_store
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


def _html(letter: Letter) -> str:
    assert not isinstance(letter, Note)
    return letter.html


def _say(service: Service, number: int, text: str, user: str = "lily") -> str:
    screens = service.handle(_message(number, Said(text, "zh-CN"), user))
    return "\n".join(_html(screen) for screen in screens)


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
    assert "12 人" in _html(shown)


def test_for_too_many_plans_of_ones_own_there_is_a_sentence_and_nothing_is_lost(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "MOST_OWN", 1)
    _say(service, 1, "我们12个人做电销,刚起步")
    assert "质检" in _say(service, 2, "加一个质检")
    _say(service, 3, "/cancel")
    _say(service, 4, "我们30个人做客服，成长期")
    assert "存不下了" in _say(service, 5, "加一个质检")
    _say(service, 6, "改成40个人")
    assert "存不下了" in _say(service, 7, "加一个质检")
    service.handle(_message(8, Tapped("binned:@1", None)))
    _say(service, 9, "我们40个人做客服，成长期")
    assert "存不下了" not in _say(service, 10, "加一个质检")


def test_delete_leaves_nothing_behind(service: Service) -> None:
    _say(service, 1, "我们12个人做电销,刚起步")
    assert "全部删掉吗" in _say(service, 2, "/delete")
    assert "都删掉了" in _say(service, 3, "是")
    assert "还没有方案" in _say(service, 4, "/plans")


def _waiting(store: Store, chat: str = "chat") -> list[Outgoing]:
    return list(store.waiting("test", chat, 100))


def test_a_bug_is_noted_and_answered_with_an_apology_once(
    service: Service, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("what somebody wrote")

    monkeypatch.setattr(service, "_save", broken)
    message = _message(1, Said("电销", "zh-CN"))
    (sorry,) = service.answer(message)
    assert "出错" in _html(sorry)
    assert service.answer(message) == ()
    assert len(_waiting(store)) == 1
    monkeypatch.undo()
    assert "阶段" in _say(service, 2, "电销"), "the next message is answered as ever"


@pytest.mark.parametrize(("spoils", "expected"), [("", "抱歉"), ('{"version": 99}', "Sorry")])
def test_an_apology_is_in_the_language_of_the_conversation_if_its_draft_can_be_read(
    service: Service, store: Store, monkeypatch: pytest.MonkeyPatch, spoils: str, expected: str
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    service.handle(_message(1, Said("我们12个人做电销,刚起步", "en")))
    if spoils:
        with store.message("test", "2", 1002) as transaction:
            assert transaction
            transaction.save_draft("chat", "lily", spoils)
    monkeypatch.setattr(service, "_save", broken)
    (sorry,) = service.answer(_message(3, Tapped("part:why:ts-s-12", "en")))
    assert expected in _html(sorry)


@pytest.mark.parametrize(("host", "expected"), [(None, "Hello"), ("zh-Hans", "大家好")])
def test_a_group_is_greeted_in_the_language_of_the_host_if_there_is_one(
    store: Store, host: str | None, expected: str
) -> None:
    event = ChatEvent("test", "1", "-5", "lily", "en", 1001)
    Chats(store, host).resume(event, greets=True)
    (hello,) = _waiting(store, "-5")
    assert expected in json.loads(hello.body)["html"]


def test_deleting_takes_what_waits_and_leaves_the_confirmation(
    service: Service, store: Store
) -> None:
    _say(service, 1, "我们12个人做电销,刚起步")
    _say(service, 2, "/delete")
    service.handle(_message(3, Tapped("delete:yes", None)))
    (left,) = _waiting(store)
    assert "都删掉了" in left.body


def test_what_is_not_confirmed_is_not_deleted(service: Service) -> None:
    _say(service, 1, "我们12个人做电销,刚起步")
    _say(service, 2, "/delete")
    assert "客服主管" in _say(service, 3, "客服主管做什么")
    assert "欢迎" not in _say(service, 4, "是")
    assert "12 人" in _say(service, 5, "方案")


def test_a_person_gets_all_their_data_and_nothing_of_others(service: Service) -> None:
    _say(service, 1, "我们12个人做电销,刚起步", "lily")
    _say(service, 2, "我们99个人做客服", "tom")
    (document,) = service.handle(_message(3, Said("我的数据", None)))
    assert isinstance(document, Document)
    told = json.loads(document.text)
    assert told["user"] == "lily"
    assert [plan["id"] for plan in told["plans"]] == ["ts-s-12"]
    assert "customer_service" not in document.text


def test_what_is_wrong_is_kept_with_its_rule_for_the_editors(
    service: Service, store: Store
) -> None:
    _say(service, 1, "我们12个人做电销,刚起步")
    service.handle(_message(2, Tapped("wrong:why:ts-s-12", None)))
    assert "记下了" in _say(service, 3, "组长也要打电话")
    (said,) = store.complaints()
    assert (said.about, said.rule, said.text) == ("why:ts-s-12", "TS-01", "组长也要打电话")


def test_who_thinks_better_of_a_complaint_says_cancel(service: Service, store: Store) -> None:
    _say(service, 1, "我们12个人做电销,刚起步")
    service.handle(_message(2, Tapped("wrong:role:telesales_manager", None)))
    _say(service, 3, "取消")
    _say(service, 4, "组长也要打电话")
    assert store.complaints() == ()
    assert "12 人" in _say(service, 5, "方案"), "the plan is still there"


def test_personal_data_is_not_sent_to_a_group(service: Service) -> None:
    _say(service, 1, "我们12个人做电销,刚起步")
    in_group = replace(_message(2, Said("/mydata", "zh")), address=Address(owner="lily"))
    (said,) = service.handle(in_group)
    assert "私聊" in _html(said)


def test_the_menu_follows_the_language_of_a_private_chat(service: Service, store: Store) -> None:
    private = replace(_message(1, Said("我想做電銷", "zh-TW")), menu="zh-Hans")
    service.handle(private)
    service.handle(replace(private, update_id="2"))
    menus = [row.body for row in _waiting(store) if row.kind == "menu"]
    assert menus == ['{"language": "zh-Hant-TW"}']


def test_a_group_member_brings_the_language_of_the_private_chat(service: Service) -> None:
    service.handle(replace(_message(1, Said("我想做電銷", None)), chat="lily"))
    in_group = replace(_message(2, Said("/plan", "en")), address=Address(owner="lily"))
    (asked,) = service.handle(in_group)
    assert "哪種團隊" in _html(asked)


def test_a_typed_answer_in_a_group_is_asked_of_its_owner(service: Service, store: Store) -> None:
    group = Address(owner="7")
    tapped = replace(_message(1, Tapped("stage:growth", "en"), "7"), address=group)
    service.handle(replace(tapped, incoming=Tapped("channel:telesales", "en")))
    service.handle(replace(tapped, update_id="2", address=replace(group, edits=3)))
    *_, question, prompt = _waiting(store)
    assert (question.kind, json.loads(question.address)["edits"]) == ("screen", 3)
    assert prompt.kind == "prompt"
    assert "tg://user?id=7" in json.loads(prompt.body)["html"]


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


def test_a_plan_whose_change_was_taken_back_is_listed_and_deleted_once(service: Service) -> None:
    for number, text in enumerate(("我们55个人做电销，正在扩张", "加一个质检", "撤销"), 1):
        _say(service, number, text)
    assert "1 个" in _say(service, 4, "/plans")
    service.handle(_message(5, Tapped("binned:@1", None)))
    assert "还没有方案" in _say(service, 6, "/plans")
