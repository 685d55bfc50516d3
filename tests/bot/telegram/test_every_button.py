"""A walk over every button of the real bot, in every language: none leads nowhere.

Buttons that differ only in the size, stage, edits or posts of a plan, in the role or in the page of
a list count as one, or it would never end.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field

import pytest
import pytest_asyncio

from bot.words import LANGUAGES
from bot.words.voice import voice
from flows.taps import _ABOUT_PLANS, _HANDLERS
from tests.bot.telegram.scene import Scene, answer, playing
from tests.telegram.people import Person
from tests.telegram.state import Call, Sent

pytestmark = pytest.mark.asyncio(loop_scope="module")
CODE = re.compile(
    r"(?<=^growas:).+"  # any file of a way
    r"|\b(ts|ec|cs|mk|co)-[sgmSGM]-[\d.]+(?:-[TECMO]\w+)?(?:-v\w+)?(?:-p[\w.]+)?"  # a plan, by team
    r"|(?<=:)(?:@\d+|![\w-]{22})"  # one that was edited, or is shared as such
    r"|(?<=:)[pe]\d+[a-z]*"  # a post
    r"|(?<=:)(?:satisfaction|launch|big_sale|complaints|new_channel)$"  # a task force
    r"|(?<=^role:)\w+|(?<=^kit:)\w+|(?<=^kitfile:)\w+"
    r"|(?<=:)\d+\.\d*"  # the two sizes of a way
)
ADDED = re.compile(r"^(add:\w*:)\w+")  # any role
PAGE = re.compile(r"^((?:edit|place|new|plans)\b.*):\d+$")  # any page of a list
STALE = tuple(str(voice(language).say("bad.stale")) for language in LANGUAGES)
ROOTS = (
    *("/start", "组长做什么", "电销组长和客服组长有什么区别", "我们8-10个人做电销，刚起步"),
    *("12个人做电商，成长期", "30个人做电商，成熟期，都不是", "5000个人做客服，成熟期"),
    *("/plans", "/delete", "/settings", "/start awzzzzzTYtPmk-m-5000"),
    *("/check", "/check 3 agents, 1 QA, I do ads and finance myself", "/size 每小时60通电话"),
)
# Kinds for groups, for versions that somebody gave a name, for the pages of a long answer, and for
# what only a sentence or an order about a plan that is there leads to.
ELSEWHERE = {"together", "restore", "use", "check", "need"}
MOST_TAPS = 2000
Sign = frozenset[str]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    async with playing(tmp_path_factory.mktemp("buttons")) as scene:
        yield scene


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def checked(scene: Scene) -> AsyncIterator[None]:
    yield
    await scene.check()


def kind_of(data: str) -> str:
    """Give what two buttons have in common that do the same."""
    return PAGE.sub(r"\1:", ADDED.sub(r"\1", CODE.sub(lambda found: found[1] or "", data)))


def buttons_of(message: Sent) -> dict[str, str]:
    """Give the data of the buttons below a message, by their kinds."""
    found = (button.get("callback_data") for row in message.buttons for button in row)
    return {kind_of(data): data for data in found if data}


@dataclass(slots=True)
class Walk:
    """One person who taps whatever was not tapped yet, and remembers where each tap led."""

    person: Person
    at: Sent
    tapped: set[str] = field(default_factory=set)
    leads: dict[str, Sign] = field(default_factory=dict)
    taps: int = 0

    async def everywhere(self) -> None:
        """Tap until nothing untapped can be reached from here."""
        while (way := self._to_something_new()) is not None:
            for kind in way:
                if not await self.tap(kind):
                    break  # a button leads elsewhere than last time, such as Back

    def _to_something_new(self) -> list[str] | None:
        """Find the shortest known way to a button that was not tapped."""
        start = frozenset(buttons_of(self.at))
        queue, seen = deque([(start, list[str]())]), {start}
        while queue:
            sign, way = queue.popleft()
            if new := sorted(sign - self.tapped):
                return [*way, new[0]]
            for kind in sorted(sign):
                if (following := self.leads[kind]) not in seen:
                    seen.add(following)
                    queue.append((following, [*way, kind]))
        return None

    async def tap(self, kind: str) -> bool:
        """Tap a button; False if there is none of this kind here after all."""
        data = buttons_of(self.at).get(kind)
        if data is None:
            return False
        world, chat = self.person.world, self.person.chat
        start = len(world.requests)
        self.taps += 1
        assert self.taps < MOST_TAPS
        self.person.taps_data(self.at, data)
        await world.until(lambda: any(_answers(world.requests[start:], chat.id)))
        self.tapped.add(kind)
        last = chat.messages[-1]
        assert not last.text.startswith(STALE), data
        assert not self.at.text.startswith(STALE), data
        if last.buttons:
            self.at = last
        self.leads[kind] = frozenset(buttons_of(self.at))
        return True


def _answers(calls: Iterable[Call], chat: int) -> Iterable[Call]:
    methods = ("sendMessage", "editMessageText", "sendPhoto", "sendMediaGroup", "sendDocument")
    return (c for c in calls if c.method in methods and c.params["chat_id"] == chat)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_button_leads_somewhere(scene: Scene, language: str) -> None:
    person = scene.somebody()
    choice = await answer(person, "/settings")
    walk = Walk(person, choice)
    await walk.tap(f"lang:{language}")
    for root in ROOTS:
        before = -1
        while before < len(walk.tapped):
            before = len(walk.tapped)
            await answer(person, "/cancel")
            walk.at = await answer(person, root)
            await walk.everywhere()
    kinds = _HANDLERS.keys() | _ABOUT_PLANS.keys()
    assert {kind.split(":")[0] for kind in walk.tapped} == kinds - ELSEWHERE
    assert scene.bot.query("SELECT kind, failed FROM outbox WHERE failed IS NOT NULL") == []
