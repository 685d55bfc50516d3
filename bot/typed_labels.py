"""Typed labels: whoever types what a button of the latest screen says has tapped it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from bot.message import Message
from bot.screen import Button, load_screen
from bot.store import Transaction
from flows.draft import Draft
from flows.lexicon import Lexicon
from flows.pending import takes_any_text
from flows.replies import Said, Tapped
from flows.workshop.taps import is_workshop

_LONGEST = 64  # characters of a label
_ENDS = re.compile(r"^\W+|\W+$")


def as_tap(lexicon: Lexicon, transaction: Transaction, draft: Draft, message: Message) -> Message:
    """Give the tap that a message stands for; any other message as it is.

    A number is always one of people, and where any text is wanted nothing is a label.
    """
    said = message.incoming
    if not isinstance(said, Said) or not _may_be_label(said.text) or takes_any_text(draft.pending):
        return message
    typed, body = _bare(lexicon, said.text), transaction.latest_buttons(message.chat, message.user)
    if body is None or not typed or typed[0].isdigit():
        return message
    buttons = (button for row in load_screen(body).rows for button in row)
    meant = {b.data for b in buttons if _may_be_typed(b) and _bare(lexicon, b.label) == typed}
    if len(meant) != 1:
        return message
    return replace(message, incoming=Tapped(meant.pop(), said.language))


def _may_be_label(text: str) -> bool:
    return len(text) <= _LONGEST and not text.startswith("/")


def _may_be_typed(button: Button) -> bool:
    """Tell whether a button asks us for something, and not as a member of a group."""
    return button.action == "tap" and not is_workshop(button.data)


@lru_cache(maxsize=4096)  # the same labels stand below most screens
def _bare(lexicon: Lexicon, text: str) -> str:
    """Fold a text and drop what is no letter or digit at its ends."""
    return _ENDS.sub("", lexicon.fold(text))
