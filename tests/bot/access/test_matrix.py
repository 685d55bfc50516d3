"""The access matrix: actor × object × action. What is not somebody's is neither shown nor changed.

Every plan holds the name of a person in it, so that a leak can be seen in any answer.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path

import pytest

from bot.address import Address
from bot.core import Core
from bot.message import Message
from bot.service import Service
from bot.store import Store, open_store
from flows.replies import Said, Tapped

OWNER, HOLDER, EDITOR, STRANGER, FORMER = "100", "200", "300", "400", "500"
GROUP = "-1000"
NAME_INSIDE = "Zhang Hidden"
DAY = 24 * 60 * 60  # seconds
OBJECTS = ("own", "linked", "open_link", "revoked", "expired", "deleted", "in_group")
SHOWN = ("part:card:{code}", "part:roles:{code}", "file:{code}:csv", "s:card:{code}")
TOLD = (
    *("part:why:{code}", "share:{code}", "chart:{code}", "files:{code}"),
    *("force:{code}", "force:{code}:launch", "lines:{code}:launch"),
    *("grow:{code}", "grow:{code}:20.30", "growpic:{code}:20.30:light", "growby:{code}:20.30:6"),
)
TAKES = ("mine:{code}",)
EDITS = (
    *("edit:{code}", "post:{code}:p2", "place:{code}:move:p2", "new:{code}:-"),
    *("versions:{code}", "compare:{code}", "name:staff:{code}:p2"),
)
CHANGES = ("more:{code}:p3", "cut:{code}:p3", "move:{code}:p3:p5", "undo:{code}", "split:{code}:p3")
OWNS = (
    *("keep:{code}", "copy:{code}", "bin:{code}", "binned:{code}", "name:plan:{code}"),
    *("link:{code}:edit", "link:{code}:end"),
)
ACTIONS = (*SHOWN, *TOLD, *TAKES, *EDITS, *CHANGES, *OWNS)


@dataclass
class World:
    """A bot with the plans of the owner, one of each kind."""

    service: Service
    store: Store
    codes: dict[str, str]
    number: int = 0
    at: int = 1_000_000

    def send(self, user: str, incoming: Said | Tapped, chat: str | None = None) -> str:
        """Send a message and give all that is answered, files and buttons too, as one text."""
        self.number += 1
        address = Address(owner=user) if chat else Address()
        message = Message(
            "test", str(self.number), chat or user, user, incoming, self.at, address=address
        )
        letters = self.service.handle(message)
        return json.dumps([asdict(letter) for letter in letters], ensure_ascii=False)

    def say(self, user: str, text: str, chat: str | None = None) -> str:
        return self.send(user, Said(text, "en"), chat)

    def tap(self, user: str, data: str, chat: str | None = None) -> str:
        return self.send(user, Tapped(data, "en"), chat)

    def plans(self) -> list[tuple[object, ...]]:
        """Give all that is stored about the owner's plans and their links, in any order.

        The plan that was looked at last comes first in the store, which changes none.
        """
        with self.store.message("look", str(self.number), self.at) as transaction:
            assert transaction
            told = transaction.everything_of(OWNER)
        kept = (("plans", "chat", "id", "body"), ("shares", "plan", "token", "may_edit"))
        found = ((t, *(row[name] for name in names)) for t, *names in kept for row in told[t])
        return sorted(found, key=str)


def _plan(world: World, user: str, chat: str | None = None) -> None:
    world.say(user, "/start", chat)
    world.say(user, "ecommerce, 20 people, growth stage", chat)
    world.tap(user, "variant:none", chat)
    world.say(user, "add a designer", chat)
    world.tap(user, f"name:staff:{_current(world, user, chat)}:p2", chat)
    world.say(user, NAME_INSIDE, chat)


def _current(world: World, user: str, chat: str | None = None) -> str:
    with world.store.message("look", f"now {world.number}", world.at) as transaction:
        assert transaction
        draft = json.loads(transaction.draft(chat or user, user) or "{}")
    return str(draft["plan"])


def _token(world: World, code: str) -> str:
    world.tap(OWNER, f"share:{code}")
    with world.store.message("look", f"token {world.number}", world.at) as transaction:
        assert transaction
        share = transaction.share_of(code, OWNER, OWNER)
    assert share
    return f"!{share.token}"


@pytest.fixture(scope="module")
def known(core: Core, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the file with all plans once; each test works on a copy."""
    path = tmp_path_factory.mktemp("access") / "plans.db"
    with open_store(path) as store:
        world = World(Service(core, store, None), store, {})
        for kind in OBJECTS[:-1]:
            _plan(world, OWNER)
            code = _current(world, OWNER)
            if kind != "own":
                world.codes[kind] = _token(world, code)
            else:
                world.codes[kind] = code
            if kind == "open_link":
                world.tap(OWNER, f"link:{code}:edit")
            if kind == "revoked":
                world.tap(OWNER, f"link:{code}:end")
            if kind == "expired":
                world.tap(OWNER, f"link:{code}:7")
            if kind == "deleted":
                world.tap(OWNER, f"binned:{code}")
        _plan(world, OWNER, GROUP)
        world.codes["in_group"] = _current(world, OWNER, GROUP)
        (path.parent / "codes.json").write_text(json.dumps([world.codes, world.number]))
    return path


