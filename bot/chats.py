"""What happens to a chat as a whole: it adds the bot, stops it, moves to another id.

Each is one transaction that claims its update, as a message is.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.address import HERE
from bot.posting import Post
from bot.screen import Screen
from bot.store import Store
from bot.words.voice import first_language, voice


@dataclass(frozen=True, slots=True)
class ChatEvent:
    """Something that happened to a chat; `user` did it, `language` is the messenger's for them."""

    source: str
    update_id: str
    chat: str
    user: str
    language: str | None
    at: int


class Chats:
    """Notes what happens to chats; `default_language` is the host's choice, None without one."""

    def __init__(self, store: Store, default_language: str | None) -> None:
        self.store, self.default_language = store, default_language

    def resume(self, event: ChatEvent, *, greets: bool) -> None:
        """Note that a chat takes messages; a group that adds the bot is told what it can do."""
        with self.store.message(event.source, event.update_id, event.at) as transaction:
            if transaction is None:
                return
            transaction.resume_chat(event.chat)
            if greets:
                speak = voice(first_language((self.default_language, event.language)))
                hello = Screen(speak.say("group.welcome"), ())
                Post(transaction, event.chat, event.user, HERE, speak).letters([hello])

    def stop(self, event: ChatEvent) -> None:
        """Note that a chat takes no messages any more."""
        with self.store.message(event.source, event.update_id, event.at) as transaction:
            if transaction is not None:
                transaction.stop_chat(event.chat)

    def move(self, event: ChatEvent, new: str) -> None:
        """Give everything of a chat to its new id."""
        with self.store.message(event.source, event.update_id, event.at) as transaction:
            if transaction is not None:
                transaction.move_chat(event.chat, new)
