"""Limits of the Bot API that its schema does not state, one function a type or method."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from tests.telegram.wire import Upload

Rule = Callable[[dict[str, Any]], Iterator[str]]

MAX_BUTTONS, MAX_ROW = 100, 8
MAX_COMMANDS, MAX_RESULTS, MAX_OFFSET_BYTES, MAX_QUERY = 100, 50, 64, 256
MAX_DOCUMENT_BYTES, MAX_PHOTO_BYTES = 50_000_000, 10_000_000
STYLES = {"danger", "success", "primary"}
DECORATION = {"text", "icon_custom_emoji_id", "style"}
PARSE_MODES = {"html", "markdown", "markdownv2"}
BUTTON_URL = re.compile(r"tg://\S+|(?:https?://)?[^\s/?#:]+\.[^\s/?#:.]+(?::\d+)?(?:[/?#]\S*)?")
BOT_URL = re.compile(r"(?:https://)?t\.me/\w+\?start=[A-Za-z0-9_-]{1,64}")
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"(?:[a-z]{2})?")
TOKEN = re.compile(r"[A-Za-z0-9_-]*")
ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


def _button(value: dict[str, Any]) -> Iterator[str]:
    if not value["text"].strip():
        yield "button text is empty"
    if value.get("style", "primary") not in STYLES:
        yield f"button style {value['style']!r} is none of {sorted(STYLES)}"


def _inline_button(value: dict[str, Any]) -> Iterator[str]:
    yield from _button(value)
    actions = value.keys() - DECORATION
    if len(actions) != 1:
        yield f"button {value['text']!r} needs exactly one action, it has {sorted(actions)}"
    if "url" in value and not BUTTON_URL.fullmatch(value["url"]):
        yield f"inline keyboard button URL {value['url']!r} is invalid"


def _inline_keyboard(value: dict[str, Any]) -> Iterator[str]:
    yield from _rows(value["inline_keyboard"])


def _reply_keyboard(value: dict[str, Any]) -> Iterator[str]:
    yield from _rows(value["keyboard"])


def _rows(rows: list[list[Any]]) -> Iterator[str]:
    if sum(map(len, rows)) > MAX_BUTTONS:
        yield f"{sum(map(len, rows))} buttons, at most {MAX_BUTTONS}"
    if max(map(len, rows), default=0) > MAX_ROW:
        yield f"{max(map(len, rows))} buttons in a row, at most {MAX_ROW}"


def _command(value: dict[str, Any]) -> Iterator[str]:
    if not COMMAND.fullmatch(value["command"]):
        yield f"BOT_COMMAND_INVALID: {value['command']!r}"


def _commands(value: dict[str, Any]) -> Iterator[str]:
    yield from _localised(value)
    if len(value["commands"]) > MAX_COMMANDS:
        yield f"BOT_COMMANDS_TOO_MUCH: {len(value['commands'])}, at most {MAX_COMMANDS}"


def _localised(value: dict[str, Any]) -> Iterator[str]:
    if not LANGUAGE.fullmatch(value.get("language_code", "")):
        yield f"language code {value['language_code']!r} has not two letters"


def _inline_answer(value: dict[str, Any]) -> Iterator[str]:
    ids = [result["id"] for result in value["results"]]
    if len(ids) > MAX_RESULTS:
        yield f"RESULTS_TOO_MUCH: {len(ids)}, at most {MAX_RESULTS}"
    if len(set(ids)) < len(ids):
        yield "RESULT_ID_DUPLICATE"
    if len(value.get("next_offset", "").encode()) > MAX_OFFSET_BYTES:
        yield f"next_offset has more than {MAX_OFFSET_BYTES} bytes"


def _results_button(value: dict[str, Any]) -> Iterator[str]:
    if not TOKEN.fullmatch(value.get("start_parameter", "")):
        yield f"start_parameter {value['start_parameter']!r} has wrong characters"
    if ("start_parameter" in value) == ("web_app" in value):
        yield "button needs either start_parameter or web_app"


def _tap_answer(value: dict[str, Any]) -> Iterator[str]:
    if "url" in value and not BOT_URL.fullmatch(value["url"]):
        yield f"URL_INVALID: {value['url']!r} does not open the bot"


def _chosen_chat(value: dict[str, Any]) -> Iterator[str]:
    if len(value.get("query", "")) > MAX_QUERY:
        yield f"query has {len(value['query'])} characters, at most {MAX_QUERY}"
    if not any(value.get(name) for name in value if name.startswith("allow_")):
        yield "no kind of chat can be chosen"


def _webhook(value: dict[str, Any]) -> Iterator[str]:
    if not TOKEN.fullmatch(value.get("secret_token", "")):
        yield "secret token contains unallowed characters"


def _action(value: dict[str, Any]) -> Iterator[str]:
    if value["action"] not in ACTIONS:
        yield f"wrong parameter action in request: {value['action']!r}"


def _poll(value: dict[str, Any]) -> Iterator[str]:
    texts = [option["text"] for option in value["options"]]
    if len(set(texts)) < len(texts):
        yield "POLL_OPTION_DUPLICATE"
    if not value["question"].strip() or not all(text.strip() for text in texts):
        yield "poll question and options must be non-empty"


def _parse_mode(value: dict[str, Any]) -> Iterator[str]:
    if value.get("parse_mode", "html").lower() not in PARSE_MODES:
        yield f"unsupported parse_mode {value['parse_mode']!r}"


def _edit(value: dict[str, Any]) -> Iterator[str]:
    yield from _parse_mode(value)
    here, inline = {"chat_id", "message_id"} & value.keys(), "inline_message_id" in value
    if inline == bool(here) or len(here) == 1:
        yield "needs either chat_id and message_id or inline_message_id"


def _edit_text(value: dict[str, Any]) -> Iterator[str]:
    yield from _edit(value)
    if ("text" in value) == ("rich_message" in value):
        yield "needs either text or rich_message"


def _file(field: str, limit: int) -> Rule:
    def rule(value: dict[str, Any]) -> Iterator[str]:
        yield from _parse_mode(value)
        file = value[field]
        if isinstance(file, Upload) and len(file.content) > limit:
            yield f"file is too big: {len(file.content)} bytes, at most {limit}"
        if isinstance(file, Upload) and not file.content:
            yield "file must be non-empty"

    return rule


RULES: dict[str, Rule] = {
    "InlineKeyboardButton": _inline_button,
    "KeyboardButton": _button,
    "InlineKeyboardMarkup": _inline_keyboard,
    "ReplyKeyboardMarkup": _reply_keyboard,
    "BotCommand": _command,
    "InlineQueryResultsButton": _results_button,
    "SwitchInlineQueryChosenChat": _chosen_chat,
    "answerCallbackQuery": _tap_answer,
    "InputTextMessageContent": _parse_mode,
    "setMyCommands": _commands,
    "deleteMyCommands": _localised,
    "setMyName": _localised,
    "setMyDescription": _localised,
    "setMyShortDescription": _localised,
    "answerInlineQuery": _inline_answer,
    "setWebhook": _webhook,
    "sendChatAction": _action,
    "sendMessage": _parse_mode,
    "sendPoll": _poll,
    "sendDocument": _file("document", MAX_DOCUMENT_BYTES),
    "sendPhoto": _file("photo", MAX_PHOTO_BYTES),
    "editMessageText": _edit_text,
    "editMessageCaption": _edit,
    "editMessageReplyMarkup": _edit,
}
