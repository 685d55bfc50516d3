"""Other figures for a workload, in words: what changes it, and what is something else."""

from __future__ import annotations

from typing import Any

import pytest

from flows.replies import Say
from flows.sizing.replies import RefuseSizing, ShowSizing, ShowSizingPicture
from flows.sizing.workloads import read
from tests.flows.talk import Talk, knowledge

CALLS = "每小时60通电话，每通4分钟"
SERVICE = "每小时100个电话，每天300个在线咨询，200封邮件"


def after(first: str, *texts: str) -> ShowSizing:
    """Give the last answer of a conversation."""
    talk = Talk()
    for text in (first, *texts):
        talk.say(text)
    (found,) = (reply for reply in talk.replies if isinstance(reply, ShowSizing))
    return found


def figures(shown: ShowSizing) -> dict[str, Any]:
    """Give the figures of all kinds of work; where both ends are the same, one."""
    return {
        name: told.low if told.low == told.high else (told.low, told.high)
        for one in shown.parts
        for name, told in one.told
    }


GOAL = {"service_level": 0.9, "answer_seconds": 30}
FAST = {"service_level": 0.9, "answer_seconds": 10}


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("服务水平改成90/30", GOAL),
        ("服務水準改成90/30", GOAL),
        ("service level 90/30", GOAL),
        ("make it 90% in 10 seconds", FAST),
        ("90%要在10秒内接起", FAST),
        ("九成在10秒內接起", FAST),
        ("百分之九十在10秒内接起", FAST),
        ("服务水平90%", {"service_level": 0.9}),
        ("那服务水平按90呢？", {"service_level": 0.9}),
        ("利用率按80%", {"max_occupancy": 0.8}),
        ("佔用率八成", {"max_occupancy": 0.8}),
        ("what if occupancy is at most 80%?", {"max_occupancy": 0.8}),
        ("处理时长5分钟", {"aht_seconds": 300}),
        ("處理時長改成5分鐘", {"aht_seconds": 300}),
        ("每通三分半", {"aht_seconds": 210}),
        ("handling time 5 minutes", {"aht_seconds": 300}),
        ("set AHT to 5-6 minutes", {"aht_seconds": (300, 360)}),
        ("shrinkage 25%", {"shrinkage": 0.25}),
        ("损耗率25%", {"shrinkage": 0.25}),
        ("每天服务12小时，一周7天", {"open_hours": 12, "open_days": 7}),
        ("open 12 hours a day, 7 days a week", {"open_hours": 12, "open_days": 7}),
        ("如果每小时80通电话呢", {"calls": 80}),
        ("what if it's 80 calls an hour?", {"calls": 80}),
        ("高峰每小时120个，平时50个", {"calls": 120, "off_peak_calls": 50}),
        ("peak 120 an hour, otherwise 50", {"calls": 120, "off_peak_calls": 50}),
        ("高峰每小时120个", {"calls": 120, "off_peak_calls": 60}),
    ],
)
def test_a_figure_is_changed_in_words(text: str, changed: dict[str, Any]) -> None:
    shown = after(CALLS, text)
    told = {"calls": 60, "interval_minutes": 60, "aht_seconds": 240, **changed}
    assert figures(shown) == told
    assert shown.before == after(CALLS).parts


@pytest.mark.parametrize(
    ("first", "text", "changed"),
    [
        ("每天300单要几个人", "每小时打包30单", {"packed_per_hour": 30}),
        ("每天300单要几个人", "缺勤率8%", {"absence": 0.08}),
        ("每天300单要几个人", "改成每天400单", {"orders": 400}),
        ("每天打2000个电话要多少电销", "一个人每天打80通", {"dials_per_agent": 80}),
        ("2,000 dials a day, how many reps", "each rep dials 80 a day", {"dials_per_agent": 80}),
        ("每月成交60单要多少电销", "接通率20%", {"contact_rate": 0.2}),
        ("每天500封邮件要几个客服", "每封6分钟", {"mail_minutes": 6}),
        ("每天500封邮件要几个客服", "积压2000封10天清完", {"backlog": 2000, "clear_days": 10}),
        ("40 chats an hour, 8 minutes each", "4 chats at a time", {"concurrency": 4}),
    ],
)
def test_other_kinds_of_work_are_changed_too(
    first: str, text: str, changed: dict[str, Any]
) -> None:
    told = {**figures(after(first)), **changed}
    assert figures(after(first, text)) == told


def test_changes_add_up() -> None:
    shown = after(CALLS, "服务水平改成90/30", "利用率按80%", "处理时长5分钟")
    assert figures(shown) == {
        "calls": 60,
        "interval_minutes": 60,
        "aht_seconds": 300,
        "max_occupancy": 0.8,
        **GOAL,
    }


@pytest.mark.parametrize(
    "text",
    [
        "服务水平90%正常吗",
        "is 90% in 10 seconds normal?",
        "什么是服务水平",
        "客服主管要负责服务水平达到90%吗",
        "我们20个人做客服，服务水平90%",
        "12 people in support, service level 90%",
        "做电商，每天300单",
        "流失率30%",
        "改成20人",
        "接通率20%",
        "who looks after the 90% service level?",
        "5分钟后再说",
        "20",
    ],
)
def test_a_sentence_that_is_something_else_is_not_taken(text: str) -> None:
    talk = Talk()
    talk.say(CALLS)
    before = talk.draft.sized
    talk.say(text)
    assert not any(isinstance(reply, ShowSizing | RefuseSizing) for reply in talk.replies)
    assert talk.draft.sized == before


def test_without_a_workload_nothing_is_changed() -> None:
    talk = Talk()
    talk.say("服务水平改成90/30")
    assert not any(isinstance(reply, ShowSizing) for reply in talk.replies)


