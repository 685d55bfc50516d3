"""Finding the head-counts in a text: which numbers count people, and in which relation.

`sizes` adds them up. All words come from `sizes.toml` and the names of the roles.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from flows.counts.at_work import at_work
from flows.counts.desks import with_filled_desks
from flows.counts.dropped import of_wholes, with_dropped
from flows.counts.hours import without_hours
from flows.counts.in_lists import follows_persons, goes_on, is_listed, leads_list
from flows.counts.in_turn import with_in_turn
from flows.counts.included import with_included
from flows.counts.kinds import with_kinds
from flows.counts.labels import (
    NONE,
    PARTS,
    THING,
    TOTAL,
    WHOLE,
    before_bracket,
    label_before_comma,
    label_of,
    label_over_bracket,
)
from flows.counts.mention import Mention
from flows.counts.named_groups import of_named_groups
from flows.counts.people_words import (
    FILLED,
    FINAL,
    IGNORE,
    MORE,
    PER,
    PLAIN,
    TARGET,
    PeopleWords,
)
from flows.counts.post_rows import with_post_rows
from flows.counts.relations import is_another, relation_of
from flows.counts.rows import in_rows
from flows.counts.task_rows import with_task_rows
from flows.counts.things import with_noun
from flows.counts.uncounted import counts_nobody, is_a_word, is_year
from flows.sums.aims import with_aims
from flows.sums.alone import with_alone
from flows.sums.anchors import anchored
from flows.sums.apiece import without_apiece
from flows.sums.asked_again import asked_again
from flows.sums.at_last import at_last
from flows.sums.changes import changed
from flows.sums.compared import with_compared
from flows.sums.concluded import concluded
from flows.sums.couples import with_couples
from flows.sums.each import follows_one_group, leads_each, of_groups, of_named, shared_out
from flows.sums.each_having import with_each_having
from flows.sums.each_unit import with_each_unit
from flows.sums.elsewhere import is_elsewhere, is_rest, is_turn
from flows.sums.first_we import with_first_we
from flows.sums.gone_ones import without_gone_ones
from flows.sums.in_time import in_time
from flows.sums.losses import after_losses
from flows.sums.nth_come import with_nth_come
from flows.sums.pairs import paired
from flows.sums.plans import with_plans
from flows.sums.relevance import is_corrected, is_denied
from flows.sums.seasons import of_this_season
from flows.sums.side_by_side import side_by_side
from flows.sums.spread import spread
from flows.sums.told_so import with_owners_and_wholes, with_squads_and_leads
from flows.sums.verdicts import decided, with_proved
from flows.sums.wished import with_adding_up
from flows.text.cues import Cues
from flows.text.numbers import Number, numbers

_MOST_BARE = 5000  # people
_THEN = (" then ", "then ")  # 2 listers; then four lads from 6pm
_WITHIN = 3  # characters behind a span of time in which it is said that it is one
_COUNTERS = "个条件份单张通次"
__all__ = ["Mention", "mentions"]


def mentions(words: PeopleWords, text: str) -> list[Mention]:
    """Find all numbers of a folded text with what they count, in order."""
    return list(_mentions(words, text))


@lru_cache(maxsize=64)  # several parts of understanding ask about the same message
def _mentions(words: PeopleWords, text: str) -> tuple[Mention, ...]:
    counted = numbers(words.numerals, text)
    cuts = _cuts(words.clause_end, text, counted)
    found: list[Mention] = []
    for number in counted:
        free = found[-1].end if found else 0
        if number.start >= free:
            is_time = bool(found) and (is_year(found[-1]) or _is_within(words, text, found[-1]))
            ahead = 0 if is_time else free  # the target for 2027 is 25; 目标是两年内60人
            found.append(_labelled(words, text, number, max(ahead, _clause_start(cuts, number))))
    found = [_followed(text, found, i, cuts) for i in range(len(found))]
    judged: list[Mention] = []
    for mention in found:
        last = judged[-1] if judged else None
        if last and _is_part(words, text, last, mention):
            judged[-1] = replace(last, is_part=True)
        is_nobody = counts_nobody(words, text, mention, last)
        judged.append(
            replace(mention, kind="thing") if is_nobody else _judged(words, text, mention, last)
        )
    judged = with_in_turn(words, text, without_hours(words, text, judged))
    judged = with_squads_and_leads(words, text, judged)
    judged = at_work(words, text, of_wholes(words, text, judged))
    judged = with_aims(words, text, side_by_side(words, text, judged))
    judged = [shared_out(words, text, m) if m.relation == PER else m for m in judged]
    judged = with_each_having(words, text, judged)
    judged = of_groups(words, text, of_named(words, text, judged))
    judged = of_named_groups(words, text, with_included(words, text, judged))
    judged = spread(words, text, judged)
    judged = with_kinds(words, text, in_rows(words, text, judged))
    judged = with_each_unit(words, text, with_couples(words, text, judged))
    judged = with_dropped(words, text, with_task_rows(words, text, judged))
    judged = with_post_rows(words, text, with_filled_desks(words, text, judged))
    judged = with_first_we(words, text, without_apiece(words, text, judged))
    judged = without_gone_ones(words, text, judged)
    judged = with_owners_and_wholes(words, text, judged)
    judged = with_adding_up(words, text, changed(words, text, judged))
    judged = paired(words, text, with_compared(words, text, judged))
    judged = with_nth_come(words, text, in_time(words, text, judged))
    judged = after_losses(words, text, with_proved(words, text, judged))
    judged = with_plans(words, text, with_alone(words, text, judged))
    judged = anchored(words, text, of_this_season(words, text, judged))
    judged = concluded(words, text, asked_again(words, text, judged))
    return tuple(at_last(words, text, decided(words, text, judged)))


def _is_part(words: PeopleWords, text: str, last: Mention, mention: Mention) -> bool:
    """Tell a number that those who follow come on top of: elsewhere, or in their turn."""
    return is_elsewhere(words, text, last, mention) or is_turn(words, text, mention, last)


def _is_within(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a span of time in which something is aimed at (两年内)."""
    ends = range(mention.end, mention.end + _WITHIN)
    return mention.kind == "thing" and any(words.sums.within.search(text[:end]) for end in ends)


