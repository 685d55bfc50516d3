"""The JSON Schemas of the package, as tests use them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

import bot

FOLDER = Path(bot.__file__).parent / "schemas"
NAMES = ("plan", "ask", "understand")


def schema(name: str) -> dict[str, Any]:
    """Read the schema of an interface."""
    found: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return found


def answers(name: str) -> Draft202012Validator:
    """Validate what `--json` answers."""
    return Draft202012Validator(schema(name))


def lines(name: str) -> Draft202012Validator:
    """Validate what `--jsonl` answers: a line is an answer or an error."""
    whole = schema(name)
    registry: Registry[Any] = Registry().with_resources(
        [(whole["$id"], Resource.from_contents(whole))]
    )
    return Draft202012Validator({"$ref": f"{whole['$id']}#/$defs/line"}, registry=registry)
