"""Planted names: each may be shown only where it was said, and to whom it was shared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

_LETTERS = "abcdefghij"
_NAME = re.compile(r"Vexley([a-j]+)z", re.IGNORECASE)
Groups = Callable[[str], Iterable[str]]


@dataclass(slots=True)
class Planted:
    """Names nobody else has. `groups` gives the groups that the person of a private chat is in."""

    groups: Groups
    places: list[set[str]] = field(default_factory=list)

    def new(self, *chats: str) -> str:
        """Plant a name that may be shown in some chats."""
        self.places.append(set(chats))
        return _name(len(self.places) - 1)

    def allow(self, text: str, chat: str) -> None:
        """Let all names in a text be shown in one more chat."""
        for number in _numbers(text):
            self.places[number].add(chat)

    def moves(self, old: str, new: str) -> None:
        """Let a chat have another id."""
        for places in self.places:
            if old in places:
                places.add(new)

    def leaks(self, text: str, chat: str | None) -> list[str]:
        """Name what a text shows in a chat where it must not."""
        return [_name(n) for n in sorted(set(_numbers(text))) if not self._may_see(n, chat)]

    def _may_see(self, number: int, chat: str | None) -> bool:
        if chat is None:
            return False
        return not self.places[number].isdisjoint({chat, *self.groups(chat)})


def _numbers(text: str) -> Iterator[int]:
    for found in _NAME.finditer(text):
        yield int("".join(str(_LETTERS.index(c)) for c in found[1].lower()))


def _name(number: int) -> str:
    return "Vexley" + "".join(_LETTERS[int(digit)] for digit in str(number)) + "z"
