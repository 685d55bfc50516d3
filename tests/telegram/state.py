"""What the server remembers: requests, and what the bot has sent to a chat."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from tests.telegram.html import Parsed


@dataclass(frozen=True, slots=True)
class Call:
    """A request the bot has made.

    `status` is the HTTP status of the answer, 0 if a fault kept the request from being processed
    without any answer; `fault` says which fault hit it; `at` is monotonic [seconds].
    """

    method: str
    params: dict[str, Any]
    status: int
    at: float
    fault: str | None = None


@dataclass(slots=True, eq=False)
class Sent:
    """A message of the bot as it is now; `history` has each text it ever had."""

    id: int
    chat_id: int
    method: str
    params: dict[str, Any] = field(repr=False)
    text: str = ""
    html: str = field(default="", repr=False)
    caption: str = ""
    entities: tuple[dict[str, Any], ...] = field(default=(), repr=False)
    reply_markup: dict[str, Any] | None = None
    reply_to: int | None = None
    thread: int | None = None
    document: bytes | None = field(default=None, repr=False)
    filename: str | None = None
    edits: int = 0
    history: list[str] = field(default_factory=list)
    deleted: bool = False
    media: dict[str, Any] = field(default_factory=dict, repr=False)
    head: dict[str, Any] = field(default_factory=dict, repr=False)
    date: int = field(default_factory=lambda: int(time.time()), repr=False)
    edit_date: int | None = field(default=None, repr=False)
    voters: dict[int, int] = field(default_factory=dict, repr=False)  # of a poll: person, option

    @property
    def buttons(self) -> list[list[dict[str, Any]]]:
        """Give the rows of buttons below the message, inline or in place of the keyboard."""
        markup = self.reply_markup or {}
        rows: list[list[Any]] = markup.get("inline_keyboard") or markup.get("keyboard") or []
        return [[{"text": b} if isinstance(b, str) else b for b in row] for row in rows]

    @property
    def is_editable(self) -> bool:
        """Say whether Telegram lets the bot edit it: not with a keyboard that isn't inline."""
        inline = not self.reply_markup or "inline_keyboard" in self.reply_markup
        return inline and "poll" not in self.media

    def write(self, content: Parsed, source: str, *, caption: bool) -> None:
        """Set the text or the caption."""
        self.text, self.caption = ("", content.text) if caption else (content.text, "")
        self.html, self.entities = source, content.entities
        self.history.append(content.text)

    def json(self) -> dict[str, Any]:
        """Give the message as the Bot API writes it."""
        message = {"message_id": self.id, "date": self.date, **self.head, **self.media}
        if "poll" not in self.media:
            message |= self._content()
        if "inline_keyboard" in (self.reply_markup or {}):
            message["reply_markup"] = self.reply_markup
        if self.edit_date:
            message["edit_date"] = self.edit_date
        return message

    def _content(self) -> dict[str, Any]:
        if not (self.text or self.caption):
            return {}
        names = ("text", "entities") if self.text else ("caption", "caption_entities")
        content: dict[str, Any] = {names[0]: self.text or self.caption}
        return {**content, names[1]: list(self.entities)} if self.entities else content
