"""Reading how many people a text speaks of, and the answer to "how many people?".

All words come from `sizes.toml`, `numerals.toml` and the names of the roles. A size is never
guessed: numbers that do not clearly count people are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from flows.counts.labels import PARTS, TOTAL, WHOLE
from flows.counts.mention import Mention
from flows.counts.people_range import MOST_PEOPLE, PeopleRange, last_of, most_of, range_of
from flows.counts.people_words import (
    ACTUAL,
    ARRIVED,
    FINAL,
    FROM,
    IGNORE,
    MORE,
    PER,
    PLAIN,
    TARGET,
    PeopleWords,
)
from flows.counts.whose import without_left_out
from flows.sums.focus import are_torn, without_speakers
from flows.sums.groups import are_planned, groups
from flows.sums.joining import with_ones
from flows.sums.ones import ones
from flows.sums.people import mentions
from flows.sums.planned_groups import groups_to_come
from flows.sums.reckoned import reckoned
from flows.sums.relevance import relevant
from flows.sums.roll_call import without_others
from flows.sums.scopes import lies_inside, scopes
from flows.sums.shares import cut_by_share, grown_by_share, grown_monthly, share_there
from flows.sums.speaking import with_newcomer, with_speaker
from flows.sums.spelled import outside, spelled_out
from flows.sums.targets import (
    before_granted,
    before_hiring,
    exchanged,
    grown,
    only_original,
    original,
    shrunk,
    with_granted,
    with_unchanged,
)
from flows.sums.team_changes import team_changes
from flows.sums.turnover import after_turnover
from flows.sums.wholes import summed_last, without_told_parts
from flows.text.fold import Fold
from flows.text.numbers import Number

LONGEST_ANSWER = 4000  # characters
_LONGEST_READ = 1000  # characters; the rest of an answer is not looked at
__all__ = [
    "MOST_PEOPLE",
    "PeopleRange",
    "Problem",
    "Sizes",
    "read_answer",
    "read_sizes",
    "sizes_of",
]
Problem: TypeAlias = Literal["zero", "negative", "too_big", "fraction", "no_number", "too_long"]
_LEAST_LED = 4  # people of a team that has leaders among them
_FEWEST = 2  # counts of a sum
_SUM = re.compile(r"(?: (?:at|in|on|from|over in) (?:the |our )?[a-z]+(?: [a-z]+)?)? ?\+ ?")
_MARKUP = re.compile(r"<[^>]*>?")


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of a text; `is_adding` tells that people are to be added (再招5个)."""

    current: PeopleRange | None
    target: PeopleRange | None
    is_adding: bool


def read_sizes(words: PeopleWords, text: str) -> Sizes:
    """Read the sizes of a folded text."""
    return sizes_of(words, text, mentions(words, text))