def _cuts(ends: Cues, text: str, counted: Iterable[Number]) -> list[int]:
    """List where clauses end, commas inside numbers aside."""
    inside = {place for number in counted for place in range(number.start, number.end)}
    return [found.start() for found in ends.finditer(text) if found.start() not in inside]


def _clause_start(cuts: list[int], number: Number) -> int:
    place = bisect_left(cuts, number.start)
    return cuts[place - 1] + 1 if place else 0


def _labelled(words: PeopleWords, text: str, number: Number, start: int) -> Mention:
    before = text[start : number.start]
    is_first = not before.strip()
    label = label_before_comma(words, text, start, number.end) if is_first else None
    label = label or (label_over_bracket(words, text, start) if is_first else None)
    label = label or label_of(words, before_bracket(text, start) if is_first else before)
    counted = with_noun(words, text, number, label)
    if counted.end == number.end and words.hours.search(label.name):  # 晚上7
        label = replace(label, kind=NONE)
    if counted.kind == "general" and words.sums.called.search(label.name):  # 电话5人，业务3人
        label = replace(label, kind="job")
    return replace(counted, before=before, label=label)


def _followed(text: str, found: list[Mention], index: int, cuts: list[int]) -> Mention:
    """Add what stands behind a mention, up to the next one or the end of the clause."""
    mention = found[index]
    place = bisect_left(cuts, mention.end)
    stop = cuts[place] if place < len(cuts) else len(text)
    if index + 1 < len(found):
        stop = min(stop, found[index + 1].number.start)
    return replace(mention, after=text[mention.end : max(stop, mention.end)])


