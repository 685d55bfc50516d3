"""Any value that the Bot API's own description allows, as deep as asked."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st

from tests.telegram.schema import ARRAY, load

_SCHEMA = load()
_TYPES: dict[str, Any] = _SCHEMA._document["types"]
_PEOPLE, _CHATS = (7001, 7002, 99, 123456, 1087968824), (7001, 7002, -5001, -1_000_000_005_002)
_KNOWN: dict[tuple[str, str], st.SearchStrategy[Any]] = {  # what makes an update interesting
    ("User", "id"): st.sampled_from(_PEOPLE) | st.integers(1, 2**52),
    ("Chat", "id"): st.sampled_from(_CHATS) | st.integers(-(2**52), 2**52),
    ("Chat", "type"): st.sampled_from(("private", "group", "supergroup", "channel")),
    ("User", "language_code"): st.sampled_from(("en", "zh-hans", "zh", "xx", "")),
    ("Message", "date"): st.sampled_from((0, 1_800_000_000)),
    ("Document", "file_name"): st.sampled_from(("a.csv", "b.xlsx", "c", "")),
    ("Message", "text"): st.text(max_size=20)
    | st.sampled_from(("/start", "12个人做电销", "@orgwright_bot 电商")),
    ("CallbackQuery", "data"): st.text(max_size=20)
    | st.sampled_from(("channel:telesales", "a~7001", "s:card:ts-g-5")),
}
_ALSO = {("PollAnswer", "user"), ("Message", "from")}  # always there in what the bot is told
_SCALARS: dict[str, st.SearchStrategy[Any]] = {
    "Integer": st.integers(0, 2**52),
    "String": st.text(max_size=12),
    "Boolean": st.booleans(),
    "True": st.just(True),
    "Float": st.floats(allow_nan=False, allow_infinity=False),
    "InputFile": st.just("attach://x"),
}


@st.composite
def of_type(draw: st.DrawFn, name: str, depth: int = 3) -> dict[str, Any]:
    """Make an object of a type: all that it must have, some of what it may have."""
    fields = _TYPES[name].get("fields", {})
    needed = {key for key, field in fields.items() if field["required"] or (name, key) in _ALSO}
    optional = sorted(fields.keys() - needed)
    chosen = draw(st.sets(st.sampled_from(optional), max_size=4)) if optional and depth else set()
    wanted = [key for key in fields if key in needed | chosen]
    return {key: draw(_field(name, key, fields[key], depth)) for key in wanted}


def _field(owner: str, key: str, field: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
    if "const" in field:
        return st.just(field["const"])
    known = _KNOWN.get((owner, key))
    return known if known is not None else _any_of(field["types"], depth)


def _any_of(names: list[str], depth: int) -> st.SearchStrategy[Any]:
    return st.one_of([_value(name, depth) for name in names])


@cache
def _value(name: str, depth: int) -> st.SearchStrategy[Any]:
    if name.startswith(ARRAY):
        return st.lists(_value(name.removeprefix(ARRAY), depth), max_size=2)
    if name in _SCALARS:
        return _SCALARS[name]
    subtypes = _TYPES[name].get("subtypes")
    if subtypes:
        return st.deferred(lambda: _any_of(list(subtypes), depth))
    return st.deferred(lambda: of_type(name, max(0, depth - 1)))
