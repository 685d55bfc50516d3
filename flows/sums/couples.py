"""Counting people who are told in pairs, by their sex or rank, or by their place in a chain.

三对主播助播; 主播一正一副; 两男三女; 前面6个人筛意向，后面2个人成交. All words come from
`sizes.toml`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from flows.counts.labels import PARTS, WHOLE, label_of
from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, FINAL, IGNORE, PLAIN, PeopleWords

_TWO, _MOST = 2, 200  # people of a pair, people of a kind
_NOT = "不"
_SIGNS, _PEOPLE = " ,和跟与、", ("人", "个")


def with_couples(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the people of pairs, of both sexes or ranks, and of the two ends of a chain."""
    if text.isascii():
        return found
    found = [_paired(words, text, m) for m in found]
    found = _team_and_others(words, text, _of_both_sides(words, text, found))
    return _remaining(words, _in_front_and_behind(words, found))


def _part(mention: Mention) -> Mention:
    return replace(mention.part(), kind="job", relation=PLAIN)


def _paired(words: PeopleWords, text: str, mention: Mention) -> Mention:
    """Double a count of pairs (三对主播助播; 主播助播三对; 两人一对，一共五对)."""
    if words.couples.two_make.match(text, mention.number.end):
        return mention.nobody()  # 两人一对
    pair = words.couples.pair.match(text, mention.number.end)
    if pair is None or not 0 < mention.number.high <= _MOST:
        return mention
    named = words.nouns.at(text, pair.end())
    is_job = named is not None and named.value == "job"
    is_alone = words.clause_end.match(text, pair.end()) or pair.end() == len(text)
    is_told = mention.label.kind == "job" or words.couples.by_two.search(text[: pair.start()])
    if (not is_job and not (is_alone and is_told)) or mention.before.endswith(_PEOPLE):
        return mention
    return _part(mention.times(_TWO, _TWO))


def _of_both_sides(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark two counts that are told by sex or rank (两男三女; 主播一正一副)."""
    marked = list(found)
    for i, (one, other) in enumerate(pairwise(found)):
        first = words.couples.side.match(text, one.number.end)
        second = words.couples.side.match(text, other.number.end)
        if first is None or second is None or first.group() == second.group():
            continue
        is_next = not text[first.end() : other.number.start].strip(_SIGNS)
        is_sex = words.couples.sex.fullmatch(first.group()) is not None
        may_be = is_sex or label_of(words, one.before).kind == "job"
        if not is_next or not may_be or max(one.number.high, other.number.high) > _MOST:
            continue
        if words.couples.children.match(text, second.end()):
            continue
        both = one.number.high + other.number.high
        behind = [m for m in found[i + 2 : i + 3] if m.before == other.after]  # 七男三女十个人
        told = [*found[:i], *behind]
        is_again = any(m.is_people and m.number.high == both for m in told)
        marked[i : i + 2] = [m.nobody() if is_again else _part(m) for m in (one, other)]
    return marked


def _in_front_and_behind(words: PeopleWords, found: list[Mention]) -> list[Mention]:
    """Mark those at the two ends of a chain (前面6个人筛意向，后面2个人成交)."""
    marked = list(found)
    for i, (one, other) in enumerate(pairwise(found)):
        is_front = words.couples.front.search(one.before) is not None
        is_behind = words.couples.behind.search(other.before) is not None
        are_free = all(m.kind in ("bare", "general") and m.relation == PLAIN for m in (one, other))
        are_free = are_free and all(m.number.is_count and m.number.high <= _MOST for m in found)
        if is_front and is_behind and are_free and one.after.strip() and other.after.strip():
            marked[i : i + 2] = [_part(one), _part(other)]
    return marked


def _team_and_others(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark a team and those who are told beside it (有个8人的电销组，还有4个人做公众号)."""
    marked = list(found)
    for i, (team, others) in enumerate(pairwise(found)):
        is_team = team.kind == "general" and bool(words.couples.a_team.match(text, team.end))
        is_team = is_team or _is_team_beside(words, text, team, others)
        is_beside = words.couples.and_others.search(others.before) is not None
        is_free = team.relation in (PLAIN, FINAL) and others.relation in (PLAIN, ACTUAL)
        if is_team and is_beside and is_free and others.kind != "thing":
            marked[i : i + 2] = [_part(team), _part(replace(others, before=""))]
    return marked


def _is_team_beside(words: PeopleWords, text: str, team: Mention, others: Mention) -> bool:
    """Tell a team, with others behind it who do not lead it (网店8人，还有3个打电话的)."""
    name = text[others.number.end : others.end]
    is_next = not text[team.end : others.number.start - len(others.before)].strip(_SIGNS)
    if _NOT in others.after:  # 还有2个外包美工不用管
        return False
    is_busy = others.kind == "bare" and words.beside.another_doing.match(others.after) is not None
    is_named = others.kind == "job" and words.leaders.search(name) is None
    is_named = is_named or is_busy  # 还有4个专门打电话回访老客户的
    return is_next and is_named and team.label.kind == WHOLE and team.kind in ("general", "bare")


def _remaining(words: PeopleWords, found: list[Mention]) -> list[Mention]:
    """Make parts of who is left of a job and of another that stays (剩三个，场控还是那一个)."""
    same = [i for i, m in enumerate(found) if _is_same_as_ever(words, m)]
    left = [i for i in range(1, len(found)) if _is_left(words, found[i - 1], found[i])]
    if not same or not left or same[0] < left[0]:
        return found
    marked = list(found)
    for i in (*same, left[0]):
        marked[i] = _part(replace(found[i], before=""))
    return marked


def _is_same_as_ever(words: PeopleWords, mention: Mention) -> bool:
    said = words.couples.as_ever.search(mention.before)
    is_free = mention.kind in ("bare", "general") and mention.relation in (PLAIN, ACTUAL)
    return is_free and said is not None and label_of(words, _head(mention, said)).kind in PARTS


def _is_left(words: PeopleWords, gone: Mention, left: Mention) -> bool:
    """Tell who is left of a job (主播走了俩，眼下剩三个)."""
    said = words.sums.gone.search(gone.before.rstrip())
    if said is None or gone.relation != IGNORE or left.relation != ACTUAL:
        return False
    is_job = label_of(words, _head(gone, said)).kind in PARTS
    return is_job and left.kind in ("bare", "general")


def _head(mention: Mention, said: re.Match[str]) -> str:
    return mention.before[: said.start()]
