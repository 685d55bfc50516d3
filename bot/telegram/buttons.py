"""The buttons below a message, as Telegram tells of them with a tap or an answer."""

from __future__ import annotations

from bot.telegram.fields import GROUPS, Fields
from bot.telegram.keyboard import read_owned


def sent_by(message: Fields) -> tuple[str, ...]:
    """List what the buttons below a message send."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", ())
    keys = (button for row in rows for button in row)
    return tuple(button["callback_data"] for button in keys if "callback_data" in button)


def owner_of(message: Fields) -> str | None:
    """Say whose plan one of our messages in a group shows; None if nobody's."""
    return next(filter(None, (read_owned(data)[1] for data in sent_by(message))), None)


def is_forged(query: Fields, user: str) -> bool:
    """Tell whether a tap in a group sends what no button below its message does.

    Telegram sends the message as it is. A tap that came too late for its button is all right where
    the other buttons, or what the message answers, are this person's own. A message that is out of
    reach shows nothing of that, but is not changed either.
    """
    message = query["message"]
    if message["chat"]["type"] not in GROUPS or not message["date"]:
        return False
    sent = sent_by(message)
    answered = message.get("reply_to_message", {}).get("from", {}).get("id", "")
    is_own = str(answered) == user or any(read_owned(data)[1] == user for data in sent)
    return query.get("data") not in sent and not is_own
