"""Access to the workshop: actor × action, at the service and where taps are read.

Who taps is found out by the messenger; whose plan it is stands on the button.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from bot.address import Address
from bot.core import Core
from bot.message import Message
from bot.screen import Note
from bot.service import Service
from bot.store import Store, open_store
from bot.telegram.events import Heard, Refused, Voted
from bot.telegram.updates import Reader
from bot.workshop.counting import Vote
from bot.workshop.sitting import Member
from flows.replies import Incoming, Said, Tapped

OWNER, BOB, GROUP, OTHER_GROUP = "100", "200", "-1000", "-2000"
NAME_INSIDE = "Zhang Hidden"
ACTIONS = (
    *("seats:{code}", "seats:{code}:2", "take:{code}:p1", "free:{code}", "unseat:{code}:p1:x"),
    *("vote:{code}", "poll:{code}:x1", "close:{round}", "win:{round}:0"),
)


@dataclass
class World:
    """A bot with a plan of the owner in a group, its list open and a vote running."""

    service: Service
    store: Store
    number: int = 0

    def send(self, user: str, incoming: Incoming, chat: str, by: str | None = None) -> str:
        """Let `by` send something as `user`; gives all that is answered, notes too."""
        self.number += 1
        member = Member(by or user, f"Member {by or user}", "") if chat[0] == "-" else None
        address = Address(owner=user) if chat[0] == "-" else Address()
        message = Message(
            "test", str(self.number), chat, user, incoming, 1000, address=address, member=member
        )
        letters = self.service.handle(message)
        return json.dumps([asdict(letter) for letter in letters], ensure_ascii=False)

    def tap(self, user: str, data: str, chat: str = GROUP, by: str | None = None) -> str:
        return self.send(user, Tapped(data, "en"), chat, by)

    def kept(self) -> list[tuple[Any, ...]]:
        """Give all that is stored of plans and the workshop."""
        with self.store.message("look", str(self.number), 1000) as transaction:
            assert transaction
            told = transaction.everything_of(OWNER), transaction.everything_of(BOB)
        tables = ("plans", "seats", "boards", "rounds", "votes")
        return [(table, rows[table]) for rows in told for table in tables]


@pytest.fixture
def world(core: Core, tmp_path: Path) -> Iterator[World]:
    with open_store(tmp_path / "test.db") as store:
        world = World(Service(core, store, None), store)
        world.send(OWNER, Said("/plan telesales, 20 people, growth stage", "en"), GROUP)
        world.send(OWNER, Said("add an agent", "en"), GROUP)
        world.tap(OWNER, "name:staff:@1:p2")
        world.send(OWNER, Said(NAME_INSIDE, "en"), GROUP)
        yield world


def opened(world: World) -> None:
    world.tap(OWNER, "seats:@1")
    world.tap(OWNER, "poll:@1:m")


@pytest.mark.parametrize(("action", "chat"), list(product(ACTIONS, (GROUP, OTHER_GROUP, BOB))))
def test_the_codes_of_somebody_else_mean_nothing_in_ones_own_name(
    world: World, action: str, chat: str
) -> None:
    opened(world)
    before = world.kept()
    answer = world.tap(BOB, action.format(code="@1", round=1), chat)
    assert NAME_INSIDE not in answer
    assert world.kept() == before


@pytest.mark.parametrize("action", ACTIONS)
def test_what_was_never_opened_cannot_be_joined(world: World, action: str) -> None:
    before = world.kept()
    world.tap(OWNER, action.format(code="@1", round=1), OTHER_GROUP, BOB)
    assert world.kept() == before


@pytest.mark.parametrize("data", ["take:@1:p1", "take:@1:p99", "seats:@1:2", "take:ts-g-20:p1"])
def test_nobody_takes_a_seat_of_a_plan_without_a_list(world: World, data: str) -> None:
    before = world.kept()
    assert "out of date" in world.tap(OWNER, data, GROUP, BOB)
    assert world.kept() == before


@pytest.mark.parametrize(
    "data",
    [
        *("seats", "seats:", "seats:@9", "seats:@1:0", "seats:@1:x", "seats:@1:1:1", "take"),
        *("take:@1", "take:@1:p99", "take:@1:p1:p2", "take::p1", "free:@9", "free:@1:-1"),
        *("unseat:@1:p2", "unseat:@1:p2:nobody", "unseat:@1:p99:x", "vote:@9", "vote:@1:zz"),
        *("vote:@1:m.m", "vote:@1:m:m", "poll:@1", "poll:@1:", "poll:@1:v1", "close", "close:0"),
        *("close:9", "close:x", "close:1:1", f"close:{'9' * 40}", "win:1", "win:1:9", "win:9:0"),
        *("win:1:-1", "seats:!" + "a" * 22, "vote:!" + "a" * 22, "take:!" + "a" * 22 + ":p1"),
    ],
)
def test_made_up_data_changes_nothing_and_is_met_with_a_note(world: World, data: str) -> None:
    world.tap(OWNER, "seats:@1")
    before = world.kept()
    answer = json.loads(world.tap(OWNER, data))
    assert [set(letter) for letter in answer] == [{"text"}]
    assert world.kept() == before


def test_only_somebody_who_took_a_seat_can_give_it_back(world: World) -> None:
    world.tap(OWNER, "seats:@1")
    world.tap(OWNER, "take:@1:p1", GROUP, BOB)
    assert "faster" in world.tap(OWNER, "take:@1:p1", GROUP, "300")
    assert "faster" in world.tap(OWNER, "take:@1:p2", GROUP, "300"), "the owner typed that one"
    assert "free again" in world.tap(OWNER, "take:@1:p1", GROUP, BOB)


def test_a_running_vote_has_no_winner(world: World) -> None:
    opened(world)
    before = world.kept()
    world.tap(OWNER, "win:1:0")
    assert world.kept() == before


def test_a_loser_cannot_be_made_the_plan(world: World) -> None:
    opened(world)
    world.store.note_poll(1, 5, "P")
    with world.store.message("vote", "1", 1000) as transaction:
        assert transaction
        transaction.workshop.vote("P", BOB, 1)
    world.tap(OWNER, "close:1")
    before = world.kept()
    world.tap(OWNER, "win:1:0")
    assert world.kept() == before
    world.tap(OWNER, "win:1:1")
    assert world.kept() != before


def test_what_members_are_told_fits_into_a_note(world: World) -> None:
    world.tap(OWNER, "seats:@1")
    for language in ("en", "zh-hans", "zh-hk", "de", None):
        message = Message(
            *("test", f"in {language}", GROUP, OWNER, Tapped("take:@1:p1", language), 1000),
            address=Address(owner=OWNER),
            member=Member(BOB, "x" * 64, "y" * 64),
        )
        (note,) = world.service.handle(message)
        assert isinstance(note, Note)
        assert 0 < len(note.text) <= 200


READER = Reader(99, "orgwright_bot")
KEYS = ("seats:@1~100", "take:@1:p1~100", "vote:@1~100", "win:1:0~100")


def tapped(data: str, user: int, below: tuple[str, ...] = KEYS, **fields: Any) -> Any:
    """Read a tap in a group on a message with buttons."""
    message = {
        "message_id": 3,
        "date": 1000,
        "chat": {"id": -1000, "type": "supergroup"},
        "from": {"id": 99, "is_bot": True},
        "reply_markup": {"inline_keyboard": [[{"text": d, "callback_data": d} for d in below]]},
        **fields,
    }
    sender = {"id": user, "is_bot": False, "first_name": "Bob", "last_name": "Smith"}
    query = {"id": "q", "from": sender, "data": data, "message": message}
    return READER.read({"update_id": 5, "callback_query": query}, 1000)


def test_whoever_taps_is_known_beside_whose_plan_it_is() -> None:
    event = tapped("take:@1:p1~100", 200)
    assert isinstance(event, Refused)
    assert event.as_owner
    assert (event.as_owner.user, event.as_owner.member) == ("100", Member("200", "Bob", "Smith"))
    own = tapped("take:@1:p1~100", 100)
    assert isinstance(own, Heard)
    assert own.message.member == Member("100", "Bob", "Smith")


@pytest.mark.parametrize("data", ["seats:@2~100", "vote:@2~100", "close:9~100", "win:1:1~100"])
def test_a_button_that_is_not_there_is_nobody_elses_to_tap(data: str) -> None:
    own = ("part:card:@1~200",)  # Bob's own message
    for below in (KEYS, own, (*KEYS, *own)):
        assert tapped(data, 200, below) == Refused("q", None)


@pytest.mark.parametrize("data", ["take:@1:p7~100", "seats:@1:2~100"])
def test_a_list_may_have_changed_before_a_tap(data: str) -> None:
    event = tapped(data, 200)
    assert isinstance(event, Refused)
    assert event.as_owner


def test_votes_are_read_with_their_voter() -> None:
    answer = {"poll_id": "P", "user": {"id": 200}, "option_ids": [1]}
    event = READER.read({"update_id": 5, "poll_answer": answer}, 1000)
    assert event == Voted(Vote("telegram:99", "5", "P", "200", 1, 1000))
    for more, voter, choice in (
        ({"option_ids": []}, "200", None),
        ({"voter_chat": {"id": -5}}, "-5", 1),
    ):
        event = READER.read({"update_id": 5, "poll_answer": {**answer, **more}}, 1000)
        assert event == Voted(Vote("telegram:99", "5", "P", voter, choice, 1000))
