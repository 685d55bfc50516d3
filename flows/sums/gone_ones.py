"""Leaving out single people who were counted by their job and are said to be gone later.

后来请了企划一个、客服一个，企划做半年就跑了没再补. All words come from `sizes.toml`.
"""

from __future__ import annotations

from flows.counts.mention import Mention
from flows.counts.people_words import IGNORE, PeopleWords

_LEAST, _NAME = 2, " 个名位"  # characters of a job's name; what counts people
_STARTS = (",", "。", ";", "、", "!", " ")


def without_gone_ones(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Count nobody who was told as one and left, if nobody took the place."""
    if text.isascii():
        return found
    return [m.nobody() if _is_gone(words, text, m) else m for m in found]


def _is_gone(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell whether the job of a single person is named again, right in front of leaving."""
    if mention.number.high != 1 or not mention.is_people or mention.relation == IGNORE:
        return False
    name = _job(words, text, mention)
    place = text.find(name, mention.end) if len(name) >= _LEAST else -1
    if place < 0 or not text[:place].endswith(_STARTS):
        return False
    return words.sums.gone_one.match(text, place + len(name)) is not None


def _job(words: PeopleWords, text: str, mention: Mention) -> str:
    """Give the last job named in front of a number, else what stands behind it."""
    if mention.kind == "job":
        return text[mention.number.end : mention.end].strip(_NAME)
    jobs = [one.phrase for one in words.nouns.all(mention.label.name) if one.value == "job"]
    return jobs[-1] if jobs and mention.label.name.endswith(jobs[-1]) else ""
