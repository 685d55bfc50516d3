"""What the real bot keeps about a person: shown, sent, deleted, reported as wrong, given up."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
import pytest_asyncio

from tests.bot.telegram.process import Running
from tests.bot.telegram.scene import Scene, answer, asked, playing, tapped
from tests.telegram.people import Person

pytestmark = pytest.mark.asyncio(loop_scope="module")
SAID = "我们12个人做电销，刚起步"
SURE = "要把你告诉我的内容全部删掉吗？"
GONE = "你告诉我的内容都删掉了。"
TABLES = ("drafts", "plans", "complaints", "outbox")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    async with playing(tmp_path_factory.mktemp("personal")) as scene:
        yield scene


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def checked(scene: Scene) -> AsyncIterator[None]:
    yield
    await scene.check()


async def with_history(scene: Scene, code: str = "zh-hans") -> Person:
    """Make a person with answers, a plan and a report."""
    anna = scene.somebody(code, "Annabel")
    card = await answer(anna, SAID)
    await asked(anna, await tapped(anna, card, "part:why:ts-s-12"), "wrong:why:ts-s-12")
    assert (await answer(anna, report_of(anna))).text == "谢谢，记下了。"
    return anna


def report_of(person: Person) -> str:
    """Give what a person finds wrong, which nobody else says."""
    return f"组长其实带{person.id}个人"


def kept_of(bot: Running, person: Person) -> dict[str, int]:
    """Count the rows about a person, table by table."""
    sql = "SELECT count(*) FROM {} WHERE user = ? OR chat = ?"
    return {t: bot.query(sql.format(t), *[str(person.id)] * 2)[0][0] for t in TABLES}


async def test_privacy_says_what_is_kept_and_for_how_long(scene: Scene) -> None:
    found = await answer(scene.somebody("en"), "/privacy")
    for said in ("180 days", "8 days", "Telegram id", "/mydata", "/delete"):
        assert said in found.text


async def test_my_data_is_all_that_is_kept_of_the_person(scene: Scene) -> None:
    anna = await with_history(scene)
    file = await answer(anna, "/mydata")
    assert file.filename == "orgwright-my-data.json"
    told = json.loads(file.document or b"")
    assert told["user"] == str(anna.id)
    assert [plan["id"] for plan in told["plans"]] == ["ts-s-12"]
    assert [report["text"] for report in told["complaints"]] == [report_of(anna)]
    before = {**kept_of(scene.bot, anna), "outbox": 4}  # without the file itself
    assert {name: len(told[name]) for name in TABLES} == before


async def test_my_data_holds_nothing_of_anybody_else(scene: Scene) -> None:
    anna, bob = await with_history(scene), scene.somebody("en", "Bob")
    await answer(bob, "30 people in marketing, mature")
    await answer(bob, "/delete")
    file = await answer(bob, "/mydata")
    told = (file.document or b"").decode()
    assert "mk-" in told
    for hers in (str(anna.id), "ts-s-12", "组长", "电销"):
        assert hers not in told


@pytest.mark.parametrize("word", ["是", "yes", "确认"])
async def test_deleting_is_confirmed_by_a_word(scene: Scene, word: str) -> None:
    anna = await with_history(scene)
    assert (await answer(anna, "/delete")).text.startswith(SURE)
    assert (await answer(anna, word)).text == GONE
    assert (await answer(anna, "/plans")).text == "还没有方案。发一句话说说你的团队。"


async def test_deleting_is_confirmed_by_a_button(scene: Scene) -> None:
    anna = await with_history(scene)
    found = await tapped(anna, await answer(anna, "删除我的数据"), "全部删除")
    assert (found.text, found.buttons) == (GONE, [])


async def test_deleting_can_be_declined(scene: Scene) -> None:
    anna = await with_history(scene)
    before = kept_of(scene.bot, anna)
    found = await tapped(anna, await answer(anna, "/delete"), "先不删")
    assert found.text == "好，都留着。"
    assert kept_of(scene.bot, anna) == {**before, "outbox": before["outbox"] + 2}


async def test_anything_but_a_yes_deletes_nothing(scene: Scene) -> None:
    anna = await with_history(scene)
    await answer(anna, "/delete")
    assert (await answer(anna, "改成20个人")).text.startswith("改好了：12 人 → 20 人")
    assert (await answer(anna, "是")).text != GONE


async def test_nothing_of_a_person_is_left_but_the_confirmation(
    scene: Scene, tmp_path: Path
) -> None:
    anna = await with_history(scene, "zh-hant")
    await answer(anna, "/plan 我们40个人做市场，成长期", scene.group(anna))
    await answer(anna, "/delete")
    await answer(anna, "是")
    with closing(sqlite3.connect(scene.bot.store)) as db:
        db.execute("VACUUM INTO ?", [str(tmp_path / "copy.db")])
        left = [row for row in everything(db) if str(anna.id) in repr(row)]
    assert len(left) == 1
    assert GONE in str(left[0])
    assert report_of(anna).encode() not in (tmp_path / "copy.db").read_bytes()


async def test_the_language_of_the_menu_is_forgotten_too(scene: Scene) -> None:
    anna = scene.somebody()
    await tapped(anna, await answer(anna, "/settings"), "繁體中文（台灣）")
    await tapped(anna, await answer(anna, "/delete"), "全部刪除")
    assert scene.bot.query("SELECT menu FROM chats WHERE chat = ?", str(anna.id)) == []


def everything(db: sqlite3.Connection) -> list[tuple[object, ...]]:
    """Read every row of every table, its table's name first."""
    tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return [(t, *row) for (t,) in tables for row in db.execute(f"SELECT * FROM {t}")]  # noqa: S608


