"""Reading a regular expression for the texts that every match of it holds. Knows no language.

Only what our patterns use is understood; of the rest nothing is told, which is always right.
"""

from __future__ import annotations

import re

from flows.text.pattern_parts import UNKNOWN, Kind, Part, Row, one_of

_PLAIN = re.compile(r"[^\\()\[\]|?*+{}.^$]")
_CLASS = re.compile(r"\[(\^?)(\]?(?:[^\]\\]|\\.)*)\]", re.DOTALL)
_CLASS_SIGN = re.compile(r"\\|(?<=.)-(?=.)")  # in a class that is not just some letters
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|:|(=|<=)|(!|<!)))?")
_REPEAT = re.compile(r"(?:([?*+])|\{(\d*)(?:(,)(\d*))?\})[?+]?")
_CODE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))")
_NOTHING = ("b", "B", "A", "Z")  # escapes for places
_EMPTY = Part(("",))


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

    def either(self) -> Part:
        """Read ways with bars between them."""
        ways = [self._run()]
        while self._sign() == "|":
            self.at += 1
            ways.append(self._run())
        return ways[0] if len(ways) == 1 else one_of(ways)

    def _run(self) -> Part:
        row = Row()
        while self._sign() not in ("", "|", ")"):
            part = self._part()
            repeat = _REPEAT.match(self.pattern, self.at)
            self.at = repeat.end() if repeat else self.at
            row.add(_repeated(part, repeat) if repeat else part)
        return row.whole()

    def _sign(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def _part(self) -> Part:
        sign = self._sign()
        if sign == "(":
            return self._group()
        if sign == "[" and (found := _CLASS.match(self.pattern, self.at)):
            self.at = found.end()
            is_plain = not found[1] and not _CLASS_SIGN.search(found[2])
            return Part(tuple(found[2])) if is_plain else UNKNOWN
        if sign == "\\":
            return self._escape()
        self.at += 1
        if sign in ("^", "$"):
            return _EMPTY
        return Part((sign,)) if _PLAIN.match(sign) else UNKNOWN

    def _escape(self) -> Part:
        if code := _CODE.match(self.pattern, self.at):
            self.at = code.end()
            return Part((chr(int(code[1] or code[2] or code[3], 16)),))
        sign = self.pattern[self.at + 1 : self.at + 2]
        self.at += 2
        if sign in _NOTHING:
            return _EMPTY
        return UNKNOWN if sign.isalnum() else Part((sign,))

    def _group(self) -> Part:
        found = _GROUP.match(self.pattern, self.at)
        self.at = found.end() if found else len(self.pattern)
        is_strange = self._sign() == "?"  # such as flags
        part = self.either()
        is_closed = self._sign() == ")"
        self.at = self.at + 1 if is_closed else len(self.pattern) + 1
        if is_strange or not found:
            return UNKNOWN
        if found[2]:
            return _EMPTY
        return part._replace(looks="<" if "<" in found[1] else ">") if found[1] else part


def _repeated(part: Part, repeat: re.Match[str]) -> Part:
    sign, least = repeat[1], repeat[2]
    if part.looks:
        return _EMPTY
    if sign == "?" and part.ways is not None:
        return Part(tuple(dict.fromkeys(("", *part.ways))))
    if sign == "+" or (least and int(least)):
        is_once = least == "1" and not repeat[3]
        return part if is_once else Part(None, part.kinds())
    return UNKNOWN
