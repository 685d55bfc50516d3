"""Rows of counted parts: 品牌2、活动2、新媒体3, or "Leeds 22 and Cork 18".

Where one of a row counts people, its neighbours of the same form do, whatever they are called.
All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from flows.labels import PARTS, THING, TOTAL
from flows.mention import Mention
from flows.people_words import PLAIN, PeopleWords

_LONGEST_LABEL, _LONGEST_TASK, _MOST = 14, 6, 1000  # characters, characters, people


def in_rows(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the members of rows as parts."""
    marked: list[Mention] = []
    for row in _rows(words, text, found):
        marked.extend(_marked(row) if len(row) > 1 else row)
    marked = _linked(marked)
    busy = [m for m in marked if _is_busy(words, m)]
    marked = [replace(m, is_part=True) if len(busy) > 1 and m in busy else m for m in marked]
    tasked = [m for m in marked if _is_tasked(words, m)]
    if len(tasked) < 2 and not any(m.is_people for m in marked):  # noqa: PLR2004
        return marked
    return [replace(m, is_part=True, is_people=True) if m in tasked else m for m in marked]


def _is_tasked(words: PeopleWords, mention: Mention) -> bool:
    """Tell a number with the name of some work behind it ("3 content, 2 paid")."""
    task = mention.after.strip()
    is_alone = mention.kind == "bare" and not mention.is_people and _is_plain(mention)
    return is_alone and bool(task) and words.labels.fullmatch(task) is not None


def _linked(found: list[Mention]) -> list[Mention]:
    """Mark counts right between their own label and the next one (运营俩美工一个客服仨)."""
    following = [*found[1:], None]
    return [
        replace(m, is_people=True, is_part=True) if after and _is_linked(m, after) else m
        for m, after in zip(found, following, strict=False)
    ]


def _is_linked(mention: Mention, following: Mention) -> bool:
    are_parts = mention.label.kind in PARTS and following.label.kind in PARTS
    is_close = bool(mention.after.strip()) and mention.after == following.before
    return mention.kind == "bare" and _is_plain(mention) and are_parts and is_close


def _is_busy(words: PeopleWords, mention: Mention) -> bool:
    """Tell whether it is said in short what some people do (两个人剪)."""
    is_short = 0 < len(mention.after.strip()) <= _LONGEST_TASK
    is_plain = mention.kind == "general" and not mention.before.strip() and _is_plain(mention)
    return is_short and is_plain and words.doing.match(mention.after) is not None


def _rows(words: PeopleWords, text: str, found: list[Mention]) -> list[list[Mention]]:
    rows = [[mention] for mention in found[:1]]
    for last, mention in pairwise(found):
        if _goes_on(words, text, last, mention):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return rows


def _goes_on(words: PeopleWords, text: str, last: Mention, mention: Mention) -> bool:
    """Tell whether two mentions are neighbours in a row, with nothing else between them."""
    if not (_may_be_in(last) and _may_be_in(mention)) or _form(text, last) != _form(text, mention):
        return False
    between = text[last.end : mention.number.start]
    label = mention.before.strip()
    return words.row_gap.fullmatch(between.strip().removesuffix(label)) is not None


def _may_be_in(mention: Mention) -> bool:
    name = mention.label.name
    is_named = 0 < len(name) <= _LONGEST_LABEL and mention.label.kind not in (THING, TOTAL)
    is_small = mention.number.is_count and mention.number.high <= _MOST
    return is_named and is_small and mention.kind in ("general", "bare") and _is_plain(mention)


def _is_plain(mention: Mention) -> bool:
    return mention.relation == PLAIN


def _form(text: str, mention: Mention) -> str:
    return text[mention.number.end : mention.end].strip() and mention.kind


def _marked(row: list[Mention]) -> list[Mention]:
    """Mark a row as people if one of it is known to be."""
    known = any(m.kind == "general" or m.label.kind in PARTS for m in row)
    return [replace(m, is_people=True, is_part=True) for m in row] if known else row
