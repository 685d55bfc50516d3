"""What one check found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

State: TypeAlias = Literal["ok", "problem", "note"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What was checked, how it stands, and one sentence; only steps to take stand on more lines."""

    check: str
    state: State
    text: str


def ok(check: str, text: str) -> Finding:
    """Say that a check found what it should."""
    return Finding(check, "ok", text)


def note(check: str, text: str) -> Finding:
    """Say what is worth knowing though the bot can run."""
    return Finding(check, "note", text)


def problem(check: str, text: str) -> Finding:
    """Say why the bot, or a part of it, cannot run, and what to do."""
    return Finding(check, "problem", text)
