"""Messages sent through the bot: somebody chose a result of an inline query in some chat."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.telegram.html import Parsed, read_text

Params = dict[str, Any]


@dataclass(slots=True, eq=False)
class InlineMessage:
    """A message that a person sent by choosing a result; the bot knows it by `id` only."""

    id: str
    result: Params = field(repr=False)
    text: str = ""
    entities: tuple[Params, ...] = field(default=(), repr=False)
    reply_markup: Params | None = None
    edits: int = 0

    @classmethod
    def of(cls, id: str, result: Params) -> InlineMessage:
        """Make the message of a result."""
        message = cls(id, result, reply_markup=result.get("reply_markup"))
        message.write(_content(result))
        return message

    @property
    def buttons(self) -> list[list[Params]]:
        """Give the rows of buttons below the message."""
        rows: list[list[Params]] = (self.reply_markup or {}).get("inline_keyboard", [])
        return rows

    def write(self, content: Parsed) -> None:
        """Set the text, or the caption of a picture."""
        self.text, self.entities = content.text, content.entities

    def content(self) -> Params:
        """Give what a message of this kind says, as the Bot API writes it."""
        is_photo = self.result["type"] == "photo"
        names = ("caption", "caption_entities") if is_photo else ("text", "entities")
        found: Params = {names[0]: self.text, names[1]: list(self.entities)}
        if self.reply_markup:
            found["reply_markup"] = self.reply_markup
        return found


def _content(result: Params) -> Parsed:
    """Read the text of a result that has one, else its caption."""
    if content := result.get("input_message_content"):
        return read_text(content["message_text"], content.get("parse_mode"))
    return read_text(result.get("caption", ""), result.get("parse_mode"))
