"""Buttons as the Bot API wants them; in a group their data also carries whose they are."""

from __future__ import annotations

from typing import Any

from bot.screen import MAX_DATA, Button, Screen

_MARK = "~"


def keyboard(screen: Screen, owner: str | None) -> dict[str, Any] | None:
    """Give the inline keyboard of a screen; None if it has no buttons."""
    if not screen.rows:
        return None
    return {"inline_keyboard": [[_key(button, owner) for button in row] for row in screen.rows]}


def _key(button: Button, owner: str | None) -> dict[str, str]:
    key = {"text": button.label, "callback_data": owned(button.data, owner)}
    return {**key, "style": "primary"} if button.is_primary else key


def owned(data: str, owner: str | None) -> str:
    """Add to a button's data whose it is.

    Raises:
        ValueError: If that is longer than Telegram takes.
    """
    whole = f"{data}{_MARK}{owner}" if owner else data
    if len(whole.encode()) > MAX_DATA:
        msg = f"button data {whole!r} has more than {MAX_DATA} bytes"
        raise ValueError(msg)
    return whole


def read_owned(data: str) -> tuple[str, str | None]:
    """Take a button's data apart: what it means, and whose it is."""
    meaning, _, owner = data.partition(_MARK)
    return meaning, owner or None
