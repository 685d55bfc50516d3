"""Batches: one item a line in, one JSON object a line out, in the same order.

A line that starts with `{` is a JSON object and one that starts with `"` a JSON string, else the
line is the text itself; a line that is a JSON list or null is refused. Every line gets an answer,
also an empty one, so that line n of the output answers line n of the input.
"""

from __future__ import annotations

import gc
import json
import traceback
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from bot.cli.streams import LONGEST_LINE, lines_in, write_json
from bot.errors import RequestError

Answer = Callable[[Mapping[str, Any]], dict[str, Any]]
_NO_OBJECT = "This line starts like a JSON object but is not one; mend it, or quote it as a text."
_NO_ITEM = "An item is a text or a JSON object, not a list, null, true or false."
_TOO_LONG = "This line is too long for an item; a line has 1 MB at most."
_NO_UTF8 = "This line is not UTF-8; save the input as UTF-8."


def run(answer: Answer, options: Mapping[str, Any]) -> None:
    """Answer every line of standard input; one that fails does not stop the rest.

    Args:
        answer: Answers one item, or raises `RequestError`.
        options: What holds for every item that does not say otherwise.
    """
    for number, line in enumerate(lines_in()):
        answered = _answered if number else _first
        write_json(answered(answer, options, line))


def _first(answer: Answer, options: Mapping[str, Any], line: bytes) -> dict[str, Any]:
    """Answer the first item, which loads much that is never garbage."""
    gc.disable()
    try:
        return _answered(answer, options, line.removeprefix(b"\xef\xbb\xbf"))
    finally:
        gc.freeze()
        gc.enable()


def _answered(answer: Answer, options: Mapping[str, Any], line: bytes) -> dict[str, Any]:
    known: dict[str, Any] = {}
    try:
        item = read_item(line)
        known = {"id": item["id"]} if "id" in item else {}
        return known | answer({**options, **item})
    except RequestError as error:
        return known | {"error": str(error)}
    except Exception as error:  # noqa: BLE001 - a bug in one of thousands must not lose the rest
        traceback.print_exc()
        return known | {"error": f"This is a bug ({error!r}); please report the item."}


def read_item(line: bytes) -> dict[str, Any]:
    """Read the item of one line.

    Raises:
        RequestError: If the line is too long, or neither a text nor a JSON object.
    """
    if len(line) > LONGEST_LINE:
        raise RequestError(_TOO_LONG)
    try:
        text = line.decode().strip()
    except UnicodeDecodeError:
        raise RequestError(_NO_UTF8) from None
    try:
        found = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        if text.startswith("{"):
            raise RequestError(_NO_OBJECT) from None
        return {"text": text}
    if isinstance(found, list | bool | None):
        raise RequestError(_NO_ITEM)
    if isinstance(found, dict):
        return found
    return {"text": found if isinstance(found, str) else text}


def _no_constant(name: str) -> NoReturn:
    msg = f"{name} is no JSON"
    raise ValueError(msg)
