"""Inline mode and shared cards through the real bot, with readers of several scripts."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.bot.telegram.scene import (
    Scene,
    answer,
    asked,
    noted,
    playing,
    sent,
    suggested,
    tapped,
)
from tests.telegram.inline import InlineMessage
from tests.telegram.people import Person

pytestmark = pytest.mark.asyncio(loop_scope="module")
SAID = "我们12个人做电销，刚起步"
TITLES = {
    "zh-hans": "电销团队 · 12 人 · 初创期",
    "zh-hant": "電銷團隊 · 12 人 · 初創期",
    "zh-hk": "電銷團隊 · 12 人 · 初創期",
    "en": "Telesales team of 12 · Start-up",
}
STALE = "这个按钮不能用了。私聊我，也可以帮你排一个团队。"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    async with playing(tmp_path_factory.mktemp("cards")) as scene:
        yield scene


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def checked(scene: Scene) -> AsyncIterator[None]:
    yield
    await scene.check()


async def card_of(scene: Scene, person: Person, text: str, title: str) -> InlineMessage:
    """Send a card through the bot into a chat that the bot knows nothing of."""
    update = person.asks_inline(text)
    await suggested(scene, update)
    return person.chooses(update, title)


async def test_the_card_goes_into_a_chosen_chat(scene: Scene) -> None:
    anna = scene.somebody()
    update = anna.shares(await tapped(anna, await answer(anna, SAID), "分享"), "发给好友或群聊")
    (only,) = (await suggested(scene, update))["results"]
    assert (only["title"], only["type"]) == (TITLES["zh-hans"], "article")
    card = anna.chooses(update, TITLES["zh-hans"])
    assert card.text.startswith(TITLES["zh-hans"])


async def test_everybody_reads_a_shared_card_in_their_own_language(scene: Scene) -> None:
    anna = scene.somebody()
    card = await card_of(scene, anna, "电销 12人 初创期", TITLES["zh-hans"])
    before = card.text, card.reply_markup
    for code, title in TITLES.items():
        reader = scene.somebody(code, "Reader")
        seen = await noted(scene, reader.taps(card, "换成我的语言"))
        assert seen["text"].split("\n")[0] == title
        roles = await noted(scene, reader.taps(card, "岗位"))
        why = await noted(scene, reader.taps(card, "为什么这样排"))
        assert all(0 < len(found["text"]) <= 200 for found in (seen, roles, why))
        assert reader.chat.messages == []
    assert (card.text, card.reply_markup, card.edits) == (*before, 0)


async def test_a_chosen_language_counts_for_shared_cards(scene: Scene) -> None:
    anna, bob = scene.somebody(), scene.somebody("en", "Bob")
    await tapped(bob, await answer(bob, "/settings"), "繁體中文（香港）")
    card = await card_of(scene, anna, "电销 12人 初创期", TITLES["zh-hans"])
    seen = await noted(scene, bob.taps(card, "换成我的语言"))
    assert seen["text"].startswith(TITLES["zh-hk"])


async def test_the_chart_of_a_shared_card_opens_in_private(scene: Scene) -> None:
    anna, bob = scene.somebody(), scene.somebody("en", "Bob")
    card = await card_of(scene, anna, "电销 12人 初创期", TITLES["zh-hans"])
    bob.opens((await noted(scene, bob.taps(card, "架构图")))["url"])
    shown, chart = await sent(bob.chat, 0), await sent(bob.chat, 1)
    assert {shown.method, chart.method} == {"sendPhoto", "sendMessage"}
    assert TITLES["en"] in (shown.caption or chart.caption)


async def test_a_shared_card_is_made_ones_own_in_private(scene: Scene) -> None:
    anna, bob = scene.somebody(), scene.somebody("en", "Bob")
    card = await card_of(scene, anna, "电销 12人 初创期", TITLES["zh-hans"])
    bob.opens((await noted(scene, bob.taps(card, "变成我的方案")))["url"])
    assert (await sent(bob.chat, 0)).text.startswith("Saved: this is your plan now.")
    plans = scene.bot.query("SELECT id FROM plans WHERE user = ?", str(bob.id))
    assert plans == [("ts-s-12",)]


FORGED = ("s:why:ts-g-0", "s:why:@1", "delete:yes", "mine:ts-g-55", "x", "s:mine:cs_supervisor")


@pytest.mark.parametrize("data", FORGED)
async def test_forged_data_below_a_shared_card_gets_a_noted(scene: Scene, data: str) -> None:
    anna = scene.somebody()
    await answer(anna, SAID)
    card = await card_of(scene, anna, "电销 12人 初创期", TITLES["zh-hans"])
    assert await noted(scene, anna.taps_data(card, data)) == {"text": STALE}
    assert len(scene.bot.query("SELECT id FROM plans WHERE user = ?", str(anna.id))) == 1


async def test_a_tap_that_came_too_late_harms_nothing(scene: Scene) -> None:
    anna = scene.somebody()
    card = await card_of(scene, anna, "电销 12人 初创期", TITLES["zh-hans"])
    update = anna.taps(card, "岗位", old=True)
    await scene.api.until(lambda: update in scene.api.confirmed)
    assert (await answer(anna, "帮助")).text.startswith("发一句话")


async def test_a_role_is_shared_and_asked_on_in_private(scene: Scene) -> None:
    anna, bob = scene.somebody(), scene.somebody("zh-hant", "Bob")
    card = await card_of(scene, anna, "客服主管", "客服主管")
    assert card.text.startswith("客服主管")
    ((asks,),) = card.buttons
    assert asks["text"] == "继续问这个岗位"
    bob.opens(asks["url"])
    assert "帶多個小組或一個班次" in (await sent(bob.chat, 0)).text


async def test_an_empty_query_shows_ones_own_plans_to_oneself_only(scene: Scene) -> None:
    anna, bob = scene.somebody(), scene.somebody("en", "Bob")
    await answer(anna, "我们77个人做客服，成熟期")
    hers, his = (
        await suggested(scene, anna.asks_inline("")),
        await suggested(scene, bob.asks_inline("")),
    )
    assert hers["results"][0]["title"] == "客服团队 · 77 人 · 成熟期"
    assert hers["is_personal"]
    assert "of 77" not in str(his)
    assert his["button"] == {"text": "Plan a team step by step", "start_parameter": "new"}


async def test_the_button_above_the_results_begins_a_plan(scene: Scene) -> None:
    bob = scene.somebody("en", "Bob")
    button = (await suggested(scene, bob.asks_inline("telesales")))["button"]
    bob.opens(f"https://t.me/orgwright_bot?start={button['start_parameter']}")
    assert (await sent(bob.chat, 0)).text.startswith("I design teams")


@pytest.mark.parametrize("text", ["", "电销 55人", "組長", "who does the packing?", "?", "x" * 256])
async def test_every_query_is_answered_with_something(scene: Scene, text: str) -> None:
    answered = await suggested(scene, scene.somebody("zh-hant").asks_inline(text))
    assert 0 < len(answered["results"]) <= 50
    assert answered["cache_time"] <= 60


async def test_a_query_that_came_too_late_harms_nothing(scene: Scene) -> None:
    anna = scene.somebody()
    update = anna.asks_inline("电销 55人")
    scene.api.expires(scene.api.update(update)["inline_query"]["id"])
    await scene.api.until(lambda: update in scene.api.confirmed)
    assert (await suggested(scene, anna.asks_inline("客服主管")))["results"]


async def test_a_chart_that_telegram_has_is_offered_too(scene: Scene) -> None:
    anna = scene.somebody()
    chart = await asked(anna, await answer(anna, "33个人做客服，成长期"), "架构图")
    answered = await suggested(scene, update := anna.asks_inline("客服 33人 成长期"))
    article, photo = answered["results"]
    assert (article["type"], photo["type"]) == ("article", "photo")
    assert photo["photo_file_id"] == chart.media["photo"][-1]["file_id"]
    card = anna.chooses(update, photo["id"])
    assert card.text.startswith("客服团队 · 33 人 · 成长期")
    assert (await noted(scene, anna.taps(card, "为什么这样排")))["text"]


async def test_results_come_without_a_chart_that_telegram_lost(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = scene.somebody()
    await asked(anna, await answer(anna, "34个人做客服，成长期"), "架构图")
    with monkeypatch.context() as patch:
        patch.setattr(scene.api.files, "get", lambda file: None)
        answered = await suggested(scene, anna.asks_inline("客服 34人 成长期"))
    assert [result["type"] for result in answered["results"]] == ["article"]


async def test_a_card_sent_into_a_group_of_the_bot_is_no_message_to_it(scene: Scene) -> None:
    anna, bob = scene.somebody(), scene.somebody("en", "Bob")
    group = scene.group(anna, bob)
    update = anna.asks_inline("电销 12人 初创期")
    await suggested(scene, update)
    card = anna.chooses(update, TITLES["zh-hans"], group)
    assert (await noted(scene, bob.taps(card, "换成我的语言")))["text"].startswith(TITLES["en"])
    helped = await answer(bob, "/help", group)
    assert group.messages == [helped]


async def test_an_edited_plan_is_shared_until_its_owner_takes_the_link_back(scene: Scene) -> None:
    anna, bob = scene.somebody(), scene.somebody("en", "Bob")
    await answer(anna, SAID)
    screen = await tapped(anna, await answer(anna, "加一个质检"), "分享")
    link = anna.copies(screen, "复制链接")
    update = anna.shares(screen, "发给好友或群聊")
    (only,) = (await suggested(scene, update))["results"]
    card = anna.chooses(update, only["id"])
    assert "质检" in card.text
    assert "Quality Analyst × 1" in (await noted(scene, bob.taps(card, "岗位")))["text"]
    bob.opens(link)
    opened = await sent(bob.chat, 0)
    assert "Quality Analyst" in opened.text
    assert "My rules have changed" not in opened.text
    late = card.buttons[0][0]["callback_data"]
    await tapped(anna, screen, "收回链接")
    assert "Quality" not in str(await noted(scene, bob.taps_data(card, late)))
    bob.opens(link)
    assert (await sent(bob.chat, 1)).text.startswith("This link is incomplete or no longer valid")
