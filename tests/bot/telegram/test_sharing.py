"""Sharing plans through the real bot: links, copies, and whose buttons are whose in a group."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.bot.telegram.scene import Scene, answer, noted, playing, sent, tapped
from tests.telegram.people import Person
from tests.telegram.state import Sent

pytestmark = pytest.mark.asyncio(loop_scope="module")
SAID = "我们12个人做电销，刚起步"
TITLES = {
    "zh-hans": "电销团队 · 12 人 · 初创期",
    "zh-hant": "電銷團隊 · 12 人 · 初創期",
    "zh-hk": "電銷團隊 · 12 人 · 初創期",
    "en": "Telesales team of 12 · Start-up",
}
NOT_YOURS = "这是别人的方案，按钮只有本人能点。发 /plan 可以排一个你自己的。"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    async with playing(tmp_path_factory.mktemp("sharing")) as scene:
        yield scene


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def checked(scene: Scene) -> AsyncIterator[None]:
    yield
    await scene.check()


async def sharing(person: Person) -> Sent:
    """Make a plan and open the screen that shares it."""
    return await tapped(person, await answer(person, SAID), "分享")


def data_of(message: Sent) -> set[str]:
    return {b["callback_data"] for row in message.buttons for b in row if "callback_data" in b}


async def test_a_plan_is_shared_as_a_link_that_opens_in_every_language(scene: Scene) -> None:
    anna = scene.somebody()
    link = anna.copies(await sharing(anna), "复制链接")
    for code, title in TITLES.items():
        reader = scene.somebody(code, "Reader")
        before = len(reader.chat.messages)
        reader.opens(link)
        opened = await sent(reader.chat, before)
        assert opened.text.startswith(title)
    assert scene.bot.query("SELECT count(*) FROM plans WHERE user <> ?", str(anna.id)) == [(0,)]


async def test_a_short_plan_can_be_copied_as_text(scene: Scene) -> None:
    anna = scene.somebody()
    screen = await sharing(anna)
    assert anna.copies(screen, "复制文字版").split("\n")[:2] == [TITLES["zh-hans"], "电销组长"]
    assert (await tapped(anna, screen, "上一步")).text.startswith(TITLES["zh-hans"])


async def test_a_long_plan_offers_no_text_to_copy(scene: Scene) -> None:
    anna = scene.somebody("en")
    screen = await tapped(anna, await answer(anna, "200 people, telesales, mature"), "Share")
    labels = [button["text"] for row in screen.buttons for button in row]
    assert labels == ["Send to a chat", "Copy link", "Back"]


async def test_an_opened_plan_leaves_the_readers_own_alone(scene: Scene) -> None:
    anna, bob = scene.somebody(), scene.somebody("en", "Bob")
    await answer(bob, "20 people, marketing, mature")
    bob.opens(anna.copies(await sharing(anna), "复制链接"))
    opened = await sent(bob.chat, 1)
    assert "Edit: 12" not in str(opened.buttons)
    assert (await tapped(bob, opened, "Roles")).text.startswith("Roles")
    assert (await tapped(bob, opened, "Plan")).text.startswith(TITLES["en"])
    assert (await answer(bob, "/plan")).text.startswith("Marketing team of 20")
    assert await answer(bob, "/plans")
    own = scene.bot.query("SELECT id FROM plans WHERE user = ?", str(bob.id))
    assert own == [("mk-m-20",)]


async def test_a_plan_made_ones_own_is_a_copy(scene: Scene) -> None:
    anna, bob = scene.somebody(), scene.somebody("en", "Bob")
    bob.opens(anna.copies(await sharing(anna), "复制链接"))
    opened = await sent(bob.chat, 0)
    await tapped(bob, opened, "Make it mine")
    assert opened.text.startswith("Saved: this is your plan now.")
    assert (await answer(bob, "make it 20 people")).text.startswith("Changed: ")
    assert (await answer(bob, "/plans")).buttons[1][0]["text"] == TITLES["en"]
    assert (await answer(anna, "方案")).text.startswith(TITLES["zh-hans"])


async def test_a_link_works_after_its_author_deleted_everything(scene: Scene) -> None:
    anna, bob = scene.somebody(), scene.somebody("en", "Bob")
    link = anna.copies(await sharing(anna), "复制链接")
    await tapped(anna, await answer(anna, "/delete"), "全部删除")
    bob.opens(link)
    assert (await sent(bob.chat, 0)).text.startswith(TITLES["en"])


async def test_a_link_of_an_older_plan_says_so(scene: Scene) -> None:
    bob = scene.somebody("en", "Bob")
    bob.opens("https://t.me/orgwright_bot?start=acXy3-_PzDHts-g-55")
    opened = await sent(bob.chat, 0)
    assert opened.text.startswith("My rules have changed since this was shared;")
    assert "Telesales team of 55" in opened.text


@pytest.mark.parametrize("payload", ["x", "acXy3-_PzDHts-g-56", "ac00000_AbCdEfGhIjKlMnOpQrSt-_"])
async def test_a_broken_link_is_told_and_the_wizard_begins(scene: Scene, payload: str) -> None:
    bob = scene.somebody("en", "Bob")
    bob.opens(f"https://t.me/orgwright_bot?start={payload}")
    opened = await sent(bob.chat, 0)
    assert opened.text.startswith("This link is incomplete or no longer valid")
    assert "Which kind of team" in opened.text


async def test_a_plan_is_shared_from_a_group_too(scene: Scene) -> None:
    anna, bob = scene.somebody(), scene.somebody("en", "Bob")
    group = scene.group(anna, bob)
    screen = await tapped(anna, await answer(anna, f"/plan {SAID}", group), "分享")
    assert all(data.endswith(f"~{anna.id}") for data in data_of(screen))
    bob.opens(anna.copies(screen, "复制链接"))
    assert (await sent(bob.chat, 0)).text.startswith(TITLES["en"])


async def test_forged_data_on_somebody_elses_message_is_refused(scene: Scene) -> None:
    anna, bob = scene.somebody(), scene.somebody(name="Bob")
    group = scene.group(anna, bob)
    card = await answer(anna, f"/plan {SAID}", group)
    before = card.text, card.reply_markup
    for data in (f"part:why:ts-s-12~{bob.id}", "part:why:ts-s-12", f"mine:ts-g-55~{bob.id}"):
        assert data not in data_of(card)
        assert await noted(scene, bob.taps_data(card, data)) == {"text": NOT_YOURS}
    assert (card.text, card.reply_markup) == before
    assert scene.bot.query("SELECT id FROM plans WHERE user = ?", str(bob.id)) == []


async def test_a_late_tap_on_ones_own_message_in_a_group_is_a_correction(scene: Scene) -> None:
    anna = scene.somebody()
    group = scene.group(anna)
    card = await answer(anna, f"/plan {SAID}", group)
    data = next(data for data in data_of(card) if data.startswith("part:roles"))
    await tapped(anna, card, "为什么这样排")
    before = card.edits
    anna.taps_data(card, data)
    await scene.api.until(lambda: card.edits > before)
    assert card.text.startswith("岗位")