def test_a_figure_outside_its_limits_leaves_the_workload_as_it_was() -> None:
    talk = Talk()
    talk.say(CALLS)
    before = talk.draft.sized
    talk.say("处理时长99小时")
    assert any(isinstance(reply, RefuseSizing) for reply in talk.replies)
    assert talk.draft.sized == before


def test_several_kinds_of_work_are_read_from_one_sentence() -> None:
    parts = after(SERVICE).parts
    assert [one.work for one in parts] == ["calls", "chats", "mails"]
    assert figures(after(SERVICE)) == {
        "calls": 100,
        "chats": 37.5,
        "mails": 200,
        "interval_minutes": 60,
    }


@pytest.mark.parametrize(
    "text",
    [
        "每小時100個電話，每天300個線上諮詢，200封郵件",
        "每小时100个电话、每天300个咨询和200封邮件，要几个客服？",
        "100 calls an hour, 300 chats and 200 emails a day",
        "100 calls an hour plus 300 chats a day and 200 tickets per day, how many agents?",
    ],
)
def test_the_same_work_in_other_words_is_the_same(text: str) -> None:
    assert after(text).parts == after(SERVICE).parts


@pytest.mark.parametrize(
    "text",
    [
        "每小时100个电话每通4分钟，每天300个咨询每个9分钟，200封邮件每封6分钟",
        "每小时100个电话，每天300个咨询，200封邮件，每通电话4分钟，每个咨询9分钟，每封邮件6分钟",
    ],
)
def test_each_kind_keeps_its_own_time_for_one_piece(text: str) -> None:
    told = figures(after(text))
    assert (told["aht_seconds"], told["chat_minutes"], told["mail_minutes"]) == (240, 9, 6)


@pytest.mark.parametrize(
    ("text", "work", "name", "value"),
    [
        ("同时聊4个", "chats", "concurrency", 4),
        ("邮件处理时间8分钟", "mails", "mail_minutes", 8),
        ("处理时长5分钟", "calls", "aht_seconds", 300),
        ("咨询改成每天400个", "chats", "chats", 50),
        ("电话高峰每小时150个，平时80个", "calls", "off_peak_calls", 80),
        ("咨询高峰每小时90个，平时30个", "chats", "off_peak_chats", 30),
    ],
)
def test_a_change_is_made_to_the_work_it_is_about(
    text: str, work: str, name: str, value: float
) -> None:
    before, now = after(SERVICE).parts, after(SERVICE, text).parts
    changed = [one.work for one, other in zip(now, before, strict=True) if one != other]
    assert changed == [work]
    (part,) = (one for one in now if one.work == work)
    assert part.figures[name].value == value


def test_what_came_for_a_day_is_spread_over_other_hours_again() -> None:
    shown = after("每天300个咨询，每个8分钟", "每天服务10小时")
    assert figures(shown) == {
        "chats": 30,
        "interval_minutes": 60,
        "chat_minutes": 8,
        "open_hours": 10,
    }
    assert shown.parts[0].is_even


def test_a_peak_of_an_hour_is_no_longer_spread() -> None:
    (one,) = after("每天300个咨询，每个8分钟", "高峰每小时90个，平时20个").parts
    assert not one.is_even
    assert (one.figures["chats"].value, one.figures["off_peak_chats"].value) == (90, 20)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("高峰每小时120个，平时60个", {"calls": 120, "off_peak_calls": 60}),
        ("平时每小时60个电话，高峰120个", {"calls": 120, "off_peak_calls": 60}),
        ("高峰每小时120個電話，平時60個", {"calls": 120, "off_peak_calls": 60}),
        ("120 calls an hour at the peak, otherwise 60", {"calls": 120, "off_peak_calls": 60}),
        (
            "高峰每小时120个电话，平时60个，高峰3小时，每天服务10小时",
            {"calls": 120, "off_peak_calls": 60, "peak_hours": 3, "open_hours": 10},
        ),
        (
            "每天1000个电话，高峰每小时150个，平时80个，要几个客服",
            {"calls": 150, "off_peak_calls": 80},
        ),
        ("客服早上高峰每小时80个咨询，其他时间30个", {"chats": 80, "off_peak_chats": 30}),
    ],
)
def test_a_peak_and_a_quiet_time_are_read(text: str, told: dict[str, float]) -> None:
    assert figures(after(text)) == {"interval_minutes": 60, **told}


def test_the_picture_is_asked_for_by_a_word_while_there_is_no_plan() -> None:
    talk = Talk()
    talk.say(CALLS)
    talk.say("看图")
    (shown,) = (reply for reply in talk.replies if isinstance(reply, ShowSizingPicture))
    assert shown.parts == read(talk.draft.sized or "")


def test_a_workload_too_long_for_a_button_is_found_in_the_draft() -> None:
    more = ("服务水平改成90/30", "利用率按80%", "损耗率25%", "每天服务12小时，一周7天", "同时聊4个")
    talk = Talk()
    for text in (SERVICE, *more):
        talk.say(text)
    (shown,) = (reply for reply in talk.replies if isinstance(reply, ShowSizing))
    assert shown.ref.startswith("@:")
    talk.tap(f"needplan:{shown.ref}")
    assert talk.planned is not None
    talk.say("处理时长5分钟")
    talk.tap(f"need:{shown.ref}:1")
    stale = [reply for reply in talk.replies if isinstance(reply, Say)]
    assert [reply.key for reply in stale] == ["bad.stale"], "the button is of another workload"


def test_only_what_says_nothing_else_is_a_change() -> None:
    talk = Talk()
    talk.say(CALLS)
    for role in [*knowledge().roles.values()][:6]:
        talk.say(f"{role.name.zh}处理时长5分钟")
        assert not any(isinstance(reply, ShowSizing) for reply in talk.replies), role.id
