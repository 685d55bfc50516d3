"""The screens of sharing: how to share a plan, and what a reader sees of somebody else's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core import Core
from bot.screen import Button, Screen
from bot.screens import screen_of
from bot.shared_card import mark_of
from bot.words import LANGUAGES
from flows.codes import decode
from flows.links import NO_MARK, PARTS, Link, read_payload
from flows.replies import Share, ShowShared
from knowledge.brief import Brief

CODE = "ts-G-50.55"
TOKEN = "!" + "x" * 22
MAY_DO = ("s", "chart", "file", "wrong", "mine")


def brief(core: Core, code: str = CODE) -> Brief:
    found = decode(core.knowledge, code)
    assert found
    return found


def buttons(screen: Screen) -> list[Button]:
    return [button for row in screen.rows for button in row]


def shared(core: Core, part: str = "card", mark: str = NO_MARK, code: str = CODE) -> Screen:
    return screen_of(core, "en", ShowShared(brief(core), code, part, 1, None, mark, may_edit=False))


@pytest.mark.parametrize("part", [*PARTS, "files"])
def test_a_reader_can_only_look_and_make_the_plan_their_own(core: Core, part: str) -> None:
    kinds = {button.data.partition(":")[0] for button in buttons(shared(core, part))}
    assert kinds <= set(MAY_DO)
    assert ("mine" in kinds) == (part == "card")


def test_every_part_leads_back_to_the_shared_plan(core: Core) -> None:
    for part in PARTS[1:]:
        assert any(b.data == f"s:card:{CODE}" and b.is_primary for b in buttons(shared(core, part)))


def test_making_it_ones_own_is_the_first_thing_to_do(core: Core) -> None:
    first = [button for button in buttons(shared(core)) if button.is_primary]
    assert [button.data for button in first] == [f"mine:{CODE}"]


def test_units_of_a_large_plan_open_within_the_shared_plan(core: Core) -> None:
    large = brief(core, "cs-m-600")
    reply = ShowShared(large, "cs-m-600", "card", 1, None, NO_MARK, may_edit=False)
    opened = [b for b in buttons(screen_of(core, "en", reply)) if b.label.startswith("Open ")]
    assert opened
    assert all(button.data.startswith("s:p") for button in opened)
    unit = replace(reply, post=opened[0].data.split(":")[1])
    shown = screen_of(core, "en", unit)
    assert [b.data for b in buttons(shown) if b.is_primary] == ["s:card:cs-m-600"]


def test_a_plan_that_is_another_today_says_so(core: Core) -> None:
    line = "My rules have changed since this was shared; "
    assert shared(core, mark="AAAAA").html.startswith(line)
    assert shared(core, "why", mark="AAAAA").html.startswith(line)
    assert line not in shared(core, mark=mark_of(core, brief(core))).html
    assert line not in shared(core, mark=NO_MARK).html


def test_a_reader_is_not_told_what_the_owner_said(core: Core) -> None:
    assert "You " not in shared(core).html


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_can_be_sent_and_copied_as_a_link(core: Core, language: str) -> None:
    speak = next(known for known in LANGUAGES if known == language)
    found = buttons(screen_of(core, speak, Share(brief(core), CODE)))
    chat, link, *_, back = found
    assert (chat.action, link.action, back.action) == ("choose_chat", "copy_link", "tap")
    assert chat.data == link.data
    assert read_payload(link.data) == Link(CODE, "card", mark_of(core, brief(core)))
    assert back.data == f"part:card:{CODE}"


def test_a_short_plan_can_be_copied_as_text(core: Core) -> None:
    found = buttons(screen_of(core, "zh-Hans", Share(brief(core, "ts-s-6"), "ts-s-6")))
    (text,) = [button.data for button in found if button.action == "copy"]
    assert text == "电销团队 · 6 人 · 初创期\n电销组长\n　└ 电销专员 × 5"


def test_a_plan_behind_a_token_has_a_link_without_a_mark(core: Core) -> None:
    found = buttons(screen_of(core, "en", Share(brief(core), TOKEN)))
    (link,) = [button.data for button in found if button.action == "copy_link"]
    assert read_payload(link) == Link(TOKEN, "card", NO_MARK)


def test_a_code_that_only_its_owner_can_open_gets_no_link(core: Core) -> None:
    found = buttons(screen_of(core, "en", Share(brief(core), "@3")))
    assert {button.action for button in found} <= {"copy", "tap"}
