"""Reading updates as Telegram sends them (Bot API: Update): who says or does what, and where.

In a group only what is meant for the bot is read: its commands, answers to its messages and
messages that mention it; everything else there, channel posts and service messages are silence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, TypeAlias, get_args

from bot.address import Address
from bot.chats import ChatEvent
from bot.service import Message
from bot.telegram.keyboard import read_owned
from bot.words.voice import Language
from flows.meaning import Command
from flows.replies import Incoming, Said, Sent, Tapped

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
ANONYMOUS_ADMIN = 1087968824  # Telegram's account for admins who write as their group
COMMANDS = frozenset(name for name in get_args(Command) if name.isalpha())
_GROUPS = ("group", "supergroup")
_WORDLESS = frozenset(
    {
        *("animation", "audio", "checklist", "contact", "dice", "document", "game", "location"),
        *("paid_media", "photo", "poll", "sticker", "story", "venue", "video", "video_note"),
        "voice",
    }
)
_COMMAND = re.compile(r"/([A-Za-z_]+)(?:@(\w+))?(?:\s|$)")
_AWAY = ("left", "kicked")
Fields: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Heard:
    """A message or a tap to be answered; `query` is the tap's, which Telegram wants confirmed."""

    message: Message
    query: str | None


@dataclass(frozen=True, slots=True)
class Refused:
    """A tap that is not this person's to make."""

    query: str
    language: str | None


@dataclass(frozen=True, slots=True)
class Joined:
    """The bot may write to a chat, which is a group if it `is_group`."""

    event: ChatEvent
    is_group: bool


@dataclass(frozen=True, slots=True)
class Left:
    """The bot may not write to a chat any more."""

    event: ChatEvent


@dataclass(frozen=True, slots=True)
class Migrated:
    """A group has a new id."""

    event: ChatEvent
    new: str


Event: TypeAlias = Heard | Refused | Joined | Left | Migrated


