"""Leaving out head-counts that are not those of the team that is described.

Taken back (12, no, 11), of the past, of others (他公司有60人), of the company around the team, or
said not to count (讲师别算). All words come from `sizes.toml`.
"""

from __future__ import annotations

import re
from itertools import pairwise

from flows.counts.labels import WHOLE
from flows.counts.mention import Mention
from flows.counts.people_words import (
    ACTUAL,
    ARRIVED,
    FINAL,
    FROM,
    IGNORE,
    MORE,
    NOW,
    PLAIN,
    TARGET,
    PeopleWords,
)
from flows.counts.whose import ours
from flows.sums.focus import focused

_LEFT_ALONE = (TARGET, FROM, *NOW)
_FAR_MORE = 8  # times as many people work around a team than in it
_THE = (" the ", " those ", " my ", " our ")
_LONGEST_CLAUSE = 80  # characters
_CLAUSE = re.compile(r"[.;!?。；！？\n，()]|,(?!\d)| - ")
_AND = " and "
_OWN_CLAUSE = 2  # parts: what ends the clause in front, and it
_CLAUSES_AFTER = 3  # from a head-count to the word that it does not count
_LONGEST_NAME = 8  # characters of what is said not to count


def relevant(words: PeopleWords, text: str, people: list[Mention]) -> list[Mention]:
    """Keep the mentions of people that are about the team as it is or shall be."""
    people = ours(words, text, _without_the_dismissed(words, text, people))
    people = focused(words, text, people)
    people = [m for m in people if not _is_of_rivals(words, text, m)]
    people = [m for m in people if m.relation != PLAIN or not _is_of_others(words, text, m)]
    people = [m for m in people if not words.unfit.match(text, m.end)]  # 厂里200人，没一个会电商
    people = _without_the_taken_back(words, text, people)
    people = _without_the_wider(words, text, people)
    people = _without_the_seats(words, text, people)
    return _without_the_excluded(words, text, _without_the_past(words, text, people))


def _without_the_dismissed(words: PeopleWords, text: str, people: list[Mention]) -> list[Mention]:
    """Leave out what is said to be beside the point (9间分校，每间2个老师，这些不关事)."""
    for cue in words.dismissed.finditer(text):
        if words.of_the_rest.search(text[max(0, cue.start() - _LONGEST_NAME) : cue.start()]):
            continue
        ends = [
            found.end() for found in words.sentence_end.finditer(text) if found.end() < cue.start()
        ]
        start = max(ends, default=0)
        if those := words.those_many.search(text[: cue.start()]):  # 还有班同事追续报，那5个不关我事
            start = those.start()
        clause = max(start, text.rfind(",", 0, cue.start()) + 1)
        if words.rivals.match(text[clause : cue.start()]):  # 隔离部门15个不关我事
            start = clause
        people = [m for m in people if not start <= m.number.start < cue.start()]
    return people