@pytest.fixture
def world(core: Core, known: Path, tmp_path: Path) -> Iterator[World]:
    path = tmp_path / "plans.db"
    path.write_bytes(known.read_bytes())
    codes, number = json.loads((known.parent / "codes.json").read_text())
    with open_store(path) as store:
        yield World(Service(core, store, None), store, codes, number, 1_000_000 + 8 * DAY)


@pytest.mark.parametrize(("kind", "action"), list(product(OBJECTS, ACTIONS)))
def test_others_get_what_is_shared_with_them_and_nothing_else(
    world: World, kind: str, action: str
) -> None:
    before = world.plans()
    answer = world.tap(STRANGER, action.format(code=world.codes[kind]))
    is_open, is_linked = kind == "open_link", kind in ("linked", "open_link")
    may_see = is_linked and (action not in (*EDITS, *CHANGES, *OWNS) or is_open)
    assert may_see or NAME_INSIDE not in answer
    if is_linked and action in (*SHOWN, *TAKES):
        assert NAME_INSIDE in answer
    assert (world.plans() != before) == (is_open and action in CHANGES)


@pytest.mark.parametrize("action", ACTIONS)
def test_a_plan_of_a_group_is_its_owners_even_for_others_in_it(world: World, action: str) -> None:
    before = world.plans()
    answer = world.tap(STRANGER, action.format(code=world.codes["in_group"]), GROUP)
    assert NAME_INSIDE not in answer
    assert world.plans() == before
    assert NAME_INSIDE in world.tap(OWNER, "part:card:" + world.codes["in_group"], GROUP)


@pytest.mark.parametrize("action", [*SHOWN, *CHANGES, "keep:{code}", "edit:{code}"])
def test_the_owner_may_do_everything_with_their_own(world: World, action: str) -> None:
    before = world.plans()
    answer = world.tap(OWNER, action.format(code=world.codes["own"]))
    assert NAME_INSIDE in answer or action.startswith(("keep", "undo"))
    assert (world.plans() != before) == (action in CHANGES)


@pytest.mark.parametrize("token", ["!", "!" + "a" * 22, "!" + "A_-9" * 5 + "zz", "!%", "@99"])
@pytest.mark.parametrize("action", ACTIONS)
def test_a_made_up_code_opens_nothing(world: World, token: str, action: str) -> None:
    before = world.plans()
    answer = world.tap(STRANGER, action.format(code=token))
    assert NAME_INSIDE not in answer
    assert world.plans() == before


def test_a_copy_belongs_to_its_reader_and_outlives_the_link(world: World) -> None:
    world.tap(HOLDER, f"mine:{world.codes['linked']}")
    code = _current(world, HOLDER)
    world.say(OWNER, "/delete")
    world.say(OWNER, "yes")
    assert NAME_INSIDE in world.tap(HOLDER, f"part:card:{code}")
    assert NAME_INSIDE not in world.tap(STRANGER, f"part:card:{world.codes['linked']}")
    assert world.plans() == []


def test_whoever_forgets_everything_leaves_no_link(world: World) -> None:
    world.say(OWNER, "/delete")
    world.say(OWNER, "yes")
    for kind in OBJECTS[1:-1]:
        assert NAME_INSIDE not in world.tap(STRANGER, f"s:card:{world.codes[kind]}")


def test_an_editor_works_on_the_owners_plan_until_the_owner_says_otherwise(world: World) -> None:
    code = world.codes["open_link"]
    own = "@3"
    world.tap(EDITOR, f"name:title:{code}:p2")
    world.say(EDITOR, "Head of Care")
    assert "Head of Care" in world.tap(OWNER, f"part:card:{own}")
    world.tap(OWNER, f"link:{own}:view")
    before = world.plans()
    assert "somebody else" in world.tap(EDITOR, f"more:{code}:p3")
    assert world.plans() == before


def test_a_name_that_was_asked_for_is_not_taken_once_the_owner_says_otherwise(world: World) -> None:
    code = world.codes["open_link"]
    world.tap(EDITOR, f"name:plan:{code}")
    world.tap(OWNER, "link:@3:view")
    before = world.plans()
    assert "somebody else" in world.say(EDITOR, "Mine now")
    assert world.plans() == before


def test_a_plan_whose_link_has_expired_gets_a_new_one(world: World) -> None:
    old = world.codes["expired"]
    new = _token(world, "@5")
    assert new != old
    assert NAME_INSIDE in world.tap(STRANGER, f"s:card:{new}")
    assert NAME_INSIDE not in world.tap(STRANGER, f"s:card:{old}")


def test_a_group_that_moves_keeps_its_plans_with_their_owner(world: World) -> None:
    world.store.move_chat("test", GROUP, "-2000")
    assert NAME_INSIDE in world.tap(OWNER, "part:card:" + world.codes["in_group"], "-2000")
    assert NAME_INSIDE not in world.tap(STRANGER, "part:card:" + world.codes["in_group"], "-2000")
