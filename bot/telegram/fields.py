"""Fields of an update, refused where they are not what the Bot API says they are.

So nothing of another kind gets to those who rely on it, and the update is noted as unreadable.
"""

from __future__ import annotations

from typing import Any, TypeAlias

Fields: TypeAlias = dict[str, Any]


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
