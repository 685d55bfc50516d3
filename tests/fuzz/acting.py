"""What all rules of the state machine need: who, where, and how a step is done.

Numbers choose among what there is, so that an example stays readable and can be made smaller.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from bot.core import Core
from tests.fuzz.life import Life
from tests.telegram.chats import Chat
from tests.telegram.inline import InlineMessage
from tests.telegram.people import Person
from tests.telegram.state import Sent
from tests.telegram.updates import Update

CORE = Core.load()
TEAMS = (
    *("我们12个人做电销,刚起步", "ecommerce, 20 people, growth stage", "客服團隊55人，成長期"),
    *("we are 8 people in marketing, just started", "我哋30人做電商，成熟期"),
)
who, which = st.integers(0, 3), st.integers(0, 40)
_T = TypeVar("_T")


class Acting(RuleBasedStateMachine):
    """A life, its people, and how they act."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self.life = Life(CORE, Path(self._folder.name))
        self.api, self.town = self.life.api, self.life.town
        self.last: list[Update] = []

    def teardown(self) -> None:
        """End the life, whatever became of it."""
        self.life.close()
        self._folder.cleanup()

    def chat(self, person: Person, place: int) -> Chat:
        """Give the private chat of a person, or one of their groups."""
        groups = [group for group in self.life.groups if person in group.members]
        return [person.chat, *groups][place % (1 + len(groups))]

    def done(self) -> None:
        """Let the bot answer what was done."""
        self.last = self.life.waiting()
        self.life.settle()

    def say(self, person: Person, text: str, chat: Chat) -> None:
        """Say something, in a group to the bot."""
        if chat.id < 0 and not text.startswith("/"):
            text = f"@{self.api.me.username} {text}"
        thread = 7 if chat.forum and len(text) % 2 else None
        note(f"{person.first_name} in {chat.title}: {text!r}")
        person.says(text, chat, thread=thread)
        self.done()

    def tap(self, person: Person, message: Sent | InlineMessage, data: str) -> None:
        """Tap a button, or forge a tap."""
        note(f"{person.first_name} taps {data} at {message.id}: {message.text[:20]!r}")
        person.taps_data(message, data)
        self.done()

    def tap_as_owner(self, person: Person, chat: Chat, data: str) -> None:
        """Tap a button of one's own below the newest message of a chat."""
        if chat.messages:
            owner = f"~{person.id}" if chat.id < 0 else ""
            self.tap(person, chat.messages[-1], data + owner)

    def plan_of(self, person: Person, chat: Chat) -> str | None:
        """Give the code of the plan that somebody works on in a chat."""
        sql = "SELECT body FROM drafts WHERE chat = ? AND user = ?"
        found = self.town.query(sql, str(chat.id), str(person.id))
        plan: str | None = json.loads(found[0][0])["plan"] if found else None
        return plan

    def kept_by(self, person: Person, chat: Chat) -> list[str]:
        """List the codes of the plans that somebody edited in a chat."""
        sql = "SELECT id FROM plans WHERE chat = ? AND user = ? AND id LIKE '@%' ORDER BY id"
        return [code for (code,) in self.town.query(sql, str(chat.id), str(person.id))]

    def name(self, person: Person, chat: Chat, what: str, post: str) -> None:
        """Give something of one's plan a name that nobody else has."""
        if code := self.plan_of(person, chat):
            about = f":{post}" if what in ("staff", "title") else ""
            self.tap_as_owner(person, chat, f"name:{what}:{code}{about}")
            self.say(person, self.life.name_for(person, chat), chat)


def one_of(found: Sequence[_T], place: int) -> _T | None:
    """Give one of some things, by a number that may be larger than their count; None of none."""
    return found[place % len(found)] if found else None


def buttons(message: Sent | InlineMessage) -> list[str]:
    """List what the buttons below a message send."""
    found = (button.get("callback_data") for row in message.buttons for button in row)
    return [data for data in found if data]