def _is_of_rivals(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell whether a clause that begins with rivals or neighbours counts them."""
    start = mention.number.start
    ahead = _CLAUSE.split(text[max(0, start - _LONGEST_CLAUSE) : start])[-1]
    return words.rivals.match(ahead.lstrip()) is not None


def _is_of_others(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell whether the clause, other numbers in it included, speaks of somebody else."""
    start = mention.number.start
    if words.we.search(mention.before):
        return False
    ahead = _CLAUSE.split(text[max(0, start - _LONGEST_CLAUSE) : start])[-1]
    return words.others.search(ahead + text[start : mention.end] + mention.after) is not None


def _clause(text: str, mention: Mention) -> str:
    """Give what is said in front of a mention and right behind it."""
    start = mention.number.start
    return text[max(0, start - len(mention.before)) : mention.end + len(mention.after)]


def _without_the_taken_back(words: PeopleWords, text: str, people: list[Mention]) -> list[Mention]:
    """Leave out a number that the next one corrects (不是30人，是13个; 7, sorry, 8)."""
    wrong = [a for a, b in pairwise(people) if is_corrected(words, text, a, b)]
    return [m for m in people if m not in wrong and not is_denied(words, m)]


def is_denied(words: PeopleWords, mention: Mention) -> bool:
    """Tell whether a number is said to be wrong (不是30个人)."""
    return words.denied.search(mention.before) is not None


def is_corrected(words: PeopleWords, text: str, first: Mention, second: Mention) -> bool:
    """Tell whether the second of two numbers stands in place of the first."""
    between = text[first.end : second.number.start]
    return words.corrected.search(between) is not None


def _without_the_seats(words: PeopleWords, text: str, people: list[Mention]) -> list[Mention]:
    """Leave out places where the people on most of them are counted (30 seats 22 agents)."""
    seats = [m for m in people if m.relation == PLAIN and words.seats.fullmatch(_noun(text, m))]
    now = (
        [m for m in people if m.relation == ACTUAL and m.number.start > seats[0].end]
        if seats
        else []
    )
    if len(seats) == 1 and now and now[0].number.high < seats[0].number.low:
        return [m for m in people if m not in seats]  # 120个席位，现在只有38个
    rest = [m for m in people if m.relation == PLAIN and m not in seats]
    if len(seats) != 1 or len(rest) != 1:
        return people
    all_seats, taken = seats[0].number.high, rest[0].number.high
    return rest if all_seats // 2 < taken < all_seats else people


def _noun(text: str, mention: Mention) -> str:
    return text[mention.number.end : mention.end].strip()


def _without_the_wider(words: PeopleWords, text: str, people: list[Mention]) -> list[Mention]:
    """Leave out the whole company where a team inside it is meant (公司300人，客服部20人)."""
    wide = [m for m in people if _is_wide(words, text, m)]
    rest = [m for m in people if m not in wide and m.relation not in (IGNORE, MORE)]
    if len(wide) > 1 and not rest:  # 集团一千多人，子公司42个
        wide, rest = wide[:1], wide[1:]
    if not (wide and rest):
        return people
    is_narrowed = words.narrowed.search(text, wide[0].end) is not None
    is_narrowed = is_narrowed or [m.label.kind for m in rest] == [WHOLE]
    is_narrowed = is_narrowed or _is_told_apart(words, text, wide[0], rest)
    return [m for m in people if m not in wide] if is_narrowed else people


def _is_wide(words: PeopleWords, text: str, mention: Mention) -> bool:
    behind = words.wide_behind.match(text, mention.end) is not None
    if mention.is_part and mention.label.kind == WHOLE:  # 集团电商80人、市场30人
        return False
    if mention.relation == FINAL:  # the whole company is 80 employees total
        return words.wider.search(mention.before.rstrip()) is not None
    if mention.relation != PLAIN and not (behind and mention.relation == ACTUAL):
        return False
    return behind or words.wider.search(mention.before) is not None


def _is_told_apart(words: PeopleWords, text: str, wide: Mention, rest: list[Mention]) -> bool:
    """Tell a team by how few it has, or by a sentence of its own with a total."""
    there = [m for m in rest if m.relation != TARGET] or rest
    if wide.number.low > _FAR_MORE * sum(m.number.high for m in there):
        return True
    totals = [m for m in rest if m.kind in ("general", "bare") and m.number.start > wide.end]
    return bool(totals) and all(
        words.sentence_end.search(text[wide.end : m.number.start]) for m in rest
    )


def _past(words: PeopleWords, text: str, people: list[Mention]) -> list[Mention]:
    """List what is said of the past, with what is joined to it (had 5 SDRs and 5 AEs)."""
    found: list[Mention] = []
    for last, m in zip([None, *people], people, strict=False):
        is_joined = (
            last in found and words.row_gap.fullmatch(text[last.end : m.number.start])
            if last
            else False
        )
        if (words.past.search(_clause(text, m)) and not _is_told_of_now(words, m)) or (
            is_joined and m.relation == PLAIN
        ):
            found.append(m)
    return found


def _is_told_of_now(words: PeopleWords, mention: Mention) -> bool:
    """Tell what is now from what was in the same breath (20 last year and it's 48 today)."""
    is_now = mention.relation == ACTUAL and words.after[ACTUAL].match(mention.after) is not None
    return is_now and words.past.search(mention.before.rpartition(_AND)[2]) is None


def _without_the_past(words: PeopleWords, text: str, people: list[Mention]) -> list[Mention]:
    """Leave out what was, where it is said what is now (本来有18个业务，现在16个)."""
    past = _past(words, text, people)
    last = max((m.number.start for m in people if _is_now(words, text, m)), default=-1)
    end = max((m.number.start for m in people if m.relation == FINAL), default=-1)
    return [
        m
        for m in people
        if (m.number.start >= last or _is_left_alone(m, past))
        and not (m.relation == ARRIVED and m.number.start < last)
        and not (m.relation == MORE and (m.number.start < end or _has_come(words, text, m, last)))
    ]


def _has_come(words: PeopleWords, text: str, mention: Mention, now: int) -> bool:
    """Tell those who have joined already (hired two more in July; there are 19 of us now)."""
    start = mention.number.start
    sentence = text[
        max((c.end() for c in words.sentence_end.finditer(text[:start])), default=0) : start
    ]
    is_meant = words.intended.search(sentence) is not None
    return start < now and not is_meant and words.has_come.search(sentence) is not None


def _is_left_alone(mention: Mention, past: list[Mention]) -> bool:
    """Tell what stays before "now": what is not past (去年还有30人), and any change."""
    return mention not in past or (mention.relation in _LEFT_ALONE and mention.relation != ACTUAL)


def _is_now(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell whether a mention says what is now: it says so, or a total is not said to be past."""
    is_total = mention.kind in ("general", "bare") and mention.relation == PLAIN
    is_plain = is_total and not mention.is_part
    return mention.relation in NOW or (is_plain and not words.past.search(_clause(text, mention)))


def _without_the_excluded(words: PeopleWords, text: str, people: list[Mention]) -> list[Mention]:
    """Leave out those who are said not to count (讲师2个……讲师是外聘的别算)."""
    kept = people
    for cue in words.excluded.finditer(text):
        if words.beside.not_me.search(text[: cue.start()]):
            continue
        ahead = text[max(0, cue.start() - _LONGEST_NAME) : cue.start()]
        alone = ahead.rpartition(",")[2]  # 质检2，主管不算
        is_job = words.nouns.values.get(alone.strip()) == "job"
        said = (alone if is_job else ahead) + text[cue.start() : cue.end()]
        said += _named_behind(text, cue.end())
        kept = [m for m in kept if not ((name := _name(words, text, m)) and name in said)]
        kept = [m for m in kept if m != _just_before(words, text, kept, *cue.span())]
        kept = [m for m in kept if not _is_right_behind(text, m, cue.end()) or len(kept) == 1]
    return kept


def _is_right_behind(text: str, mention: Mention, place: int) -> bool:
    """Tell how many are not to count, told in a clause by itself (车工就别算了，六七十号人呢)."""
    is_alone = not mention.before.strip() and len(mention.after) <= 1
    is_next = text[place : mention.number.start] == ","
    return is_next and is_alone and mention.kind == "general" and mention.relation == PLAIN


def _named_behind(text: str, place: int) -> str:
    """Give who is named behind a word that they do not count (don't count the casuals)."""
    is_named = text.startswith(_THE, place)
    return _CLAUSE.split(text[place : place + _LONGEST_CLAUSE])[0] if is_named else ""


def _just_before(
    words: PeopleWords, text: str, people: list[Mention], start: int, end: int
) -> Mention | None:
    """Find whom a clause that is nothing but "not to be counted" speaks of (外包16人，不要算)."""
    before = [m for m in people if m.end <= start][-1:]
    if not before or not _CLAUSE.match(text[end : end + 1] or "."):
        return None
    between = text[before[0].end : start]
    if words.numerals.token.search(between):
        return None
    if not between.strip():
        return before[0]
    told = [part.strip() for part in _CLAUSE.split(between)]
    is_own = len(told) == 1 and len(between) <= _LONGEST_NAME  # 还有两个外包就不算了
    is_those = len(told) == _OWN_CLAUSE and words.those.match(told[-1])
    return (
        before[0]
        if is_own or is_those or (1 < len(told) <= _CLAUSES_AFTER and not told[-1])
        else None
    )


def _name(words: PeopleWords, text: str, mention: Mention) -> str:
    """Give what a mention calls those it counts; of people in general nothing."""
    if mention.kind == "job":
        return mention.noun_in(text)
    is_status = words.at_work.statuses.search(mention.label.name) is not None  # 外包2位
    return mention.label.name if mention.label.kind == "job" or is_status else ""
