"""Reading Chinese rows of parts told by what they do, or by groups.

打包两个，拍图一个; 三个人打电话，两个人拍视频; 分两队，7个、8个; 三组，一组六个.

All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from flows.counts.labels import PARTS, TOTAL, WHOLE
from flows.counts.mention import Mention
from flows.counts.people_words import PLAIN, PeopleWords

_LONGEST_LABEL, _MOST, _FEWEST = 9, 40, 2  # characters, people, parts
_MOST_GROUPS, _COUNTED = 9, "个位名俩仨人"
_DONE = "了"  # 号买了60个
_AFTER = " 的呢吧啊,了"


def with_task_rows(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark parts that are told by what they do, one behind the other."""
    marked = _of_one_each(text, _of_groups(words, text, found))
    for row in _rows(words, text, marked):
        if _is_told(words, text, row):
            marked = [replace(m, is_people=True, is_part=True) if m in row else m for m in marked]
    return _one_more(words, text, _each_at_work(words, text, marked))


def _one_more(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark who does something behind other parts in the sentence (面谈两个，一个做文件)."""
    marked = list(found)
    for i, mention in enumerate(found):
        is_free = mention.kind == "bare" and mention.relation == PLAIN and not mention.is_people
        is_busy = is_free and words.at_work.task_some.match(text, mention.end) is not None
        ahead = _ahead(words, text, mention)
        parts = [m for m in marked[:i] if m.is_part and m.is_people]
        parts = [m for m in parts if m.number.start >= mention.number.start - len(ahead)]
        is_first = words.at_work.task_front.search(mention.before) is not None
        if is_busy and is_first and len(parts) >= _FEWEST and mention.number.high <= _MOST:
            marked[i] = replace(mention, is_people=True, is_part=True)
    return marked


def _rows(words: PeopleWords, text: str, found: list[Mention]) -> list[list[Mention]]:
    rows: list[list[Mention]] = [found[:1]]
    for last, mention in pairwise(found):
        if (
            _is_item(text, last)
            and _is_item(text, mention)
            and _is_next(words, text, last, mention)
        ):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return [row[:-1] if row and row[-1].after.strip(_AFTER) else row for row in rows]


def _is_item(text: str, mention: Mention) -> bool:
    """Tell a small number of persons with a short name in front (装箱五个)."""
    number, label = mention.number, mention.label
    is_counted = text[mention.end - 1 : mention.end] in _COUNTED
    is_named = 0 < len(label.name) <= _LONGEST_LABEL and label.kind != TOTAL
    is_small = number.is_count and number.high <= _MOST
    is_open = mention.kind in ("bare", "general") and mention.relation == PLAIN
    is_named = is_named and label.kind != WHOLE and not label.is_summed
    is_named = is_named and not label.name.endswith(_DONE)
    return is_counted and is_named and is_small and is_open


def _is_next(words: PeopleWords, text: str, last: Mention, mention: Mention) -> bool:
    gap = text[last.end : mention.number.start].removesuffix(mention.before)
    return words.row_gap.fullmatch(gap) is not None


def _is_told(words: PeopleWords, text: str, row: list[Mention]) -> bool:
    """Tell a row most of which is told by work, or counted as people; no rate (每天打电话十个)."""
    if len(row) < _FEWEST or words.at_work.rate.search(_ahead(words, text, row[0])):
        return False
    known = [m for m in row if m.kind == "general" or m.label.kind in PARTS]
    busy = [m for m in row if m in known or words.at_work.task_label.search(m.label.name)]
    return len(busy) * 2 > len(row) and bool(busy)


def _ahead(words: PeopleWords, text: str, mention: Mention) -> str:
    """Give what the sentence says in front of a number."""
    ends = [end.end() for end in words.sentence_end.finditer(text[: mention.number.start])]
    return text[max(ends, default=0) : mention.number.start]


def _of_groups(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the numbers that are told of each of some groups (分三队，7个、8个、6个)."""
    for i, group in enumerate(found):
        several = group.number.high
        if group.kind != "group" or not _FEWEST <= several <= _MOST_GROUPS:
            continue
        told = found[i + 1 : i + 1 + several]
        if len(told) == several and _are_listed(words, text, [group, *told]):
            parts = [replace(m, is_people=True, is_part=True) for m in told]
            return [*found[:i], group.nobody(), *parts, *found[i + 1 + several :]]
    return found


def _of_one_each(text: str, found: list[Mention]) -> list[Mention]:
    """Multiply what one of several groups has, told without a noun (三组，一组六个)."""
    groups = [m for m in found if m.kind == "group" and _FEWEST <= m.number.high <= _MOST]
    for i, (one, each) in enumerate(pairwise(found)):
        is_one = one.kind == "group" and one.number.high == 1 and each.kind in ("bare", "general")
        is_close = is_one and not text[one.end : each.number.start].strip(" 有各是")
        if len(groups) != 1 or not is_close or text[each.end - 1] not in _COUNTED:
            continue
        people = each.times(groups[0].number.high, groups[0].number.high)
        rest = [m.nobody() if m in (groups[0], one) else m for m in found]
        return [*rest[: i + 1], people, *rest[i + 2 :]]
    return found


def _are_listed(words: PeopleWords, text: str, listed: list[Mention]) -> bool:
    """Tell bare numbers right behind the groups, with nothing but commas between them."""
    gaps = (text[a.end : b.number.start] for a, b in pairwise(listed))
    are_free = all(m.kind in ("bare", "general") and m.relation == PLAIN for m in listed[1:])
    return are_free and all(words.at_work.group_gap.fullmatch(gap) for gap in gaps)


def _each_at_work(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Make parts of people who each do something (三个人打电话，两个人拍视频)."""
    marked = list(found)
    for i, (first, second) in enumerate(pairwise(found)):
        is_pair = first.number.high > 1 and _is_busy(words, first)
        is_pair = is_pair and (_is_busy(words, second) or _closes(words, second))
        between = text[first.end : second.number.start]
        rest = sum(m.number.high for m in found[i + 1 :] if m.is_people)
        if first.number.high == rest and len(found) > i + _FEWEST:  # 5个人做网店，3个人拍，2个人发
            continue
        if is_pair and not words.sentence_end.search(between) and not between.isascii():
            kind = "bare" if second.kind == "job" else second.kind  # none of those before
            told = replace(second, kind=kind, is_part=True)
            marked[i : i + 2] = [replace(marked[i], is_part=True), told]
    return marked


def _is_busy(words: PeopleWords, mention: Mention) -> bool:
    is_free = mention.kind == "general" and mention.relation == PLAIN
    is_first = is_free and words.couples.inside.search(mention.before) is not None
    return is_first and words.at_work.busy.match(mention.after) is not None


def _closes(words: PeopleWords, mention: Mention) -> bool:
    """Tell people of a job who do the other half of the work (三个律师负责谈签)."""
    is_job = mention.kind == "job" and mention.relation == PLAIN and not mention.before.strip()
    return is_job and words.couples.closes.match(mention.after) is not None
