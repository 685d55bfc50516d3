"""Telling counts that hold for each group, leader or job (每组一个组长九个人; two shifts of 8).

All words come from `sizes.toml`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from flows.kinds import is_kind
from flows.mention import Mention
from flows.named import named_in_front, teams_in_front
from flows.people_words import PER, PLAIN, PeopleWords

_OF_EACH = " of each"
_EACH = re.compile(r"各(?:自)?(?:有|配|带|是)?")
_CLAUSE, _BETWEEN, _WHO = re.compile(r"[,;:]"), re.compile(r"[、和跟与及同]"), "的"
_SHORT_TITLE = re.compile(r" ?[a-z]{2,4}(?=[\u4e00-\u9fff])")  # AM维护客户
_LEAST_LETTERS = 3  # of a job; "it" is mostly none


def shared_out(words: PeopleWords, text: str, each: Mention) -> Mention:
    """Multiply by what is named in front, where that are several jobs (文案、设计各两个)."""
    jobs = named_in_front(words, text, each) or _named_before(words, text, each)
    jobs = jobs or teams_in_front(words, text, each) or _told_before(words, text, each)
    if len(jobs) < 2 or not each.number.is_count:  # noqa: PLR2004
        return _with_lead(words, text, each)
    low, high = len(jobs) * each.number.low, len(jobs) * each.number.high
    number = replace(each.number, low=low, high=high)
    return replace(each, number=number, is_part=True, is_people=True, relation=PLAIN)


def _named_before(words: PeopleWords, text: str, each: Mention) -> list[str]:
    """List the jobs that "of each" refers to (setters book, closers close, 6 of each)."""
    if not each.after.startswith(_OF_EACH):
        return []
    named = [one for one in words.nouns.all(text[: each.number.start]) if one.value == "job"]
    named = [one for one in named if not words.labels.fullmatch(one.phrase)] or named
    jobs = (one.phrase.removesuffix("s") for one in named if len(one.phrase) >= _LEAST_LETTERS)
    return list(dict.fromkeys(jobs))


def _told_before(words: PeopleWords, text: str, each: Mention) -> list[str]:
    """List the kinds that the clauses in front tell of (SDR约demo，AE签单，各四个)."""
    place = each.number.start - len(each.before)
    if not _EACH.fullmatch(each.before.strip()) or text[place - 1 : place] != ",":
        return []
    ends = (end.end() for end in words.sentence_end.finditer(text[: place - 1]))
    kinds: list[str] = []
    for clause in reversed(_CLAUSE.split(text[max(ends, default=0) : place - 1])):
        told = [] if clause.endswith(_WHO) else _kinds_in(words, clause.strip())
        kinds += told
        if len(told) != 1:
            break
    return kinds


def _kinds_in(words: PeopleWords, clause: str) -> list[str]:
    """List the kinds of people that a clause tells of (线上一摊; 文案和设计; AM维护客户)."""
    pieces = [cue.group() for cue in words.at_work.one_kind.finditer(clause)]
    if pieces or _SHORT_TITLE.match(clause):
        return pieces or [clause]
    pieces = _BETWEEN.split(clause)
    return pieces if all(is_kind(words, piece) for piece in pieces) else []


def _with_lead(words: PeopleWords, text: str, each: Mention) -> Mention:
    """Count the leader of each group in (each with 4 agents and a lead)."""
    lead = words.lead_each.match(text, each.end)
    if lead is None:
        return each
    number = replace(each.number, low=each.number.low + 1, high=each.number.high + 1)
    return replace(each, number=number, end=lead.end(), after=text[lead.end() : lead.end()])


def follows_one_group(text: str, mention: Mention, last: Mention | None) -> bool:
    """Tell 一组6个人 and 2 shifts of 8: a count of people right behind a count of groups."""
    if last is None or last.kind != "group" or mention.kind not in ("general", "job"):
        return False
    return not text[last.end : mention.number.start].strip() and last.number.high == 1


def leads_each(words: PeopleWords, text: str, mention: Mention, last: Mention | None) -> bool:
    """Tell the leader of each group from one of all (每组8人加1个组长)."""
    if last is None or last.relation != PER or not words.per_unit.search(last.before):
        return False
    between = text[last.end : mention.number.start].strip()
    if words.clause_end.search(between) or mention.number.high > 1:
        return _led_each(words, text, mention, last, between)
    is_leader = words.leaders.search(text[mention.number.end : mention.end]) is not None
    return is_leader and words.one_joined.fullmatch(between) is not None


def _led_each(words: PeopleWords, text: str, mention: Mention, last: Mention, between: str) -> bool:
    """Tell the people each leader of a group has (每组一个组长九个人)."""
    is_leader = words.leaders.search(text[last.number.end : last.end]) is not None
    is_joined = words.one_joined.fullmatch(between) or words.leading.fullmatch(between)
    is_close = not between or is_joined is not None
    return is_leader and is_close and last.number.high == 1 and mention.kind in ("general", "job")
