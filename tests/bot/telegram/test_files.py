"""Charts and documents of a plan in Telegram: the chart once by itself, the rest behind Export."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from flows.exports import FORMATS
from tests.bot.telegram.scene import Scene, answer, asked, playing, sent, tapped
from tests.telegram.people import Person

pytestmark = pytest.mark.asyncio(loop_scope="module")
SAID = {"zh-hans": "我们12个人做电销,刚起步", "en": "12 people, telesales, just started"}
STARTS = {
    "pdf": b"%PDF-",
    "xlsx": b"PK",
    "png": b"\x89PNG",
    "html": b"<!doctype html>",
    "svg": b"<svg",
    "json": b"{",
    "dot": b"digraph",
    "mermaid": b"---",
    "md": b"# ",
    "csv": b"\xef\xbb\xbf",
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    folder = tmp_path_factory.mktemp("files")
    async with playing(folder, ORGWRIGHT_CHAT_CHARTS="new_plans") as scene:
        yield scene


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def checked(scene: Scene) -> AsyncIterator[None]:
    yield
    await scene.check()


async def planned(person: Person, text: str) -> None:
    """Let somebody make a plan, and wait for its card and its chart."""
    before = len(person.chat.messages)
    person.says(text)
    await sent(person.chat, before + 1)


async def test_a_new_plan_brings_its_chart_once(scene: Scene) -> None:
    anna = scene.somebody()
    await planned(anna, SAID["zh-hans"])
    card, chart = anna.chat.messages
    assert card.text.startswith("电销团队 · 12 人")
    assert (chart.method, chart.caption) == ("sendPhoto", "电销团队 · 12 人 · 初创期")
    shown = await answer(anna, "方案")
    assert shown.text.startswith("电销团队 · 12 人")
    helped = await answer(anna, "帮助")
    assert anna.chat.messages == [card, chart, shown, helped], "the chart does not come again"


async def test_a_changed_plan_brings_a_chart_of_its_own(scene: Scene) -> None:
    anna = scene.somebody()
    await planned(anna, SAID["zh-hans"])
    await planned(anna, "改成20个人")
    assert [m.caption for m in anna.chat.messages if m.method == "sendPhoto"] == [
        "电销团队 · 12 人 · 初创期",
        "电销团队 · 20 人 · 初创期",
    ]


async def test_a_dark_chart_is_sent_when_it_is_asked_for(scene: Scene) -> None:
    anna = scene.somebody()
    await planned(anna, SAID["zh-hans"])
    light = anna.chat.messages[1]
    card = await tapped(anna, anna.chat.messages[0], "导出")
    dark = await asked(anna, card, "深色架构图")
    assert dark.method == "sendPhoto"
    assert dark.document != light.document


@pytest.mark.parametrize("code", SAID)
async def test_every_kind_of_file_arrives_under_a_good_name(scene: Scene, code: str) -> None:
    anna = scene.somebody(code)
    await planned(anna, SAID[code])
    card = await tapped(anna, anna.chat.messages[0], "导出" if code != "en" else "Export")
    names = [button["text"] for row in card.buttons for button in row][: len(FORMATS)]
    for kind, name in zip(FORMATS, names, strict=True):
        file = await asked(anna, card, name)
        assert file.method == "sendDocument"
        assert file.filename is not None
        assert file.filename.startswith(
            "电销团队-12人-" if code != "en" else "Telesales team of 12"
        )
        assert (file.document or b"").lower().startswith(STARTS[kind].lower()), kind


async def test_a_file_asked_for_in_words_is_sent_at_once(scene: Scene) -> None:
    anna = scene.somebody()
    await planned(anna, SAID["zh-hans"])
    for text, ending in (
        ("导出PDF", ".pdf"),
        ("发我一份excel表格", ".xlsx"),
        ("导出成网页", ".html"),
    ):
        file = await answer(anna, text)
        assert (file.filename or "").endswith(ending), text
    assert (await answer(anna, "导出图片")).method == "sendPhoto"
    assert "要哪种文件" in (await answer(anna, "导出")).text


async def test_a_file_asked_for_before_there_is_a_plan_asks_for_the_plan(scene: Scene) -> None:
    anna = scene.somebody()
    assert "还没有方案" in (await answer(anna, "导出PDF")).text


async def test_the_same_file_is_uploaded_once_for_everybody(scene: Scene) -> None:
    for _ in range(2):
        anna = scene.somebody()
        await planned(anna, SAID["zh-hans"])
        file = await answer(anna, "导出PDF")
    assert isinstance(file.params["document"], str), "sent by its id"


async def test_the_picture_of_a_way_and_a_hiring_kit_are_sent_as_files(scene: Scene) -> None:
    anna = scene.somebody()
    await planned(anna, SAID["zh-hans"])
    choice = await tapped(anna, anna.chat.messages[0], "怎么扩")
    assert choice.text.startswith("现在 12 人")
    way = await tapped(anna, choice, "→ 30 人")
    assert "第 2 个电销组长" in way.text
    picture = await asked(anna, way, "看图")
    assert (picture.method, picture.caption) == ("sendPhoto", "电销团队：12 → 30 人 · 初创期")
    again = await asked(anna, way, "看图")
    assert again.document == picture.document, "it is not drawn twice"
    kit = await answer(anna, "/kit 电销质检")
    assert "面试题" in kit.text
    file = await asked(anna, kit, "PDF")
    assert (file.method, file.caption) == ("sendDocument", "招聘资料：电销质检专员")


async def test_a_way_is_sent_as_files_that_follow_what_was_said_of_the_pace(scene: Scene) -> None:
    anna = scene.somebody("en")
    await planned(anna, SAID["en"])
    await answer(anna, "how do I grow to 20?")
    months = await answer(anna, "3 hires a month, ramp-up two months, we lose 4% a month")
    assert "Most people hired in a month: 3" in months.text
    for label, ending in (("PDF", "pdf"), ("Excel", "xlsx"), ("Markdown", "md")):
        file = await asked(anna, months, label)
        assert file.filename == f"Telesales team 12 to 20.{ending}"
        assert (file.document or b"").startswith(STARTS[ending])
    usual = await tapped(anna, months, "Usual figures")
    assert "What you told me" not in usual.text


async def test_a_number_that_is_typed_after_grow_is_the_size(scene: Scene) -> None:
    anna = scene.somebody("en")
    await planned(anna, SAID["en"])
    await tapped(anna, anna.chat.messages[0], "Grow")
    way = await answer(anna, "40")
    assert way.text.startswith("Telesales team: 12 → 40 · Start-up")
    months = await tapped(anna, way, "Month by month")
    assert "to replace those who leave" in months.text
    plan = await tapped(anna, months, "Plan for 40")
    assert "Telesales team of 40" in plan.text


async def test_a_workload_is_shown_as_pictures_that_are_uploaded_once(scene: Scene) -> None:
    anna = scene.somebody()
    text = "每小时100个电话，每天300个在线咨询，200封邮件"
    said = await answer(anna, text)
    before = len(anna.chat.messages)
    anna.taps(said, "看图")
    await sent(anna.chat, before + 1)
    calls, chats = anna.chat.messages[before:]
    assert {calls.method, chats.method} == {"sendMediaGroup"}
    assert calls.caption.splitlines()[0].startswith("接电话：同时要 14 人接")
    assert not said.edits, "the answer stays"
    bert = scene.somebody()
    other = await answer(bert, text)
    before = len(bert.chat.messages)
    bert.taps(other, "看图")
    await sent(bert.chat, before + 1)
    assert [m.document for m in bert.chat.messages[before:]] == [calls.document, chats.document]
