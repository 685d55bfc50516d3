"""Options and input that several commands share."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import click

LANGUAGES = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "en")

language = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help="Language of the answer (default: that of the text, else English).",
)
jsonl = click.option(
    "--jsonl", is_flag=True, help="Read one item a line from standard input, write one JSON a line."
)


def items() -> Iterator[dict[str, Any]]:
    """Read the items of a batch: a text, or a JSON object, a line; blank lines are skipped."""
    for raw in sys.stdin:
        line = raw.rstrip("\n")
        if line.strip():
            yield _item(line)


def _item(line: str) -> dict[str, Any]:
    if line.lstrip().startswith("{"):
        try:
            found = json.loads(line)
        except json.JSONDecodeError:
            return {"error": "this line starts like a JSON object but is not one; mend or quote it"}
        return dict(found)
    try:
        text = json.loads(line) if line.startswith('"') else line
    except json.JSONDecodeError:
        text = line
    return {"text": text}


def batch(answer: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Answer every item of standard input in order; one that fails does not stop the rest."""
    for item in items():
        result = {"error": item["error"]} if "error" in item else answer(item)
        known = {"id": item["id"]} if "id" in item else {}
        click.echo(json.dumps({**known, **result}, ensure_ascii=False))


def echo_json(value: dict[str, Any]) -> None:
    """Write a value as readable JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
