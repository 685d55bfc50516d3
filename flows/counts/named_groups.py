"""Taking the numbers of groups that are named for people (3 teams: red 7, blue 8, green 6)."""

from __future__ import annotations

import re
from itertools import pairwise

from flows.counts.labels import THING
from flows.counts.mention import Mention
from flows.counts.people_words import PLAIN, PeopleWords
from flows.counts.things import PEOPLE

_SEVERAL, _MOST_GROUPS, _MOST = 2, 12, 500  # groups, people
_OPENING = re.compile(r" ?[:(-] ?")
_HEADING = re.compile(r" ?[:(,-] ?| (?:with|of|at|having)(?: about)? ")
_NAME = re.compile(r"[ :,(-]*(?:and |& )?[a-z][a-z'-]*(?: [a-z][a-z'-]*)? ?[:=-]? ?")
_GAP = re.compile(r"[ ,;]*")


def of_named_groups(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark as many numbers as there are groups, if each stands behind a name."""
    marked = _behind_heading(words, text, found)
    for i, group in enumerate(found):
        row = found[i + 1 : i + 1 + group.number.high] if _is_several(words, text, group) else []
        is_whole = len(row) == group.number.high
        are_named = _OPENING.match(text, group.end) is not None
        are_named = are_named and all(map(_is_named, row)) and _are_next(text, row)
        if (
            row
            and is_whole
            and (are_named or _is_bare_row(words, text, row, is_group=group.kind == "group"))
        ):
            marked[i] = group.nobody()
            marked[i + 1 : i + 1 + len(row)] = [m.part() for m in row]
    return marked


def _behind_heading(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the numbers of teams that are named behind a heading (teams: alpha 6, bravo 8)."""
    marked = list(found)
    for heading in words.sums.teams_named.finditer(text):
        first = next((i for i, m in enumerate(found) if m.number.start > heading.start()), 0)
        row = found[first : first + 1]
        is_first = row and row[0].number.start - len(row[0].before) <= heading.end()
        for mention in found[first + 1 :]:
            if not _is_named(mention) or not _are_next(text, [row[-1], mention]):
                break
            row.append(mention)
        if is_first and len(row) >= _SEVERAL and _names(text, heading.end(), row[0]):
            marked[first : first + len(row)] = [m.part() for m in row]
    return marked


def _names(text: str, place: int, mention: Mention) -> bool:
    """Tell whether nothing but a name stands between a heading and a number."""
    is_free = mention.kind == "bare" and mention.relation == PLAIN and mention.number.is_count
    return is_free and _NAME.fullmatch(text[place : mention.number.start]) is not None


def _is_several(words: PeopleWords, text: str, mention: Mention) -> bool:
    noun = text[mention.number.end : mention.end].strip()
    is_group = mention.kind == "group" or words.sums.unit.fullmatch(noun) is not None
    is_several = mention.number.is_count and _SEVERAL <= mention.number.high <= _MOST_GROUPS
    return is_group and is_several and _HEADING.match(text, mention.end) is not None


def _is_named(mention: Mention) -> bool:
    """Tell a number without a noun right behind a name."""
    number = mention.number
    is_free = mention.kind == "bare" and mention.relation == PLAIN and mention.label.kind != THING
    is_count = number.is_count and 0 < number.high <= _MOST
    return is_free and is_count and _NAME.fullmatch(mention.before) is not None


def _is_bare_row(words: PeopleWords, text: str, row: list[Mention], *, is_group: bool) -> bool:
    """Tell numbers in a row, where only the last says whom it counts (9, 8 and 12 ppl)."""
    gaps = (text[a.end : b.number.start] for a, b in pairwise(row))
    are_free = all(m.kind == "bare" and m.number.is_count for m in row[:-1])
    is_open = row[-1].kind == "bare" and not row[-1].after.strip() and is_group
    is_last = (row[-1].kind in PEOPLE or is_open) and row[-1].number.is_count
    are_small = all(0 < m.number.high <= _MOST and m.relation == PLAIN for m in row)
    return are_free and is_last and are_small and all(map(words.row_gap.fullmatch, gaps))


def _are_next(text: str, row: list[Mention]) -> bool:
    """Tell whether nothing stands between the items of a row."""
    starts = [m.number.start - len(m.before) for m in row[1:]]
    gaps = [text[m.end : start] for m, start in zip(row, starts, strict=False)]
    return all(map(_GAP.fullmatch, gaps))