def _judged(words: PeopleWords, text: str, mention: Mention, last: Mention | None) -> Mention:
    kind = mention.label.kind
    is_part = mention.is_part or (kind in PARTS and not mention.label.is_summed)
    relation = _relation(words, text, mention, last)
    if relation == PLAIN and last and last.is_people and leads_list(words, text, last, mention):
        return replace(mention, kind="job", is_people=True)
    is_word = mention.kind == "bare" and is_a_word(text, mention)
    if is_word or (last and _is_of_those(words, text, mention, last)):
        return replace(mention, kind="thing")
    is_total = words.total_after.match(text, mention.end) is not None
    is_more = last is not None and is_another(words, text, mention, last)
    known = relation not in (PLAIN, IGNORE) or kind in (*PARTS, WHOLE, TOTAL) or is_total or is_more
    is_part = is_part or goes_on(words, text, mention, last)
    is_then = last is not None and last.is_people and mention.before.startswith(_THEN)
    is_part = is_part or is_then or is_more
    if last and is_rest(words, text, last, mention):
        return replace(mention.part(), kind="job")
    is_people = mention.kind in ("general", "job")
    if mention.kind == "bare" and known and kind != THING and mention.number.high <= _MOST_BARE:
        is_people = _is_open_or_busy(words, text, mention)
    if last and mention.kind == "bare" and _corrects(words, text, last, mention):
        final = relation if relation == FINAL else PLAIN
        return replace(
            mention, kind=last.kind, is_part=last.is_part, is_people=True, relation=final
        )
    return replace(mention, is_part=is_part, is_people=is_people, relation=relation)


def _relation(words: PeopleWords, text: str, mention: Mention, last: Mention | None) -> str:
    """Tell the relation of a number by its own words and by what it stands beside."""
    relation = relation_of(words, text, mention)
    noun = text[mention.number.end : mention.end]
    is_one = mention.kind == "job" or words.beside.friends.search(noun) is not None
    is_in_list = is_one and is_listed(words, text, mention)
    is_in_list = is_in_list and not words.after[TARGET].match(mention.after)  # another 5 by june
    if relation == MORE and is_in_list and (last or follows_persons(words, text, mention)):
        relation = PLAIN
    if relation == MORE and last and is_another(words, text, mention, last):
        relation = PLAIN
    if follows_one_group(text, mention, last) or leads_each(words, text, mention, last):
        return PER
    is_total = words.total_after.match(text, mention.end) is not None
    is_sum = mention.kind == "general" or (last and mention.kind == "job")
    is_sum = is_sum or (last and mention.kind == "bare" and _covers(mention, last))  # 4 in total
    is_more = words.sums.and_more.search(mention.before.rstrip())  # plus 3 leads overall
    # four set, two close, six sellers in total
    return FINAL if relation == PLAIN and is_total and is_sum and not is_more else relation


def _covers(mention: Mention, last: Mention) -> bool:
    """Tell a number that is more than the people told right before it."""
    return last.is_people and mention.number.high > last.number.high


def _is_open_or_busy(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a number without a noun that ends a clause, or whose work is told behind it."""
    end, work = mention.end, words.at_work
    is_open = end == len(text) or words.open_after.match(text, end) is not None
    return is_open or bool(work.tasks.match(text, end) or work.doing.match(text, end))


def _is_of_those(words: PeopleWords, text: str, mention: Mention, last: Mention) -> bool:
    """Tell a number of things that were just counted (51 orders, eleven of them; 平时一百多)."""
    if last.kind != "thing":
        return False
    noun = text[mention.number.end : mention.end].strip()
    if words.after[FILLED].match(mention.after):  # 48 desks, 31 of them have someone
        return False
    if words.beside.people_named.search(mention.before.rstrip()):  # 平时人手14
        return False
    is_again = not noun.strip(_COUNTERS) and words.again.search(mention.before) is not None
    return is_again or (noun == "of them" and mention.number.high < last.number.high)


def _corrects(words: PeopleWords, text: str, last: Mention, mention: Mention) -> bool:
    """Tell whether a number without a noun stands in place of the one before (不是30人，是13个)."""
    if last.is_people and is_corrected(words, text, last, mention):
        return True
    is_said = last.is_people or last.kind == "bare"
    return is_said and is_denied(words, last) and words.instead.search(mention.before) is not None
