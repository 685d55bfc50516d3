"""Reading updates as Telegram sends them (Bot API: Update): who says or does what, and where.

In a group only what is meant for the bot is read: its commands, answers to its messages and
messages that mention it; everything else there, channel posts and service messages are silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple, get_args

from bot.address import Address
from bot.chats import ChatEvent
from bot.imports.listed import is_list
from bot.message import Message
from bot.telegram.buttons import is_forged, owner_of, sent_by
from bot.telegram.events import (
    Asked,
    Called,
    Chosen,
    Event,
    Filed,
    Heard,
    Joined,
    Left,
    Looked,
    Migrated,
    Refused,
    Voted,
)
from bot.telegram.fields import (
    GROUPS,
    Fields,
    is_person,
    language_of,
    member_of,
    menu_of,
    moves_of,
    owner_id,
    text,
    thread_of,
    whole,
    words_of,
)
from bot.telegram.keyboard import read_owned
from bot.visitors import Visit
from bot.workshop.counting import Vote
from flows.meaning import Command
from flows.replies import Incoming, Said, Sent, Tapped
from flows.workshop.taps import is_claim

ALLOWED = (
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "chosen_inline_result",
    "guest_message",
    "my_chat_member",
    "poll_answer",
)
COMMANDS = frozenset(name for name in get_args(Command) if name.isalpha())
_WORDLESS = frozenset(
    {
        *("animation", "audio", "checklist", "contact", "dice", "document", "game", "location"),
        *("paid_media", "photo", "poll", "sticker", "story", "venue", "video", "video_note"),
        "voice",
    }
)
_COMMAND = re.compile(r"/([A-Za-z_]+)(?:@(\w+))?(?:\s|$)")
_AWAY = ("left", "kicked")


class _Arrival(NamedTuple):
    """The id of an update, and when it came [Unix time, s]."""

    id: str
    at: int


class Reader:
    """Reads updates for one bot."""

    def __init__(self, bot_id: int, username: str) -> None:
        self.source = f"telegram:{bot_id}"
        self._id, self._username = bot_id, username.casefold()
        self._mention = re.compile(rf"@{re.escape(username)}\b", re.IGNORECASE)
        self._kinds: Mapping[str, Callable[[Fields, _Arrival], Event | None]] = {
            "message": self._message,
            "edited_message": self._edited,
            "callback_query": self._tap,
            "inline_query": self._asked,
            "chosen_inline_result": self._chosen,
            "guest_message": self._called,
            "my_chat_member": self._member,
            "poll_answer": self._voted,
        }

    def read(self, update: Fields, now: int) -> Event | None:
        """Read an update that arrived at a Unix time [seconds]; None where silence is the answer.

        Raises:
            LookupError, TypeError, ValueError: If it is nothing that the Bot API describes.
        """
        arrival = _Arrival(str(update["update_id"]), now)
        kind = next((kind for kind in self._kinds if kind in update), None)
        return self._kinds[kind](update[kind], arrival) if kind else None

    def _asked(self, query: Fields, arrival: _Arrival) -> Event:
        return Asked(self._visit(query["from"], arrival), query["id"], text(query["query"]))

    def _message(self, message: Fields, arrival: _Arrival) -> Event | None:
        chat = message["chat"]
        for field, old, new in moves_of(message):
            if field in message:
                person = str(message.get("from", {}).get("id", ""))
                return Migrated(
                    ChatEvent(self.source, arrival.id, old, person, None, arrival.at), new
                )
        sender = message.get("from", {})
        if not is_person(sender) or chat["type"] not in ("private", *GROUPS):
            return None
        if message.get("via_bot", {}).get("id") == self._id:
            return None  # a shared card, which somebody chose from our own results
        incoming = self._incoming(message, language_of(sender))
        if incoming is None:
            return None
        if is_list(message.get("document", {}).get("file_name", "")):
            return self._filed(message, sender, incoming, arrival)
        if isinstance(incoming, Sent) and "media_group_id" in message:
            # one answer for all of its pictures
            arrival = arrival._replace(id=f"album {message['media_group_id']}")
        owner = owner_of(message.get("reply_to_message", {}))
        as_owner = None
        if owner not in (None, str(sender["id"])):
            as_owner = self._heard(message, {"id": owner}, incoming, arrival)
        return Heard(self._heard(message, sender, incoming, arrival), None, as_owner)

    def _incoming(self, message: Fields, language: str | None) -> Incoming | None:
        """Read what a message says to the bot; None if it says nothing to it."""
        said = message.get("text", message.get("caption"))
        said = None if said is None else text(said)
        is_meant = message["chat"]["type"] == "private" or self._is_meant(message, said or "")
        if not is_meant:
            return None
        if said is not None:
            return Said(self._mention.sub("", said).strip() or said, language)
        return Sent("no_text", language) if _WORDLESS & message.keys() else None

    def _filed(
        self, message: Fields, sender: Fields, incoming: Incoming, arrival: _Arrival
    ) -> Event:
        """Read a file with people; what is written below it is not needed."""
        heard, file = self._heard(message, sender, incoming, arrival), message["document"]
        size = whole(file.get("file_size", 0))
        return Filed(heard, text(file["file_id"]), text(file["file_name"]), size)

    def _is_meant(self, message: Fields, text: str) -> bool:
        """Tell whether a message in a group is for the bot."""
        if command := _COMMAND.match(text):
            name, bot = command[1].replace("_", "").lower(), command[2]
            return bot.casefold() == self._username if bot else name in COMMANDS
        if message.get("reply_to_message", {}).get("from", {}).get("id") == self._id:
            return True
        return bool(self._mention.search(text))

    def _edited(self, message: Fields, arrival: _Arrival) -> Event | None:
        sender = message.get("from", {})
        if message["chat"]["type"] != "private" or "text" not in message:
            return None
        incoming = Sent("edited", language_of(sender))
        return Heard(self._heard(message, sender, incoming, arrival), None)

    def _heard(
        self, message: Fields, sender: Fields, incoming: Incoming, arrival: _Arrival
    ) -> Message:
        chat, user = message["chat"], str(sender["id"])
        is_group = chat["type"] in GROUPS
        address = Address(
            thread=thread_of(message),
            reply_to=message["message_id"] if is_group else None,
            owner=owner_id(sender) if is_group else None,
        )
        menu = None if is_group else menu_of(sender)
        return Message(
            self.source,
            arrival.id,
            str(chat["id"]),
            user,
            incoming,
            arrival.at,
            address=address,
            menu=menu,
            shows_pictures=True,
        )

    def _tap(self, query: Fields, arrival: _Arrival) -> Event:
        sender, message = query["from"], query.get("message")
        user, language = str(sender["id"]), language_of(sender)
        if message is None and "inline_message_id" in query:
            visit = self._visit(sender, arrival, query["inline_message_id"])
            return Looked(visit, query["id"], text(query.get("data", "")))
        data, owner = read_owned(text(query.get("data", "")))
        is_late = is_claim(data) and owner is not None
        if message is None or (is_forged(query, user) and not is_late):
            return Refused(query["id"], language)
        incoming = Tapped(data, language)
        if owner not in (None, user):
            is_below = is_late or query["data"] in sent_by(message)
            if message["chat"]["type"] not in GROUPS or not is_below:
                return Refused(query["id"], language)
            as_owner = self._tapped(message, {"id": owner}, sender, incoming, arrival)
            return Refused(query["id"], language, as_owner, user)
        return Heard(self._tapped(message, sender, sender, incoming, arrival), query["id"])

    def _tapped(
        self,
        message: Fields,
        owner: Fields,
        sender: Fields,
        incoming: Incoming,
        arrival: _Arrival,
    ) -> Message:
        chat = message["chat"]
        is_group = chat["type"] in GROUPS
        is_there = message["date"] != 0  # a message too old to be touched has no date
        address = Address(
            edits=message["message_id"] if is_there else None,
            thread=thread_of(message),
            owner=owner_id(owner) if is_group else None,
        )
        return Message(
            self.source,
            arrival.id,
            str(chat["id"]),
            str(owner["id"]),
            incoming,
            arrival.at,
            address=address,
            menu=None if is_group else menu_of(owner),
            shows_pictures=True,
            member=member_of(sender) if is_group else None,
        )

    def _called(self, message: Fields, arrival: _Arrival) -> Event | None:
        """Read a mention from a chat where we are not; alone it points at what it answers."""
        sender, query = message.get("from", {}), message.get("guest_query_id")
        if not is_person(sender) or not query:
            return None
        said = self._mention.sub("", words_of(message)).strip()
        words = said or words_of(message.get("reply_to_message", {}))
        return Called(self._visit(sender, arrival), text(query), words)

    def _chosen(self, chosen: Fields, arrival: _Arrival) -> Event | None:
        """Read which of our cards somebody sent; without buttons Telegram does not say where."""
        if "inline_message_id" not in chosen:
            return None
        visit = self._visit(chosen["from"], arrival, chosen["inline_message_id"])
        return Chosen(visit, text(chosen["result_id"]))

    def _visit(self, sender: Fields, arrival: _Arrival, card: str | None = None) -> Visit:
        return Visit(
            self.source, arrival.id, str(sender["id"]), language_of(sender), arrival.at, card
        )

    def _voted(self, answer: Fields, arrival: _Arrival) -> Event:
        voter = answer.get("voter_chat") or answer["user"]
        choice = next(map(whole, answer["option_ids"]), None)
        member = str(voter["id"])
        return Voted(
            Vote(self.source, arrival.id, str(answer["poll_id"]), member, choice, arrival.at)
        )

    def _member(self, change: Fields, arrival: _Arrival) -> Event | None:
        chat, sender = change["chat"], change["from"]
        language, user = language_of(sender), str(sender["id"])
        event = ChatEvent(self.source, arrival.id, str(chat["id"]), user, language, arrival.at)
        was, is_ = change["old_chat_member"]["status"], change["new_chat_member"]["status"]
        if is_ in _AWAY:
            return Left(event)
        return Joined(event, chat["type"] in GROUPS) if was in _AWAY else None
