"""Private conversations with the real bot: taps, typing, languages, commands."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.telegram.profile import PRIVATE
from tests.bot.telegram.scene import Scene, answer, playing, tapped

pytestmark = pytest.mark.asyncio(loop_scope="module")
TAPS = ("channel:telesales", "stage:startup", "size:10")
SAID = {
    "zh-hans": "我们12个人做电销，刚起步",
    "zh-hant": "我們12個人做電銷，剛起步",
    "zh-hk": "我哋12個人做電銷，啱啱起步",
    "en": "12 people, telesales, just started",
}
TITLES = {
    "zh-hans": "电销团队 · {} 人 · 初创期",
    "zh-hant": "電銷團隊 · {} 人 · 初創期",
    "zh-hk": "電銷團隊 · {} 人 · 初創期",
    "en": "Telesales team of {} · Start-up",
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    async with playing(tmp_path_factory.mktemp("private")) as scene:
        yield scene


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def checked(scene: Scene) -> AsyncIterator[None]:
    yield
    await scene.check()


@pytest.mark.parametrize("code", SAID)
async def test_taps_lead_to_a_plan_in_one_message(scene: Scene, code: str) -> None:
    person = scene.somebody(code)
    card = await answer(person, "/start")
    for data in TAPS:
        await tapped(person, card, data)
    assert card.text.splitlines()[0] == TITLES[code].format(10)
    assert person.chat.messages == [card]


@pytest.mark.parametrize("code", SAID)
async def test_a_sentence_leads_to_a_plan(scene: Scene, code: str) -> None:
    card = await answer(scene.somebody(code), SAID[code])
    assert card.text.splitlines()[0] == TITLES[code].format(12)


async def test_parts_of_a_plan_open_and_close_in_its_message(scene: Scene) -> None:
    anna = scene.somebody()
    card = await answer(anna, SAID["zh-hans"])
    first = card.text
    for part in ("岗位", "谁管什么", "为什么这样排", "什么时候调整", "下一个招谁", "怎么管"):
        assert part in (await tapped(anna, card, part)).text.splitlines()[0]
        assert (await tapped(anna, card, "方案")).text == first
    assert anna.chat.messages == [card]


async def test_units_of_a_large_plan_open_in_its_message(scene: Scene) -> None:
    anna = scene.somebody("en")
    card = await answer(anna, "600 people, telesales, mature")
    first, (opener, *_) = card.text, card.buttons[0]
    assert opener["text"].startswith("Open ")
    assert (await tapped(anna, card, opener["text"])).text != first
    assert (await tapped(anna, card, "Plan")).text == first


async def test_back_asks_the_question_before_in_the_same_message(scene: Scene) -> None:
    anna = scene.somebody("zh-hant")
    question = await answer(anna, "/start")
    await tapped(anna, question, "電銷")
    await tapped(anna, question, "成長期")
    assert question.text.split("\n")[1].startswith("一共多少人")
    assert (
        (await tapped(anna, question, "上一步"))
        .text.split("\n")[1]
        .startswith("現在到哪個階段了？")
    )
    assert (await tapped(anna, question, "上一步")).text.startswith("要搭哪種團隊？")
    assert anna.chat.messages == [question]


async def test_a_typed_size_gets_the_plan_as_a_new_message(scene: Scene) -> None:
    anna = scene.somebody()
    question = await answer(anna, "/start")
    await tapped(anna, question, "电销")
    await tapped(anna, question, "初创期")
    card = await answer(anna, "8-10")
    assert card.text.startswith(TITLES["zh-hans"].format(10))
    assert (await tapped(anna, card, "按 8 人排")).text.startswith("改好了：10 人 → 8 人")
    assert question.text.split("\n")[1].startswith("一共多少人")


async def test_a_change_says_what_changed(scene: Scene) -> None:
    anna = scene.somebody()
    await answer(anna, SAID["zh-hans"])
    assert (await answer(anna, "改成20个人")).text.startswith("改好了：12 人 → 20 人")


@pytest.mark.parametrize("code", SAID)
async def test_answers_are_in_the_language_of_the_message(scene: Scene, code: str) -> None:
    stranger = scene.somebody("de")
    card = await answer(stranger, SAID[code])
    assert card.text.splitlines()[0] == TITLES[code].format(12)


async def test_traditional_chinese_has_a_command_menu_of_its_own(scene: Scene) -> None:
    for code in ("zh-hant", "zh-hk"):
        person = scene.somebody(code)
        await answer(person, "/start")
        await answer(person, "/help")  # sent after all that /start led to
        menu = scene.menu_of(person) or []
        assert tuple(command["command"] for command in menu) == PRIVATE
        assert {"command": "settings", "description": "換語言"} in menu


@pytest.mark.parametrize("code", ["zh-hans", "en", "de", None])
async def test_whom_a_published_menu_fits_has_none_of_their_own(
    scene: Scene, code: str | None
) -> None:
    person = scene.somebody(code)
    await answer(person, "/start")
    await answer(person, "/help")
    assert scene.menu_of(person) is None


async def test_the_command_menu_follows_the_language_and_is_set_once(scene: Scene) -> None:
    anna = scene.somebody("en")
    choice = await answer(anna, "换语言")
    await tapped(anna, choice, "繁體中文（香港）")
    await answer(anna, "/help")
    await tapped(anna, await answer(anna, "/settings"), "English")
    await answer(anna, "/help")
    calls = [call.params for call in scene.api.requests if call.method == "setMyCommands"]
    mine = [call for call in calls if call.get("scope", {}).get("chat_id") == anna.id]
    found = [call["commands"][0]["description"] for call in mine]
    assert found == ["开始", "開始", "Begin"]


COMMANDS = {
    "start": "I design teams",
    "plan": "Which kind of team",
    "role": "Which job?",
    "grow": "There is no plan yet",
    "size": "How much work is there?",
    "kit": "For which job?",
    "check": "Tell me who is in your team",
    "taskforce": "There is no plan yet",
    "why": "There is no plan yet",
    "share": "There is no plan yet",
    "plans": "No plans yet",
    "settings": "Which language?",
    "help": "Write one sentence",
    "privacy": "What I keep",
    "mydata": "This is everything I keep about you.",
    "delete": "Delete everything you told me",
    "cancel": "There is nothing open",
}
WORDS = {
    "方案": "要搭哪种团队？",
    "帮助": "发一句话就能出方案",
    "取消": "现在没有进行中的事",
    "换语言": "用哪种语言？",
}


async def test_every_command_of_the_menu_is_tried() -> None:
    assert tuple(COMMANDS) == PRIVATE


@pytest.mark.parametrize(("command", "begin"), COMMANDS.items())
async def test_a_command_is_answered(scene: Scene, command: str, begin: str) -> None:
    found = await answer(scene.somebody("en"), f"/{command}")
    assert (found.text or found.caption).startswith(begin)


@pytest.mark.parametrize(("word", "begin"), WORDS.items())
async def test_a_command_in_chinese_words_is_answered(scene: Scene, word: str, begin: str) -> None:
    assert (await answer(scene.somebody(), word)).text.startswith(begin)
