"""Reading updates: what is meant for the bot, whose it is, where the answer goes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.address import Address
from bot.telegram.events import (
    Asked,
    Called,
    Chosen,
    Event,
    Heard,
    Joined,
    Left,
    Looked,
    Migrated,
    Refused,
)
from bot.telegram.updates import Reader
from bot.visitors import Visit
from flows.replies import Incoming, Said, Sent, Tapped

READER = Reader(99, "orgwright_bot")
LILY = {"id": 7, "is_bot": False, "first_name": "Lily", "language_code": "zh-hans"}
BOT = {"id": 99, "is_bot": True, "first_name": "Orgwright"}
PRIVATE = {"id": 7, "type": "private"}
GROUP = {"id": -100, "type": "supergroup", "title": "Team"}


def read(**update: Any) -> Event | None:
    return READER.read({"update_id": 5, **update}, 1000)


def message(chat: dict[str, Any] = PRIVATE, **fields: Any) -> dict[str, Any]:
    return {"message_id": 3, "date": 1000, "chat": chat, "from": LILY, **fields}


def heard(event: Event | None) -> Incoming:
    assert isinstance(event, Heard)
    return event.message.incoming


def test_a_private_message_is_read_with_its_person_and_language() -> None:
    event = read(message=message(text="你好"))
    assert isinstance(event, Heard)
    found = event.message
    assert (found.source, found.update_id, found.chat, found.user) == ("telegram:99", "5", "7", "7")
    assert found.incoming == Said("你好", "zh-hans")
    assert found.address == Address()
    assert found.menu == "zh-Hans"


@pytest.mark.parametrize(
    "text",
    [
        "/plan",
        "/plan@orgwright_bot",
        "/Plan@Orgwright_Bot 12",
        "@orgwright_bot 电销",
        "问 @ORGWRIGHT_BOT",
    ],
)
def test_a_message_in_a_group_that_is_meant_for_the_bot_is_read(text: str) -> None:
    event = read(message=message(GROUP, text=text))
    assert isinstance(event, Heard)
    assert event.message.address == Address(reply_to=3, owner="7")
    assert event.message.menu is None


@pytest.mark.parametrize(
    "text", ["你好", "/plan@other_bot", "/weather", "/planner", "mail a@orgwright_botany.com", "12"]
)
def test_a_message_in_a_group_that_is_not_meant_for_the_bot_is_silence(text: str) -> None:
    assert read(message=message(GROUP, text=text)) is None


def test_a_mention_is_not_part_of_what_is_said() -> None:
    assert heard(read(message=message(GROUP, text="@orgwright_bot 客服主管做什么"))) == Said(
        "客服主管做什么", "zh-hans"
    )


def test_an_answer_to_the_bots_message_is_read_in_a_group() -> None:
    asked = message(GROUP, text="多少人") | {"from": BOT}
    assert heard(read(message=message(GROUP, text="12", reply_to_message=asked))) == Said(
        "12", "zh-hans"
    )


def test_an_answer_to_somebody_else_is_silence_in_a_group() -> None:
    other = message(GROUP, text="hi")
    assert read(message=message(GROUP, text="12", reply_to_message=other)) is None


@pytest.mark.parametrize("kind", ["voice", "sticker", "photo", "document", "poll", "location"])
def test_what_has_no_words_gets_a_line_in_private_and_silence_in_a_group(kind: str) -> None:
    assert heard(read(message=message(**{kind: {}}))) == Sent("no_text", "zh-hans")
    assert read(message=message(GROUP, **{kind: {}})) is None


def test_the_words_below_a_picture_are_read() -> None:
    sent = message(photo=[], caption="12个人做电销")
    assert heard(read(message=sent)) == Said("12个人做电销", "zh-hans")


def test_the_pictures_of_an_album_are_one_message() -> None:
    numbers = set()
    for number in (5, 6):
        update = {"update_id": number, "message": message(photo=[], media_group_id="x1")}
        event = READER.read(update, 1000)
        assert isinstance(event, Heard)
        numbers.add(event.message.update_id)
    assert numbers == {"album x1"}


def test_an_edited_message_is_answered_in_private_only() -> None:
    assert heard(read(edited_message=message(text="13"))) == Sent("edited", "zh-hans")
    assert read(edited_message=message(GROUP, text="/plan")) is None
    assert read(edited_message=message(location={})) is None


@pytest.mark.parametrize(
    "fields",
    [{"new_chat_members": [LILY]}, {"pinned_message": {}}, {"new_chat_title": "x"}, {}],
)
def test_service_messages_are_silence(fields: dict[str, Any]) -> None:
    assert read(message=message(GROUP, **fields)) is None
    assert read(message=message(**fields)) is None


def test_channel_posts_and_other_bots_are_silence() -> None:
    channel = {"id": -200, "type": "channel"}
    assert read(channel_post=message(channel, text="/plan")) is None
    assert read(message=message(channel, text="/plan")) is None
    assert read(message=message(GROUP, text="/plan") | {"from": BOT | {"id": 55}}) is None


def test_an_admin_who_writes_as_the_group_is_heard() -> None:
    admin = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    assert heard(read(message=message(GROUP, text="/plan") | {"from": admin})) == Said(
        "/plan", None
    )


DATA = ("stage:growth~7", "stage:growth~8", "back~7", "role:sdr")
BUTTONS = {"reply_markup": {"inline_keyboard": [[{"text": d, "callback_data": d} for d in DATA]]}}
HERS = {"reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "back~8"}]]}}


def tap(data: str, chat: dict[str, Any] = PRIVATE, **fields: Any) -> Event | None:
    below = message(chat, text="?", **(BUTTONS | fields)) | {"from": BOT}
    return read(callback_query={"id": "q", "from": LILY, "data": data, "message": below})


def test_a_tap_edits_the_message_it_was_made_on() -> None:
    event = tap("stage:growth")
    assert isinstance(event, Heard)
    assert (event.query, event.message.incoming) == ("q", Tapped("stage:growth", "zh-hans"))
    assert event.message.address == Address(edits=3)


def test_a_tap_on_a_message_that_is_out_of_reach_gets_a_new_one() -> None:
    event = tap("stage:growth", date=0)
    assert isinstance(event, Heard)
    assert event.message.address == Address()


def test_a_tap_in_a_group_is_for_its_owner_only() -> None:
    event = tap("stage:growth~7", GROUP)
    assert isinstance(event, Heard)
    assert event.message.incoming == Tapped("stage:growth", "zh-hans")
    assert event.message.address == Address(edits=3, owner="7")
    others = tap("stage:growth~8", GROUP)
    assert isinstance(others, Refused)
    assert others.as_owner
    assert (others.asker, others.as_owner.user, others.as_owner.address.owner) == ("7", "8", "8")


@pytest.mark.parametrize("data", ["stage:mature~7", "role:sdr:kpi", "", "part:card:ts-g-55"])
def test_a_tap_in_a_group_that_no_button_sends_is_refused(data: str) -> None:
    assert tap(data, GROUP, **HERS) == Refused("q", "zh-hans")
    assert tap(data, GROUP, reply_markup={}) == Refused("q", "zh-hans")


def test_a_tap_too_late_for_its_button_is_all_right_on_ones_own_message() -> None:
    assert heard(tap("stage:mature~7", GROUP)) == Tapped("stage:mature", "zh-hans")
    answered = {"reply_to_message": message(GROUP, text="/plan")}
    late = tap("back~7", GROUP, reply_markup={}, **answered)
    assert heard(late) == Tapped("back", "zh-hans")
    others = {"reply_to_message": message(GROUP, text="/plan") | {"from": LILY | {"id": 8}}}
    assert tap("back~7", GROUP, **HERS, **others) == Refused("q", "zh-hans")


def test_a_tap_on_a_message_of_a_group_that_is_out_of_reach_gets_a_new_one() -> None:
    event = tap("stage:growth~7", GROUP, date=0, reply_markup={})
    assert isinstance(event, Heard)
    assert event.message.address == Address(owner="7")


def test_buttons_that_are_nobodys_can_be_tapped_by_anybody() -> None:
    assert heard(tap("role:sdr", GROUP)) == Tapped("role:sdr", "zh-hans")


def test_in_private_an_old_tap_needs_no_button() -> None:
    assert heard(tap("size:12", reply_markup={})) == Tapped("size:12", "zh-hans")


VISIT = Visit("telegram:99", "5", "7", "zh-hans", 1000)


def test_a_tap_below_a_shared_card_is_read_without_a_chat() -> None:
    here = replace(VISIT, card="i")
    query = {"id": "q", "from": LILY, "data": "s:why:ts-g-55", "inline_message_id": "i"}
    assert read(callback_query=query) == Looked(here, "q", "s:why:ts-g-55")
    game = {"id": "q", "from": LILY, "game_short_name": "x", "inline_message_id": "i"}
    assert read(callback_query=game) == Looked(here, "q", "")


def test_a_card_that_was_sent_is_read_with_its_place() -> None:
    chosen = {"result_id": "plan:!x", "from": LILY, "query": ""}
    assert read(chosen_inline_result=chosen) is None, "Telegram does not say where it is"
    placed = {**chosen, "inline_message_id": "i"}
    assert read(chosen_inline_result=placed) == Chosen(replace(VISIT, card="i"), "plan:!x")


def test_a_mention_where_the_bot_is_not_is_read_without_its_name() -> None:
    said = {**message(GROUP, text="@orgwright_bot 质检做什么"), "guest_query_id": "g"}
    assert read(guest_message=said) == Called(VISIT, "g", "质检做什么")
    bare = {**said, "text": "@orgwright_bot", "reply_to_message": {"text": "客服主管？"}}
    assert read(guest_message=bare) == Called(VISIT, "g", "客服主管？")
    assert read(guest_message={**said, "guest_query_id": None}) is None


def test_an_inline_query_is_read_with_its_person() -> None:
    query = {"id": "q", "from": LILY, "query": "电销 55人", "offset": ""}
    assert read(inline_query=query) == Asked(VISIT, "q", "电销 55人")


def test_a_card_that_somebody_sends_through_the_bot_says_nothing_to_it() -> None:
    card: dict[str, Any] = {"text": "电销团队 · 55 人", "via_bot": BOT}
    assert read(message=message(**card)) is None
    assert read(message=message(GROUP, **card)) is None
    other = message(text="你好", via_bot=BOT | {"id": 55})
    assert heard(read(message=other)) == Said("你好", "zh-hans")


def test_answers_stay_in_their_topic() -> None:
    in_topic = {"message_thread_id": 44, "is_topic_message": True}
    said = read(message=message(GROUP, text="/plan", **in_topic))
    tapped = tap("back~7", GROUP, **in_topic)
    assert isinstance(said, Heard)
    assert isinstance(tapped, Heard)
    assert said.message.address.thread == tapped.message.address.thread == 44


def test_a_thread_of_answers_is_no_topic() -> None:
    said = read(message=message(GROUP, text="/plan", message_thread_id=44))
    assert isinstance(said, Heard)
    assert said.message.address.thread is None


def test_a_group_that_became_a_supergroup_is_told_twice_with_the_same_meaning() -> None:
    old, new = {"id": -1, "type": "group"}, {"id": -1001, "type": "supergroup"}
    there = read(message=message(old, migrate_to_chat_id=-1001))
    here = read(message=message(new, migrate_from_chat_id=-1))
    for event in (there, here):
        assert isinstance(event, Migrated)
        assert (event.event.chat, event.new) == ("-1", "-1001")


@pytest.mark.parametrize(
    ("was", "is_", "expected"),
    [
        ("member", "kicked", Left),
        ("administrator", "left", Left),
        ("left", "member", Joined),
        ("kicked", "member", Joined),
        ("member", "administrator", type(None)),
    ],
)
def test_joining_and_leaving_a_chat_is_noticed(was: str, is_: str, expected: type) -> None:
    change = {
        "chat": GROUP,
        "from": LILY,
        "old_chat_member": {"status": was},
        "new_chat_member": {"status": is_},
    }
    assert isinstance(read(my_chat_member=change), expected)


@pytest.mark.parametrize(
    "update", [{"message": {}}, {"message": []}, {"callback_query": {"id": 1}}]
)
def test_what_the_bot_api_does_not_describe_is_an_error(update: dict[str, Any]) -> None:
    with pytest.raises((LookupError, TypeError, ValueError, AttributeError)):
        read(**update)
