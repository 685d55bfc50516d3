"""Taking numbers in a row for people, each at some work (8 on tickets, 5 on ads).

All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace

from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, PLAIN, PeopleWords

_MOST = 300  # people
_SEVERAL = 2


def with_post_rows(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the members of such rows as parts; at least one must name work on its own."""
    marked = list(found)
    row: list[int] = []
    for i, one in enumerate(found):
        mention = one.part() if _is_first(words, text, found[i : i + 2]) else one
        is_next = bool(row) and _is_next(words, text, found[row[-1]], mention)
        if not _may_be(mention) or not words.sums.post.match(text, mention.number.end):
            is_next, row = False, _marked(words, text, marked, row)
        elif is_next:
            row.append(i)
        else:
            row = [*_marked(words, text, marked, row), i]
    _marked(words, text, marked, row)
    return marked


def _is_first(words: PeopleWords, text: str, found: list[Mention]) -> bool:
    """Tell people in front of a row of numbers (3 people on ads, 2 on email), not their sum."""
    if len(found) < _SEVERAL or found[0].kind != "general" or found[0].before.strip():
        return False
    first, second = found
    is_free = second.kind == "bare" or second.is_part
    is_row = first.number.high > 1 and is_free and not second.before.strip()
    is_row = is_row and words.sums.post.match(text, second.number.end) is not None
    return is_row and text[first.end : first.end + 4] == " on "


def _may_be(mention: Mention) -> bool:
    is_free = mention.kind == "bare" or (mention.kind == "general" and mention.is_part)
    is_count = mention.number.is_count and 0 < mention.number.high <= _MOST
    return is_free and is_count and mention.relation in (PLAIN, ACTUAL)


def _is_next(words: PeopleWords, text: str, last: Mention, mention: Mention) -> bool:
    """Tell whether nothing but the work of the last number stands in front of the next."""
    told = words.sums.post.match(text, last.number.end)
    gap = text[told.end() : mention.number.start] if told else "-"
    return words.row_gap.fullmatch(gap) is not None


def _marked(words: PeopleWords, text: str, marked: list[Mention], row: list[int]) -> list[int]:
    """Mark a row that is long enough, in place; give an empty one to go on with."""
    said = [words.sums.post.match(text, marked[i].number.end) for i in row]
    is_work = any(cue and words.sums.work.search(cue.group()) for cue in said)
    if len(row) >= _SEVERAL and is_work:
        for i in row:
            marked[i] = replace(marked[i].part(), relation=PLAIN)
    return []
