"""Taking desks for people where it is said that somebody sits at each (60 chairs, all taken).

All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace

from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, FILLED, PLAIN, PeopleWords

_MOST = 1000  # people


def with_filled_desks(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the desks that are taken as people, if nobody is counted who may sit there."""
    if any(m.is_people and m.relation in (PLAIN, ACTUAL) for m in found):
        return found
    return [_taken(m) if _is_taken(words, text, m) else m for m in found]


def _taken(mention: Mention) -> Mention:
    return replace(mention, kind="general", is_people=True, relation=ACTUAL)


def _is_taken(words: PeopleWords, text: str, mention: Mention) -> bool:
    number, noun = mention.number, text[mention.number.end : mention.end].strip()
    is_count = number.is_count and 0 < number.high <= _MOST
    is_desk = mention.kind == "thing" and words.desks.fullmatch(noun) is not None
    is_filled = words.after[FILLED].match(text, mention.end)
    is_filled = is_filled or words.sums.all_filled.match(text, mention.end)
    return is_count and is_desk and mention.relation in (PLAIN, ACTUAL) and bool(is_filled)
