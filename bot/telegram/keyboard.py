"""Buttons as the Bot API wants them; in a group their data also carries whose they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.screen import MAX_DATA, OWNER_MARK, Button

_CHATS = ("allow_user_chats", "allow_group_chats", "allow_channel_chats")


def keyboard(
    rows: Iterable[Iterable[Button]], owner: str | None, username: str
) -> dict[str, Any] | None:
    """Give an inline keyboard; None if there are no buttons.

    Args:
        rows: The buttons.
        owner: In a group, whose they are; see `bot.address.Address`.
        username: The bot's, for links to it.
    """
    found = [[_key(button, owner, username) for button in row] for row in rows]
    return {"inline_keyboard": found} if found else None


def _key(button: Button, owner: str | None, username: str) -> dict[str, Any]:
    if button.action == "tap" and owner is None:  # most buttons; their data was checked when made
        key = {"text": button.label, "callback_data": button.data}
    else:
        key = {"text": button.label, **_action(button, owner, username)}
    if button.is_primary:
        key["style"] = "primary"
    return key


def _action(button: Button, owner: str | None, username: str) -> dict[str, Any]:
    match button.action:
        case "tap":
            return {"callback_data": owned(button.data, owner)}
        case "copy":
            return {"copy_text": {"text": button.data}}
        case "copy_link":
            return {"copy_text": {"text": link(username, button.data)}}
        case "link":
            return {"url": link(username, button.data)}
        case "choose_chat":
            chats = dict.fromkeys(_CHATS, True)
            return {"switch_inline_query_chosen_chat": {"query": button.data, **chats}}


def link(username: str, payload: str) -> str:
    """Give the address that opens a payload in the private chat with the bot."""
    return f"https://t.me/{username}?start={payload}"


def owned(data: str, owner: str | None) -> str:
    """Add to a button's data whose it is.

    Raises:
        ValueError: If that is longer than Telegram takes.
    """
    whole = f"{data}{OWNER_MARK}{owner}" if owner else data
    if len(whole.encode()) > MAX_DATA:
        msg = f"button data {whole!r} has more than {MAX_DATA} bytes"
        raise ValueError(msg)
    return whole


def read_owned(data: str) -> tuple[str, str | None]:
    """Take a button's data apart: what it means, and whose it is."""
    meaning, _, owner = data.partition(OWNER_MARK)
    return meaning, owner or None
