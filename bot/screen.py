"""A screen: one message with its buttons, before it becomes Telegram's or the terminal's."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape

MAX_DATA = 64  # bytes of a button's data, a limit of the Bot API
MAX_TEXT = 4096  # characters of a message after its entities are parsed


@dataclass(frozen=True, slots=True)
class Button:
    """A button: what it says and the data it sends, at most 64 bytes."""

    label: str
    data: str
    is_primary: bool


@dataclass(frozen=True, slots=True)
class Screen:
    """A message in Telegram's HTML with rows of buttons."""

    html: str
    rows: tuple[tuple[Button, ...], ...]


def button(label: str, data: str, *, is_primary: bool = False) -> Button:
    """Make a button; its label is plain text, so escaped values are put back.

    Raises:
        ValueError: If the data is longer than Telegram takes.
    """
    if len(data.encode()) > MAX_DATA:
        msg = f"button data {data!r} has more than {MAX_DATA} bytes"
        raise ValueError(msg)
    return Button(unescape(label), data, is_primary)


def rows(buttons: Iterable[Button], width: int) -> tuple[tuple[Button, ...], ...]:
    """Put buttons into rows of at most `width`."""
    found: Sequence[Button] = tuple(buttons)
    return tuple(tuple(found[i : i + width]) for i in range(0, len(found), width))


def dump_screen(screen: Screen) -> str:
    """Write a screen as JSON for the outbox."""
    buttons = [[[b.label, b.data, b.is_primary] for b in row] for row in screen.rows]
    return json.dumps({"html": screen.html, "buttons": buttons}, ensure_ascii=False)


def load_screen(body: str) -> Screen:
    """Read a screen from the outbox."""
    stored = json.loads(body)
    return Screen(
        stored["html"], tuple(tuple(Button(*b) for b in row) for row in stored["buttons"])
    )
