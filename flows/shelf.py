"""The shelf: plans kept under codes of their own, because somebody edited or named them.

`@3` is the third such plan of a person in a chat; the same code is another plan for anybody else.
`!` and a token opens a plan that its owner shares. Where a plan is read from is the shell's: the
shelf asks for it when it is needed, and remembers what a step changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from flows.codes import decode
from knowledge.brief import Brief
from knowledge.edits import Edit
from knowledge.knowledge import Knowledge
from knowledge.plan import Plan, plan

OWN, TOKEN = "@", "!"


@dataclass(frozen=True, slots=True)
class Version:
    """A state of a plan that somebody gave a name."""

    name: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept plan: its brief with all edits, and its history.

    `extra` is how many people [people] more the edits make than the brief asks for, below 0 if
    fewer. `steps` says how many edits each change made, `undone` are changes taken back, the last
    one first. A plan that is not the reader's own can be edited only where its owner lets others.
    """

    brief: Brief
    extra: int = 0
    steps: tuple[int, ...] = ()
    undone: tuple[tuple[Edit, ...], ...] = ()
    name: str = ""
    versions: tuple[Version, ...] = ()
    may_edit: bool = True


class Source(Protocol):
    """Where kept plans are read from."""

    def find(self, code: str) -> Kept | None:
        """Give a kept plan; None if there is none, or none for this person."""

    def free(self) -> int:
        """Give the first number that no kept plan of this person has."""

    def plan(self, knowledge: Knowledge, brief: Brief) -> Plan:
        """Plan a brief."""


class _Nothing:
    def find(self, code: str) -> Kept | None:
        del code
        return None

    def free(self) -> int:
        return 1

    def plan(self, knowledge: Knowledge, brief: Brief) -> Plan:
        return plan(knowledge, brief)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The kept plans that a person can reach; `changed` holds what was changed, None if deleted."""

    source: Source
    changed: Mapping[str, Kept | None] = field(default_factory=dict)

    def find(self, code: str) -> Kept | None:
        """Give a kept plan; None if there is none, or none for this person."""
        return self.changed[code] if code in self.changed else self.source.find(code)

    def put(self, code: str, kept: Kept | None) -> Shelf:
        """Keep a plan, or delete it."""
        return replace(self, changed={**self.changed, code: kept})

    def free_code(self) -> str:
        """Give a code that no kept plan has."""
        number = self.source.free()
        while f"{OWN}{number}" in self.changed:
            number += 1
        return f"{OWN}{number}"

    def plan(self, knowledge: Knowledge, brief: Brief) -> Plan:
        """Plan a brief."""
        return self.source.plan(knowledge, brief)

    def added(self, code: str | None) -> int:
        """Say how many people [people] more a plan has than its brief asks for."""
        kept = self.find(code) if code and code[0] in (OWN, TOKEN) else None
        return kept.extra if kept else 0

    def brief_of(self, knowledge: Knowledge, code: str | None) -> Brief | None:
        """Give the brief of any code; None for one that is none, or not for this person."""
        if not code:
            return None
        if code[0] not in (OWN, TOKEN):
            return decode(knowledge, code)
        kept = self.find(code)
        return kept.brief if kept else None


EMPTY_SHELF = Shelf(_Nothing())
