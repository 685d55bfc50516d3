"""Reading updates: what is meant for the bot, whose it is, where the answer goes."""

from __future__ import annotations

from typing import Any

import pytest

from bot.address import Address
from bot.telegram.updates import Event, Heard, Joined, Left, Migrated, Reader, Refused
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
    assert read(inline_query={"id": "1", "from": LILY, "query": "", "offset": ""}) is None


def test_an_admin_who_writes_as_the_group_is_heard() -> None:
    admin = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    assert heard(read(message=message(GROUP, text="/plan") | {"from": admin})) == Said(
        "/plan", None
    )


def tap(data: str, chat: dict[str, Any] = PRIVATE, **fields: Any) -> Event | None:
    below = message(chat, text="?", **fields) | {"from": BOT}
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
    assert tap("stage:growth~8", GROUP) == Refused("q", "zh-hans")


def test_a_tap_below_a_message_sent_through_an_inline_query_is_refused_kindly() -> None:
    query = {"id": "q", "from": LILY, "data": "x", "inline_message_id": "i"}
    assert read(callback_query=query) == Refused("q", "zh-hans")


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
