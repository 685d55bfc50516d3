"""Counting men and women told in one breath (现在四男两女; 三个男的两个女的 are counted anyway)."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from flows.mention import Mention
from flows.people_words import ACTUAL, IGNORE, PLAIN

_BETWEEN = re.compile(r"[个位名]?[男女][,、 ]?")
_MEN, _WOMEN = re.compile(r"[个位名]?男"), re.compile(r"[个位名]?女")
_MOST = 100  # people


def with_sexes(text: str, found: list[Mention]) -> list[Mention]:
    """Mark both numbers of men and women as parts of the team."""
    marked = list(found)
    for i, (first, second) in enumerate(pairwise(found)):
        is_open = first.relation in (PLAIN, ACTUAL, IGNORE) and _are_sexes(text, first, second)
        if is_open and _are_summed(first, second, found[i + 2 : i + 3]):
            marked[i : i + 2] = [
                replace(m, kind="thing", is_part=False, is_people=False) for m in (first, second)
            ]
        elif is_open:
            past = first.relation if first.relation == IGNORE else PLAIN
            marked[i] = replace(first, kind="job", relation=past, is_part=True, is_people=True)
            marked[i + 1] = replace(second, kind="job", relation=past, is_part=True, is_people=True)
    return marked


def _are_summed(first: Mention, second: Mention, third: list[Mention]) -> bool:
    """Tell whether all are counted right behind (七男三女十个人)."""
    is_next = bool(third) and third[0].is_people and third[0].before == second.after
    return is_next and third[0].number.high == first.number.high + second.number.high


def _are_sexes(text: str, first: Mention, second: Mention) -> bool:
    """Tell 四男两女 and 两女四男, with nothing else between them."""
    start, end = first.number.end, second.number.end
    is_pair = (_MEN.match(text, start) and _WOMEN.match(text, end)) or (
        _WOMEN.match(text, start) and _MEN.match(text, end)
    )
    is_close = _BETWEEN.fullmatch(text[start : second.number.start]) is not None
    return bool(is_pair) and is_close and first.number.high + second.number.high <= _MOST
