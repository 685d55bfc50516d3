"""Leaving out parts that are told beside the whole they add up to (六个人，正职四个，工读两个).

The whole may also come last (两个拣货，一个拍照，三个人). Words come from `sizes.toml`.
"""

from __future__ import annotations

from flows.counts.labels import NONE, PARTS, TOTAL
from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, PLAIN, PeopleWords

_FEWEST, _MISSED = 2, 2  # parts; people of a list whose work is not known
_UNIT, _JOB, _UNNAMED = "unit", "job", (NONE, TOTAL)
_THERE = (PLAIN, ACTUAL)
_OPENS = (",", ":", "(")


def without_told_parts(words: PeopleWords, text: str, counted: list[Mention]) -> list[Mention]:
    """Leave out all that stands behind a whole, or in front of one, and adds up to it exactly."""
    if len(counted) <= _FEWEST or any(m.relation not in _THERE for m in counted):
        return counted
    told = sorted(counted, key=lambda m: m.number.start)
    if listed := _listed_behind(words, text, told):
        return [listed]
    first, last, behind, ahead = told[0], told[-1], told[1:], told[:-1]
    is_status = words.at_work.statuses.search(first.label.name) is not None
    may_be = (_may_be_whole(first) and not is_status) or _has_shifts(words, text, first, behind)
    may_be = may_be or _is_anyone(words, text, first) or _are_partners(words, first, behind)
    may_be = may_be or all(m.before.strip().endswith("的") for m in behind)  # 签单的12邀约的16
    are_tasks = all(m.kind == "bare" and m.label.kind == NONE and m.is_part for m in behind)
    are_tasks = are_tasks and any(
        words.at_work.is_said(text, m.number.end, m.number.high) for m in behind
    )
    if first.kind != "bare" and are_tasks and _sum(behind) == first.number.high:
        return [first]  # 16 agents, so that nine call and seven close
    if may_be and _adds_up(words, behind, first) and not _is_more(words, behind[0]):
        return [first]
    is_total = last.label.kind in _UNNAMED and not _is_joined(words, text, ahead[-1], last)
    return [last] if is_total and _may_be_whole(last) and _adds_up(words, ahead, last) else counted


def _listed_behind(words: PeopleWords, text: str, told: list[Mention]) -> Mention | None:
    """Find the people behind whom each is named (三个人，我、我姐、一个打包的)."""
    for i, whole in enumerate(told):
        noun = text[whole.number.end : whole.end]
        is_open = noun in words.plain_people and whole.label.kind not in PARTS
        is_open = is_open and text[whole.end : whole.end + 1] in _OPENS
        are_ones = all(m.number.high == 1 and m.number.start == m.end - 1 for m in told[:i])
        if is_open and are_ones and _sum(told[i + 1 :]) == whole.number.high > 1:
            return whole
    return None


def _may_be_whole(mention: Mention) -> bool:
    """Tell a count of people that is not of one job (推广组三人)."""
    is_team = mention.label.kind == _UNIT
    is_free = mention.label.kind not in PARTS and not mention.is_part
    return mention.kind in ("general", "bare") and (is_team or is_free)


