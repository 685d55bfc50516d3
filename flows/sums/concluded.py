"""Keeping only the row of people a story comes to (本来两个组长……所以现在是16个业务一个组长).

What was counted on the way to it counts nobody. All words come from `sizes.toml`.
"""

from __future__ import annotations

from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, IGNORE, PER, PLAIN, PeopleWords

_TOLD = (PLAIN, ACTUAL, IGNORE, PER)


def concluded(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Count nobody in front of such a conclusion, where the story tells what was."""
    if text.isascii():
        return found
    place = next((i for i, m in enumerate(found) if _is_conclusion(words, found, i, m)), None)
    if place is None or not words.past.search(text[: found[place].number.start]):
        return found
    ahead = [m.nobody() if m.relation in _TOLD else m for m in found[:place]]
    return [*ahead, *found[place:]]


def _is_conclusion(words: PeopleWords, found: list[Mention], place: int, mention: Mention) -> bool:
    """Tell the first of a row of jobs behind words that say what there is at last."""
    is_said = words.beside.concluding.search(mention.before.rstrip()) is not None
    is_job = mention.kind == "job" and mention.is_people and mention.relation in (PLAIN, ACTUAL)
    following = found[place + 1 : place + 2]
    return is_said and is_job and bool(following) and following[0].kind == "job"
