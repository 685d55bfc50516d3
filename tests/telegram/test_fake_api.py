"""The fake Bot API server does to python-telegram-bot what Telegram does: sending and editing."""

from __future__ import annotations

import pytest
from aiohttp import ClientSession
from telegram import (
    Bot,
    BotCommandScopeChat,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    MenuButtonCommands,
    Message,
    ReplyKeyboardMarkup,
    ReplyParameters,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden

from tests.telegram.people import Person
from tests.telegram.server import BotApi
from tests.telegram.state import Sent


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    row = [InlineKeyboardButton(label, callback_data=f"pick:{label}") for label in labels]
    return InlineKeyboardMarkup([row])


def last(person: Person) -> Sent:
    assert person.chat.last
    return person.chat.last


async def test_a_message_arrives_as_plain_text_with_its_entities(client: Bot, anna: Person) -> None:
    html = "<b>你好</b> &amp; 𝄞<i>hi</i>"
    answer = await client.send_message(anna.id, html, parse_mode="HTML")
    assert (last(anna).text, last(anna).html) == ("你好 & 𝄞hi", html)
    assert answer.text_html == html


async def test_the_server_records_what_was_asked(client: Bot, api: BotApi, anna: Person) -> None:
    await client.send_message(anna.id, "12", disable_notification=True)
    call = api.requests[-1]
    assert (call.method, call.status) == ("sendMessage", 200)
    assert call.params == {"chat_id": 1001, "text": "12", "disable_notification": True}


async def test_an_edit_replaces_the_text_and_removes_the_buttons(client: Bot, anna: Person) -> None:
    message = await client.send_message(anna.id, "one", reply_markup=keyboard("A", "B"))
    assert [b["text"] for row in last(anna).buttons for b in row] == ["A", "B"]
    await client.edit_message_text("two", anna.id, message.message_id)
    sent = last(anna)
    assert (sent.history, sent.edits, sent.buttons) == (["one", "two"], 1, [])


async def test_an_edit_that_changes_nothing_is_refused(client: Bot, anna: Person) -> None:
    message = await client.send_message(anna.id, "one", reply_markup=keyboard("A"))
    with pytest.raises(BadRequest, match="Message is not modified"):
        await client.edit_message_text(
            "one", anna.id, message.message_id, reply_markup=keyboard("A")
        )
    with pytest.raises(BadRequest, match="Message is not modified"):
        await message.edit_reply_markup(keyboard("A"))


async def test_an_edit_may_change_only_the_buttons(client: Bot, anna: Person) -> None:
    message = await client.send_message(anna.id, "one", reply_markup=keyboard("A"))
    await message.edit_reply_markup(keyboard("B"))
    await message.edit_text("one", reply_markup=keyboard("C"))
    assert last(anna).buttons == [[{"text": "C", "callback_data": "pick:C"}]]


async def test_a_message_of_someone_else_can_t_be_edited(client: Bot, anna: Person) -> None:
    anna.says("mine")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await client.edit_message_text("yours", anna.id, anna.wrote)


@pytest.mark.parametrize("markup", [ReplyKeyboardMarkup([["A"]]), ForceReply()])
async def test_a_message_with_another_keyboard_can_t_be_edited(
    client: Bot, anna: Person, markup: ReplyKeyboardMarkup | ForceReply
) -> None:
    message = await client.send_message(anna.id, "one", reply_markup=markup)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await message.edit_text("two")


async def test_a_deleted_message_is_gone(client: Bot, anna: Person) -> None:
    message = await client.send_message(anna.id, "one")
    await message.delete()
    assert anna.chat.messages == []
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await message.edit_text("two")
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await message.delete()


async def test_a_reply_needs_the_message_it_answers(client: Bot, anna: Person) -> None:
    anna.says("question")
    await client.send_message(anna.id, "answer", reply_parameters=ReplyParameters(anna.wrote))
    assert last(anna).reply_to == anna.wrote
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await client.send_message(anna.id, "answer", reply_parameters=ReplyParameters(99))
    await client.send_message(
        anna.id, "alone", reply_parameters=ReplyParameters(99, allow_sending_without_reply=True)
    )
    assert last(anna).reply_to is None


async def test_a_document_arrives_with_its_content(client: Bot, anna: Person) -> None:
    message = await client.send_document(
        anna.id, b"name,role", filename="team.csv", caption="<b>Team</b>", parse_mode="HTML"
    )
    sent = last(anna)
    assert (sent.document, sent.filename, sent.caption) == (b"name,role", "team.csv", "Team")
    assert message.document
    file = await client.get_file(message.document.file_id)
    assert await file.download_as_bytearray() == b"name,role"


async def test_a_file_is_sent_again_by_its_id(client: Bot, anna: Person) -> None:
    message = await client.send_photo(anna.id, b"picture")
    await client.send_photo(anna.id, message.photo[0].file_id)
    assert last(anna).document == b"picture"
    with pytest.raises(BadRequest, match="Wrong file identifier"):
        await client.send_photo(anna.id, "nothing")


async def test_a_group_of_files_becomes_one_message_each(client: Bot, anna: Person) -> None:
    files = [InputMediaDocument(name.encode(), filename=name) for name in ("a.txt", "b.txt")]
    await client.send_media_group(anna.id, files)
    assert [sent.document for sent in anna.chat.messages] == [b"a.txt", b"b.txt"]


async def test_a_poll_arrives(client: Bot, anna: Person) -> None:
    message = await client.send_poll(anna.id, "Which?", ["One", "Two"], is_anonymous=False)
    assert message.poll
    assert [option.text for option in message.poll.options] == ["One", "Two"]
    assert last(anna).text == "Which?"


async def test_a_group_that_has_moved_says_where_to(client: Bot, api: BotApi, anna: Person) -> None:
    group = api.group(-500, title="Team", members=[anna], type="group")
    supergroup = group.migrates(-100500)
    with pytest.raises(ChatMigrated) as error:
        await client.send_message(group.id, "Hi")
    assert error.value.new_chat_id == supergroup.id
    old, new = await client.get_updates()
    assert (old.message, new.message) != (None, None)
    assert old.message
    assert new.message
    assert old.message.migrate_to_chat_id == supergroup.id
    assert new.message.migrate_from_chat_id == group.id


async def test_a_person_who_blocked_the_bot_gets_nothing(client: Bot, anna: Person) -> None:
    anna.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await client.send_message(anna.id, "Hi")
    anna.unblocks()
    await client.send_message(anna.id, "Hi again")
    changes = [update.my_chat_member for update in await client.get_updates()]
    assert [c.new_chat_member.status for c in changes if c] == ["kicked", "member"]


async def test_a_group_without_the_bot_gets_nothing(client: Bot, api: BotApi, anna: Person) -> None:
    group = api.group(-100500, members=[anna])
    group.removes_bot(by=anna)
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await client.send_message(group.id, "Hi")
    group.adds_bot(by=anna)
    await client.send_message(group.id, "Hi")
    assert await client.leave_chat(group.id)
    with pytest.raises(Forbidden, match="bot is not a member"):
        await client.send_message(group.id, "Hi")


async def test_a_muted_bot_may_not_write(client: Bot, api: BotApi) -> None:
    group = api.group(-100500)
    group.muted = True
    with pytest.raises(BadRequest, match="Not enough rights to send text messages"):
        await client.send_message(group.id, "Hi")
    with pytest.raises(BadRequest, match="Chat not found"):
        await client.send_message(-7, "Hi")


async def test_threads_exist_only_in_forums(client: Bot, api: BotApi) -> None:
    forum, group = api.group(-1001, forum=True), api.group(-1002)
    await client.send_message(forum.id, "Hi", message_thread_id=5)
    assert forum.last
    assert forum.last.thread == 5
    with pytest.raises(BadRequest, match="Message thread not found"):
        await client.send_message(group.id, "Hi", message_thread_id=5)


async def test_members_and_creators_are_told_apart(
    client: Bot, api: BotApi, anna: Person, bob: Person
) -> None:
    group = api.group(-100500, members=[anna, bob])
    assert [member.user.id for member in await client.get_chat_administrators(group.id)] == [1001]
    assert (await client.get_chat_member(group.id, bob.id)).status == "member"
    assert (await client.get_chat(anna.id)).first_name == "Anna"


async def test_settings_are_kept(client: Bot, api: BotApi, anna: Person) -> None:
    scope = BotCommandScopeChat(anna.id)
    await client.set_my_commands([("start", "開始")], scope=scope, language_code="zh")
    await client.set_my_description("Plans teams")
    await client.set_chat_menu_button(menu_button=MenuButtonCommands())
    key = ('{"chat_id": 1001, "type": "chat"}', "zh")
    assert api.commands == {key: [{"command": "start", "description": "開始"}]}
    assert api.profile["description"] == {"": "Plans teams"}
    assert api.profile["menu_button"] == {None: {"type": "commands"}}
    assert (await client.get_my_commands(scope, "zh"))[0].command == "start"
    assert (await client.get_my_description("en")).description == "Plans teams"


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [("1:WRONG/getMe", 401, "Unauthorized"), ("123456:TEST/getYou", 404, "Not Found")],
)
async def test_a_wrong_address_is_refused(
    api: BotApi, path: str, status: int, description: str
) -> None:
    async with ClientSession() as session, session.post(f"{api.base_url}{path}") as answer:
        assert answer.status == status
        assert (await answer.json())["description"] == description


async def test_only_the_newest_messages_are_kept() -> None:
    async with BotApi(keep=2) as small, Bot(small.token, base_url=small.base_url) as bot:
        anna = small.person(1)
        messages: list[Message] = [await bot.send_message(1, str(i)) for i in range(9)]
        await messages[-1].edit_text("last")
        assert [sent.text for sent in anna.chat.messages][-2:] == ["7", "last"]
        assert len(anna.chat.messages) + len(small.requests) <= 8