def _is_anyone(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a count of people of any job (两个妹子，一个打包一个客服)."""
    noun = mention.noun_in(text)
    return mention.kind == "job" and words.sums.anyone.fullmatch(noun) is not None


def _are_partners(words: PeopleWords, whole: Mention, parts: list[Mention]) -> bool:
    """Tell those named by what anybody may be, and what they do (合伙人四个，两个管钱两个管货)."""
    are_named = any(m.label.kind in PARTS for m in parts)
    is_anyone = words.sums.anyone.fullmatch(whole.label.name) is not None
    return is_anyone and whole.kind == "bare" and not are_named


def _has_shifts(words: PeopleWords, text: str, whole: Mention, parts: list[Mention]) -> bool:
    """Tell parts that people of any job may have (客服20人，早班12人，晚班8人)."""
    names = [m.label.name or m.noun_in(text) for m in (whole, *parts)]
    is_shift = [words.at_work.statuses.search(name) is not None for name in names]
    return not is_shift[0] and all(is_shift[1:])


def _adds_up(words: PeopleWords, parts: list[Mention], whole: Mention) -> bool:
    """Tell whether parts, none of them a team or a place, make the whole."""
    are_parts = all(_may_be_part(words, m) or _is_left(m, whole) for m in parts)
    return are_parts and _sum(parts) == whole.number.high


def _sum(parts: list[Mention]) -> int:
    return sum(m.number.high for m in parts)


def _may_be_part(words: PeopleWords, mention: Mention) -> bool:
    name = mention.label.name
    is_job = _JOB in (mention.kind, mention.label.kind)
    return is_job or not name or words.at_work.statuses.search(name) is not None


def _is_left(mention: Mention, whole: Mention) -> bool:
    """Tell who stayed, told in front of the whole (留下来四个，助播两个，六个人)."""
    return mention.relation == ACTUAL and mention.number.start < whole.number.start


def summed_last(
    words: PeopleWords, text: str, single: list[Mention], counted: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """Keep the whole told last in a clause of its own, if it sums up all people named before it.

    我俩加他表妹，三个人; 助播两个，中控一个，运营是我，四个人.
    """
    told = sorted([*single, *counted], key=lambda m: m.number.start)
    if len(told) <= 1 or text.isascii():
        return single, counted
    if not _stands_last(told[-1]):
        is_sum = _sums_up_persons(words, text, single, told)
        return ([], told[-1:]) if is_sum else (single, counted)
    whole, ahead = told[-1], told[:-1]
    if text[: whole.number.start].endswith("、"):  # 老板、女儿、两个员工
        return single, counted
    if whole.after.strip():  # 三姊妹，外加妈妈，四个人在虾皮卖童装
        is_sum = len(ahead) > 1 and _adds_up(words, ahead, whole)
        return ([], [whole]) if is_sum else (single, counted)
    are_unnumbered = ahead == single and sum(m.number.high for m in ahead) <= whole.number.high
    is_sum = are_unnumbered or _adds_up(words, ahead, whole)
    if ahead[-1] in single and text[ahead[-1].end : whole.number.start] == ",":  # 和我，五个人
        is_sum = is_sum or 0 <= whole.number.high - _sum(ahead) <= _MISSED
    return ([], [whole]) if is_sum else (single, counted)


def _sums_up_persons(
    words: PeopleWords, text: str, single: list[Mention], told: list[Mention]
) -> bool:
    """Tell the sum of those just named, the speaker included (拉了个朋友，加我表弟，三个人)."""
    whole, ahead = told[-1], told[:-1]
    is_clause = not whole.before.strip() and not whole.label.name and whole.kind == "general"
    is_clause = (
        is_clause and whole.relation in _THERE and not text[: whole.number.start].endswith("、")
    )
    is_remark = words.beside.remark.fullmatch(whole.after.strip()) is not None
    if not (is_clause and is_remark and all(_is_person(words, text, m, single) for m in ahead)):
        return False
    is_speaker = any(text[m.number.start : m.end] in words.speaker for m in ahead)
    is_speaker = is_speaker or any(words.beside.together.search(m.before) for m in ahead)
    missing = whole.number.high - _sum(ahead)
    return missing == 0 or (missing == 1 and not is_speaker)


def _is_person(words: PeopleWords, text: str, mention: Mention, single: list[Mention]) -> bool:
    """Tell somebody named, or one or two friends or relatives (一个会播的朋友; 哥俩)."""
    noun = text[mention.number.end : mention.end]
    is_friend = words.beside.friends.search(noun) or words.beside.together.search(mention.before)
    return mention in single or (mention.number.high <= _FEWEST and is_friend is not None)


def _stands_last(mention: Mention) -> bool:
    """Tell a count of people that is a clause of its own."""
    is_alone = not (mention.before.strip() or mention.label.name)
    is_said = mention.kind == "general" and mention.relation in _THERE
    return is_said and is_alone and not mention.is_part


def _is_more(words: PeopleWords, part: Mention) -> bool:
    before = part.before.strip()
    return bool(words.added.search(before) or words.added_start.match(before))


def _is_joined(words: PeopleWords, text: str, last: Mention, whole: Mention) -> bool:
    """Tell one more part from the whole (两个运营、一个美工和三个人打包)."""
    gap = text[last.end : whole.number.start].strip(" ,，;；。")
    is_joined = bool(gap) and words.one_joined.fullmatch(gap) is not None
    return is_joined or words.added.search(whole.before) is not None
