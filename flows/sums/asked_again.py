"""Finding the count of a team that is named again where it is said what is asked for (把这9个管好).

All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace

from flows.counts.mention import Mention
from flows.counts.people_words import FINAL, PeopleWords

_LEAST, _NOBODY = 3, ("thing", "group")  # people


def asked_again(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark a count of before that is meant when the writer says what is asked for."""
    if text.isascii():
        return found
    marked = list(found)
    for i, mention in enumerate(found):
        number = mention.number
        is_asked = words.beside.asked_for.search(mention.before.rstrip()) is not None
        is_count = number.is_count and number.high >= _LEAST and mention.kind not in _NOBODY
        is_told = any(m.number.high == number.high and m.kind not in _NOBODY for m in found[:i])
        if is_asked and is_count and is_told:
            marked[i] = replace(
                mention, kind="general", is_people=True, is_part=False, relation=FINAL
            )
    return marked
