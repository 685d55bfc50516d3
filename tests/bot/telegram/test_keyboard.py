"""Keyboards: what each kind of button becomes, and whose it is."""

from __future__ import annotations

import pytest

from bot.screen import Screen, action_button, button, can_be_copied, dump_screen, load_screen
from bot.telegram.keyboard import keyboard, read_owned

ROW = (
    button("Roles", "part:roles:ts-g-55", is_primary=True),
    action_button("Text", "copy", "a\nb"),
    action_button("Copy link", "copy_link", "acABC"),
    action_button("Open", "link", "acABC"),
    action_button("Send", "choose_chat", "acABC"),
)
LINK = "https://t.me/orgwright_bot?start=acABC"


def test_each_kind_of_button_is_written_as_telegram_wants_it() -> None:
    found = keyboard((ROW,), None, "orgwright_bot")
    chats = dict.fromkeys(("allow_user_chats", "allow_group_chats", "allow_channel_chats"), True)
    assert found == {
        "inline_keyboard": [
            [
                {"text": "Roles", "callback_data": "part:roles:ts-g-55", "style": "primary"},
                {"text": "Text", "copy_text": {"text": "a\nb"}},
                {"text": "Copy link", "copy_text": {"text": LINK}},
                {"text": "Open", "url": LINK},
                {
                    "text": "Send",
                    "switch_inline_query_chosen_chat": {"query": "acABC", **chats},
                },
            ]
        ]
    }


def test_only_what_comes_back_to_us_carries_its_owner() -> None:
    found = keyboard((ROW,), "7", "orgwright_bot")
    assert found
    first, *others = found["inline_keyboard"][0]
    assert read_owned(first["callback_data"]) == ("part:roles:ts-g-55", "7")
    plain = keyboard((ROW,), None, "orgwright_bot")
    assert plain
    assert others == plain["inline_keyboard"][0][1:]


def test_no_buttons_are_no_keyboard() -> None:
    assert keyboard((), None, "orgwright_bot") is None


def test_every_kind_of_button_survives_the_outbox() -> None:
    screen = Screen("x", (ROW,))
    assert load_screen(dump_screen(screen)) == screen


def test_buttons_of_an_earlier_version_are_read_from_the_outbox() -> None:
    body = '{"html": "x", "buttons": [[["Roles", "part:roles:ts-g-55", true]]]}'
    assert load_screen(body) == Screen("x", ((ROW[0],),))
    assert dump_screen(Screen("x", ((ROW[0],),))) == body


@pytest.mark.parametrize(
    ("text", "can"), [("", False), ("x", True), ("好" * 256, True), ("好" * 257, False)]
)
def test_what_is_too_long_for_the_clipboard_of_a_button_is_known(text: str, can: bool) -> None:
    assert can_be_copied(text) == can


def test_a_button_cannot_copy_what_telegram_refuses() -> None:
    for text in ("", "🌐" * 129):
        with pytest.raises(ValueError, match="cannot copy"):
            action_button("x", "copy", text)


def test_no_button_has_the_mark_of_owners_in_its_data() -> None:
    with pytest.raises(ValueError, match="would be taken for somebody's"):
        button("Roles", "role:a~7")
