"""Edits: what somebody changes in a plan, one value each.

Posts are named by their ids: `p4` is the fourth post of the plan as it was made, `e2` the post that
the second edit made. So ids stay as they are while edits are appended.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TypeAlias

LONGEST_TEXT = 40  # characters of a title or of a name
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}  # controls, direction marks, halves, what has no meaning
_JOINER = "\u200d"  # holds an emoji together


def clean(text: str) -> str:
    """Give a text as one line without what cannot be seen; every edit holds its texts like this."""
    if text.isprintable():  # nothing unseen in it; nearly every text
        return " ".join(text.split())
    return " ".join("".join(map(_seen, text)).split()).strip(_JOINER)


def _seen(character: str) -> str:
    if character.isspace():
        return " "
    is_seen = character == _JOINER or unicodedata.category(character) not in _UNSEEN
    return character if is_seen else ""


@dataclass(frozen=True, slots=True)
class Add:
    """A new post of `headcount` people [people] under another."""

    role: str
    under: str
    headcount: int


@dataclass(frozen=True, slots=True)
class Remove:
    """A post goes; who reported to it reports to its superior."""

    post: str


@dataclass(frozen=True, slots=True)
class Resize:
    """A post gets another head-count [people]."""

    post: str
    headcount: int


@dataclass(frozen=True, slots=True)
class Move:
    """A post goes under another, with everything below it; or only some of its people [people]."""

    post: str
    under: str
    people: int | None


@dataclass(frozen=True, slots=True)
class Title:
    """A post gets a name of the user's own; an empty one gives the role's name back."""

    post: str
    title: str

    def __post_init__(self) -> None:
        """Clean the title."""
        object.__setattr__(self, "title", clean(self.title))


@dataclass(frozen=True, slots=True)
class Staff:
    """The names of the people in a post, at most as many as its head-count."""

    post: str
    names: tuple[str, ...]

    def __post_init__(self) -> None:
        """Clean the names and leave out empty ones."""
        names = (clean(name) for name in self.names)
        object.__setattr__(self, "names", tuple(name for name in names if name))


@dataclass(frozen=True, slots=True)
class Duties:
    """The functions a post takes on beside those of its role; none gives them all back."""

    post: str
    functions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """Two teams become one: who reported to `post` reports to `into`, and `post` goes.

    Of two posts that lead nobody the people of the first do the work of the second.
    """

    post: str
    into: str


@dataclass(frozen=True, slots=True)
class Split:
    """A team becomes several, under leaders of the same role side by side."""

    post: str
    parts: int


@dataclass(frozen=True, slots=True)
class Lines:
    """Dotted lines to the leader of a task force for a goal; no post changes.

    Only a plan that is to be looked at has it, never one that is kept.
    """

    goal: str


Edit: TypeAlias = Add | Remove | Resize | Move | Title | Staff | Duties | Merge | Split | Lines
