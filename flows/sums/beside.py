"""Reading who is there and who is to come from a count told beside another one.

Adding 4 packers to the 10 we have; 10 callers approved, still 15; up to 70 for Xmas, else 30; 16 of
20 desks are filled. `pairs` tells wishes from what there is. All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from flows.counts.labels import THING
from flows.counts.mention import Mention
from flows.counts.people_words import (
    ACTUAL,
    FILLED,
    FINAL,
    IGNORE,
    MORE,
    PLAIN,
    TARGET,
    PeopleWords,
)
from flows.counts.things import PEOPLE

_THERE, _FROM = (PLAIN, ACTUAL), "from"
_MOST = 1500  # people; more may be a year
_LEAST_MORE = 4  # people; fewer may be named without a number
_MOST_TIMES = 4  # as many follow from a cause


def occupied(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Read who sits at some of the desks, who is to leave, and who is to be multiplied."""
    marked = [_multiplied(words, text, m) for m in found]
    return _taken(words, text, _leaving(words, marked))


def resulting(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Read who is to come on top of whom, and what follows for the team."""
    marked = _granted(words, text, _joined(words, text, found))
    return _concluded(words, text, _usual(words, text, marked))


def may_count(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a number of people, or one without a noun that stands free."""
    number = mention.number
    if not number.is_count or not 0 < number.high <= _MOST:
        return False
    is_open = mention.end == len(text) or words.open_after.match(text, mention.end) is not None
    is_free = mention.kind == "bare" and (is_open or mention.is_people)
    is_free = is_free and mention.label.kind != THING  # desks for 40
    return mention.kind in PEOPLE or is_free


def _leaving(words: PeopleWords, found: list[Mention]) -> list[Mention]:
    """Count nobody who is to leave, beside others (20 agents, 4 will leave by summer)."""
    told = [m for m in found if m.is_people and m.relation in _THERE]
    return [
        replace(m, is_people=False, relation=IGNORE)
        if m.relation == TARGET and told and words.sides.leaving.match(m.after)
        else m
        for m in found
    ]


def _taken(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Take for there who sits on some of all seats (16 of 20 desks are filled)."""
    marked = list(found)
    for i, (taken, seats) in enumerate(pairwise(found)):
        noun = text[seats.number.end : seats.end].strip()
        is_seat = words.desks.fullmatch(noun) or words.seats.fullmatch(noun)
        gap = text[taken.number.end : seats.number.start]
        is_share = is_seat and words.sums.share_of.fullmatch(gap) is not None
        if seats.number.is_count and words.sums.filled_of.fullmatch(gap):
            marked[i] = replace(taken, kind="general", is_people=True, relation=ACTUAL)
            marked[i + 1] = replace(seats, kind="general", is_people=True, relation=TARGET)
        elif is_share and words.after[FILLED].match(seats.after):
            marked[i] = replace(taken, is_people=True, relation=ACTUAL)
            marked[i + 1] = replace(seats, kind="thing", is_people=False, relation=PLAIN)
    return marked


def _multiplied(words: PeopleWords, text: str, mention: Mention) -> Mention:
    """Take for there who is to become several times as many (triple the 4 writers, from nine)."""
    if (
        mention.kind == "bare"
        and mention.before.strip() == _FROM
        and may_count(words, text, mention)
    ):
        cues = (words.twice, words.thrice, words.sides.fourfold)
        if not mention.after.strip() and any(cue.search(text) for cue in cues):
            return replace(mention, is_people=True, relation=ACTUAL)
    is_said = mention.kind in PEOPLE and mention.number.is_count
    if is_said and words.sides.multiplied.search(mention.before.rstrip()):
        return replace(mention, is_people=True, relation=ACTUAL)
    return mention


def _joined(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Take for there whom others are to join (adding 4 packers to the 10 we have)."""
    marked = list(found)
    for i, (more, told) in enumerate(pairwise(found)):
        is_next = _is_next(more, told) and words.sides.joined.search(told.before.rstrip())
        if not is_next or not told.number.is_count or more.kind == "thing":
            continue
        is_open = told.kind in PEOPLE or words.sides.joined_behind.match(text, told.end)
        if is_open or (told.kind == "bare" and told.end == len(text)):
            marked[i] = replace(more, is_people=True, is_part=False, relation=MORE)
            marked[i + 1] = replace(told, is_people=True, is_part=False, relation=ACTUAL)
    return marked


def _is_next(more: Mention, told: Mention) -> bool:
    """Tell what is told in one breath, in Chinese also behind a comma (再添10个，加上手里的6个)."""
    is_close = told.number.start - len(told.before) - more.end <= 1
    return more.after == told.before or (is_close and not told.before.isascii())


def _granted(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Take for people to come who is granted, beside others (10 callers approved, still 15)."""
    told = [m for m in found if m.is_people and m.relation in _THERE]
    marked = list(found)
    for i, mention in enumerate(found if len(found) > 1 else ()):
        others = [m for m in told if m is not mention]
        is_free = mention.number.is_count and mention.relation in (PLAIN, MORE)
        if is_free and others and _is_granted(words, text, mention):
            is_all = mention.number.low > max(m.number.high for m in others)
            is_all = is_all and not words.added.search(mention.before)
            marked[i] = replace(mention, is_people=True, relation=TARGET if is_all else MORE)
    return marked


def _is_granted(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell people or posts that are granted or to be filled (four open posts)."""
    if words.sides.open_posts.match(text, mention.number.end):
        return True
    is_post = words.sums.posts.match(text, mention.number.end) is not None
    is_said = words.sides.granted_behind.match(mention.after) is not None
    return is_said and (is_post or mention.kind != "thing")


def _usual(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Take for there what is usual, beside a peak that is aimed at (70 for Xmas, else 30)."""
    peaks = [m for m in found if m.is_people and m.relation == TARGET]
    marked = list(found)
    for i, mention in enumerate(found if peaks else ()):
        said = words.sides.usual.search(mention.before.rstrip())
        said = said or words.sides.usual_behind.match(text, mention.end)
        is_less = mention.number.high < peaks[-1].number.low and mention.relation in _THERE
        if said and is_less and may_count(words, text, mention):
            marked[i] = replace(mention, is_people=True, relation=ACTUAL)
    return marked


def _concluded(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Tell far more than there are from a sum (24 on the phones, a second bank signed, so 40)."""
    people = [m for m in found if m.is_people]
    if [m.relation for m in people] not in ([PLAIN, FINAL], [ACTUAL, FINAL]):
        return found
    told, said = people
    is_clause = said.kind == "bare" and said.before.strip() in words.sides.so
    between = text[told.end : said.number.start]
    is_sum = words.sides.summing.search(between) is not None
    is_sum = is_sum or words.after[ACTUAL].match(said.after) is not None  # so 19 at present
    least, most = told.number.high + _LEAST_MORE, told.number.high * _MOST_TIMES
    if is_sum or not is_clause or not least <= said.number.low <= most:
        return found
    return [replace(m, relation=TARGET) if m is said else m for m in found]
