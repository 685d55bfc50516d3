"""The fake Bot API server delivers updates as Telegram does, and as Telegram does on bad days."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup
from telegram.error import BadRequest, Conflict, NetworkError, RetryAfter, TelegramError

from tests.telegram.faults import Faults
from tests.telegram.people import Person
from tests.telegram.server import BotApi
from tests.telegram.state import Sent

TOO_OLD = "Query is too old and response timeout expired or query id is invalid"
A_OR_B = InlineKeyboardMarkup(
    [[InlineKeyboardButton("A", callback_data="a"), InlineKeyboardButton("B", url="https://b.io")]]
)


async def ids(client: Bot, **options: Any) -> list[int]:
    return [update.update_id for update in await client.get_updates(**options)]


async def with_buttons(client: Bot, person: Person) -> Sent:
    await client.send_message(person.id, "Which?", reply_markup=A_OR_B)
    assert person.chat.last
    return person.chat.last


async def test_an_offset_confirms_the_updates_below(client: Bot, api: BotApi, anna: Person) -> None:
    first, second = anna.says("one"), anna.says("two")
    assert await ids(client) == [first, second]
    assert api.unacknowledged == 2
    assert await ids(client, offset=second) == [second]
    assert api.confirmed == {first}
    assert await ids(client, offset=second + 1) == []
    assert api.unacknowledged == 0


async def test_a_negative_offset_counts_from_the_end(client: Bot, anna: Person) -> None:
    updates = [anna.says(str(i)) for i in range(4)]
    assert await ids(client, offset=-2) == updates[-2:]


async def test_no_more_updates_come_than_asked_for(client: Bot, anna: Person) -> None:
    updates = [anna.says(str(i)) for i in range(3)]
    assert await ids(client, limit=2) == updates[:2]


async def test_a_long_poll_ends_when_something_arrives(client: Bot, anna: Person) -> None:
    poll = asyncio.create_task(ids(client, timeout=30))
    await asyncio.sleep(0)
    update_id = anna.says("hello")
    assert await poll == [update_id]


async def test_a_second_poll_ends_the_first(client: Bot, api: BotApi, anna: Person) -> None:
    first = asyncio.create_task(ids(client, timeout=30))
    await api.until(lambda: api.updates.is_polled)
    async with Bot(api.token, base_url=api.base_url) as other:
        second = asyncio.create_task(ids(other, timeout=30))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        update_id = anna.says("hello")
        assert await second == [update_id]


async def test_only_wanted_kinds_of_updates_come(client: Bot, anna: Person) -> None:
    await client.get_updates(allowed_updates=["my_chat_member"])
    anna.says("hello")
    blocked = anna.blocks()
    assert await ids(client) == [blocked]


async def test_commands_and_mentions_are_marked(client: Bot, anna: Person) -> None:
    anna.says("/start@orgwright_bot 𝄞 @orgwright_bot")
    (update,) = await client.get_updates()
    assert update.message
    marked = [update.message.parse_entity(entity) for entity in update.message.entities]
    assert marked == ["/start@orgwright_bot", "@orgwright_bot"]


KINDS = ("voice", "sticker", "photo", "document", "location", "contact", "video", "poll", "dice")


@pytest.mark.parametrize("kind", KINDS)
async def test_everything_people_send_can_be_read(client: Bot, anna: Person, kind: str) -> None:
    anna.sends(kind)
    (update,) = await client.get_updates()
    assert getattr(update.message, kind)


async def test_an_edited_message_comes_again(client: Bot, anna: Person) -> None:
    anna.says("tewlve")
    anna.edits(anna.wrote, "twelve")
    before, after = await client.get_updates()
    assert before.message
    assert after.edited_message
    assert (before.message.text, after.edited_message.text) == ("tewlve", "twelve")


async def test_a_message_in_a_group_answers_another(client: Bot, api: BotApi, anna: Person) -> None:
    forum = api.group(-100500, members=[anna], forum=True)
    await client.send_message(forum.id, "How many?", message_thread_id=5)
    anna.says("12", chat=forum, reply_to=forum.last, thread=5)
    (update,) = await client.get_updates()
    message = update.message
    assert message
    assert message.reply_to_message
    assert (message.reply_to_message.text, message.message_thread_id) == ("How many?", 5)


async def test_a_tap_is_answered_once(client: Bot, api: BotApi, anna: Person) -> None:
    anna.taps(await with_buttons(client, anna), "A")
    (update,) = await client.get_updates()
    query = update.callback_query
    assert query
    assert (query.data, query.from_user.id) == ("a", anna.id)
    await query.answer("Thanks")
    assert [answer["text"] for answer in api.answers[query.id]] == ["Thanks"]
    with pytest.raises(BadRequest, match=TOO_OLD):
        await query.answer()
    assert api.violations == [f"answerCallbackQuery: query {query.id} is answered twice"]


async def test_an_old_tap_can_t_be_answered(client: Bot, api: BotApi, anna: Person) -> None:
    anna.taps_data(await with_buttons(client, anna), "a", old=True)
    (update,) = await client.get_updates()
    assert update.callback_query
    with pytest.raises(BadRequest, match=TOO_OLD):
        await update.callback_query.answer()
    assert (api.answers, api.violations) == ({}, [])


async def test_a_tap_needs_a_button(client: Bot, anna: Person) -> None:
    message = await with_buttons(client, anna)
    with pytest.raises(AssertionError, match=re.escape("no button 'C' below 'Which?', only [[{")):
        anna.taps(message, "C")
    with pytest.raises(AssertionError, match="asks the bot nothing"):
        anna.taps(message, "B")
    with pytest.raises(AssertionError, match="there is no message"):
        anna.taps(None, "A")


async def test_a_tap_on_a_reply_keyboard_says_its_label(client: Bot, anna: Person) -> None:
    await client.send_message(anna.id, "Which?", reply_markup=ReplyKeyboardMarkup([["Yes"]]))
    anna.taps(anna.chat.last, "Yes")
    (update,) = await client.get_updates()
    assert update.message
    assert update.message.text == "Yes"


async def test_an_inline_query_is_answered(client: Bot, api: BotApi, anna: Person) -> None:
    anna.asks_inline("qa")
    (update,) = await client.get_updates()
    assert update.inline_query
    await update.inline_query.answer([])
    assert api.inline_answers[update.inline_query.id]["results"] == []


async def test_a_confirmed_update_can_come_again(client: Bot, api: BotApi, anna: Person) -> None:
    first, second = anna.says("one"), anna.says("two")
    await ids(client, offset=second + 1)
    api.redeliver(first)
    assert await ids(client, offset=second + 1) == [first]
    assert await ids(client, offset=second + 1) == []


async def test_updates_can_come_in_another_order(client: Bot, api: BotApi, anna: Person) -> None:
    api.shuffle_next(4)
    updates = [anna.says(str(i)) for i in range(3)]
    assert await ids(client) == []
    assert api.unacknowledged == 3
    updates.append(anna.says("3"))
    mixed = await ids(client)
    assert mixed != updates
    assert sorted(mixed) == updates
    assert await ids(client, offset=mixed[-1] + 1) == []


async def test_a_shuffled_update_is_not_lost(client: Bot, api: BotApi, anna: Person) -> None:
    updates = [anna.says(str(i)) for i in range(5)]
    api.shuffle_next(5)
    offset, seen = 0, set()
    while batch := await ids(client, offset=offset, limit=1):
        seen.update(batch)
        offset = batch[-1] + 1
    assert seen == set(updates)


FAILURES = [
    ("429", RetryAfter, 0),
    ("500", NetworkError, 0),
    ("502", NetworkError, 0),
    ("reset", NetworkError, 0),
    ("lost", NetworkError, 1),
]


@pytest.mark.parametrize(("kind", "error", "processed"), FAILURES)
async def test_a_fault_fails_the_request(
    client: Bot, api: BotApi, anna: Person, kind: str, error: type[Exception], processed: int
) -> None:
    api.faults = Faults(rate=1, kinds=(kind,), spare=("getMe",))
    with pytest.raises(error):
        await client.send_message(anna.id, "Hi")
    assert (len(anna.chat.messages), api.faults.counts) == (processed, {kind: 1})
    assert api.requests[-1].fault == kind
    await client.get_me()


def test_only_known_faults_happen() -> None:
    with pytest.raises(ValueError, match="no such fault"):
        Faults(rate=1, kinds=("503",))


async def test_faults_repeat_with_their_seed(client: Bot, api: BotApi, anna: Person) -> None:
    runs = []
    for _ in range(2):
        api.faults = Faults(rate=0.5, seed=3)
        for _ in range(20):
            with suppress(TelegramError):
                await client.send_message(anna.id, "Hi")
        runs.append([call.fault for call in api.requests[-20:]])
    assert runs[0] == runs[1]
    assert len(set(runs[0])) > 3


async def test_an_answer_that_was_lost_may_be_given_again(
    client: Bot, api: BotApi, anna: Person
) -> None:
    anna.taps(await with_buttons(client, anna), "A")
    (update,) = await client.get_updates()
    assert update.callback_query
    api.faults = Faults(rate=1, kinds=("lost",))
    with pytest.raises(NetworkError):
        await update.callback_query.answer()
    api.faults = None
    await update.callback_query.answer()
    assert api.violations == []


async def test_a_slow_answer_comes_after_the_effect(client: Bot, api: BotApi, anna: Person) -> None:
    api.slow("sendMessage", 30)
    sending = asyncio.create_task(client.send_message(anna.id, "Hi"))
    await api.until(lambda: anna.chat.last)
    assert not sending.done()
    sending.cancel()


async def test_waiting_in_vain_says_what_happened(client: Bot, api: BotApi, anna: Person) -> None:
    anna.says("hello")
    with pytest.raises(AssertionError, match=r"(?s)unacknowledged: \[1\].*200 getMe"):
        await api.until(lambda: False, timeout=0.01)
    with pytest.raises(AssertionError, match="not settled within"):
        await api.settled(timeout=0.01)


async def test_a_bot_that_works_is_not_settled(client: Bot, api: BotApi, anna: Person) -> None:
    anna.says("hello")
    settled = asyncio.create_task(api.settled(quiet=0.01))
    (update,) = await client.get_updates(timeout=5)
    assert not settled.done()
    await ids(client, offset=update.update_id + 1)
    poll = asyncio.create_task(ids(client, timeout=30, offset=update.update_id + 1))
    await settled
    poll.cancel()
