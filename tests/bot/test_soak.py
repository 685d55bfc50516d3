"""A long, careless use of the service: restarts, repetitions, nonsense; the file stays sound."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from random import Random

import pytest

from bot.core import Core
from bot.message import Message
from bot.service import Service
from bot.store import open_store
from flows.replies import Incoming, Said, Tapped
from tests.bench import soak

WORDS = (
    "我们12个人做电销,刚起步",
    "改成20个人",
    "为什么",
    "客服主管做什么",
    "上一步",
    "重来",
    "8-10",
    "we are 30 people in marketing",
    "make it mature",
    "不知道",
    "電商",
    "500",
    "zzz",
    "/plans",
    "/delete",
    "",
)
TAPS = (
    "channel:ecommerce",
    "stage:growth",
    "variant:none",
    "part:why:ts-g-55",
    "back",
    "x:y",
    "open:p2:cs-m-200",
    "change:ts-g-55",
    "toggle:technical:cs-m-200",
    "resume",
)
DAY = 86_400  # seconds


def _incoming(dice: Random) -> Incoming:
    return (
        Said(dice.choice(WORDS), "zh") if dice.random() < 0.7 else Tapped(dice.choice(TAPS), "en")
    )


@pytest.mark.long
def test_twenty_thousand_messages_leave_a_sound_and_small_file(core: Core, tmp_path: Path) -> None:
    dice = Random(7)  # noqa: S311 - the same careless people every time
    path, now = tmp_path / "soak.db", 0
    sizes = []
    for session in range(20):
        with open_store(path) as store:
            service = Service(core, store, None)
            for number in range(1000):
                now += dice.randrange(DAY // 500)
                user = str(dice.randrange(50))
                known = str(session * 1000 + number)
                message = Message("soak", known, user, user, _incoming(dice), now)
                assert service.handle(message), message
                assert service.handle(message) == (), "a repetition is not answered twice"
            for chat in store.waiting_chats("soak"):
                store.mark_sent([row.id for row in store.waiting("soak", chat, 10_000)], now)
            store.prune(now)
        sizes.append(path.stat().st_size)
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert sizes[-1] < 2 * sizes[9], f"the file grows: {sizes}"


@pytest.mark.long
def test_the_running_bot_loses_nothing_while_requests_fail_and_it_is_killed() -> None:
    *parts, verdict = soak.rows(updates=4000, people=200, part=1000)
    assert len(parts) == 4
    assert "no update lost, none done twice" in verdict
