"""The methods that change or delete what the bot has sent."""

from __future__ import annotations

import time
from typing import Any

from tests.telegram.schema import load
from tests.telegram.sending import find_chat, marked_up, writable_chat
from tests.telegram.state import Sent
from tests.telegram.wire import bad_request
from tests.telegram.world import World

Params = dict[str, Any]
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)


def edit(world: World, method: str, params: Params) -> Params | bool:
    """Change a message's text, caption or buttons."""
    if "inline_message_id" in params or "chat_id" not in params:
        return _edit_inline(world, method, params)
    message = _editable(world, params)
    if method == "editMessageText" and "text" in params:
        if not message.text:
            raise bad_request("there is no text in the message to edit")
        _rewrite(world, message, params, "text")
    elif method == "editMessageCaption":
        _rewrite(world, message, params, "caption")
    elif method == "editMessageReplyMarkup":
        _change_buttons(message, params)
    _note(message, params)
    return message.json()


def delete(world: World, method: str, params: Params) -> bool:
    """Delete one message or several; of several, missing ones don't matter."""
    chat = find_chat(world, params["chat_id"])
    message_ids = params.get("message_ids") or [params["message_id"]]
    deleted = [chat.delete(message_id) for message_id in message_ids]
    if method == "deleteMessage" and not deleted[0]:
        raise bad_request("message to delete not found")
    return True


def _edit_inline(world: World, method: str, params: Params) -> bool:
    """Change a message that was sent through the bot; Telegram gives only True back."""
    message = world.inline_messages.get(params.get("inline_message_id", ""))
    if message is None:
        raise bad_request("MESSAGE_ID_INVALID")
    name = {"editMessageText": "text", "editMessageCaption": "caption"}.get(method, "")
    if name in params:
        message.write(marked_up(params, name, validated=world.validate))
    message.reply_markup = params.get("reply_markup")
    message.edits += 1
    return True


def stop_poll(world: World, method: str, params: Params) -> Params:
    """End a poll; its buttons are gone unless others are given."""
    message = writable_chat(world, params["chat_id"]).known.get(params["message_id"])
    if not isinstance(message, Sent) or "poll" not in message.media:
        raise bad_request("message with poll to stop not found")
    poll: Params = message.media["poll"]
    if poll["is_closed"]:
        raise bad_request("poll has already been closed")
    poll["is_closed"] = True
    message.reply_markup = params.get("reply_markup")
    assert load().problems("Poll", poll) == []
    return poll


def _editable(world: World, params: Params) -> Sent:
    chat = writable_chat(world, params["chat_id"])
    message = chat.known.get(params["message_id"])
    if message is None:
        raise bad_request("message to edit not found")
    if not isinstance(message, Sent) or not message.is_editable:
        raise bad_request("message can't be edited")
    return message


def _rewrite(world: World, message: Sent, params: Params, name: str) -> None:
    content = marked_up(params, name, validated=world.validate)
    same = content.text == (message.text or message.caption)
    if same and content.entities == message.entities and not _new_buttons(message, params):
        raise bad_request(NOT_MODIFIED)
    message.write(content, params.get(name, ""), caption=name == "caption")


def _change_buttons(message: Sent, params: Params) -> None:
    if not _new_buttons(message, params):
        raise bad_request(NOT_MODIFIED)


def _new_buttons(message: Sent, params: Params) -> bool:
    return _shown(params.get("reply_markup")) != _shown(message.reply_markup)


def _shown(markup: Params | None) -> object:
    """Give the rows of buttons; no markup shows the same as one without buttons."""
    return [row for row in (markup or {}).get("inline_keyboard", []) if row]


def _note(message: Sent, params: Params) -> None:
    """Keep what the edit says; without `reply_markup` the buttons are gone."""
    message.reply_markup = params.get("reply_markup")
    message.params = params
    message.edits += 1
    message.edit_date = int(time.time())
