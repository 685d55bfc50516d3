"""Reading a regular expression for the texts that every match of it holds. Knows no language.

Only what our patterns use is understood; of the rest nothing is told, which is always right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_PLAIN = re.compile(r"[^\\()\[\]|?*+{}.^$]")
_CLASS = re.compile(r"\[(\^?)(\]?(?:[^\]\\]|\\.)*)\]", re.DOTALL)
_CLASS_SIGN = re.compile(r"\\|(?<=.)-(?=.)")  # in a class that is not just some letters
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|:|(=|<=)|(!|<!)))?")
_REPEAT = re.compile(r"(?:([?*+])|\{(\d*)(?:(,)(\d*))?\})[?+]?")
_CODE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))")
_NOTHING = ("b", "B", "A", "Z")  # escapes for places
_MOST = 48  # ways of a run


@dataclass(frozen=True, slots=True)
class _Part:
    """What a part of a pattern can be, if that is few texts, and kinds of which it holds one."""

    ways: tuple[str, ...] | None
    held: tuple[tuple[str, ...], ...] = ()

    def kinds(self) -> tuple[tuple[str, ...], ...]:
        """List the kinds of texts of which every match holds one."""
        return (*self.held, self.ways) if self.ways and all(self.ways) else self.held


_UNKNOWN, _EMPTY = _Part(None), _Part(("",))


def read_pattern(pattern: str) -> tuple[tuple[str, ...], ...]:
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
        return _in_a_row(self._parts())

    def _parts(self) -> Iterator[_Part]:
        while self._sign() not in ("", "|", ")"):
            part = self._part()
            repeat = _REPEAT.match(self.pattern, self.at)
            self.at = repeat.end() if repeat else self.at
            yield _repeated(part, repeat) if repeat else part

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
        return _Part(("",), part.kinds()) if found[1] else part


def _repeated(part: _Part, repeat: re.Match[str]) -> _Part:
    sign, least = repeat[1], repeat[2]
    if sign == "?" and part.ways is not None:
        return _Part(tuple(dict.fromkeys(("", *part.ways))))
    if sign == "+" or (least and int(least)):
        is_once = least == "1" and not repeat[3]
        return part if is_once else _Part(None, part.kinds())
    return _UNKNOWN


def _in_a_row(parts: Iterable[_Part]) -> _Part:
    """Join parts that follow each other; ways are joined while they are few."""
    run: tuple[str, ...] = ("",)
    held, is_whole = list[tuple[str, ...]](), True
    for part in parts:
        held += part.held
        ways = part.ways
        if ways is not None and len(run) * len(ways) <= _MOST:
            run = tuple(dict.fromkeys(before + way for before in run for way in ways))
            continue
        held += [run] if all(run) else []
        run, is_whole = ways if ways is not None else ("",), False
    if is_whole:
        return _Part(run, tuple(held))
    return _Part(None, (*held, run) if all(run) else tuple(held))


def _one_of(parts: list[_Part]) -> _Part:
    """Join parts of which one is there."""
    told = [part.ways for part in parts if part.ways is not None]
    if len(told) == len(parts) and sum(map(len, told)) <= _MOST:
        return _Part(tuple(dict.fromkeys(way for ways in told for way in ways)))
    kinds = [part.kinds() for part in parts]
    if not all(kinds):
        return _UNKNOWN
    best = (max(each, key=lambda kind: min(map(len, kind))) for each in kinds)
    return _Part(None, (tuple(text for kind in best for text in kind),))
