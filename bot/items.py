"""Items: what one request may hold, checked before anything is read from it.

An item comes from options or from a line of a batch. Its keys and the kinds of their values are
checked here; whether a channel or a size exists is for `briefs`. These sentences speak of keys, to
somebody who writes a program, so they are in English.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from bot.errors import RequestError
from bot.words.voice import LANGUAGES, as_language

Item: TypeAlias = Mapping[str, Any]

BRIEF = ("text", "channel", "stage", "size", "variant", "parts", "lang")
QUESTION = ("text", "channel", "lang")
_LONGEST_SHOWN = 40  # characters


def checked(item: Item, keys: tuple[str, ...]) -> Item:
    """Give an item with all its values of the right kind; null is "not given".

    `id` is always allowed and may be anything. Halves of characters (lone surrogates, as in
    arguments that are not UTF-8) become question marks.

    Raises:
        RequestError: For the first other key, or value of another kind.
    """
    for key, value in item.items():
        if key not in ("id", *keys):
            known = ", ".join(keys)
            raise RequestError(f"There is no key `{shown(key)}`; write some of {known}, and id.")
        if key in _KINDS and value is not None and not _KINDS[key][0](value):
            written = shown(json.dumps(value, ensure_ascii=False))
            raise RequestError(f"`{key}` must be {_KINDS[key][1]}, not {written}.")
    return {key: _whole(v) if isinstance(v, str) else v for key, v in item.items()}


def _whole(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def shown(value: str) -> str:
    """Make somebody's text fit to be shown inside a sentence: short, on one line, printable."""
    line = "".join(letter if letter.isprintable() else " " for letter in value).strip()
    return line if len(line) <= _LONGEST_SHOWN else f"{line[:_LONGEST_SHOWN]}…"


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_size(value: object) -> bool:
    if isinstance(value, list):
        return len(value) == 2 and all(map(_is_number, value))  # noqa: PLR2004 - low and high
    return _is_text(value) or _is_number(value)


def _is_texts(value: object) -> bool:
    return _is_text(value) or (isinstance(value, list) and all(map(_is_text, value)))


def _is_parts(value: object) -> bool:
    if isinstance(value, list):
        return all(_is_text(part) or _is_part(part) for part in value)
    return _is_text(value)


def _is_part(value: object) -> bool:
    if not isinstance(value, dict) or not {"channel", "size"} <= value.keys():
        return False
    known = value.keys() <= {"channel", "size", "variants"}
    whole = isinstance(value["size"], int) and not isinstance(value["size"], bool)
    return known and whole and _is_text(value["channel"]) and _is_texts(value.get("variants", []))


def _is_language(value: object) -> bool:
    return isinstance(value, str) and as_language(value) is not None


_KINDS: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "text": (_is_text, "a text in quotes"),
    "channel": (_is_text, "a text in quotes"),
    "stage": (_is_text, "a text in quotes"),
    "size": (_is_size, 'a whole number, a range such as [8, 10] or a text such as "8-10"'),
    "variant": (_is_texts, "a text in quotes or a list of texts"),
    "parts": (_is_parts, 'a list such as ["telesales=40", {"channel": "marketing", "size": 8}]'),
    "lang": (_is_language, f"one of {', '.join(LANGUAGES)}"),
}
