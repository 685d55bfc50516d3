"""A group around a plan, for tests of the workshop."""

from __future__ import annotations

from dataclasses import dataclass

from tests.bot.telegram.scene import Scene, answer, asked, noted
from tests.telegram.chats import Chat
from tests.telegram.people import Person
from tests.telegram.state import Sent

SAID = "/plan 我们12个人做电销，刚起步"
SEATS, VOTE, BEGIN, CLOSE = "谁来做", "投票", "开始投票", "结束投票"
TAKE_HEAD, LEAVE_HEAD = "我来 · 电销组长", "算了 · 电销组长"
NOT_YOURS = "These buttons belong to somebody else's plan. Send /plan to start your own."


@dataclass(frozen=True, slots=True)
class Group:
    """Anna, whose plan it is, and Bob, whose Telegram is English, in a group."""

    scene: Scene
    anna: Person
    bob: Person
    chat: Chat
    card: Sent

    async def board(self) -> Sent:
        """Open the list of seats."""
        return await asked(self.anna, self.card, SEATS)

    async def told(self, person: Person, message: Sent, label: str) -> str:
        """Tap a button; gives what the person alone is told."""
        return str((await noted(self.scene, person.taps(message, label))).get("text", ""))

    async def poll(self, *labels: str) -> Sent:
        """Begin a vote between the plan and what is chosen by label, else the first offered."""
        message = self.card
        await self._tapped(message, VOTE)
        for label in labels or (message.buttons[0][0]["text"],):
            await self._tapped(message, label)
        self.anna.taps(message, BEGIN)
        await self.scene.api.until(lambda: self.chat.messages[-1].method == "sendPoll")
        await self.scene.api.settled()  # the bot has noted which poll it is
        return self.chat.messages[-1]

    async def _tapped(self, message: Sent, label: str) -> None:
        before = message.edits
        self.anna.taps(message, label)
        await self.scene.api.until(lambda: message.edits > before)

    async def vote(self, poll: Sent, *choices: tuple[Person, int]) -> None:
        """Let people vote by the number of the option, and wait until the bot knows."""
        for person, place in choices:
            update = person.votes(poll, poll.media["poll"]["options"][place]["text"])
        await self.scene.api.until(lambda: update in self.scene.api.confirmed)


async def gathered(scene: Scene, said: str = SAID, type: str = "supergroup") -> Group:
    """Let Anna plan in a group where Bob is, too."""
    anna, bob = scene.somebody(), scene.somebody("en", "Bob")
    chat = scene.group(anna, bob, type=type)
    return Group(scene, anna, bob, chat, await answer(anna, said, chat))
