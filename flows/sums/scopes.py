"""Finding the places of a text that tell of a part of what was said before (其中5个销售).

All words come from `sizes.toml`.
"""

from __future__ import annotations

import re

from flows.counts.labels import PARTS
from flows.counts.mention import Mention
from flows.counts.people_words import FILLED, FINAL, MORE, TARGET, PeopleWords

_NEAR = 7  # characters between a number and what it is a part of
_SAYS_ANEW = (FINAL, TARGET, MORE)  # no part of what was said before


def scopes(words: PeopleWords, text: str, found: list[Mention]) -> list[tuple[int, int]]:
    """List the places that tell of a part of what was said before (其中5个销售)."""
    people = [m for m in found if m.is_people]
    filled = [m for m in found if m.is_people and words.after[FILLED].match(text, m.end)]
    return [
        (cue.start(), _end_of_scope(words, text, cue))
        for cue in words.of_which.finditer(text)
        if people
        and people[0].end <= cue.end()
        and people[0].number.start < cue.start()
        and not any(m.number.start <= cue.start() < m.end for m in filled)
        and not words.only_asked.search(text, _last_end(people, cue.start()), cue.start())
    ]


def _last_end(people: list[Mention], place: int) -> int:
    """Give where the last count in front of a place ends."""
    return max((m.end for m in people if m.end <= place), default=0)


def _end_of_scope(words: PeopleWords, text: str, cue: re.Match[str]) -> int:
    place = cue.end()
    if beside := words.sums.past_included.match(text, place):  # incl 3 leads, plus 2 on quality
        return beside.end()
    if words.numerals.token.search(text, max(0, cue.start() - _NEAR), cue.end()):
        goes_on = words.sums.past_part.search(text, place)  # one of whom is away, and 2 partners
        if goes_on:
            return goes_on.start()
    is_in_bracket = text.rfind("(", 0, place) > text.rfind(")", 0, place)
    close = text.find(")", place) if is_in_bracket else -1
    if close > 0:
        return close
    stop = words.sentence_end.search(text, place)
    end = stop.start() if stop else len(text)
    apart = words.beside_those.search(text, place, end)
    return apart.start() if apart else end


def lies_inside(mention: Mention, places: list[tuple[int, int]]) -> bool:
    """Tell a count in such a place, if it does not say anew how many there are."""
    start = mention.number.start
    if mention.relation in _SAYS_ANEW and mention.label.kind not in PARTS:
        return False
    return any(first <= start < last for first, last in places)
