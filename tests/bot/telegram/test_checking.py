"""Checking a team through the real bot: pasted, as a file, with repairs; and files that are bad."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator

import openpyxl
import pytest
import pytest_asyncio

from bot.imports.rows import MOST_BYTES
from tests.bot.telegram.scene import Scene, answer, asked, playing, sent, tapped
from tests.telegram.people import Person
from tests.telegram.state import Sent

pytestmark = pytest.mark.asyncio(loop_scope="module")
ROWS = [["姓名", "岗位", "上级"], ["王", "电销组长", ""]]
ROWS += [[f"员{i}", "电销专员", "王"] for i in range(18)]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    async with playing(tmp_path_factory.mktemp("checking")) as scene:
        yield scene


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def checked(scene: Scene) -> AsyncIterator[None]:
    yield
    await scene.check()


def csv(encoding: str = "utf-8-sig") -> bytes:
    return "\r\n".join(",".join(row) for row in ROWS).encode(encoding)


def xlsx() -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in ROWS:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


async def filed(person: Person, name: str, content: bytes) -> Sent:
    """Send a file; gives the bot's next message."""
    before = len(person.chat.messages)
    person.sends_file(name, content)
    return await sent(person.chat, before)


async def test_a_pasted_team_is_asked_about_once_checked_and_mended(scene: Scene) -> None:
    anna = scene.somebody()
    await answer(anna, "/check")
    question = await answer(anna, "运营3 美工1 客服2 我自己管投放和财务")
    assert "「客服」有 2 人" in question.text
    found = await tapped(anna, question, "都做")
    assert "88 分" in found.text
    mended = await tapped(anna, found, "按第 1 条改")
    assert "88 分 → 100 分" in mended.text
    plan = await tapped(anna, mended, "方案")
    assert "拣货打包员" in plan.text
    undone = await tapped(anna, plan, "撤销")
    assert "已撤销" in undone.text


async def test_the_chart_comes_with_its_findings_in_both_themes(scene: Scene) -> None:
    anna = scene.somebody("en")
    found = await answer(anna, "/check 1 manager, 2 team leaders, 44 agents, 2 QA")
    for label in ("Chart with findings", "Dark chart"):
        chart = await asked(anna, found, label)
        assert chart.method == "sendPhoto"
        assert (chart.caption or "").startswith("Telesales team of 49")


@pytest.mark.parametrize(
    ("name", "content"),
    [("team.csv", csv()), ("TEAM.CSV", csv("gb18030")), ("名单.xlsx", xlsx())],
)
async def test_a_file_is_read_and_kept_as_a_plan(scene: Scene, name: str, content: bytes) -> None:
    anna = scene.somebody()
    found = await filed(anna, name, content)
    assert "直接带 18 人" in found.text
    mended = await tapped(anna, found, "按第 1 条改")
    assert "→" in mended.text
    plan = await tapped(anna, mended, "方案")
    assert "员0" in plan.text


async def test_unclear_titles_of_a_file_are_asked_once(scene: Scene) -> None:
    anna = scene.somebody()
    question = await filed(anna, "t.csv", "岗位,人数\n店长,1\n运营,3\n客服,2\n".encode())
    assert "「客服」有 2 人" in question.text
    found = await tapped(anna, question, "售前客服")
    assert "客服（售前客服）：2 人" in found.text


@pytest.mark.parametrize(
    ("name", "content", "part"),
    [
        ("team.xlsm", xlsx(), "带宏"),
        ("team.xls", b"\xd0\xcf\x11\xe0", "旧版 Excel"),
        ("team.xlsx", b"PK\x03\x04", "文件坏了"),
        ("team.csv", b"a,b\n1,2\n", "没找到表头"),
        ("team.csv", "姓名,岗位\n王,\n李,\n".encode(), "第 3 行"),
        ("team.csv", b"x" * (MOST_BYTES + 1), "超过 2 MB"),
    ],
)
async def test_a_bad_file_gets_a_reason_and_changes_nothing(
    scene: Scene, name: str, content: bytes, part: str
) -> None:
    anna = scene.somebody()
    assert part in (await filed(anna, name, content)).text
    assert "体检当前方案" not in str((await answer(anna, "/check")).buttons)


async def test_a_file_that_cannot_be_fetched_is_asked_for_again(scene: Scene) -> None:
    anna = scene.somebody()
    before = len(anna.chat.messages)
    document = {"file_id": "gone", "file_unique_id": "u", "file_name": "t.csv", "file_size": 9}
    anna._writes({"document": document}, None, None, None)
    assert "再发一次" in (await sent(anna.chat, before)).text


async def test_a_large_file_is_not_fetched_even_if_its_size_is_not_told(scene: Scene) -> None:
    anna = scene.somebody()
    before = len(anna.chat.messages)
    stored = scene.api.files.store("team.csv", b"x" * (MOST_BYTES + 1))
    told = {key: value for key, value in stored.items() if key != "file_size"}
    anna._writes({"document": {"file_name": "team.csv", **told}}, None, None, None)
    assert "超过 2 MB" in (await sent(anna.chat, before)).text


async def test_another_document_gets_the_usual_line(scene: Scene) -> None:
    anna = scene.somebody()
    before = len(anna.chat.messages)
    anna.sends("document")
    assert "只看得懂文字" in (await sent(anna.chat, before)).text


async def test_the_current_plan_is_checked(scene: Scene) -> None:
    anna = scene.somebody("en")
    await answer(anna, "55 people, telesales, growing")
    ask = await answer(anna, "/check")
    found = await tapped(anna, ask, "Check the current plan")
    assert "100 out of 100" in found.text
    assert "nothing to fix" in found.text
