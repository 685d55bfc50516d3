"""Options: what a group votes between, as it is stored with the vote."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.shelf import read_written
from bot.store.workshop import Round
from knowledge.brief import Brief
from knowledge.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a vote: its name in the poll, and its plan as `bot.shelf.written` gives it."""

    name: str
    code: str
    edits: Sequence[Any]


def options_of(round: Round) -> tuple[Option, ...]:
    """Read the options of a vote."""
    return tuple(Option(*option) for option in json.loads(round.options))


def dump_options(options: Iterable[Option]) -> str:
    """Write the options of a vote as JSON."""
    found = [[option.name, option.code, option.edits] for option in options]
    return json.dumps(found, ensure_ascii=False)


def brief_of(knowledge: Knowledge, option: Option) -> Brief:
    """Read the plan of an option.

    Raises:
        LookupError: If the knowledge does not know its team any more.
    """
    brief = read_written(knowledge, option.code, option.edits)
    if brief is None:
        msg = f"there is no plan {option.code}"
        raise LookupError(msg)
    return brief
