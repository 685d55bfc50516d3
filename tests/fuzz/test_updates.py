"""Updates of any shape: what the Bot API allows is read, and nothing else can stop the bot."""

from __future__ import annotations

import json
from itertools import count
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.events import Event
from bot.telegram.updates import ALLOWED, Reader
from tests.fuzz.life import Life
from tests.fuzz.schemed import _TYPES, of_type
from tests.fuzz.values import damaged

READER = Reader(99, "orgwright_bot")
EVENTS: tuple[type, ...] = Event.__args__
REFUSALS = (LookupError, TypeError, ValueError, AttributeError)  # that `Reader.read` speaks of
_ids = count(10_000)


@st.composite
def updates(draw: st.DrawFn, depth: int = 3) -> dict[str, Any]:
    """Make an update with one event of a kind that the bot asks for."""
    kind = draw(st.sampled_from(ALLOWED))
    (name,) = _TYPES["Update"]["fields"][kind]["types"]
    return {"update_id": next(_ids), kind: draw(of_type(name, depth))}


@given(update=updates())
def test_every_update_that_the_bot_api_allows_is_read(update: dict[str, Any]) -> None:
    found = READER.read(update, 1_800_000_000)
    assert found is None or isinstance(found, EVENTS)


@given(update=updates().flatmap(damaged))
def test_a_damaged_update_is_read_or_refused(update: dict[str, Any]) -> None:
    try:
        found = READER.read(update, 1_800_000_000)
    except REFUSALS:
        return
    assert found is None or isinstance(found, EVENTS)


@given(update=updates(depth=2))
def test_every_update_that_the_bot_api_allows_leaves_the_bot_sound(
    life: Life, update: dict[str, Any]
) -> None:
    life.town.deliver([update])
    _is_well(life)


@given(update=updates(depth=2).flatmap(damaged))
def test_a_damaged_update_holds_up_nobody(life: Life, update: dict[str, Any]) -> None:
    whole = (
        {**update, "update_id": next(_ids)}
        if isinstance(update, dict)
        else {"update_id": next(_ids)}
    )
    life.town.deliver([json.loads(json.dumps(whole, default=str))])
    life.town.errors.records = [
        r for r in life.town.errors.records if r.getMessage() != "unreadable update"
    ]
    _is_well(life)


def _is_well(life: Life) -> None:
    """Find nothing logged and the file whole, and let somebody be answered."""
    life.people[3].says("/help")
    calls = life.town.deliver(life.town.waiting())
    assert any(call.params.get("chat_id") == life.people[3].id for call in calls)
    assert [*life.checks.logged(), *life.checks.unsound_file()] == []
