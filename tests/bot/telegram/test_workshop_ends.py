"""The real bot's workshop when something ends: the bot, a group, a plan, somebody's data."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path

import pytest
import pytest_asyncio

from tests.bot.telegram.process import running
from tests.bot.telegram.scene import Scene, answer, asked, playing, sent, tapped
from tests.bot.telegram.workshop import CLOSE, TAKE_HEAD, VOTE, Group, gathered
from tests.telegram.server import BotApi
from tests.telegram.state import Sent

pytestmark = pytest.mark.asyncio(loop_scope="module")
TAKE, DELETE = "我来 · 电销专员", "全部删除"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    async with playing(tmp_path_factory.mktemp("ends")) as scene:
        yield scene


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def checked(scene: Scene) -> AsyncIterator[None]:
    yield
    await scene.check()


async def busy(scene: Scene, type: str = "supergroup") -> tuple[Group, Sent, Sent]:
    """Let Bob sit in Anna's plan and vote on it."""
    group = await gathered(scene, type=type)
    board = await group.board()
    await tapped(group.bob, board, TAKE)
    poll = await group.poll()
    await group.vote(poll, (group.bob, 1))
    return group, board, poll


async def forgets(scene: Scene, group: Group, *, owner: bool) -> None:
    """Let Anna or Bob delete everything."""
    person = group.anna if owner else group.bob
    label = DELETE if owner else "Delete everything"
    await tapped(person, await answer(person, "/delete"), label)
    await scene.api.settled()


async def test_a_group_that_moves_goes_on_where_it_was(scene: Scene) -> None:
    group, _, poll = await busy(scene, type="group")
    new = group.chat.migrates(group.chat.id - 1)
    card = await answer(group.anna, "/plan", new)
    assert "Bob" in card.text
    await tapped(group.anna, card, VOTE)
    before = len(new.messages)
    await tapped(group.anna, card, CLOSE)
    assert "1 票" in (await sent(new, before)).text
    sql = "SELECT DISTINCT chat FROM {} WHERE {} = ?"
    for table, column in (("seats", "owner"), ("boards", "user"), ("rounds", "user")):
        found = scene.bot.query(sql.format(table, column), str(group.anna.id))
        assert found == [(str(new.id),)]
    assert not poll.media["poll"]["is_closed"], "it was left behind"


async def test_a_list_left_behind_by_a_move_is_sent_anew(scene: Scene) -> None:
    group, _, _ = await busy(scene, type="group")
    new = group.chat.migrates(group.chat.id - 1)
    card = await answer(group.anna, "/plan", new)
    before = len(new.messages)
    await answer(group.anna, "加两个坐席", new, card)
    await scene.api.until(lambda: len(new.messages) > before + 1)
    board = next(message for message in new.messages[before:] if "谁来做 ·" in message.text)
    await tapped(group.bob, board, TAKE_HEAD)
    assert "• 电销组长：Bob" in board.text


async def test_a_member_who_leaves_leaves_no_name(scene: Scene) -> None:
    group, board, poll = await busy(scene)
    await forgets(scene, group, owner=False)
    await scene.api.until(lambda: "Bob" not in board.text)
    tables = ("plans", "outbox", "seats", "rounds", "votes")
    rows = [row for t in tables for row in scene.bot.query(f"SELECT * FROM {t}")]  # noqa: S608
    assert [row for row in rows if "Bob" in repr(row) and str(group.chat.id) in row] == []
    result = await asked(group.anna, poll, CLOSE)
    assert result.text == "没有人投票，方案不变。"
    assert "Bob" not in (await answer(group.anna, "/plan", group.chat)).text


async def test_the_workshop_goes_with_its_owner(scene: Scene) -> None:
    group, board, poll = await busy(scene)
    await forgets(scene, group, owner=True)
    await scene.api.until(lambda: board.text == "这个方案已经删掉了。")
    assert board.buttons == []
    assert poll.media["poll"]["is_closed"]
    assert poll.buttons == []
    for table, column in (("seats", "owner"), ("boards", "user"), ("rounds", "user")):
        sql = f"SELECT * FROM {table} WHERE {column} = ?"  # noqa: S608
        assert scene.bot.query(sql, str(group.anna.id)) == []
    sql = "SELECT * FROM votes WHERE user = ?"
    assert scene.bot.query(sql, str(group.bob.id)) == []


