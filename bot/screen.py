"""A screen: one message with its buttons, before it becomes Telegram's or the terminal's."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import Any, Literal, NamedTuple, TypeAlias

from bot.words.voice import Language

MAX_DATA = 64  # bytes of a button's data, a limit of the Bot API
OWNER_MARK = "~"  # in a group, stands between a button's data and whose it is
MAX_COPIED = 256  # characters of what a button copies, counted as UTF-16 as Telegram does
MAX_TEXT = 4096  # characters of a message after its entities are parsed


Action: TypeAlias = Literal["tap", "copy", "copy_link", "link", "choose_chat"]


class Button(NamedTuple):
    """A button: what it says, and what a tap on it does with its data.

    `tap` sends it to us, at most 64 bytes; `copy` puts it into the clipboard. For the others it is
    the payload of a link to the bot: `copy_link` copies the link, `link` opens it, `choose_chat`
    lets the reader choose a chat to put the shared card into.
    """

    label: str
    data: str
    is_primary: bool
    action: Action = "tap"


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
    chat. `code` is that of the brief, `edits` what was changed afterwards (`knowledge.edits.dump`).
    Where there are several pictures, `is_first` sends the first alone: the whole at a glance.
    `subject` is empty, or names what else than the plan is wanted; see `bot.wanted`.
    """

    code: str
    language: Language
    html: str
    format: str
    theme: str
    is_photo: bool
    edits: tuple[Any, ...] = ()
    is_first: bool = False
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A few words, at most 200 characters, that only whoever tapped sees, for a moment."""

    text: str


Letter: TypeAlias = Screen | Document | PlanFile | Note


def button(label: str, data: str, *, is_primary: bool = False) -> Button:
    """Make a button; its label is plain text, so escaped values are put back.

    Raises:
        ValueError: If the data is longer than Telegram takes, or has the mark of owners in it.
    """
    if OWNER_MARK in data:
        msg = f"button data {data!r} would be taken for somebody's at the {OWNER_MARK!r}"
        raise ValueError(msg)
    if len(data.encode()) > MAX_DATA:
        msg = f"button data {data!r} has more than {MAX_DATA} bytes"
        raise ValueError(msg)
    return Button(unescape(label), data, is_primary)


def action_button(label: str, action: Action, data: str) -> Button:
    """Make a button that does something else than to send its data.

    Raises:
        ValueError: If the data is longer than Telegram takes.
    """
    if not can_be_copied(data):
        msg = f"a button cannot copy {len(data)} characters, only {MAX_COPIED}"
        raise ValueError(msg)
    return Button(unescape(label), data, is_primary=False, action=action)


def can_be_copied(text: str) -> bool:
    """Tell whether a text is short enough for a button that copies it."""
    return 0 < len(text.encode("utf-16-le")) // 2 <= MAX_COPIED


def rows(buttons: Iterable[Button], width: int) -> tuple[tuple[Button, ...], ...]:
    """Put buttons into rows of at most `width`."""
    found: Sequence[Button] = tuple(buttons)
    return tuple(tuple(found[i : i + width]) for i in range(0, len(found), width))


def turns(data: str, page: int, last: int) -> tuple[tuple[Button, ...], ...]:
    """Make the row of buttons to the page before and after; none where there is but one page.

    Args:
        data: What a tap on them sends, without the page.
        page: The page that is shown, from 1.
        last: The number of pages.
    """
    beside = (("‹", page - 1), ("›", page + 1))
    found = tuple(button(sign, f"{data}:{to}") for sign, to in beside if 1 <= to <= last)
    return (found,) if found else ()


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
    buttons = [[_dumped(button) for button in row] for row in screen.rows]
    return json.dumps({"html": screen.html, "buttons": buttons}, ensure_ascii=False)


def _dumped(button: Button) -> tuple[str | bool, ...]:
    """List what a button is; the action only where there is one to tell, as ever."""
    return button[:-1] if button.action == "tap" else button


def load_plan_file(body: str) -> PlanFile:
    """Read a plan's file from the outbox; one of an earlier version wants the chart."""
    return PlanFile(**{"format": "png", "theme": "light", "is_photo": True, **json.loads(body)})


def load_screen(body: str) -> Screen:
    """Read a screen from the outbox, also one that an earlier version wrote."""
    stored = json.loads(body)
    return Screen(
        stored["html"], tuple(tuple(Button(*b) for b in row) for row in stored["buttons"])
    )
