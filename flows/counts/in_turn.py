"""Taking numbers for people that refer to kinds told before, or to one thing for each of them.

电访约时间，顾问成交，前者12后者5; 两个组，人数分别是10和6; 餐券发了58张，一人一张.

All words come from `sizes.toml` and the names of the roles.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from flows.counts.labels import label_of
from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, MORE, PLAIN, TARGET, PeopleWords
from flows.counts.things import PEOPLE

_MOST, _AHEAD = 2000, 60  # people, characters in front in which the kinds are named
_TO_COME = (TARGET, MORE)


def with_in_turn(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the numbers that tell in turn of several kinds of people, or of what each has."""
    marked = list(found)
    for i, (first, second) in enumerate(pairwise(found)):
        if _are_two(words, text, first, second):
            marked[i : i + 2] = [_part(first), _part(second)]
    return _handed_out(words, text, _in_a_row(words, text, marked))


def _part(mention: Mention) -> Mention:
    return replace(mention.part(), end=mention.number.end, kind="bare", relation=PLAIN)


def _may_be(mention: Mention) -> bool:
    return mention.number.is_count and 0 < mention.number.high <= _MOST


def _are_two(words: PeopleWords, text: str, first: Mention, second: Mention) -> bool:
    """Tell the numbers of two kinds that were named before (前面8个后面4个)."""
    gap = text[first.number.end : second.number.start]
    is_pair = words.at_work.first_told.search(first.before) is not None
    is_pair = is_pair and words.at_work.then_told.fullmatch(gap) is not None
    are_free = _may_be(first) and _may_be(second) and second.kind in ("bare", *PEOPLE)
    return is_pair and are_free and _tells_kinds(words, text, first)


def _tells_kinds(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell whether people or their work are named in front of a number."""
    ahead = text[max(0, mention.number.start - _AHEAD) : mention.number.start]
    if words.at_work.one_kind.search(ahead):
        return True
    named = any(one.value in PEOPLE for one in words.nouns.all(ahead))
    return named or any(label_of(words, item).kind == "job" for item in ahead.split(","))


def _in_a_row(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the numbers behind words for "the people number" (人数分别是10和6)."""
    for i, mention in enumerate(found):
        if words.at_work.in_turn.search(mention.before) and mention.kind != "thing":
            row = _row(words, text, found, i)
            return [_part(m) if m in row else m for m in found]
    return found


def _row(words: PeopleWords, text: str, found: list[Mention], first: int) -> list[Mention]:
    """List the numbers that stand together from one on; none if it stands alone."""
    row = found[first : first + 1]
    for mention in found[first + 1 :]:
        if not words.row_gap.fullmatch(text[row[-1].end : mention.number.start]):
            break
        row.append(mention)
    are_counts = all(_may_be(m) and m.kind != "thing" for m in row)
    return row if len(row) > 1 and are_counts else []


def _handed_out(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Take things of which everybody has one for the people (餐券发了58张，一人一张)."""
    cue = words.at_work.one_each.search(text)
    if cue is None:
        return found
    ends = [end.end() for end in words.sentence_end.finditer(text[: cue.start()])]
    told = [m for m in found if max(ends, default=0) <= m.number.start < cue.start() and _may_be(m)]
    told = [m for m in told if text.startswith(cue.group(1), m.number.end)]
    inside = [m for m in found if told and cue.start() <= m.number.start < cue.end()]
    is_now = len(told) == 1 and told[0].relation not in _TO_COME
    found = [m.nobody() if m in inside else m for m in found]
    return [_holders(m, is_now=is_now) if m in told else m for m in found]


def _holders(mention: Mention, *, is_now: bool) -> Mention:
    relation = ACTUAL if is_now else mention.relation
    return replace(mention, kind="general", is_people=True, relation=relation)
