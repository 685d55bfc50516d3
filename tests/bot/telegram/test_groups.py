"""The real bot in groups: whose buttons, whom it asks, where it answers, when it is silent."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.telegram.fields import ANONYMOUS_ADMIN
from tests.bot.telegram.scene import Scene, answer, asked, playing, sent, tapped
from tests.telegram.state import Sent

pytestmark = pytest.mark.asyncio(loop_scope="module")
SAID = "/plan 我们12个人做电销，刚起步"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    async with playing(tmp_path_factory.mktemp("groups")) as scene:
        yield scene


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def checked(scene: Scene) -> AsyncIterator[None]:
    yield
    await scene.check()


def data_of(message: Sent) -> list[str]:
    return [button["callback_data"] for row in message.buttons for button in row]


async def test_a_group_that_adds_the_bot_is_greeted(scene: Scene) -> None:
    for code, begin in (("zh-hans", "大家好，"), ("zh-hant", "大家好，"), ("en", "Hello! ")):
        anna = scene.somebody(code)
        group = scene.group(anna)
        group.adds_bot(by=anna)
        assert (await sent(group, 0)).text.startswith(begin)
        assert (await answer(anna, "/help", group)).reply_to == anna.wrote
        assert len(group.messages) == 2


async def test_one_person_plans_by_taps_and_a_typed_number(scene: Scene) -> None:
    anna = scene.somebody()
    group = scene.group(anna, scene.somebody())
    question = await answer(anna, "/plan", group)
    assert question.reply_to == anna.wrote
    await tapped(anna, question, "电销")
    prompt = await asked(anna, question, "初创期")
    assert question.text.split("\n")[1].startswith("一共多少人")
    assert prompt.reply_markup == {
        "force_reply": True,
        "selective": True,
        "input_field_placeholder": "12 或 8-10",
    }
    assert prompt.html == f'<a href="tg://user?id={anna.id}">请你</a>回复这条消息告诉我就行。'
    card = await answer(anna, "12", group, prompt)
    assert card.text.startswith("电销团队 · 12 人 · 初创期")
    assert card.reply_to == anna.wrote


async def test_the_size_is_asked_as_an_answer_to_who_wrote(scene: Scene) -> None:
    anna = scene.somebody("en")
    group = scene.group(anna)
    await answer(anna, "/plan telesales, just started", group)
    question, prompt = group.messages[0], await sent(group, 1)
    assert question.text.split("\n")[1].startswith("How many people")
    assert (prompt.reply_to, prompt.text) == (anna.wrote, "Reply to this message with your answer.")


async def test_every_button_in_a_group_carries_its_owner(scene: Scene) -> None:
    anna = scene.somebody()
    card = await answer(anna, SAID, scene.group(anna))
    assert all(data.endswith(f"~{anna.id}") for data in data_of(card))
    await tapped(anna, card, "为什么这样排")
    assert all(data.endswith(f"~{anna.id}") for data in data_of(card))


NOT_YOURS = {
    "zh-hans": "这是别人的方案，按钮只有本人能点。发 /plan 可以排一个你自己的。",
    "zh-hant": "這是別人的方案，按鈕只有本人能點。發 /plan 可以排一個你自己的。",
    "zh-hk": "這是別人的方案，按鈕只有本人能點。發 /plan 可以排一個你自己的。",
    "en": "These buttons belong to somebody else's plan. Send /plan to start your own.",
    "de": "These buttons belong to somebody else's plan. Send /plan to start your own.",
}


@pytest.mark.parametrize("code", NOT_YOURS)
async def test_a_tap_on_somebody_elses_button_is_refused(scene: Scene, code: str) -> None:
    anna, bob = scene.somebody(), scene.somebody(code, "Bob")
    group = scene.group(anna, bob)
    card = await answer(anna, SAID, group)
    update = bob.taps(card, "改一下")
    query = scene.api.update(update)["callback_query"]["id"]
    await scene.api.until(lambda: query in scene.api.answers)
    assert scene.api.answers[query] == [{"callback_query_id": query, "text": NOT_YOURS[code]}]
    assert len(NOT_YOURS[code]) <= 200
    assert (await tapped(anna, card, "改一下")).history == [card.history[0], card.text]


async def test_two_people_plan_beside_each_other(scene: Scene) -> None:
    anna, bob = scene.somebody(), scene.somebody("en", "Bob")
    group = scene.group(anna, bob)
    hers = await answer(anna, "/plan", group)
    his = await answer(bob, "/plan 20 people, marketing, mature", group)
    await tapped(anna, hers, "客服")
    assert hers.text.split("\n")[1].startswith("现在到哪个阶段了？")
    await tapped(bob, his, "Why this structure")
    assert his.text.startswith("Why this structure")
    assert len(group.messages) == 2


async def test_a_role_is_explained_to_anybody(scene: Scene) -> None:
    anna, bob = scene.somebody(), scene.somebody("en", "Bob")
    group = scene.group(anna, bob)
    await answer(anna, SAID, group)
    assert (await answer(bob, "/role telesales team leader", group)).text.startswith("Telesales")
    assert (await answer(anna, "/role 电销组长", group)).text.startswith("电销组长")


async def test_an_answer_stays_in_its_topic(scene: Scene) -> None:
    anna = scene.somebody()
    forum = scene.group(anna, forum=True)
    anna.says("/plan 电销，刚起步", forum, thread=7)
    question, prompt = await sent(forum, 0), await sent(forum, 1)
    anna.says("8-10", forum, prompt, thread=7)
    card = await sent(forum, 2)
    await asked(anna, await tapped(anna, card, "为什么这样排"), "这里不对")
    await sent(forum, 4)
    assert {message.thread for message in forum.messages} == {7}
    assert question.text.split("\n")[1].startswith("一共多少人")


async def test_a_report_is_asked_for_and_taken_as_an_answer(scene: Scene) -> None:
    anna = scene.somebody()
    group = scene.group(anna)
    why = await tapped(anna, await answer(anna, SAID, group), "为什么这样排")
    await asked(anna, why, "这里不对")
    prompt = await sent(group, 2)
    assert (prompt.reply_markup or {})["input_field_placeholder"] == "电销组长还要……"
    assert (await answer(anna, "规则写反了", group, prompt)).text == "谢谢，记下了。"


async def test_personal_data_is_sent_to_nobody_but_the_person(scene: Scene) -> None:
    anna = scene.somebody("en")
    group = scene.group(anna)
    found = await answer(anna, "/mydata", group)
    assert found.document is None
    assert found.text.startswith("That is for your eyes only.")


UNHEARD = (
    "我们12个人做电销，刚起步",
    "why",
    "/help@another_bot",
    "/plan@another_bot 12 people, telesales",
    "/unknown",
    "@another_bot /plan",
    "see orgwright_bot",
)


async def test_what_is_not_meant_for_the_bot_is_met_with_silence(scene: Scene) -> None:
    anna, bob = scene.somebody("en"), scene.somebody("en", "Bob")
    group = scene.group(anna, bob)
    for text in UNHEARD:
        anna.says(text, group)
    anna.sends("voice", group)
    note = anna.wrote
    bob.says("12 people, telesales", group, note)
    bob.edits(bob.wrote, "/help", group)
    found = await answer(bob, "/help@orgwright_bot", group)
    assert found.text.startswith("Write one sentence")
    assert group.messages == [found]


@pytest.mark.parametrize("text", ["@orgwright_bot {}", "{} @Orgwright_Bot", "{}，@orgwright_bot"])
async def test_a_message_that_mentions_the_bot_is_answered(scene: Scene, text: str) -> None:
    anna = scene.somebody()
    group = scene.group(anna)
    card = await answer(anna, text.format("我们12个人做电销，刚起步"), group)
    assert card.text.startswith("电销团队 · 12 人 · 初创期")
    assert card.reply_to == anna.wrote


async def test_an_answer_to_a_message_of_the_bot_is_answered(scene: Scene) -> None:
    anna, bob = scene.somebody("en"), scene.somebody("en", "Bob")
    group = scene.group(anna, bob)
    card = await answer(anna, "/plan 12 people, telesales, just started", group)
    assert (await answer(anna, "make it mature", group, card)).text.startswith("Changed: ")
    bob.sends("voice", group, card)
    assert (await sent(group, 2)).text.startswith("I can only read text.")


async def test_an_admin_who_writes_as_the_group_is_answered(scene: Scene) -> None:
    anna = scene.somebody()
    group = scene.group(anna)
    nobody = scene.api.person(ANONYMOUS_ADMIN, "Group", username="GroupAnonymousBot")
    nobody.is_bot = True
    message = group.receive(nobody, {"text": SAID, "sender_chat": group.json()})
    scene.api.add_update(message=message)
    assert (await sent(group, 0)).text.startswith("电销团队 · 12 人 · 初创期")


async def test_a_language_is_each_persons_own(scene: Scene) -> None:
    anna, bob = scene.somebody("en"), scene.somebody("en", "Bob")
    group = scene.group(anna, bob)
    choice = await answer(anna, "/settings", group)
    await tapped(anna, choice, "繁體中文（台灣）")
    assert (await answer(anna, "/help", group)).text.startswith("傳一句話")
    assert (await answer(bob, "/help", group)).text.startswith("Write one sentence")
    assert scene.menu_of(anna) is None


async def test_a_private_language_is_spoken_in_a_group_too(scene: Scene) -> None:
    anna = scene.somebody("en")
    await tapped(anna, await answer(anna, "/settings"), "简体中文")
    assert (await answer(anna, "/help", scene.group(anna))).text.startswith("发一句话")


async def test_a_group_that_becomes_a_supergroup_keeps_its_plans(scene: Scene) -> None:
    anna = scene.somebody()
    group = scene.group(anna, type="group")
    await answer(anna, SAID, group)
    new = group.migrates(group.id - 1)
    assert (await answer(anna, "/plans", new)).buttons[0][0]["text"].startswith("电销团队 · 12 人")
    assert (await answer(anna, "/why", new)).text.startswith("为什么这样排")
    chats = scene.bot.query("SELECT DISTINCT chat FROM drafts WHERE user = ?", str(anna.id))
    assert chats == [(str(new.id),)]


async def test_an_answer_refused_because_of_a_move_goes_to_the_new_group(scene: Scene) -> None:
    anna = scene.somebody()
    group = scene.group(anna, type="group")
    await answer(anna, SAID, group)
    new = scene.api.group(group.id - 1, members=[anna])
    group.migrated_to = new.id
    anna.says("/why", group)
    assert (await sent(new, 0)).text.startswith("为什么这样排")
    group._serves(anna, {"migrate_to_chat_id": new.id})  # Telegram tells of it only now
    new._serves(anna, {"migrate_from_chat_id": group.id})
    assert (await answer(anna, "/plans", new)).buttons
    assert len(group.messages) == 1
    chats = scene.bot.query("SELECT DISTINCT chat FROM drafts WHERE user = ?", str(anna.id))
    assert chats == [(str(new.id),)]


async def test_a_group_that_throws_the_bot_out_gets_nothing_more(scene: Scene) -> None:
    anna = scene.somebody("en")
    group = scene.group(anna)
    await answer(anna, "/help", group)
    update = group.removes_bot(by=anna)
    await scene.api.until(lambda: update in scene.api.confirmed)
    sql = "SELECT stopped_at IS NULL FROM chats WHERE chat = ?"
    assert scene.bot.query(sql, str(group.id)) == [(0,)]
    group.adds_bot(by=anna)
    assert (await sent(group, 1)).text.startswith("Hello!")
    assert scene.bot.query(sql, str(group.id)) == [(1,)]
