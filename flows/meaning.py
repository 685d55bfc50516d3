"""What one message means, as a value. Holds no words and decides nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from flows.sums.sizes import PeopleRange
from knowledge import languages

Intent: TypeAlias = Literal[
    "brief",
    "change",
    "role",
    "compare",
    "need",
    "who_does",
    "why",
    "next",
    "share",
    "export",
    "language",
    "restart",
    "smalltalk",
    "out_of_scope",
]
Command: TypeAlias = Literal[
    "start",
    "help",
    "back",
    "cancel",
    "restart",
    "settings",
    "dont_know",
    "yes",
    "no",
    "plan",
    "role",
    "roles",
    "chart",
    "export",
    "share",
    "covers",
    "why",
    "changes",
    "change",
    "next",
    "run",
    "warnings",
    "plans",
    "privacy",
    "mydata",
    "delete",
    "grow",
    "kit",
    "taskforce",
    "check",
    "size",
]
Asked: TypeAlias = Literal["channel", "stage", "size", "variant"]
Language: TypeAlias = languages.Language


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a company in the order they are named, and everybody if told [people]."""

    named: tuple[tuple[str, int], ...] = ()
    total: int | None = None


NO_PARTS = Parts()


@dataclass(frozen=True, slots=True)
class Meaning:
    """A message's intent and what it says of each slot; None or empty where it says nothing.

    `size` is the target if one is given, else the current size. `channel` is None when several
    stand equal. `roles` are all roles named, in order; `role` is the first. `parts` are
    those of a company, none where one team is told of. `unsure` are the sizes that may be meant
    where `size`, the first of them, is doubtful.
    """

    intent: Intent
    channel: str | None
    channels: tuple[str, ...]
    stage: str | None
    size: PeopleRange | None
    current_size: PeopleRange | None
    target_size: PeopleRange | None
    variants: tuple[str, ...]
    role: str | None
    facet: str
    roles: tuple[str, ...]
    parts: Parts
    command: Command | None
    language: Language | None
    unsure: tuple[PeopleRange, ...]
