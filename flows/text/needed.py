"""What a text must hold for a pattern to be in it: told without compiling the pattern.

Compiling is slow (a millisecond for a long list of cues), and a message needs few of the lists.
For the patterns of our files it is told beforehand; see `bot.words.index`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

_PLAIN = re.compile(r"[^\\()\[\]|?*+{}.^$]+")
_CLASS = r"\[\^?\]?(?:[^\]\\]|\\.)*\]"
_WHOLE, _INSIDE = re.compile(_CLASS + r"|\{[^}]*\}"), re.compile(r"[()]|\\.|" + _CLASS)
_MISSING, _SEEN = ("?!", "?<!"), re.compile(r"^\?(?::|=|<=)")
_ESCAPED = {"x": 4, "u": 6, "U": 10}  # characters of what begins with a backslash, else 2
_TOLD: dict[str, str] = {}  # what was worked out beforehand
_MAYBE = "?*{"  # quantifiers after which something may be missing


def needed(pattern: str) -> tuple[str, ...]:
    """List texts of which every match of a pattern holds one; nothing where that cannot be told."""
    told = _TOLD.get(pattern)
    return worked_out(pattern) if told is None else tuple(told.split("|")) if told else ()


def is_plain(pattern: str) -> bool:
    """Tell whether a pattern is a text that stands for itself."""
    return _PLAIN.fullmatch(pattern) is not None


def remember(told: Mapping[str, str]) -> None:
    """Take what was worked out beforehand, texts with a bar between them; nothing else changes."""
    _TOLD.update(told)


@cache
def worked_out(pattern: str) -> tuple[str, ...]:
    """Work it out from the pattern."""
    runs, groups, run, at = [""], list[str](), "", 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "|":
            return ()
        if plain := _PLAIN.match(pattern, at):
            run, at = run + plain.group(), plain.end()
            continue
        if sign in _MAYBE:
            run = run[:-1]
        runs.append(run)
        run, end = "", _end(pattern, at)
        if sign == "(" and pattern[end : end + 1] not in tuple(_MAYBE):
            groups.append(pattern[at + 1 : end - 1])
        at = _after_quantifier(pattern, end) if sign in "([\\." else end
    longest = max((*runs, run), key=len)
    if len(longest) > 1:
        return (longest,)
    each = map(_ways, groups)
    told = next((ways for ways in each if ways and min(map(len, ways)) > len(longest)), ())
    return told or ((longest,) if longest else ())  # a space or a letter is in nearly every text


def _end(pattern: str, at: int) -> int:
    """Give the place behind what begins with a sign: a group, a class, an escape, a quantifier."""
    sign = pattern[at]
    if sign == "\\":
        return at + _ESCAPED.get(pattern[at + 1 : at + 2], 2)
    if sign == "(":
        return _end_of_group(pattern, at)
    whole = _WHOLE.match(pattern, at)
    return whole.end() if whole else at + 1


def _end_of_group(pattern: str, at: int) -> int:
    depth = 0
    for found in _INSIDE.finditer(pattern, at):
        depth += {"(": 1, ")": -1}.get(found.group(), 0)
        if not depth:
            return found.end()
    return len(pattern)


def _after_quantifier(pattern: str, at: int) -> int:
    if pattern[at : at + 1] == "{":
        return _end(pattern, at)
    return at + 1 if pattern[at : at + 1] in ("?", "*", "+") else at


def _ways(body: str) -> tuple[str, ...]:
    """List the ways of a group of plain words, or of one that looks for them; else nothing."""
    if body.startswith(_MISSING):
        return ()
    words = re.sub(_SEEN, "", body).split("|")
    return tuple(words) if all(map(_PLAIN.fullmatch, words)) else ()
