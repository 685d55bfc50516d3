"""Edits as plain JSON values and back: `[version, {"edit": "move", "post": "p3", …}, …]`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import Any

from knowledge.edits.checks import MOST_EDITS
from knowledge.edits.edit import (
    LONGEST_TEXT,
    Add,
    Duties,
    Edit,
    Lines,
    Merge,
    Move,
    Remove,
    Resize,
    Split,
    Staff,
    Title,
    clean,
)
from knowledge.model import MAX_SIZE

VERSION = 1
MOST_FUNCTIONS = 200  # of a post; there are not so many
_KINDS: Mapping[str, type[Edit]] = {
    kind.__name__.lower(): kind
    for kind in (Add, Remove, Resize, Move, Title, Staff, Duties, Merge, Split, Lines)
}
_POST = re.compile(r"(p[1-9][0-9]{0,3}|e[1-9][0-9]{0,2}[a-z]{0,3})")
_ROLE = re.compile(r"[a-z][a-z0-9_]{0,63}")


def dump(edits: Iterable[Edit]) -> list[Any]:
    """Write edits as JSON values."""
    return [VERSION, *map(_dumped, edits)]


def _dumped(edit: Edit) -> dict[str, Any]:
    values = {field.name: getattr(edit, field.name) for field in fields(edit)}
    plain = {key: list(v) if isinstance(v, tuple) else v for key, v in values.items()}
    return {"edit": type(edit).__name__.lower(), **plain}


def load(values: object) -> tuple[Edit, ...]:
    """Read edits back; an empty list holds none.

    Raises:
        ValueError: If this is not what `dump` wrote, or there are more edits than a plan takes.
    """
    if not isinstance(values, list):
        raise ValueError("edits are not a list")  # noqa: TRY004 - what is read is a value
    version, *found = values or [VERSION]
    if type(version) is not int or version != VERSION:
        raise ValueError("edits of a version that is not known")
    if len(found) > MOST_EDITS:
        raise ValueError(f"{len(found)} edits; a plan takes {MOST_EDITS}")
    return tuple(map(_loaded, found))


def _loaded(value: object) -> Edit:
    if not isinstance(value, dict):
        raise ValueError("an edit is not a table")  # noqa: TRY004 - what is read is a value
    name = value.get("edit")
    kind = _KINDS.get(name) if isinstance(name, str) else None
    if kind is None:
        raise ValueError("an edit of a kind that is not known")
    names = [field.name for field in fields(kind)]
    if value.keys() != {"edit", *names}:
        raise ValueError(f"{name}: not the values of such an edit")
    if not all(_IS_GOOD[key](value[key]) for key in names):
        raise ValueError(f"{name}: a value that such an edit cannot have")
    return kind(**{key: _frozen(value[key]) for key in names})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _is_post(value: object) -> bool:
    return isinstance(value, str) and _POST.fullmatch(value) is not None


def _is_role(value: object) -> bool:
    return isinstance(value, str) and _ROLE.fullmatch(value) is not None


def _is_number(value: object) -> bool:
    return type(value) is int and 1 <= value <= MAX_SIZE


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_TEXT and clean(value) == value


def _are_names(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) <= MAX_SIZE
        and all(_is_text(name) and name for name in value)
    )


def _are_functions(value: object) -> bool:
    return isinstance(value, list) and len(value) <= MOST_FUNCTIONS and all(map(_is_role, value))


_IS_GOOD: Mapping[str, Callable[[object], bool]] = {
    "post": _is_post,
    "under": _is_post,
    "into": _is_post,
    "role": _is_role,
    "headcount": _is_number,
    "parts": _is_number,
    "people": lambda value: value is None or _is_number(value),
    "title": _is_text,
    "names": _are_names,
    "functions": _are_functions,
    "goal": _is_role,
}