class Reader:
    """Reads updates for one bot."""

    def __init__(self, bot_id: int, username: str) -> None:
        self.source = f"telegram:{bot_id}"
        self._id, self._username = bot_id, username.casefold()
        self._mention = re.compile(rf"@{re.escape(username)}\b", re.IGNORECASE)

    def read(self, update: Fields, now: int) -> Event | None:
        """Read an update that arrived at a Unix time [seconds]; None where silence is the answer.

        Raises:
            LookupError, TypeError, ValueError: If it is nothing that the Bot API describes.
        """
        number = str(update["update_id"])
        if "message" in update:
            return self._message(update["message"], number, now)
        if "edited_message" in update:
            return self._edited(update["edited_message"], number, now)
        if "callback_query" in update:
            return self._tap(update["callback_query"], number, now)
        if "my_chat_member" in update:
            return self._member(update["my_chat_member"], number, now)
        return None

    def _message(self, message: Fields, number: str, now: int) -> Event | None:
        chat = message["chat"]
        for field, old, new in _moves(message):
            if field in message:
                person = str(message.get("from", {}).get("id", ""))
                return Migrated(ChatEvent(self.source, number, old, person, None, now), new)
        sender = message.get("from", {})
        if not _is_person(sender) or chat["type"] not in ("private", *_GROUPS):
            return None
        incoming = self._incoming(message, sender.get("language_code"))
        if incoming is None:
            return None
        if isinstance(incoming, Sent) and "media_group_id" in message:
            number = f"album {message['media_group_id']}"  # one answer for all of its pictures
        return Heard(self._heard(message, sender, incoming, number, now), None)

    def _incoming(self, message: Fields, language: str | None) -> Incoming | None:
        """Read what a message says to the bot; None if it says nothing to it."""
        text = message.get("text", message.get("caption"))
        is_meant = message["chat"]["type"] == "private" or self._is_meant(message, text or "")
        if not is_meant:
            return None
        if text is not None:
            return Said(self._mention.sub("", text).strip() or text, language)
        return Sent("no_text", language) if _WORDLESS & message.keys() else None

    def _is_meant(self, message: Fields, text: str) -> bool:
        """Tell whether a message in a group is for the bot."""
        if command := _COMMAND.match(text):
            name, bot = command[1].replace("_", "").lower(), command[2]
            return bot.casefold() == self._username if bot else name in COMMANDS
        if message.get("reply_to_message", {}).get("from", {}).get("id") == self._id:
            return True
        return bool(self._mention.search(text))

    def _edited(self, message: Fields, number: str, now: int) -> Event | None:
        sender = message.get("from", {})
        if message["chat"]["type"] != "private" or "text" not in message:
            return None
        incoming = Sent("edited", sender.get("language_code"))
        return Heard(self._heard(message, sender, incoming, number, now), None)

    def _heard(
        self, message: Fields, sender: Fields, incoming: Incoming, number: str, now: int
    ) -> Message:
        chat, user = message["chat"], str(sender["id"])
        is_group = chat["type"] in _GROUPS
        address = Address(
            thread=_thread(message),
            reply_to=message["message_id"] if is_group else None,
            owner=_owner(sender) if is_group else None,
        )
        menu = None if is_group else _menu(sender)
        return Message(
            self.source,
            number,
            str(chat["id"]),
            user,
            incoming,
            now,
            address=address,
            menu=menu,
            shows_pictures=True,
        )

    def _tap(self, query: Fields, number: str, now: int) -> Event:
        sender, message = query["from"], query.get("message")
        user, language = str(sender["id"]), sender.get("language_code")
        data, owner = read_owned(query.get("data", ""))
        if message is None or owner not in (None, user):
            return Refused(query["id"], language)
        chat = message["chat"]
        is_group = chat["type"] in _GROUPS
        is_there = message["date"] != 0  # a message too old to be touched has no date
        address = Address(
            edits=message["message_id"] if is_there else None,
            thread=_thread(message),
            owner=_owner(sender) if is_group else None,
        )
        heard = Message(
            self.source,
            number,
            str(chat["id"]),
            user,
            Tapped(data, language),
            now,
            address=address,
            menu=None if is_group else _menu(sender),
            shows_pictures=True,
        )
        return Heard(heard, query["id"])

    def _member(self, change: Fields, number: str, now: int) -> Event | None:
        chat, sender = change["chat"], change["from"]
        language = sender.get("language_code")
        event = ChatEvent(self.source, number, str(chat["id"]), str(sender["id"]), language, now)
        was, is_ = change["old_chat_member"]["status"], change["new_chat_member"]["status"]
        if is_ in _AWAY:
            return Left(event)
        return Joined(event, chat["type"] in _GROUPS) if was in _AWAY else None


def _moves(message: Fields) -> tuple[tuple[str, str, str], ...]:
    """Give the two ways in which a message tells that its group moved: field, old id, new id."""
    here = str(message["chat"]["id"])
    there, before = message.get("migrate_to_chat_id"), message.get("migrate_from_chat_id")
    return (
        ("migrate_to_chat_id", here, str(there)),
        ("migrate_from_chat_id", str(before), here),
    )


def _is_person(sender: Fields) -> bool:
    return bool(sender) and (not sender.get("is_bot") or sender["id"] == ANONYMOUS_ADMIN)


def _owner(sender: Fields) -> str:
    """Name whose conversation it is; that of an admin who writes as the group is anybody's."""
    return "" if sender["id"] == ANONYMOUS_ADMIN else str(sender["id"])


def _thread(message: Fields) -> int | None:
    return message.get("message_thread_id") if message.get("is_topic_message") else None


def _menu(sender: Fields) -> Language:
    """Give the language of the published menu that this person sees; see `profile`."""
    return "zh-Hans" if (sender.get("language_code") or "").startswith("zh") else "en"
