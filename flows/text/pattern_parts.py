"""Reading a regular expression for the texts that every match of it holds. Knows no language.

Only what our patterns use is understood; of the rest nothing is told, which is always right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_PLAIN = re.compile(r"[^\\()\[\]|?*+{}.^$]")
_CLASS = re.compile(r"\[(\^?)(\]?(?:[^\]\\]|\\.)*)\]", re.DOTALL)
_CLASS_SIGN = re.compile(r"\\|(?<=.)-(?=.)")  # in a class that is not just some letters
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|:|(=|<=)|(!|<!)))?")
_REPEAT = re.compile(r"(?:([?*+])|\{(\d*)(?:(,)(\d*))?\})[?+]?")
_CODE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))")
_NOTHING = ("b", "B", "A", "Z")  # escapes for places
_MOST = 48  # ways of a run
_EVERYWHERE = frozenset("我的个人一是有不了在们就做, ")  # nearly

Kind = tuple[str, ...]  # texts of which one must be there


@dataclass(frozen=True, slots=True)
class _Part:
    """What a part of a pattern can be, if that is few texts, and kinds of which it holds one.

    A part may only look for what is in front of it (`<`) or behind it (`>`).
    """

    ways: Kind | None
    held: tuple[Kind, ...] = ()
    looks: str = ""

    def kinds(self) -> tuple[Kind, ...]:
        """List the kinds of texts of which every match holds one."""
        return (*self.held, self.ways) if self.ways and all(self.ways) else self.held


_UNKNOWN, _EMPTY = _Part(None), _Part(("",))


def read_pattern(pattern: str) -> tuple[Kind, ...]:
    """List kinds of texts: every match of a pattern, and what it looks for, holds one of each."""
    reader = _Reader(pattern)
    part = reader.either()
    return part.kinds() if reader.at == len(pattern) else ()


class _Reader:
    """Reads a pattern from left to right."""

    __slots__ = ("at", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern, self.at = pattern, 0

    def either(self) -> _Part:
        """Read ways with bars between them."""
        ways = [self._run()]
        while self._sign() == "|":
            self.at += 1
            ways.append(self._run())
        return ways[0] if len(ways) == 1 else _one_of(ways)

    def _run(self) -> _Part:
        row = _Row()
        while self._sign() not in ("", "|", ")"):
            part = self._part()
            repeat = _REPEAT.match(self.pattern, self.at)
            self.at = repeat.end() if repeat else self.at
            row.add(_repeated(part, repeat) if repeat else part)
        return row.whole()

    def _sign(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def _part(self) -> _Part:
        sign = self._sign()
        if sign == "(":
            return self._group()
        if sign == "[" and (found := _CLASS.match(self.pattern, self.at)):
            self.at = found.end()
            is_plain = not found[1] and not _CLASS_SIGN.search(found[2])
            return _Part(tuple(found[2])) if is_plain else _UNKNOWN
        if sign == "\\":
            return self._escape()
        self.at += 1
        if sign in ("^", "$"):
            return _EMPTY
        return _Part((sign,)) if _PLAIN.match(sign) else _UNKNOWN

    def _escape(self) -> _Part:
        if code := _CODE.match(self.pattern, self.at):
            self.at = code.end()
            return _Part((chr(int(code[1] or code[2] or code[3], 16)),))
        sign = self.pattern[self.at + 1 : self.at + 2]
        self.at += 2
        if sign in _NOTHING:
            return _EMPTY
        return _UNKNOWN if sign.isalnum() else _Part((sign,))

    def _group(self) -> _Part:
        found = _GROUP.match(self.pattern, self.at)
        self.at = found.end() if found else len(self.pattern)
        is_strange = self._sign() == "?"  # such as flags
        part = self.either()
        is_closed = self._sign() == ")"
        self.at = self.at + 1 if is_closed else len(self.pattern) + 1
        if is_strange or not found:
            return _UNKNOWN
        if found[2]:
            return _EMPTY
        return replace(part, looks="<" if "<" in found[1] else ">") if found[1] else part


def _repeated(part: _Part, repeat: re.Match[str]) -> _Part:
    sign, least = repeat[1], repeat[2]
    if part.looks:
        return _EMPTY
    if sign == "?" and part.ways is not None:
        return _Part(tuple(dict.fromkeys(("", *part.ways))))
    if sign == "+" or (least and int(least)):
        is_once = least == "1" and not repeat[3]
        return part if is_once else _Part(None, part.kinds())
    return _UNKNOWN


class _Row:
    """Joins parts that follow each other; ways are joined while they are few."""

    __slots__ = ("_before", "_held", "_is_whole", "_run")

    def __init__(self) -> None:
        self._run: Kind = ("",)
        self._before: Kind = ("",)
        self._held: list[Kind] = []
        self._is_whole = True

    def add(self, part: _Part) -> None:
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

    def whole(self) -> _Part:
        """Give all of it as one part."""
        run = self._run if self._is_whole else None
        self._end()
        return _Part(run, tuple(self._held))


def _joined(before: Kind, behind: Kind) -> Kind | None:
    """Join what follows each other, if that is few texts."""
    if len(before) * len(behind) > _MOST:
        return None
    return tuple(dict.fromkeys(one + other for one in before for other in behind))


def _one_of(parts: list[_Part]) -> _Part:
    """Join parts of which one is there."""
    told = [part.ways for part in parts if part.ways is not None]
    if len(told) == len(parts) and sum(map(len, told)) <= _MOST:
        return _Part(tuple(dict.fromkeys(way for ways in told for way in ways)))
    kinds = [part.kinds() for part in parts]
    if not all(kinds):
        return _UNKNOWN
    best = (max(each, key=rarity) for each in kinds)
    return _Part(None, (tuple(text for kind in best for text in kind),))


def rarity(kind: Kind) -> tuple[int, int]:
    """Tell how seldom a text holds one of a kind: by the most common, and by how many there are."""
    return min(map(_weight, kind)), -len(kind)


def _weight(text: str) -> int:
    """Weigh a text: a Chinese character says as much as two letters, some say next to nothing."""
    common = sum(letter in _EVERYWHERE for letter in text)
    return len(text) - common // 2 + sum(not letter.isascii() for letter in text) - common
