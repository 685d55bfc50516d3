"""The real bot and the access matrix: forged taps, others' codes and dead tokens open nothing.

A name in the owner's plan shows any leak; the owner's rows in the store show any change.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from itertools import product

import pytest
import pytest_asyncio

from tests.bot.telegram.scene import Scene, answer, noted, playing, sent, suggested, tapped
from tests.telegram.people import Person
from tests.telegram.state import Sent

pytestmark = pytest.mark.asyncio(loop_scope="module")
INSIDE = "张藏起来"
ACTIONS = (
    *("part:card:{code}", "part:roles:{code}", "s:card:{code}", "file:{code}:csv"),
    *("chart:{code}", "edit:{code}", "post:{code}:p2", "more:{code}:p2", "cut:{code}:p2"),
    *("undo:{code}", "name:staff:{code}:p1", "keep:{code}", "copy:{code}", "binned:{code}"),
    *("share:{code}", "link:{code}:edit", "link:{code}:end", "mine:{code}", "versions:{code}"),
)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    async with playing(tmp_path_factory.mktemp("access")) as scene:
        yield scene


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def checked(scene: Scene) -> AsyncIterator[None]:
    yield
    await scene.check()


def stored(scene: Scene, person: Person) -> list[object]:
    """Give a person's plans and links as they are stored."""
    plans = scene.bot.query("SELECT user, chat, id, body FROM plans")
    links = scene.bot.query("SELECT user, token, may_edit FROM shares")
    return [row for row in (*plans, *links) if row[0] == str(person.id)]


async def planned(person: Person) -> Sent:
    """Make a plan with a name in it."""
    await answer(person, "我们12个人做电销，刚起步")
    return await answer(person, f"电销经理是{INSIDE}")


async def dead_token(scene: Scene, owner: Person, plan: Sent) -> str:
    """Share a plan and take the link back; gives the code that opened it."""
    screen = await tapped(owner, plan, "分享")
    await suggested(scene, owner.shares(screen, "发给好友或群聊"))
    rows = scene.bot.query("SELECT user, token FROM shares")
    (token,) = [token for user, token in rows if user == str(owner.id)]
    await tapped(owner, screen, "收回链接")
    return f"!{token}"


async def test_a_stranger_gets_nothing_by_forged_taps(scene: Scene) -> None:
    anna, eve = scene.somebody(), scene.somebody("en", "Eve")
    dead = await dead_token(scene, anna, await planned(anna))
    before = stored(scene, anna)
    message = await answer(eve, "/start")
    codes = ("@1", dead, "!" + "A" * 22)
    for action, code in product(ACTIONS, codes):
        await noted(scene, eve.taps_data(message, action.format(code=code)))
    await scene.api.until(
        lambda: scene.bot.query("SELECT 1 FROM outbox WHERE sent_at IS NULL") == []
    )
    seen = [message.text, *message.history, *(m.text for m in eve.chat.messages)]
    assert not [text for text in seen if INSIDE in text]
    assert stored(scene, anna) == before


async def test_a_member_of_the_group_gets_nothing_of_anothers_plan_by_forged_taps(
    scene: Scene,
) -> None:
    anna, eve = scene.somebody(), scene.somebody("en", "Eve")
    group = scene.group(anna, eve)
    await answer(anna, "/plan 我们12个人做电销，刚起步", group)
    hers = await answer(anna, "/plan", group)
    before, text = stored(scene, anna), hers.text
    for action in ACTIONS:
        for data in (f"{action}~{anna.id}", f"{action}~{eve.id}", action):
            await noted(scene, eve.taps_data(hers, data.format(code="@1")))
            await noted(scene, eve.taps_data(hers, data.format(code="ts-s-12")))
    assert (hers.text, stored(scene, anna)) == (text, before)


async def test_another_account_cannot_open_what_a_deleted_one_shared(scene: Scene) -> None:
    anna, eve = scene.somebody(), scene.somebody("en", "Eve")
    screen = await tapped(anna, await planned(anna), "分享")
    link = anna.copies(screen, "复制链接")
    await tapped(anna, await answer(anna, "/delete"), "全部删除")
    eve.opens(link)
    assert INSIDE not in (await sent(eve.chat, 0)).text
    assert stored(scene, anna) == []
