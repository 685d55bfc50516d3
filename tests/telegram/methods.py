"""Which function does what a method asks for; every other known method is only checked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.telegram import editing, sending, settings
from tests.telegram.world import World

Handler = Callable[[World, str, dict[str, Any]], object]

NO_MESSAGES = {"sendMessageDraft", "sendRichMessageDraft", "sendGift"}
HANDLERS: dict[str, Handler] = {
    "getMe": settings.get_me,
    "sendMediaGroup": sending.send_media_group,
    "sendChatAction": settings.chat_action,
    "editMessageText": editing.edit,
    "editMessageCaption": editing.edit,
    "editMessageMedia": editing.edit,
    "editMessageReplyMarkup": editing.edit,
    "deleteMessage": editing.delete,
    "deleteMessages": editing.delete,
    "answerCallbackQuery": settings.answer_callback,
    "answerInlineQuery": settings.answer_inline,
    "answerGuestQuery": settings.answer_guest,
    "setMyCommands": settings.set_commands,
    "getMyCommands": settings.get_commands,
    "deleteMyCommands": settings.delete_commands,
    "setMyName": settings.set_profile,
    "setMyDescription": settings.set_profile,
    "setMyShortDescription": settings.set_profile,
    "getMyName": settings.get_profile,
    "getMyDescription": settings.get_profile,
    "getMyShortDescription": settings.get_profile,
    "setChatMenuButton": settings.set_menu_button,
    "getChatMenuButton": settings.get_menu_button,
    "getChat": settings.get_chat,
    "getChatMember": settings.get_member,
    "getChatAdministrators": settings.get_admins,
    "leaveChat": settings.leave,
    "getFile": settings.get_file,
    "stopPoll": editing.stop_poll,
}


def handler(method: str) -> Handler:
    """Give the function for a known method."""
    if method in HANDLERS:
        return HANDLERS[method]
    is_message = method.startswith("send") and method not in NO_MESSAGES
    return sending.send if is_message else _done


def _done(world: World, method: str, params: dict[str, Any]) -> bool:
    return True
