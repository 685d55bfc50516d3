"""The fake Bot API server notices every breach of the Bot API's limits."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest
from aiohttp import ClientSession, FormData
from telegram import Bot
from telegram.error import BadRequest

from tests.telegram.people import Person
from tests.telegram.rules import MAX_DOCUMENT_BYTES, MAX_PHOTO_BYTES
from tests.telegram.server import BotApi

Params = dict[str, Any]


async def post(api: BotApi, method: str, **options: Any) -> Params:
    url = f"{api.base_url}{api.token}/{method}"
    async with ClientSession() as session, session.post(url, **options) as answer:
        body: Params = await answer.json()
    return body


def button(**fields: Any) -> Params:
    return {"text": "A", "callback_data": "a"} | fields


def keyboard(*rows: list[Params]) -> Params:
    return {"reply_markup": {"inline_keyboard": list(rows)}}


def message(text: str = "Hi", **fields: Any) -> tuple[str, Params]:
    return "sendMessage", {"chat_id": 1001, "text": text, **fields}


def commands(command: str, description: str, **fields: Any) -> tuple[str, Params]:
    listed = [{"command": command, "description": description}]
    return "setMyCommands", {"commands": listed, **fields}


def inline(*ids: str, **fields: Any) -> tuple[str, Params]:
    content = {"message_text": "Hi"}
    article = {"type": "article", "title": "A", "input_message_content": content}
    results = [article | {"id": result_id} for result_id in ids]
    return "answerInlineQuery", {"inline_query_id": "1", "results": results, **fields}


BREACHES = {
    "unknown parameter": (message(reply_to_message_id=1), "unknown field 'reply_to_message_id'"),
    "missing parameter": (("sendMessage", {"text": "Hi"}), "sendMessage.chat_id is missing"),
    "wrong type": (message(disable_notification="maybe"), "expected Boolean"),
    "number for a text": (message(parse_mode=7), "expected String"),
    "empty text": (message("  "), "message text is empty"),
    "nothing but markup": (message("<b> </b>", parse_mode="HTML"), "message text is empty"),
    "text too long": (message("你" * 4097), "message is too long"),
    "markup that doesn't parse": (message("<b>Hi", parse_mode="HTML"), "can't parse entities"),
    "unknown parse mode": (message(parse_mode="XML"), "unsupported parse_mode"),
    "both ways of markup": (
        message(parse_mode="HTML", entities=[{"type": "bold", "offset": 0, "length": 1}]),
        "both parse_mode and entities",
    ),
    "unknown field inside": (message(**keyboard([button(color="red")])), "unknown field 'color'"),
    "no JSON": (message(reply_markup="{"), "reply_markup is '{'"),
    "callback data too long": (message(**keyboard([button(callback_data="好" * 22)])), "66 bytes"),
    "callback data empty": (message(**keyboard([button(callback_data="")])), "0 bytes"),
    "button without text": (message(**keyboard([button(text=" ")])), "button text is empty"),
    "button without action": (message(**keyboard([{"text": "A"}])), "exactly one action"),
    "button with two actions": (message(**keyboard([button(pay=True)])), "exactly one action"),
    "unknown style": (message(**keyboard([button(style="pink")])), "button style 'pink'"),
    "bad address": (
        message(**keyboard([{"text": "A", "url": "https://localhost/a"}])),
        "URL 'https://localhost/a' is invalid",
    ),
    "too many in a row": (message(**keyboard([button()] * 9)), "9 buttons in a row, at most 8"),
    "too many buttons": (message(**keyboard(*[[button()] * 8] * 13)), "104 buttons, at most 100"),
    "placeholder too long": (
        message(reply_markup={"force_reply": True, "input_field_placeholder": "x" * 65}),
        "65 characters, expected 1 to 64",
    ),
    "reply without a number": (message(reply_parameters={"message_id": "x"}), "expected Integer"),
    "unknown preview option": (message(link_preview_options={"off": True}), "unknown field 'off'"),
    "unknown action": (("sendChatAction", {"chat_id": 1001, "action": "sleep"}), "'sleep'"),
    "toast too long": (
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}),
        "201 characters, expected 0 to 200",
    ),
    "edit of nothing": (("editMessageText", {"text": "Hi"}), "needs either chat_id and message_id"),
    "edit without text": (
        ("editMessageText", {"chat_id": 1001, "message_id": 1}),
        "needs either text or rich_message",
    ),
    "command in capitals": (commands("Start", "x"), "BOT_COMMAND_INVALID"),
    "command too long": (commands("x" * 33, "x"), "33 characters, expected 1 to 32"),
    "command without description": (commands("a", ""), "0 characters, expected 1 to 256"),
    "language with a region": (commands("a", "x", language_code="zh-hans"), "not two letters"),
    "unknown scope": (commands("a", "x", scope={"type": "all"}), "expected BotCommandScopeDefault"),
    "scope without a chat": (commands("a", "x", scope={"type": "chat"}), "chat_id is missing"),
    "description too long": (("setMyDescription", {"description": "x" * 513}), "0 to 512"),
    "poll without options": (
        ("sendPoll", {"chat_id": 1001, "question": "?", "options": []}),
        "0 items, expected 1 to 12",
    ),
    "option too long": (
        ("sendPoll", {"chat_id": 1001, "question": "?", "options": [{"text": "x" * 101}]}),
        "sendPoll.options[0].text: 101 characters",
    ),
    "one file is no group": (
        (
            "sendMediaGroup",
            {"chat_id": 1001, "media": [{"type": "photo", "media": "https://a.b/c"}]},
        ),
        "1 items, expected 2 to 10",
    ),
    "result twice": (inline("1", "1"), "RESULT_ID_DUPLICATE"),
    "too many results": (inline(*map(str, range(51))), "RESULTS_TOO_MUCH"),
    "result id too long": (inline("x" * 65), "65 bytes, expected 1 to 64"),
    "wrong deep link": (
        inline(button={"text": "A", "start_parameter": "a b"}),
        "wrong characters",
    ),
    "secret with a space": (
        ("setWebhook", {"url": "https://a.b", "secret_token": "a b"}),
        "unallowed characters",
    ),
    "file that is not there": (
        ("sendDocument", {"chat_id": 1001, "document": "attach://plan"}),
        "there is no file plan",
    ),
}


@pytest.mark.parametrize("breach", BREACHES)
async def test_a_breach_is_noticed(api: BotApi, anna: Person, breach: str) -> None:
    (method, params), problem = BREACHES[breach]
    answer = await post(api, method, json=params)
    assert answer["description"].startswith("Bad Request: ")
    (violation,) = set(api.violations)
    assert violation.startswith(f"{method}: ")
    assert problem in violation
    assert api.requests[-1].status == 400
    assert anna.chat.messages == []


ALLOWED = {
    "4096 characters and markup": message(f"<b>{'你' * 4096}</b>", parse_mode="HTML"),
    "64 bytes of data": message(**keyboard([button(callback_data="x" * 64)])),
    "a full keyboard": message(**keyboard(*[[button()] * 8] * 12)),
    "a coloured button": message(**keyboard([button(style="primary")])),
    "a button to copy": message(**keyboard([{"text": "A", "copy_text": {"text": "plan"}}])),
    "a link": message(**keyboard([{"text": "A", "url": "https://t.me/orgwright_bot?start=a"}])),
    "a link to a person": message(**keyboard([{"text": "A", "url": "tg://user?id=1"}])),
    "buttons without anything": message(reply_markup={"keyboard": [["A", {"text": "B"}]]}),
    "no keyboard": message(reply_markup={"remove_keyboard": True}),
    "a chat's name": ("sendMessage", {"chat_id": "@anna", "text": "Hi"}),
    "all private chats": commands("a", "x", scope={"type": "all_private_chats"}),
    "a method that does nothing here": ("unpinAllChatMessages", {"chat_id": 1001}),
    "a rich message": (
        "sendRichMessage",
        {"chat_id": 1001, "rich_message": {"html": "<h1>Plan</h1>"}},
    ),
}


@pytest.mark.parametrize("case", ALLOWED)
async def test_what_is_allowed_passes(api: BotApi, anna: Person, case: str) -> None:
    method, params = ALLOWED[case]
    assert (await post(api, method, json=params))["ok"]
    assert api.violations == []


@pytest.mark.parametrize(
    ("method", "kind", "limit"),
    [("sendPhoto", "photo", MAX_PHOTO_BYTES), ("sendDocument", "document", MAX_DOCUMENT_BYTES)],
)
async def test_a_file_may_not_be_too_big(
    api: BotApi, anna: Person, method: str, kind: str, limit: int
) -> None:
    form = FormData({"chat_id": str(anna.id)})
    form.add_field(kind, BytesIO(bytes(limit + 1)), filename="big")
    answer = await post(api, method, data=form)
    assert answer["description"].startswith("Bad Request: file is too big")


async def test_a_caption_may_not_be_too_long(client: Bot, api: BotApi, anna: Person) -> None:
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await client.send_document(anna.id, b"plan", caption="x" * 1025)
    assert len(api.violations) == 1


@pytest.mark.parametrize("kind", ["json", "form", "query"])
async def test_parameters_may_come_in_every_way(api: BotApi, anna: Person, kind: str) -> None:
    markup = keyboard([button()])["reply_markup"]
    params: Params = {"chat_id": anna.id, "text": "12", "reply_markup": markup}
    strings = params | {"chat_id": "1001", "reply_markup": json.dumps(markup)}
    options: Params = {"json": params} if kind == "json" else {"data": strings}
    options = {"params": strings} if kind == "query" else options
    assert (await post(api, "sendMessage", **options))["ok"]
    assert api.requests[-1].params == params


async def test_a_body_that_is_no_json_is_refused(api: BotApi) -> None:
    headers = {"Content-Type": "application/json"}
    assert not (await post(api, "sendMessage", data="[", headers=headers))["ok"]
    assert api.violations == ["sendMessage: Bad Request: can't parse JSON object"]


async def test_checks_can_be_left_out(anna: Person) -> None:
    async with BotApi(validate=False) as api, Bot(api.token, base_url=api.base_url) as bot:
        chat = api.person(1).chat
        await bot.send_message(1, "<b>Hi", parse_mode="HTML")
        assert ([sent.text for sent in chat.messages], api.violations) == (["<b>Hi"], [])
