"""Taking Chinese counts for parts that are told side by side by what each of them does.

市场6个给线索，电销16个跟;
挖的11关的5; 一拨人打电话12个，一拨人接售后8个; 从一个组10人扩到三个组30人.
All words come from `sizes.toml`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from flows.counts.labels import PARTS, TOTAL, WHOLE
from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, ARRIVED, FROM, IGNORE, PLAIN, TARGET, PeopleWords
from flows.sums.changes import has_happened

_MOST, _SEVERAL, _OF_CHANGE = 300, 2, 4  # people, parts, numbers
_THERE = {PLAIN, ACTUAL}
_GAPS = ("", ",", "、", " ", ", ")
_PEOPLE = ("general", "bare", "job")
_COUNTED = "个位名人"


def side_by_side(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the parts that stand beside each other, each with its work."""
    if text.isascii():
        return found
    found = _of_lots(words, text, _of_grown_groups(words, text, found))
    for is_item in (_is_at_task, _is_of_who):
        for row in _rows(words, text, found, is_item):
            if not _is_told_whole(found, row):
                found = [m.part() if m in row else m for m in found]
    found = _with_another(words, found)
    return [_at_head_office(words, m, found) for m in found]


def _with_another(words: PeopleWords, found: list[Mention]) -> list[Mention]:
    """Mark those at something, and more at something else (接咨询的有5个，还有1个专门做售后)."""
    marked = list(found)
    for i, (first, second) in enumerate(pairwise(found)):
        is_at_work = words.beside.doers.search(first.before.rstrip()) is not None
        is_at_work = is_at_work and first.kind in ("general", "bare") and first.number.is_count
        is_next = words.beside.and_another.search(second.before.strip()) is not None
        is_busy = words.beside.another_doing.match(second.after) is not None
        if is_at_work and is_next and is_busy and {first.relation, second.relation} <= _THERE:
            marked[i], marked[i + 1] = first.part(), replace(second.part(), relation=PLAIN)
    return marked


def _is_told_whole(found: list[Mention], row: list[Mention]) -> bool:
    """Tell whether a row adds up to what was counted in front of it (业务员28个，签的12约的16)."""
    ahead = found[: found.index(row[0])]
    several = sum(m.number.high for m in row)
    return any(m.is_people and m.number.high == several for m in ahead)


def _rows(
    words: PeopleWords,
    text: str,
    found: list[Mention],
    is_item: Callable[[PeopleWords, str, Mention], bool],
) -> list[list[Mention]]:
    """List the rows of neighbours that are all told in the same way."""
    rows: list[list[Mention]] = []
    for i, mention in enumerate(found):
        if not is_item(words, text, mention):
            continue
        last = found[i - 1] if i else None
        is_next = bool(rows and last and rows[-1][-1] is last)
        if is_next and last and _gap(text, last, mention) in _GAPS:
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return [row for row in rows if len(row) >= _SEVERAL or _is_first(text, found, row[0])]


def _is_first(text: str, found: list[Mention], mention: Mention) -> bool:
    """Tell the first of a row whose others are known (播的3个，助播2，运营1)."""
    following = found[found.index(mention) + 1 :][:_SEVERAL]
    are_parts = [m.is_part and m.is_people and m.relation == PLAIN for m in following]
    return are_parts == [True] * _SEVERAL and _gap(text, mention, following[0]) in _GAPS


def _gap(text: str, first: Mention, second: Mention) -> str:
    """Give what stands between two numbers, but for what is told of each of them."""
    start = first.end + (0 if first.after == second.before else len(first.after))
    return text[start : second.number.start - len(second.before)]


def _may_be(mention: Mention) -> bool:
    number = mention.number
    is_small = number.is_count and 0 < number.high <= _MOST
    return is_small and mention.relation == PLAIN and mention.kind in _PEOPLE


def _is_at_task(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a team or a channel with so many people and what they do (市场6个给线索)."""
    is_counted = text[mention.end - 1] in _COUNTED
    if is_counted and _may_be(mention) and words.beside.placed.fullmatch(mention.after.strip()):
        return not mention.before.strip()  # 三个坐办公室，四个在家
    is_counted = is_counted and bool(mention.label.name)
    is_team = mention.label.kind != TOTAL and not mention.label.is_summed
    is_open = _may_be(mention) and is_counted and is_team
    return is_open and words.beside.task.fullmatch(mention.after.strip()) is not None


def _is_of_who(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell so many who are named by their work (挖的11，关的5)."""
    is_bare = _may_be(mention) and mention.kind == "bare"
    who = mention.before.rpartition(":")[2].strip()
    rest = text[mention.end : mention.end + len(mention.after)].strip()
    is_over = not rest or words.beside.who.search(rest) is not None
    return is_bare and is_over and words.beside.who.fullmatch(who) is not None


def _of_lots(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the people of several lots (一拨人打电话12个，一拨人接售后8个)."""
    lots = [
        i
        for i, (one, told) in enumerate(pairwise(found))
        if one.number.high == 1
        and one.after == told.before
        and _may_be(told)
        and not told.after.strip()
        and words.beside.lot.match(text, one.number.start)
    ]
    if len(lots) < _SEVERAL:
        return found
    marked = list(found)
    for i in lots:
        marked[i], marked[i + 1] = found[i].nobody(), found[i + 1].part()
    return marked


def _of_grown_groups(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Read a change told with the groups (从一个组10人扩到三个组30人)."""
    for i in range(len(found) - _OF_CHANGE + 1):
        old_groups, old, new_groups, new = found[i : i + _OF_CHANGE]
        are_groups = all(_is_group(words, text, m) for m in (old_groups, new_groups))
        is_close = are_groups and not old.before.strip() and not new.before.strip()
        is_told = is_close and words.to.search(new_groups.before.rstrip()) is not None
        if not (is_told and old.after == new_groups.before and _is_anyone(old, new)):
            continue
        happened = has_happened(words, text, old_groups, new)
        was, is_now = (IGNORE, ARRIVED) if happened else (FROM, TARGET)
        change = [
            replace(old_groups.nobody(), relation=PLAIN),
            _told(old, was),
            replace(new_groups.nobody(), relation=PLAIN),
            _told(new, is_now),
        ]
        return [*found[:i], *change, *found[i + _OF_CHANGE :]]
    return found


def _is_group(words: PeopleWords, text: str, mention: Mention) -> bool:
    noun = text[mention.number.end : mention.end].strip(" 个支")
    return mention.kind == "group" or words.beside.lot.fullmatch(f"一{noun}") is not None


def _is_anyone(*counts: Mention) -> bool:
    return all(m.kind == "general" and m.number.is_count for m in counts)


def _told(mention: Mention, relation: str) -> Mention:
    return replace(mention, is_people=True, is_part=False, relation=relation)


def _at_head_office(words: PeopleWords, mention: Mention, found: list[Mention]) -> Mention:
    """Take the head office for one place beside others (总部营销部5人，成都分公司3人)."""
    is_head = mention.label.kind == WHOLE and words.beside.head_office.search(mention.label.name)
    others = [m for m in found if m is not mention and m.label.kind in PARTS and m.is_part]
    if not is_head or len(others) < _SEVERAL:
        return mention
    return replace(mention, label=replace(mention.label, kind="unit")).part()
