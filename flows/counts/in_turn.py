"""Taking numbers for people that refer to kinds told before, or to one thing for each of them.

电访约时间，顾问成交，前者12后者5; 两个组，人数分别是10和6; 餐券发了58张，一人一张.

All words come from `sizes.toml` and the names of the roles.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from flows.counts.kinds import is_kind
from flows.counts.labels import label_of
from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, MORE, PLAIN, TARGET, PeopleWords
from flows.counts.things import PEOPLE
from flows.counts.told_behind import with_told_behind

_MOST, _AHEAD = 2000, 60  # people, characters in front in which the kinds are named
_TO_COME = (TARGET, MORE)
_COUNTERS, _RESPECTIVELY = "个名位人", "分别"
_PLUS = ("+", "＋")
_BETWEEN, _END = re.compile(r"[、/+]|和|跟|与|及"), re.compile(r"[,;.。；!]")


def with_in_turn(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the numbers that tell in turn of several kinds of people, or of what each has."""
    marked = list(found)
    for i, (first, second) in enumerate(pairwise(found)):
        if _are_two(words, text, first, second):
            marked[i : i + 2] = [_part(first), _part(second)]
    marked = _of_lines(words, text, marked)
    marked = _of_sides(words, text, _in_order(words, text, marked))
    marked = with_told_behind(words, text, _in_a_row(words, text, marked))
    return _handed_out(words, text, marked)


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
    if words.at_work.one_kind.search(ahead) or words.at_work.tasks.search(ahead):
        return True
    named = any(one.value in PEOPLE for one in words.nouns.all(ahead))
    return named or any(label_of(words, item).kind == "job" for item in ahead.split(","))


def _in_a_row(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the numbers behind words for "the people number" (人数分别是10和6)."""
    for i, mention in enumerate(found):
        ahead = text[max(0, mention.number.start - _AHEAD) : mention.number.start].rstrip()
        said = ahead if ahead.isascii() else mention.before  # headcount? 12, 6 and 4
        is_turn = words.at_work.in_turn.search(said) or _is_respective(words, text, mention)
        if is_turn and mention.kind != "thing":
            row = _row(words, text, found, i)
            return [_part(m) if m in row else m for m in found]
    return found


def _is_respective(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell the first of several told in turn (电销跟市场互相推，分别24个和7个)."""
    is_counted = text[mention.end - 1] in _COUNTERS and mention.kind in ("bare", "general")
    is_turn = is_counted and mention.before.strip(" 是有为") == _RESPECTIVELY
    return is_turn and _tells_kinds(words, text, mention)


def _row(words: PeopleWords, text: str, found: list[Mention], first: int) -> list[Mention]:
    """List the numbers that stand together from one on; none if it stands alone."""
    row = found[first : first + 1]
    for mention in found[first + 1 :]:
        if not words.row_gap.fullmatch(text[row[-1].end : mention.number.start]):
            break
        row.append(mention)
    are_counts = all(_may_be(m) and m.kind != "thing" for m in row)
    return row if len(row) > 1 and are_counts else []


def _in_order(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark a row of numbers whose kinds are listed behind it (7+5+4，分别是客服、运营、仓库)."""
    row = next((run for run in _runs(text, found) if not run[0].before.strip()), [])
    opens = words.at_work.in_order.match(text, row[-1].number.end) if row else None
    if opens is None or not all(_may_be(m) and m.relation == PLAIN for m in row):
        return found
    listed = _BETWEEN.split(_END.split(text[opens.end() :])[0])
    is_each = len(listed) == len(row) and any(
        is_kind(words, name) or words.labels.search(name) for name in listed
    )
    return [_part(m) if m in row else m for m in found] if is_each else found


def _runs(text: str, found: list[Mention]) -> list[list[Mention]]:
    """List the numbers with nothing but a plus between them."""
    runs = [found[:1]]
    for last, mention in pairwise(found):
        if text[last.number.end : mention.number.start].strip(" 个名位人") in _PLUS:
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return [run for run in runs if len(run) > 1]


def _of_sides(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Make parts of the people of several sides (一块是网店，六个人；一块是打电话，十个人)."""
    sides: list[Mention] = []
    end = 0
    for mention in found:
        is_total = mention.kind in ("general", "bare") and mention.relation == PLAIN
        if (
            is_total
            and mention.is_people
            and words.at_work.one_side.search(
                text[max(end, mention.number.start - _AHEAD) : mention.number.start]
            )
        ):
            sides.append(mention)
        end = mention.end if is_total and mention.is_people else end
    return [m.part() if m in sides else m for m in found] if len(sides) > 1 else found


def _of_lines(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark those who answer, told by what they answer through (旺旺16个，电话9个)."""
    lines = [
        m
        for m in found
        if m.kind in ("bare", "general") and m.relation == PLAIN and m.end > m.number.end
        if words.at_work.lines_of.search(m.before) and not m.after.strip() and _may_be(m)
    ]
    is_team = len(lines) > 1 and words.at_work.answering.search(text) is not None
    is_rate = words.at_work.rate.search(text) is not None
    return [_part(m) if m in lines else m for m in found] if is_team and not is_rate else found


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
