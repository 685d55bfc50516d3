"""The real bot in groups where an owner, or an admin, lets everybody work on a plan."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.bot.telegram.scene import Scene, answer, noted, playing, tapped
from tests.telegram.chats import Chat
from tests.telegram.people import Person
from tests.telegram.state import Sent

pytestmark = pytest.mark.asyncio(loop_scope="module")
SAID = "/plan 我们12个人做电销，刚起步"
TOGETHER, ALONE = "让大家一起改", "只让我改"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    async with playing(tmp_path_factory.mktemp("together")) as scene:
        yield scene


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def checked(scene: Scene) -> AsyncIterator[None]:
    yield
    await scene.check()


async def planned(scene: Scene) -> tuple[Person, Person, Chat, Sent]:
    """Let somebody plan in a group where somebody else is, too."""
    anna, bob = scene.somebody(), scene.somebody("en", "Bob")
    group = scene.group(anna, bob)
    return anna, bob, group, await answer(anna, SAID, group)


async def test_everybody_edits_once_the_owner_lets_them(scene: Scene) -> None:
    anna, bob, _, card = await planned(scene)
    assert "belong to somebody else" in (await noted(scene, bob.taps(card, "改岗位")))["text"]
    await tapped(anna, card, TOGETHER)
    assert card.text.startswith("现在群里每个人都能改这个方案了。\n\n电销团队 · 12 人")
    await tapped(bob, card, "改岗位")
    await tapped(bob, card, "电销专员 × 11")
    await tapped(bob, card, "+1 人")
    assert "13 人" in card.text
    assert card.buttons[-1][-1]["text"] == ALONE


async def test_what_others_answer_to_the_card_changes_it(scene: Scene) -> None:
    anna, bob, group, card = await planned(scene)
    await answer(bob, "加一个坐席", group, card)
    assert "13 人" not in group.messages[-1].text, "it is not Bob's to change"
    await tapped(anna, card, TOGETHER)
    shown = await answer(anna, "/plan", group)
    changed = await answer(bob, "加一个坐席", group, shown)
    assert "13 人" in changed.text
    assert all(
        button["callback_data"].endswith(f"~{anna.id}")
        for row in changed.buttons
        for button in row
        if "callback_data" in button
    )
    await tapped(anna, changed, ALONE)
    shown = await answer(anna, "/plan", group)
    assert "belong to somebody else" in (await noted(scene, bob.taps(shown, "改岗位")))["text"]


async def test_an_admin_may_let_everybody_edit_and_others_may_not(scene: Scene) -> None:
    _, bob, group, card = await planned(scene)
    assert "belong to somebody else" in (await noted(scene, bob.taps(card, TOGETHER)))["text"]
    group.admins.append(bob)
    await tapped(bob, card, TOGETHER)
    assert card.text.startswith("现在群里每个人都能改这个方案了。")


async def test_the_owners_own_things_stay_theirs(scene: Scene) -> None:
    anna, bob, group, card = await planned(scene)
    await tapped(anna, card, TOGETHER)
    shown = await answer(anna, "/plan", group)
    assert "belong to somebody else" in (await noted(scene, bob.taps(shown, "分享")))["text"]
    forged = bob.taps_data(shown, f"delete:yes~{anna.id}")
    assert "belong to somebody else" in (await noted(scene, forged))["text"]
