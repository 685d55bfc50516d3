"""Telling counts that hold for each group, leader or job (每组一个组长九个人; two shifts of 8).

All words come from `sizes.toml`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from flows.counts.kinds import is_kind
from flows.counts.mention import Mention
from flows.counts.named import named_in_front, teams_in_front
from flows.counts.people_words import PER, PLAIN, PeopleWords
from flows.counts.things import PEOPLE

_OF_EACH = " of each"
_MOST_EACH, _MOST_GROUPS = 200, 100  # people of each group, groups
_EACH = re.compile(r"各(?:自)?(?:有|配|带|是)?")
_CLAUSE, _BETWEEN, _WHO = re.compile(r"[,;:]"), re.compile(r"[、和跟与及同]"), "的"
_SHORT_TITLE = re.compile(r" ?[a-z]{2,4}(?=[^\W\d_a-z])")  # AM维护客户
_LEAST_LETTERS = 3  # of a job; "it" is mostly none


def shared_out(words: PeopleWords, text: str, each: Mention) -> Mention:
    """Multiply by what is named in front, where that are several jobs (文案、设计各两个)."""
    jobs = named_in_front(words, text, each) or _named_before(words, text, each)
    jobs = jobs or teams_in_front(words, text, each) or _told_before(words, text, each)
    if len(jobs) < 2 or not each.number.is_count:  # noqa: PLR2004
        return _with_lead(words, text, each)
    return each.times(len(jobs), len(jobs))


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


def of_groups(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Take a number that holds for each for people where groups are told beside it.

    3 squads, 6 each; 12 per shift, three shifts; 2 offices, 9 each.
    """
    marked = list(found)
    for i, (first, second) in enumerate(pairwise(found)):
        each, groups = (first, second) if first.relation == PER else (second, first)
        place = i if each is first else i + 1
        is_next = _is_beside_groups(words, text, first, second)
        if is_next and _is_each(words, each) and _are_groups(words, text, groups, each):
            marked[place] = replace(each, is_people=True)
            marked[2 * i + 1 - place] = replace(groups, kind="group")
    return marked


def of_named(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Multiply by what was counted and is named again (5 salons, 2 receptionists a salon)."""
    marked = list(found)
    several_each = [i for i, m in enumerate(found) if m.relation == PER]
    if len(several_each) > 1 and not any(m.number.high == 1 for m in found if m.relation == PER):
        return found
    for i, mention in enumerate(found):
        unit = words.sums.a_unit.match(mention.after) if mention.kind in PEOPLE else None
        named = [k for k in range(i) if unit and _is_many(text, found[k], unit.group(1))]
        if not named or mention.relation not in (PLAIN, PER):
            continue
        several = found[named[-1]]
        if len(several_each) > 1 and i == several_each[0]:
            continue
        marked[i] = mention.times(several.number.low, several.number.high)
        if any(k != i for k in several_each):  # 10 agents a shift, 1 lead each shift
            continue
        marked[named[-1]] = several.nobody()
    return marked


def _is_many(text: str, mention: Mention, unit: str) -> bool:
    """Tell whether several of a unit were counted (5 salons, 3 branches)."""
    words_of = text[mention.number.end : mention.end].strip().split(" ")
    is_several = mention.number.is_count and 1 < mention.number.high <= _MOST_GROUPS
    return is_several and words_of[-1] in (f"{unit}s", f"{unit}es", f"{unit[:-1]}ies")


def _is_beside_groups(words: PeopleWords, text: str, first: Mention, second: Mention) -> bool:
    start = first.end
    if first.relation == PER and (behind := words.after[PER].match(text, start)):
        start = behind.end()
    return words.sums.beside_groups.fullmatch(text[start : second.number.start]) is not None


def _is_each(words: PeopleWords, mention: Mention) -> bool:
    """Tell a number without a noun that is told for each, with nothing else behind it."""
    is_count = mention.number.is_count and 1 < mention.number.high <= _MOST_EACH
    is_free = mention.relation == PER and (mention.kind == "bare" or mention.is_people)
    behind = words.after[PER].match(mention.after)
    rest = mention.after[behind.end() :] if behind else ""
    is_more = words.one_joined.match(rest) is not None  # 7 each plus a floor manager
    is_alone = mention.is_people or (behind and (is_more or not rest.strip()))
    return bool(is_count and is_free and is_alone)


def _are_groups(words: PeopleWords, text: str, mention: Mention, each: Mention) -> bool:
    if not mention.number.is_count or not 1 < mention.number.high <= _MOST_GROUPS:
        return False
    noun = text[mention.number.end : mention.end].strip()
    is_unit = (
        words.per_unit.search(each.after) is None and words.sums.unit.fullmatch(noun) is not None
    )
    return mention.kind == "group" or is_unit
