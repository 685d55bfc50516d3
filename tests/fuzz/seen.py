"""What an update says, and what a request shows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tests.telegram.state import Call
from tests.telegram.updates import Update
from tests.telegram.wire import Upload


def said(update: Update) -> Iterator[tuple[str, str]]:
    """Give what an update says or taps, and where that is answered."""
    for kind, name in (
        ("message", "text"),
        ("callback_query", "data"),
        ("inline_query", "query"),
        ("guest_message", "text"),
        ("chosen_inline_result", "result_id"),
    ):
        if kind not in update:
            continue
        found: dict[str, Any] = update[kind]
        text = str(found.get(name, found.get("caption", "")))
        yield str(found["from"]["id"]), text
        chat = found.get("chat") or found.get("message", {}).get("chat")
        if chat:
            yield str(chat["id"]), text
        if "inline_message_id" in found:
            yield f"inline:{found['inline_message_id']}", text


def shown(call: Call) -> str:
    """Give all that a request shows, files too."""
    files = [value for value in call.params.values() if isinstance(value, Upload)]
    plain = {key: value for key, value in call.params.items() if not isinstance(value, Upload)}
    contents = (file.content.decode("utf-8", "replace") for file in files)
    return "\n".join((json.dumps(plain, ensure_ascii=False), *contents))