async def test_what_is_wrong_is_kept_with_its_answer(scene: Scene) -> None:
    anna = scene.somebody()
    card = await answer(anna, SAID)
    why = await tapped(anna, card, "为什么这样排")
    question = await asked(anna, why, "这里不对")
    assert question.text.startswith("哪里不对？")
    assert (await answer(anna, "规则写反了")).text == "谢谢，记下了。"
    role = await answer(anna, "电销组长做什么")
    await asked(anna, role, "这里不对")
    await answer(anna, "还要带新人")
    sql = "SELECT about, rule, text, language FROM complaints WHERE user = ? ORDER BY id"
    assert scene.bot.query(sql, str(anna.id)) == [
        ("why:ts-s-12", "TS-01", "规则写反了", "zh-Hans"),
        ("role:telesales_team_leader", None, "还要带新人", "zh-Hans"),
    ]
    assert why.text.startswith("为什么这样排")


async def test_a_command_ends_a_report(scene: Scene) -> None:
    anna = scene.somebody("en")
    role = await answer(anna, "what does a telesales team leader do?")
    await asked(anna, role, "This is wrong")
    assert (await answer(anna, "/help")).text.startswith("Write one sentence")
    await answer(anna, "nothing was wrong")
    assert kept_of(scene.bot, anna)["complaints"] == 0


async def test_cancelling_a_report_leaves_the_plan_alone(scene: Scene) -> None:
    anna = scene.somebody()
    card = await answer(anna, SAID)
    await asked(anna, await tapped(anna, card, "为什么这样排"), "这里不对")
    assert (await answer(anna, "取消")).text == "好，那就不记了。"
    assert (await answer(anna, "为什么")).text.startswith("为什么这样排")


async def test_a_command_that_says_more_ends_a_report(scene: Scene) -> None:
    anna = scene.somebody()
    card = await answer(anna, SAID)
    await asked(anna, await tapped(anna, card, "为什么这样排"), "这里不对")
    assert (await answer(anna, "/role 电销组长")).text.startswith("电销组长")


def given_up(bot: Running, person: Person) -> list[str]:
    sql = "SELECT failed FROM outbox WHERE chat = ? AND failed IS NOT NULL ORDER BY id"
    return [row[0] for row in bot.query(sql, str(person.id))]


async def test_an_answer_to_somebody_who_blocked_the_bot_is_given_up(scene: Scene) -> None:
    anna = scene.somebody("en")
    await answer(anna, "/start")
    anna.chat.blocked = True
    anna.says("/help")
    await scene.api.until(lambda: any(call.status == 403 for call in scene.api.requests))
    anna.chat.blocked = False
    assert (await answer(anna, "/plans")).text.startswith("No plans yet.")
    assert given_up(scene.bot, anna) == ["Forbidden: bot was blocked by the user"]


async def test_what_waits_for_somebody_who_blocks_the_bot_is_given_up(scene: Scene) -> None:
    anna = scene.somebody("en")
    scene.api.slow("sendMessage", 0.5)
    await answer(anna, "/start")
    anna.says("/help")
    anna.says("/plans")
    await scene.api.until(lambda: scene.api.unacknowledged == 0)
    blocked = anna.blocks()
    await scene.api.until(lambda: blocked in scene.api.confirmed)
    scene.api.slow("sendMessage", 0)
    assert given_up(scene.bot, anna)[-2:] == ["the chat stopped the bot"] * 2
    anna.unblocks()
    assert (await answer(anna, "/privacy")).text.startswith("What I keep")
