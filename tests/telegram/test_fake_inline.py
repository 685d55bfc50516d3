"""The fake Bot API server knows inline messages: chosen results, taps, edits, links."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import (
    Bot,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultCachedPhoto,
    InputTextMessageContent,
    SwitchInlineQueryChosenChat,
)
from telegram.error import BadRequest

from tests.telegram.inline import InlineMessage
from tests.telegram.people import Person
from tests.telegram.server import BotApi

BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton("Why", callback_data="s:why:x")]])
KINDS = ["message", "inline_query", "chosen_inline_result", "callback_query"]


def article(**fields: Any) -> InlineQueryResultArticle:
    text = InputTextMessageContent("<b>Card</b>", parse_mode="HTML")
    return InlineQueryResultArticle("a", "Card", text, reply_markup=BUTTONS, **fields)


async def card(client: Bot, person: Person) -> InlineMessage:
    update_id = person.asks_inline("card")
    (update,) = await client.get_updates(allowed_updates=KINDS)
    assert update.inline_query
    await update.inline_query.answer([article()])
    await client.get_updates(offset=update_id + 1)
    return person.chooses(update_id, "Card")


async def test_a_chosen_result_becomes_a_message(client: Bot, anna: Person) -> None:
    message = await card(client, anna)
    assert (message.text, message.buttons[0][0]["text"]) == ("Card", "Why")
    (update,) = await client.get_updates()
    assert update.chosen_inline_result
    chosen = update.chosen_inline_result
    assert (chosen.result_id, chosen.query) == ("a", "card")
    assert chosen.inline_message_id == message.id


async def test_a_result_that_is_not_there_cannot_be_chosen(client: Bot, anna: Person) -> None:
    await card(client, anna)
    with pytest.raises(AssertionError, match="no result 'B', only"):
        anna.chooses(1, "B")


async def test_a_group_of_the_bot_gets_the_message_too(
    client: Bot, api: BotApi, anna: Person
) -> None:
    await card(client, anna)
    (chosen,) = await client.get_updates()
    anna.chooses(1, "a", api.group(-100500, members=[anna]))
    *_, update = await client.get_updates(offset=chosen.update_id + 1)
    assert update.message
    assert update.message.via_bot == client.bot
    assert (update.message.text, update.message.reply_markup) == ("Card", BUTTONS)


async def test_a_tap_below_an_inline_message_comes_without_message(
    client: Bot, api: BotApi, anna: Person, bob: Person
) -> None:
    message = await card(client, anna)
    bob.taps(message, "Why")
    *_, update = await client.get_updates()
    query = update.callback_query
    assert query
    assert (query.message, query.inline_message_id) == (None, message.id)
    assert (query.data, query.from_user.id) == ("s:why:x", bob.id)
    await query.answer(url="https://t.me/orgwright_bot?start=abc")
    assert api.violations == []


async def test_a_tap_cannot_lead_away_from_the_bot(client: Bot, api: BotApi, anna: Person) -> None:
    anna.taps(await card(client, anna), "Why")
    *_, update = await client.get_updates()
    assert update.callback_query
    with pytest.raises(BadRequest, match=r"(?i)URL_INVALID"):
        await update.callback_query.answer(url="https://example.org/?start=abc")
    assert len(api.violations) == 1


async def test_an_inline_message_is_edited_by_its_id(client: Bot, anna: Person) -> None:
    message = await card(client, anna)
    assert await client.edit_message_text("<i>New</i>", None, None, message.id, "HTML") is True
    assert (message.text, message.buttons, message.edits) == ("New", [], 1)
    with pytest.raises(BadRequest, match=r"(?i)message_id_invalid"):
        await client.edit_message_text("New", inline_message_id="none")


async def test_an_inline_query_is_answered_once(client: Bot, api: BotApi, anna: Person) -> None:
    anna.asks_inline("qa")
    (update,) = await client.get_updates()
    assert update.inline_query
    await update.inline_query.answer([article()])
    await update.inline_query.answer([])
    assert len(api.violations) == 1
    assert "answered twice" in api.violations[0]


async def test_a_picture_that_was_never_uploaded_is_refused(client: Bot, anna: Person) -> None:
    anna.asks_inline("qa")
    (update,) = await client.get_updates()
    assert update.inline_query
    with pytest.raises(BadRequest, match=r"(?i)wrong file identifier"):
        await update.inline_query.answer([InlineQueryResultCachedPhoto("p", "none")])


async def test_buttons_that_copy_share_or_open_do_so(
    client: Bot, api: BotApi, anna: Person
) -> None:
    chats = SwitchInlineQueryChosenChat("card 1", allow_user_chats=True)
    keys = [
        InlineKeyboardButton("Copy", copy_text=CopyTextButton("a text")),
        InlineKeyboardButton("Share", switch_inline_query_chosen_chat=chats),
    ]
    await client.send_message(anna.id, "Here", reply_markup=InlineKeyboardMarkup([keys]))
    assert anna.chat.last
    assert anna.copies(anna.chat.last, "Copy") == "a text"
    assert api.update(anna.shares(anna.chat.last, "Share"))["inline_query"]["query"] == "card 1"
    with pytest.raises(AssertionError, match="copies nothing"):
        anna.copies(anna.chat.last, "Share")
    opened = api.update(anna.opens("https://t.me/orgwright_bot?start=abc"))
    assert opened["message"]["text"] == "/start abc"
    with pytest.raises(AssertionError, match="does not lead to the bot"):
        anna.opens("https://t.me/another_bot?start=abc")