async def test_the_workshop_goes_with_its_plan(scene: Scene) -> None:
    group, board, poll = await busy(scene)
    plans = await answer(group.anna, "/plans", group.chat)
    (kept,) = [
        button["callback_data"]
        for row in plans.buttons
        for button in row
        if button["callback_data"].startswith("keep:@")
    ]
    await tapped(group.anna, plans, kept)
    await tapped(group.anna, plans, kept.replace("keep", "bin"))
    await tapped(group.anna, plans, kept.replace("keep", "binned"))
    await scene.api.until(lambda: board.text == "这个方案已经删掉了。")
    await scene.api.until(lambda: poll.media["poll"]["is_closed"])
    assert scene.bot.query("SELECT * FROM seats WHERE owner = ?", str(group.anna.id)) == []


async def test_a_list_in_which_nobody_sits_goes_with_its_plan_too(scene: Scene) -> None:
    group = await gathered(scene)
    board = await group.board()
    plans = await answer(group.anna, "/plans", group.chat)
    for data in ("keep:ts-s-12", "bin:ts-s-12", "binned:ts-s-12"):
        await tapped(group.anna, plans, f"{data}~{group.anna.id}")
    await scene.api.until(lambda: board.text == "这个方案已经删掉了。")


async def test_a_member_is_told_of_seats_and_votes(scene: Scene) -> None:
    group, _, _ = await busy(scene)
    file = await answer(group.bob, "/mydata")
    told = json.loads(file.document or b"")
    assert [seat["name"] for seat in told["seats"]] == ["Bob"]
    assert [vote["choice"] for vote in told["votes"]] == [1]
    assert str(group.anna.id) not in (file.document or b"").decode()
    said = (await answer(group.bob, "/privacy")).text
    assert "the name you take seats under and your votes" in said


async def test_everything_survives_a_kill(tmp_path: Path) -> None:
    async with BotApi() as api:
        async with running(api, tmp_path) as bot:
            group, board, poll = await busy(Scene(api, bot, count(1001)))
            await api.settled()
            await bot.kill()
        group.bob.taps(board, TAKE_HEAD)
        group.anna.votes(poll, poll.media["poll"]["options"][1]["text"])
        async with running(api, tmp_path) as bot:
            await api.until(lambda: "• 电销组长：Bob" in board.text)
            result = await asked(group.anna, poll, CLOSE)
            assert "2 票" in result.text
            await api.until(lambda: poll.media["poll"]["is_closed"])
            await bot.kill()
        group.anna.taps(result, result.buttons[0][0]["text"])
        async with running(api, tmp_path) as bot:
            await api.until(lambda: "投票结果 1" in result.text)
            assert bot.query("SELECT what FROM errors") == []
        assert [m.method for m in group.chat.messages].count("sendPoll") == 1
        assert api.violations == []


async def test_a_poll_is_sent_once_however_often_the_bot_is_killed(tmp_path: Path) -> None:
    async with BotApi() as api:
        async with running(api, tmp_path) as bot:
            group = await gathered(Scene(api, bot, count(1001)))
            await tapped(group.anna, group.card, VOTE)
            await tapped(group.anna, group.card, group.card.buttons[0][0]["text"])
            api.slow("sendPhoto", 30)
            group.anna.taps(group.card, "开始投票")
            await api.until(lambda: bot.query("SELECT 1 FROM rounds"))
            await bot.kill()
        api.slow("sendPhoto", 0)
        async with running(api, tmp_path) as bot:
            await api.until(lambda: group.chat.messages[-1].method == "sendPoll")
            await api.settled()
            await bot.kill()
        async with running(api, tmp_path) as bot:
            await api.settled()
            assert [m.method for m in group.chat.messages].count("sendPoll") == 1
            assert bot.query("SELECT count(*) FROM rounds") == [(1,)]
