"""A running bot with people who talk to it, for all tests of a module.

`answer` and `tapped` wait for what the bot does next in a chat.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from tests.bot.telegram.process import Running, running
from tests.telegram.chats import Chat
from tests.telegram.people import Person
from tests.telegram.server import BotApi
from tests.telegram.state import Sent
from tests.telegram.world import CommandList


@dataclass(slots=True)
class Scene:
    """A bot, its server, and numbers for people and groups that nobody has yet."""

    api: BotApi
    bot: Running
    _numbers: count[int] = field(default_factory=lambda: count(1001))

    def somebody(self, code: str | None = "zh-hans", name: str = "Anna") -> Person:
        """Make a person whose Telegram has a language."""
        return self.api.person(next(self._numbers), name, code)

    def group(self, *members: Person, forum: bool = False, type: str = "supergroup") -> Chat:
        """Make a group with the bot in it."""
        number = -1_000_000_000_000 - next(self._numbers)
        return self.api.group(number, "Team", members, forum=forum, type=type)

    def menu_of(self, person: Person) -> CommandList | None:
        """Give the command menu that the chat of a person has of its own."""
        scope = json.dumps({"chat_id": person.id, "type": "chat"})
        return self.api.commands.get((scope, ""))

    async def check(self) -> None:
        """Wait until every tap and inline query was answered: once, without a bug, by the rules."""
        queries, answers, inline = (
            self.api.open_queries,
            self.api.answers,
            self.api.inline_answers,
        )
        await self.api.until(lambda: queries.keys() <= answers.keys() | inline.keys())
        assert {len(found) for found in answers.values()} <= {1}
        assert self.api.violations == []
        assert self.bot.query("SELECT what FROM errors") == []
        queries.clear()
        answers.clear()
        inline.clear()


@asynccontextmanager
async def playing(folder: Path, **settings: str) -> AsyncIterator[Scene]:
    """Start a server and a bot for the block; see `process.started` for the settings."""
    async with BotApi() as api, running(api, folder, **settings) as bot:
        yield Scene(api, bot)


async def answer(
    person: Person, text: str, chat: Chat | None = None, reply_to: Sent | None = None
) -> Sent:
    """Say something; gives the bot's next message."""
    chat = chat or person.chat
    before = len(chat.messages)
    person.says(text, chat, reply_to)
    return await sent(chat, before)


async def sent(chat: Chat, before: int) -> Sent:
    """Wait until the bot has sent more messages to a chat than before; gives the first of those."""
    await chat.world.until(lambda: len(chat.messages) > before)
    return chat.messages[before]


async def tapped(person: Person, message: Sent, label: str) -> Sent:
    """Tap a button that changes its message; gives that message, changed."""
    before = message.edits
    person.taps(message, label)
    await person.world.until(lambda: message.edits > before)
    return message


async def asked(person: Person, message: Sent, label: str) -> Sent:
    """Tap a button that leaves its message alone; gives the bot's next message."""
    chat = person.world.chats[message.chat_id]
    before = len(chat.messages)
    person.taps(message, label)
    return await sent(chat, before)


async def suggested(scene: Scene, update: int) -> dict[str, Any]:
    """Wait for the answer to an inline query; gives it."""
    query = scene.api.update(update)["inline_query"]["id"]
    await scene.api.until(lambda: query in scene.api.inline_answers)
    return scene.api.inline_answers[query]


async def noted(scene: Scene, update: int) -> dict[str, Any]:
    """Wait for the answer to a tap; gives what it says beside whose it is."""
    query = scene.api.update(update)["callback_query"]["id"]
    await scene.api.until(lambda: query in scene.api.answers)
    (only,) = scene.api.answers[query]
    return {key: value for key, value in only.items() if key != "callback_query_id"}
