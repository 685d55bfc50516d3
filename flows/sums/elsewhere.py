"""Telling people of a list who work at other places or times (9 in Lisbon, nights another 5).

All words come from `sizes.toml`.
"""

from __future__ import annotations

import re

from flows.counts.mention import Mention
from flows.counts.people_words import PLAIN, PeopleWords

_MORE = " more "
_JOINED = re.compile(r"(.{0,40}?)[ ,]*(?:(?<![a-z])(?:and|then|plus)|[&+])? ?")


def is_rest(words: PeopleWords, text: str, last: Mention, mention: Mention) -> bool:
    """Tell the rest of a list, by its place, its time or its turn."""
    return (
        is_elsewhere(words, text, last, mention)
        or is_one_more(words, mention, last)
        or is_turn(words, text, mention, last)
        or is_more_at_times(words, mention, last)
    )


def is_elsewhere(words: PeopleWords, text: str, last: Mention, mention: Mention) -> bool:
    """Tell the rest of a list by places (14 agents in Manila, 9 in Lisbon) or markets."""
    if mention.kind != "bare" or not last.is_people:
        return False
    is_alone = not mention.after.strip() and words.markets.search(mention.before) is not None
    if is_alone and words.markets.search(last.before):
        return True
    between = text[last.end : mention.number.start]
    between = between.removeprefix(_MORE.rstrip())  # 5 more in Boise and 4 in Reno
    counted = text[last.number.end : last.end]
    placed = words.place.match(between) or (
        words.place.match(counted + ",") and words.row_gap.fullmatch(between)
    )
    is_time = words.seasons.month.search(between) is not None  # 3 more in may and another 4
    is_placed = placed is not None and not is_time
    return is_placed and words.place.match(mention.after + ",") is not None


def is_one_more(words: PeopleWords, mention: Mention, last: Mention) -> bool:
    """Tell one more part of a list from people to come (days are 14, nights are another 5)."""
    return last.is_people and words.one_more.search(mention.before) is not None


def is_turn(words: PeopleWords, text: str, mention: Mention, last: Mention) -> bool:
    """Tell those who work at another time or place (4 girls Mon-Wed, another four Thu-Sat).

    Also those who do something else (three of us do SEO, another two do PPC).
    """
    if not last.is_people or last.relation != PLAIN or mention.kind == "thing":
        return False
    between = _JOINED.fullmatch(text[last.end : mention.number.start])
    said = mention.before.strip().removeprefix("and").removeprefix("then").strip()
    is_more = mention.after.startswith(_MORE)
    if not (said == "another" or (between and is_more)):
        return False
    first = text[last.end : mention.number.start - len(mention.before)].strip(" ,")
    if is_more and between:  # 15 reps here and 6 more in Cebu
        first = between.group(1).strip(" ,")
    first = first.removeprefix("over ").removeprefix("here ")
    second = mention.after.strip().removeprefix(_MORE.strip()).strip()
    if words.sums.of_time.match(second):
        return False
    is_busy = words.at_work.is_said(text, mention.number.end, mention.number.high)
    is_busy = is_busy or words.at_work.some.match(text, mention.number.end) is not None
    is_busy = is_busy and not is_more
    is_turn = is_busy or (words.shifts.search(first) and words.shifts.match(second))
    is_place = words.place.match(f" {first},") and words.place.match(f" {second},")
    return bool(is_turn or is_place)


def is_more_at_times(words: PeopleWords, mention: Mention, last: Mention) -> bool:
    """Tell those who work beside others at times (白班九个，夜班四个，周末再加两个)."""
    is_shift = last.is_people and words.at_work.statuses.search(last.label.name) is not None
    return is_shift and words.at_times.search(mention.before) is not None
