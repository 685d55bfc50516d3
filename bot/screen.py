"""A screen: one message with its buttons, before it becomes Telegram's or the terminal's."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import TypeAlias

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
    """A message in Telegram's HTML with rows of buttons.

    `asks` is an example of what to type where a typed answer is wanted, else empty. A screen that
    `is_apart` leaves the message alone whose button led to it.
    """

    html: str
    rows: tuple[tuple[Button, ...], ...]
    asks: str = ""
    is_apart: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A file with a line in Telegram's HTML that says what it is."""

    name: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan as a file, made when it is sent, with a line in Telegram's HTML below it.

    `format` is one of `bot.documents.FORMATS`; as a photo it is the chart to be looked at in the
    chat.
    """

    code: str
    language: str
    html: str
    format: str
    theme: str
    is_photo: bool


Letter: TypeAlias = Screen | Document | PlanFile


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


def merged(screens: Iterable[Screen]) -> tuple[Screen, ...]:
    """Join what is only said with the question or card that follows it, as far as it fits."""
    found: list[Screen] = []
    for screen in screens:
        before = found[-1] if found else None
        if before and _is_only_said(before) and not screen.is_apart and _fits(before, screen):
            found[-1] = replace(screen, html=f"{before.html}\n\n{screen.html}")
        else:
            found.append(screen)
    return tuple(found)


def _is_only_said(screen: Screen) -> bool:
    return not (screen.rows or screen.asks or screen.is_apart)


def _fits(one: Screen, other: Screen) -> bool:
    return len(one.html) + len(other.html) + 2 <= MAX_TEXT


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
