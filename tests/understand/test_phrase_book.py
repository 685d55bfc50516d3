"""The phrase book: what people say, and what must be understood of it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from flows.lexicon import Lexicon
from flows.meaning import Meaning
from flows.understand import understand

BOOK = Path(__file__).parent
SLOTS = ("channel", "stage", "size", "current_size", "target_size")


def _phrases(file: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((BOOK / file).read_text("utf-8"))["phrases"]
    return rows


def _name(row: dict[str, Any]) -> str:
    return f"{row['text']} ({row['asked']})" if "asked" in row else str(row["text"])


def _size(value: object) -> object:
    return [value, value] if isinstance(value, int) else value


def expected(row: dict[str, Any]) -> dict[str, Any]:
    """Spell out a row: slots that are not given must stay empty."""
    wanted = {slot: row.get(slot) for slot in SLOTS} | {"intent": row["intent"]}
    wanted["current_size"] = row.get(
        "current_size", None if "target_size" in row else row.get("size")
    )
    for slot in ("size", "current_size", "target_size"):
        wanted[slot] = _size(wanted[slot])
    channel = row.get("channel")
    wanted["channels"] = row.get("channels", [channel] if channel else [])
    wanted["variants"] = row.get("variants", [])
    given = ("role", "facet", "command", "language", "roles")
    return wanted | {key: row[key] or None for key in given if key in row}


def plain(meaning: Meaning, keys: object) -> dict[str, Any]:
    """Write a meaning as the phrase book does."""
    found: dict[str, Any] = {}
    assert hasattr(keys, "__iter__")
    for key in keys:
        value = getattr(meaning, key)
        if key.endswith("size") and value:
            value = [value.low, value.high]
        found[key] = list(value) if isinstance(value, tuple) else value
    return found


def _read(lexicon: Lexicon, row: dict[str, Any]) -> Meaning:
    return understand(lexicon, row["text"], asked=row.get("asked"))


@pytest.mark.parametrize("row", _phrases("briefs.toml"), ids=_name)
def test_a_description_of_a_team_is_understood(lexicon: Lexicon, row: dict[str, Any]) -> None:
    wanted = expected(row)
    assert plain(_read(lexicon, row), wanted) == wanted


@pytest.mark.parametrize("row", _phrases("talk.toml"), ids=_name)
def test_changes_questions_and_commands_are_understood(
    lexicon: Lexicon, row: dict[str, Any]
) -> None:
    wanted = expected(row)
    assert plain(_read(lexicon, row), wanted) == wanted


@pytest.mark.parametrize("row", _phrases("known_failures.toml"), ids=_name)
def test_a_known_failure_that_passes_leaves_the_list(lexicon: Lexicon, row: dict[str, Any]) -> None:
    wanted = expected(row)
    assert plain(_read(lexicon, row), wanted) != wanted, (
        "understood now: move it to the phrase book"
    )
    assert row["why"]


def test_no_phrase_is_in_the_book_twice() -> None:
    files = ("briefs.toml", "talk.toml", "known_failures.toml")
    names = [_name(row) for file in files for row in _phrases(file)]
    assert len(names) == len(set(names))
    assert len(names) >= 150
