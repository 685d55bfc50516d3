"""Events: what an update is to the bot, once it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from bot.chats import ChatEvent
from bot.message import Message
from bot.visitors import Visit
from bot.workshop.counting import Vote


@dataclass(frozen=True, slots=True)
class Heard:
    """A message or a tap to be answered; `query` is the tap's, which Telegram wants confirmed.

    `as_owner` is an answer to somebody else's plan in a group, as its owner's own words.
    """

    message: Message
    query: str | None
    as_owner: Message | None = None


@dataclass(frozen=True, slots=True)
class Filed:
    """A file that may hold a list of people: the message, its id at Telegram, its size [bytes]."""

    message: Message
    file: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A tap that is not this person's to make.

    `as_owner` is the same tap as its owner's, `asker` who made it: owners may let a group help.
    """

    query: str
    language: str | None
    as_owner: Message | None = None
    asker: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """A tap below a shared card, which may be in a chat that the bot knows nothing of."""

    visit: Visit
    query: str
    data: str


@dataclass(frozen=True, slots=True)
class Asked:
    """An inline query: what somebody types behind the bot's name, in whatever chat."""

    visit: Visit
    query: str
    text: str


@dataclass(frozen=True, slots=True)
class Called:
    """A mention in a chat where the bot is not a member, which it may answer once."""

    visit: Visit
    query: str
    text: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """A card that somebody chose from our results and sent; `result` is its id there."""

    visit: Visit
    result: str


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


@dataclass(frozen=True, slots=True)
class Voted:
    """Somebody has voted in one of our polls, or taken the vote back."""

    vote: Vote


Event: TypeAlias = (
    Heard | Filed | Refused | Looked | Asked | Called | Chosen | Joined | Left | Migrated | Voted
)