def counted(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """List the numbers that count people of the team as it is or shall be, no parts twice."""
    inside = [*scopes(words, text, found), *spelled_out(text, found)]
    people = [m for m in found if m.is_people and not lies_inside(m, inside)]
    return relevant(words, text, reckoned(words, text, people, found))


@lru_cache(maxsize=64)  # several parts of understanding ask about the same message
def people_in(words: PeopleWords, text: str) -> tuple[Mention, ...]:
    """List the numbers of a folded text that count people of the team."""
    return tuple(counted(words, text, mentions(words, text)))


def sizes_of(words: PeopleWords, text: str, found: list[Mention]) -> Sizes:
    """Add up the head-counts found in a folded text."""
    to_come, found = groups_to_come(words, text, found)
    people = counted(words, text, found)
    if several := team_changes(text, people):
        return Sizes(*several, is_adding=False)
    current = with_speaker(words, text, found, _current(words, text, people, found))
    current = with_newcomer(words, text, current or _phrase(words, text, people))
    relation = FROM if any(m.relation == FROM for m in people) else ARRIVED
    current = with_unchanged(words, text, people, current, relation)
    planned = groups(words, text, people, found) if are_planned(people, found) else []
    target = (
        range_of(planned[0].low, planned[0].high) if planned else most_of(last_of(people, TARGET))
    )
    target = to_come or with_unchanged(words, text, people, target, TARGET)
    current = current or before_granted(words, text, found)
    target = with_granted(words, text, found, current, target)
    target = grown_monthly(words, text, found, current) or target
    current = current or only_original(words, text, found)
    target = target or grown_by_share(words, text, found, current)
    target = target or cut_by_share(words, text, current)
    current = current or share_there(words, text, target)
    target = target or after_turnover(words, text, found, current)
    target = target or exchanged(words, text, people, found, current)
    target = target or grown(words, text, people, current) or shrunk(words, found, current)
    if current is None and (target or any(m.relation == MORE for m in people)):
        current = original(words, found)
        target = target or grown(words, text, people, current)
    current, target = before_hiring(words, text, people, current, target)
    return Sizes(current, target, any(m.relation == MORE for m in people))


def _current(
    words: PeopleWords, text: str, people: list[Mention], found: list[Mention]
) -> PeopleRange | None:
    for relation in (FINAL, ARRIVED, FROM):
        if size := last_of(people, relation):
            return _with_me(words, text, people, size) if relation == FINAL else size
    if are_torn(words, text, people):
        return None
    counted = [m for m in people if m.relation in (PLAIN, ACTUAL)]
    counted = _without_the_past(words, text, counted, found)
    counted = without_others(words, text, found, counted)
    grouped = [] if are_planned(people, found) else groups(words, text, people, found)
    each = [m.number.high for m in people if m.relation == PER]
    said = {m.number.high for m in counted if each != [1]}
    grouped = [group for group in grouped if group.high not in said]  # 24人，分三组每组8人
    single = without_speakers(words, text, ones(words, text, found), counted)
    single = outside(without_left_out(words, text, single, counted), spelled_out(text, found))
    single, counted = summed_last(words, text, single, counted)
    if single and not text.isascii():  # 雇了两个，一个客服一个打包，我跟弟弟
        counted = without_told_parts(words, text, counted)
    counted = with_ones(words, text, counted, single, is_grouped=bool(grouped))
    counted = _without_leaders(words, text, counted)
    counted = without_told_parts(words, text, counted)
    counted = _opened(text, counted)
    parts = [m for m in counted if m.kind == "job" or m.is_part]
    totals = [m for m in counted if m not in parts]
    return _total(*_whole_apart(parts, totals), grouped)


def _with_me(
    words: PeopleWords, text: str, people: list[Mention], size: PeopleRange
) -> PeopleRange:
    """Add whoever speaks to a count that is the whole but for them (so 8 + me)."""
    said = [m for m in people if m.relation == FINAL][-1]
    is_apart = words.verdicts.and_one.match(text, said.end) is not None
    return (range_of(size.low + 1, size.high + 1) or size) if is_apart else size


def _without_the_past(
    words: PeopleWords, text: str, counted: list[Mention], found: list[Mention]
) -> list[Mention]:
    """Leave out totals said before "now" (能坐30人，现在18人; 52个销售走了14个，目前44个)."""
    first = next((i for i, m in enumerate(counted) if m.relation == ACTUAL), 0)
    now = counted[first] if counted else None
    is_total = now is not None and now.kind != "job" and not now.is_part and not text.isascii()
    gone = [m.number.start for m in found if words.sums.gone.search(m.before.rstrip())]

    def stays(m: Mention) -> bool:
        is_past = is_total and now and any(m.end <= a < now.number.start for a in gone)
        return (m.kind == "job" or m.is_part) and not is_past

    return [m for i, m in enumerate(counted) if i >= first or stays(m)]


def _without_leaders(words: PeopleWords, text: str, counted: list[Mention]) -> list[Mention]:
    """Leave out leaders counted behind the people of a team (电销18人，两个组长)."""
    several = [m for m in counted if m.kind == "general"]
    teams = [m.end for m in several if m.number.high > _LEAST_LED and len(several) == 1]
    if several and several[0].is_part and sum(m.label.kind in PARTS for m in counted) > 1:
        return counted  # tier 1 is 30 people, tier 2 is 8, then 4 leads
    first = teams[0] if teams else len(text)

    def is_inside(m: Mention) -> bool:
        if m.number.start < first or words.added.search(m.before):
            return False
        is_named_behind = m.kind == "job" and m.number.end < m.end
        is_labelled = len(counted) == 2 and several[0].label.kind not in PARTS  # noqa: PLR2004
        is_labelled = is_labelled and m.kind == "bare"  # 组长只有一个
        name = text[m.number.end : m.end] if is_named_behind else m.label.name
        return (is_named_behind or is_labelled) and words.leaders.search(name) is not None

    return [m for m in counted if not is_inside(m)]


def _whole_apart(
    parts: list[Mention], totals: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """Tell parts from what covers them: several departments are parts, one may be the whole."""
    wholes = [m for m in totals if m.label.kind == WHOLE or m.label.is_summed]
    plain = [m for m in totals if m not in wholes]
    several = len(wholes) + sum(m.label.kind == WHOLE for m in parts) > 1
    covers = len(wholes) == 1 and wholes[0].label.is_summed and _high(wholes) > _high(plain)
    if (plain and not covers) or (wholes and several):
        parts, totals = [*parts, *wholes], plain
    in_order = sorted(parts, key=lambda m: m.number.start)
    if in_order and in_order[0].label.kind == TOTAL:  # we're 7 in support, 6 agents and me
        parts = in_order
    first, rest = parts[:1], parts[1:]
    is_sum = len(rest) > 1 and first[0].kind == "general" and {m.kind for m in rest} == {"job"}
    if not totals and is_sum and _high(rest) == _high(first):
        return rest, first
    return parts, totals


def _opened(text: str, counted: list[Mention]) -> list[Mention]:
    """Take the first of a sum for a part of it (staff 6 at hq + 2 in the office + 1 intern)."""
    if len(counted) < _FEWEST or not _SUM.fullmatch(text, counted[0].end, counted[1].number.start):
        return counted
    return [counted[0].part(), *counted[1:]] if counted[0].relation == PLAIN else counted


def _high(found: list[Mention]) -> int:
    return sum(m.number.high for m in found)


def _total(
    parts: list[Mention], totals: list[Mention], grouped: list[Number]
) -> PeopleRange | None:
    """Take a total that covers the parts as the size; else add everything up."""
    low = sum(m.number.low for m in parts) + sum(g.low for g in grouped)
    high = sum(m.number.high for m in parts) + sum(g.high for g in grouped)
    if not totals:
        return range_of(low, high)
    largest = max(totals, key=lambda m: m.number.high).number
    if largest.high >= high:
        return range_of(largest.low, largest.high)
    return range_of(low + largest.low, high + largest.high)


def _phrase(words: PeopleWords, text: str, people: list[Mention]) -> PeopleRange | None:
    """Read words that are a head-count by themselves (just me), where no number says it."""
    if any(m.relation in (PLAIN, ACTUAL) for m in people):
        return None
    found = next(words.phrases.all(text), None)
    if found is None and words.solo.search(text):
        return PeopleRange(1, 1)
    return PeopleRange(found.value, found.value) if found else None


def read_answer(fold: Fold, words: PeopleWords, text: str) -> PeopleRange | Problem:
    """Read the reply to "how many people?", where a bare number counts."""
    if len(text) > LONGEST_ANSWER:
        return "too_long"
    folded = fold(text)[:_LONGEST_READ]
    if _MARKUP.search(folded):
        return "no_number"
    if words.nobody.fullmatch(folded):
        return "zero"
    found = mentions(words, folded)
    sizes = sizes_of(words, folded, found)
    return sizes.target or sizes.current or _bare_answer(found, folded)


def _bare_answer(found: list[Mention], folded: str) -> PeopleRange | Problem:
    problems = [m.number.problem for m in found if m.number.problem]
    if problems:
        return "negative" if problems[0] == "negative" else "fraction"
    bare = [m for m in found if m.kind not in ("thing", "group")]
    if len(bare) != 1 or bare[0].relation in (MORE, IGNORE, PER):
        return _too_big(found, folded) or "no_number"
    number = bare[0].number
    if number.high > MOST_PEOPLE:
        return "too_big"
    return range_of(number.low, number.high) or "zero"


def _too_big(found: list[Mention], folded: str) -> Problem | None:
    whole = [m for m in found if m.kind == "thing" and m.end == len(folded)]
    return "too_big" if len(whole) == 1 and whole[0].number.high > MOST_PEOPLE else None
