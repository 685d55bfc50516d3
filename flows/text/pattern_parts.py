"""The parts of a pattern: what each can be, and what a text must hold for it."""

from __future__ import annotations

from typing import NamedTuple

_MOST = 48  # ways of a run
_EVERYWHERE = frozenset("我的个人一是有不了在们就做, ")  # nearly

Kind = tuple[str, ...]  # texts of which one must be there


class Part(NamedTuple):
    """What a part of a pattern can be, if that is few texts, and kinds of which it holds one.

    A part may only look for what is in front of it (`<`) or behind it (`>`).
    """

    ways: Kind | None
    held: tuple[Kind, ...] = ()
    looks: str = ""

    def kinds(self) -> tuple[Kind, ...]:
        """List the kinds of texts of which every match holds one."""
        return (*self.held, self.ways) if self.ways and all(self.ways) else self.held


UNKNOWN = Part(None)


class Row:
    """Joins parts that follow each other; ways are joined while they are few."""

    __slots__ = ("_before", "_held", "_is_whole", "_run")

    def __init__(self) -> None:
        self._run: Kind = ("",)
        self._before: Kind = ("",)
        self._held: list[Kind] = []
        self._is_whole = True

    def add(self, part: Part) -> None:
        """Go on with a part."""
        self._held += part.held
        if part.looks == "<" and self._run == ("",):
            self._before = part.ways or ("",)
        elif part.looks == "<":
            self._hold(part.ways)
        elif part.looks:
            self._hold(_joined(self._run, part.ways or ("",)), part.ways)
        elif part.ways is not None and (run := _joined(self._run, part.ways)):
            self._run = run
        else:
            self._end(part.ways or ("",))
            self._is_whole = False

    def _end(self, run: Kind = ("",)) -> None:
        self._hold(_joined(self._before, self._run), self._run)
        self._run, self._before = run, ("",)

    def _hold(self, *kinds: Kind | None) -> None:
        self._held += [kind for kind in kinds if kind and all(kind)]

    def whole(self) -> Part:
        """Give all of it as one part."""
        run = self._run if self._is_whole else None
        self._end()
        return Part(run, tuple(self._held))


def _joined(before: Kind, behind: Kind) -> Kind | None:
    """Join what follows each other, if that is few texts."""
    if len(before) * len(behind) > _MOST:
        return None
    return tuple(dict.fromkeys(one + other for one in before for other in behind))


def one_of(parts: list[Part]) -> Part:
    """Join parts of which one is there."""
    told = [part.ways for part in parts if part.ways is not None]
    if len(told) == len(parts) and sum(map(len, told)) <= _MOST:
        return Part(tuple(dict.fromkeys(way for ways in told for way in ways)))
    kinds = [part.kinds() for part in parts]
    if not all(kinds):
        return UNKNOWN
    best = (max(each, key=rarity) for each in kinds)
    return Part(None, (tuple(text for kind in best for text in kind),))


def rarity(kind: Kind) -> tuple[int, int]:
    """Tell how seldom a text holds one of a kind: by the most common, and by how many there are."""
    return min(map(_weight, kind)), -len(kind)


def _weight(text: str) -> int:
    """Weigh a text: a Chinese character says as much as two letters, some say next to nothing."""
    common = sum(letter in _EVERYWHERE for letter in text)
    return len(text) - common // 2 + sum(not letter.isascii() for letter in text) - common
