"""Posting: the answers to one message as rows of the outbox, each one request to the messenger.

Kinds of rows: `screen`, `document`, `file` (a plan's), `prompt` (asks one person of a group to
type), `menu`, `card` (a shared one), and of the workshop `board` (the list of seats, whose changes
are paced), `poll` and `stop` (ends a poll). A note is no row: it is worth something at once only.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from bot.address import Address
from bot.screen import Document, Letter, Note, Screen, dump_screen
from bot.store import Transaction
from bot.words.voice import Voice


@dataclass(frozen=True, slots=True)
class Post:
    """The answers to one person at one place."""

    transaction: Transaction
    chat: str
    user: str
    address: Address
    voice: Voice

    def letters(self, letters: Iterable[Letter]) -> None:
        """Enqueue answers; the first takes the place of the tapped message."""
        address = self.address
        for letter in letters:
            if isinstance(letter, Note):
                continue
            if not isinstance(letter, Screen):
                kind = "document" if isinstance(letter, Document) else "file"
                body = json.dumps(asdict(letter), ensure_ascii=False)
                self.enqueue(kind, body, address.anew())
                continue
            here = address.anew() if letter.is_apart else address
            self.enqueue("screen", dump_screen(letter), here)
            address = address.anew()
            if letter.asks and address.is_group:
                self._prompt(letter, address)

    def menu(self, language: str) -> None:
        """Enqueue the command menu of the chat in another language."""
        self.enqueue("menu", json.dumps({"language": language}), self.address.anew())

    def _prompt(self, screen: Screen, address: Address) -> None:
        """Ask the owner to type, in a message that opens an answer for nobody else."""
        is_answer = address.reply_to is not None  # then Telegram knows whom it asks
        key = "group.prompt" if is_answer else "group.prompt_to"
        values = {} if is_answer else {"user": self.user}
        body = {"html": self.voice.say(key, **values), "placeholder": screen.asks}
        self.enqueue("prompt", json.dumps(body, ensure_ascii=False), address)

    def enqueue(self, kind: str, body: str, address: Address) -> int:
        """Enqueue a row of any kind; gives its id."""
        return self.transaction.enqueue(self.chat, self.user, kind, body, address.dump())
