"""Fields of an update, refused where they are not what the Bot API says they are.

So nothing of another kind gets to those who rely on it, and the update is noted as unreadable.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from bot.words.voice import Language
from bot.workshop.sitting import Member

Fields: TypeAlias = dict[str, Any]
GROUPS = ("group", "supergroup")
ANONYMOUS_ADMIN = 1087968824  # Telegram's account for admins who write as their group


def text(value: object) -> str:
    """Give a text.

    Raises:
        TypeError: If it is none.
    """
    if not isinstance(value, str):
        raise TypeError("a text is none")
    return value


def whole(value: object) -> int:
    """Give a whole number.

    Raises:
        TypeError: If it is none.
    """
    if type(value) is not int:
        raise TypeError("a whole number is none")
    return value


def language_of(sender: Fields) -> str | None:
    """Give the language of somebody's Telegram; None if it does not tell.

    Raises:
        TypeError: If that is no text.
    """
    found = sender.get("language_code")
    return None if found is None else text(found)


def member_of(sender: Fields) -> Member:
    """Name a member of a group.

    Raises:
        TypeError: If a name is no text.
    """
    first, last = (text(sender.get(name, "")) for name in ("first_name", "last_name"))
    return Member(str(sender["id"]), first, last)


def words_of(message: Fields) -> str:
    """Give what a message says, or what stands below its picture; empty for neither."""
    return str(message.get("text") or message.get("caption") or "")


def moves_of(message: Fields) -> tuple[tuple[str, str, str], ...]:
    """Give the two ways in which a message tells that its group moved: field, old id, new id."""
    here = str(message["chat"]["id"])
    there, before = message.get("migrate_to_chat_id"), message.get("migrate_from_chat_id")
    return (
        ("migrate_to_chat_id", here, str(there)),
        ("migrate_from_chat_id", str(before), here),
    )


def is_person(sender: Fields) -> bool:
    """Tell whether somebody writes who may talk to us: no bot, and no channel."""
    return bool(sender) and (not sender.get("is_bot") or sender["id"] == ANONYMOUS_ADMIN)


def owner_id(sender: Fields) -> str:
    """Name whose conversation it is; that of an admin who writes as the group is anybody's."""
    return "" if sender["id"] == ANONYMOUS_ADMIN else str(sender["id"])


def thread_of(message: Fields) -> int | None:
    """Name the topic of a group that a message stands in; None outside of topics."""
    return message.get("message_thread_id") if message.get("is_topic_message") else None


def menu_of(sender: Fields) -> Language:
    """Give the language of the published menu that this person sees; see `profile`."""
    return "zh-Hans" if (language_of(sender) or "").startswith("zh") else "en"
