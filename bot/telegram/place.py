"""Where a message goes within its chat, as parameters of the Bot API."""

from __future__ import annotations

from typing import Any

from bot.address import Address


def place_of(address: Address) -> dict[str, Any]:
    """Give the parameters that put a message into its topic and let it answer another."""
    found: dict[str, Any] = {"message_thread_id": address.thread}
    if address.reply_to is not None:
        reply = {"message_id": address.reply_to, "allow_sending_without_reply": True}
        found["reply_parameters"] = reply
    return found
