"""The real bot: cards of an edited plan follow it, others edit by the link, the owner ends it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.bot.telegram.scene import Scene, answer, noted, playing, suggested, tapped
from tests.telegram.inline import InlineMessage
from tests.telegram.people import Person
from tests.telegram.state import Sent

pytestmark = pytest.mark.asyncio(loop_scope="module")
SAID = "我们12个人做电销，刚起步"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    async with playing(tmp_path_factory.mktemp("live")) as scene:
        yield scene


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def checked(scene: Scene) -> AsyncIterator[None]:
    yield
    await scene.check()


async def edited(anna: Person) -> Sent:
    """Let somebody plan and name a person in the plan."""
    await answer(anna, SAID)
    return await answer(anna, "电销经理改名叫总教头")


async def shared(scene: Scene, anna: Person, plan: Sent) -> tuple[InlineMessage, Sent]:
    """Send the plan into a chat; gives the card there and the owner's share screen."""
    screen = await tapped(anna, plan, "分享")
    update = anna.shares(screen, "发给好友或群聊")
    (only,) = (await suggested(scene, update))["results"]
    return anna.chooses(update, only["title"]), screen


async def opened(card: InlineMessage, scene: Scene, person: Person, label: str) -> Sent:
    """Tap a button of a card that opens the bot in private, and follow it there."""
    url = (await noted(scene, person.taps(card, label)))["url"]
    return await answer(person, f"/start {url.partition('start=')[2]}")


async def test_a_card_follows_the_plan_wherever_it_stands(scene: Scene) -> None:
    anna = scene.somebody()
    card, _ = await shared(scene, anna, await edited(anna))
    assert "总教头" in card.text
    await answer(anna, "加两个坐席")
    await scene.api.until(lambda: "14 人" in card.text)
    await answer(anna, "撤销")
    await scene.api.until(lambda: "12 人" in card.text)
    assert len(card.buttons) == 3, "its buttons stay"


async def test_a_reader_looks_and_takes_a_copy_but_does_not_edit(scene: Scene) -> None:
    anna, bob = scene.somebody(), scene.somebody("en", "Bob")
    card, _ = await shared(scene, anna, await edited(anna))
    mine = await opened(card, scene, bob, "变成我的方案")
    assert "总教头" in mine.text
    await answer(bob, "add 2 agents")
    assert "12 人" in card.text, "the copy is his, the plan hers"


async def test_a_reader_edits_where_the_owner_lets_others(scene: Scene) -> None:
    anna, bob = scene.somebody(), scene.somebody("en", "Bob")
    plan = await edited(anna)
    card, screen = await shared(scene, anna, plan)
    await tapped(anna, screen, "让别人也能改")
    payload = anna.copies(screen, "复制链接").partition("start=")[2]
    view = await answer(bob, f"/start {payload}")
    await tapped(bob, view, "Edit posts")
    await tapped(bob, view, "Telesales Agent × 11")
    await tapped(bob, view, "+1 person")
    await scene.api.until(lambda: "13 人" in card.text)
    assert "13 人" in (await answer(anna, "/plan")).text


async def test_a_link_that_was_taken_back_opens_nothing_and_empties_its_cards(
    scene: Scene,
) -> None:
    anna, bob = scene.somebody(), scene.somebody("en", "Bob")
    card, screen = await shared(scene, anna, await edited(anna))
    payload = anna.copies(screen, "复制链接").partition("start=")[2]
    await tapped(anna, screen, "收回链接")
    await scene.api.until(lambda: card.text == "这个方案已经不再分享了。")
    assert card.buttons == []
    said = await answer(bob, f"/start {payload}")
    assert "总教头" not in said.text


async def test_whoever_deletes_everything_leaves_nothing_on_cards(scene: Scene) -> None:
    anna = scene.somebody()
    card, _ = await shared(scene, anna, await edited(anna))
    await tapped(anna, await answer(anna, "/delete"), "全部删除")
    await scene.api.until(lambda: card.text == "这个方案已经不再分享了。")
    kept = scene.bot.query("SELECT user FROM shares")
    assert (str(anna.id),) not in map(tuple, kept)
    orphans = "SELECT message FROM cards WHERE token NOT IN (SELECT token FROM shares)"
    assert scene.bot.query(orphans) == []


async def test_a_plan_that_is_deleted_leaves_its_cards(scene: Scene) -> None:
    anna = scene.somebody()
    card, _ = await shared(scene, anna, await edited(anna))
    plans = await answer(anna, "/plans")
    await tapped(anna, plans, "keep:@1")
    await tapped(anna, plans, "bin:@1")
    await tapped(anna, plans, "binned:@1")
    await scene.api.until(lambda: card.text == "这个方案已经不再分享了。")


async def test_a_code_of_ones_own_means_nothing_to_others(scene: Scene) -> None:
    anna, bob = scene.somebody(), scene.somebody("en", "Bob")
    await edited(anna)
    question = await answer(bob, "/start")
    before = question.edits
    bob.taps_data(question, "part:card:@1")
    await scene.api.until(lambda: question.edits > before)
    assert "总教头" not in question.text
