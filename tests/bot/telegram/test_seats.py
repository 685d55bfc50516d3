"""The real bot in groups whose members take the seats of a plan.

A list changes three times at once, then every few seconds, so that each test makes few changes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace

import pytest
import pytest_asyncio

from tests.bot.telegram.scene import Scene, answer, asked, noted, playing, tapped
from tests.bot.telegram.workshop import (
    LEAVE_HEAD,
    NOT_YOURS,
    SAID,
    SEATS,
    TAKE_HEAD,
    gathered,
)
from tests.telegram.state import Sent

pytestmark = pytest.mark.asyncio(loop_scope="module")
CLEAR = "清空位子"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    async with playing(tmp_path_factory.mktemp("seats")) as scene:
        yield scene


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def checked(scene: Scene) -> AsyncIterator[None]:
    yield
    await scene.check()


def labels(message: Sent) -> list[str]:
    return [button["text"] for row in message.buttons for button in row]


SCRIPTS = {
    "zh-hans": (
        "/plan 我们12个人做电销，刚起步",
        "谁来做",
        (
            "谁来做 · 电销团队 · 12 人 · 初创期\n一共 12 个位子，还空 12 个。\n\n• 电销组长：空着\n"
            "• 电销专员 × 11：都空着\n\n点「我来」认领，再点一次就是不做了。"
        ),
        "我来 · 电销专员",
        "• 电销专员 × 11：Anna，还空 10 个",
    ),
    "zh-hant": (
        "/plan 我們12個人做電銷，剛起步",
        "誰來做",
        (
            "誰來做 · 電銷團隊 · 12 人 · 初創期\n一共 12 個位子，還空 12 個。\n\n• 電銷組長：空著\n"
            "• 電銷專員 × 11：都空著\n\n點「我來」認領，再點一次就是不做了。"
        ),
        "我來 · 電銷專員",
        "• 電銷專員 × 11：Anna，還空 10 個",
    ),
    "en": (
        "/plan 12 people, telesales, just started",
        "Who takes what",
        (
            "Who takes what · Telesales team of 12 · Start-up\nFree: 12 of 12 seats.\n\n"
            "• Telesales Team Leader: free\n• Telesales Agent × 11: all free\n\n"
            "Tap to take a seat, tap again to give it back."
        ),
        "I'll do it: Telesales Agent",
        "• Telesales Agent × 11: Anna; 10 free",
    ),
}


@pytest.mark.parametrize("code", SCRIPTS)
async def test_the_list_shows_who_takes_what_in_the_owners_script(scene: Scene, code: str) -> None:
    said, button, text, take, taken = SCRIPTS[code]
    anna = scene.somebody(code)
    group = scene.group(anna)
    board = await asked(anna, await answer(anna, said, group), button)
    assert board.text == text
    await tapped(anna, board, take)
    assert taken in board.text.split("\n")


async def test_any_member_takes_seats_and_gives_them_back(scene: Scene) -> None:
    group = await gathered(scene)
    board = await asked(group.bob, group.card, SEATS)
    said = await group.told(group.bob, board, TAKE_HEAD)
    assert said == "It's yours: Telesales Team Leader."
    await scene.api.until(lambda: "• 电销组长：Bob" in board.text)
    assert "还空 11 个" in board.text
    assert labels(board)[0] == LEAVE_HEAD
    await tapped(group.bob, board, "我来 · 电销专员")
    assert "• 电销专员 × 11：Bob，还空 10 个" in board.text
    said = await group.told(group.bob, board, LEAVE_HEAD)
    assert said == "All right, Telesales Team Leader is free again."
    await scene.api.until(lambda: "• 电销组长：空着" in board.text)
    assert "Bob" in (await answer(group.anna, "/plan", group.chat)).text


async def test_two_of_one_name_are_told_apart(scene: Scene) -> None:
    group = await gathered(scene)
    other = scene.somebody("en", "Bob")
    other.last_name = "Smith"
    board = await group.board()
    await tapped(group.bob, board, "我来 · 电销专员")
    await tapped(other, board, "我来 · 电销专员")
    assert "：Bob、Bob S.，还空 9 个" in board.text


async def test_nobody_takes_the_seat_of_somebody_else(scene: Scene) -> None:
    group = await gathered(scene)
    board = await group.board()
    await tapped(group.anna, board, TAKE_HEAD)
    assert (await group.told(group.bob, board, LEAVE_HEAD)).startswith("Somebody was faster.")
    assert await group.told(group.bob, board, CLEAR) == NOT_YOURS
    assert "• 电销组长：Anna" in board.text


async def test_who_taps_a_moment_too_late_is_told_so(scene: Scene) -> None:
    group = await gathered(scene)
    board = await group.board()
    (late,) = [b["callback_data"] for row in board.buttons for b in row if b["text"] == TAKE_HEAD]
    await tapped(group.anna, board, TAKE_HEAD)
    said = (await noted(scene, group.bob.taps_data(board, late)))["text"]
    assert said.startswith("Somebody was faster.")


async def test_the_owner_clears_a_seat(scene: Scene) -> None:
    group = await gathered(scene)
    board = await group.board()
    await tapped(group.bob, board, TAKE_HEAD)
    list_ = await asked(group.anna, board, CLEAR)
    assert await group.told(group.bob, list_, "× Bob · 电销组长") == NOT_YOURS
    await tapped(group.anna, list_, "× Bob · 电销组长")
    assert list_.text == "现在没有人认领。"
    await scene.api.until(lambda: "• 电销组长：空着" in board.text)


async def test_names_that_the_owner_typed_are_the_owners(scene: Scene) -> None:
    group = await gathered(scene)
    named = await answer(group.anna, "电销组长叫Bob", group.chat, group.card)
    group = replace(group, card=named)
    board = await group.board()
    assert "• 电销组长：Bob" in board.text
    assert TAKE_HEAD not in labels(board)
    assert LEAVE_HEAD not in labels(board)
    await tapped(group.bob, board, "我来 · 电销专员")
    assert "：Bob 2，还空 10 个" in board.text


async def test_the_list_follows_the_plan(scene: Scene) -> None:
    group = await gathered(scene)
    board = await group.board()
    await tapped(group.bob, board, TAKE_HEAD)
    await answer(group.anna, "加两个坐席", group.chat, group.card)
    await scene.api.until(lambda: "一共 14 个位子，还空 13 个。" in board.text)


async def test_a_long_list_has_pages(scene: Scene) -> None:
    group = await gathered(scene, "/plan 我们55个人做电销，正在扩张")
    board = await group.board()
    assert "第 1/2 页" in board.text
    assert sum(label.startswith("我来") for label in labels(board)) == 8
    await tapped(group.bob, board, "›")
    assert "第 2/2 页" in board.text
    await tapped(group.bob, board, labels(board)[0])
    assert "第 2/2 页" in board.text, "who takes a seat stays on the page"


async def test_a_second_list_takes_the_place_of_the_first_after_a_while(scene: Scene) -> None:
    group = await gathered(scene)
    board = await group.board()
    before = len(group.chat.messages)
    assert await group.told(group.bob, group.card, SEATS) == "The list is just above."
    assert len(group.chat.messages) == before
    with closing(sqlite3.connect(scene.bot.store)) as db, db:
        db.execute("UPDATE boards SET at = at - 60 WHERE user = ?", [str(group.anna.id)])
    again = await asked(group.bob, group.card, SEATS)
    await scene.api.until(lambda: board.text == "名单在下面。")
    assert board.buttons == []
    await tapped(group.bob, again, TAKE_HEAD)
    assert "Bob" not in board.text


async def test_buttons_of_the_first_plan_lead_to_the_one_people_sit_in(scene: Scene) -> None:
    group = await gathered(scene)
    board = await group.board()
    first = board.buttons[0][0]["callback_data"]
    await tapped(group.bob, board, TAKE_HEAD)
    assert first != board.buttons[0][0]["callback_data"]
    group.anna.taps_data(board, first.replace(":p1", ":p2"))
    await scene.api.until(lambda: "Anna" in board.text)
    sql = "SELECT count(*) FROM plans WHERE user = ? AND id LIKE '@%'"
    assert scene.bot.query(sql, str(group.anna.id)) == [(1,)]


async def test_an_open_question_of_the_owner_stays_open(scene: Scene) -> None:
    group = await gathered(scene)
    board = await group.board()
    question = await answer(group.anna, "/restart", group.chat)
    await tapped(group.bob, board, TAKE_HEAD)
    await tapped(group.anna, question, "客服")
    assert "现在到哪个阶段了" in question.text


async def test_a_list_of_nothing_is_no_list(scene: Scene) -> None:
    group = await gathered(scene)
    forged = group.bob.taps_data(group.card, f"take:ts-s-12:p1~{group.anna.id}")
    assert (await noted(scene, forged))["text"].startswith("This list is out of date.")
    forged = group.bob.taps_data(group.card, f"seats:mk-s-5~{group.anna.id}")
    assert (await noted(scene, forged))["text"] == NOT_YOURS


async def test_seats_are_for_groups(scene: Scene) -> None:
    anna = scene.somebody()
    card = await answer(anna, SAID.removeprefix("/plan "))
    assert SEATS not in labels(card)
    anna.taps_data(card, "seats:ts-s-12")
    await scene.api.until(lambda: card.edits)
    assert card.text.startswith("这个按钮")
