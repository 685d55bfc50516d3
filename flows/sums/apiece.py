"""Leaving out parts of a whole told by what each does (4个人，一个发帖一个剪片两个投广告).

They count nobody where they make exactly the whole told in front of them.
"""

from __future__ import annotations

import re

from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, PLAIN, PeopleWords

_COUNTERS = ("个", "名", "位", "人")
_WHOLE = re.compile(r"[个名位]?人(?:[,:(]|$)")
_FEWEST, _FEWEST_OF_JOB, _LONGEST_TASK = 2, 3, 10  # parts; characters
_SAID = (PLAIN, ACTUAL)
_GAP = re.compile(r"[^,。;!?()\n]{1,10}[,、]?(?:还有|再)?")


def without_apiece(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Keep the whole of people in front of such parts, and count nobody among these."""
    if text.isascii():
        return found
    for place, whole in enumerate(found):
        parts = _parts(words, text, found, place) if _is_whole(text, whole) else range(0)
        if parts:
            return [m.nobody() if i in parts else m for i, m in enumerate(found)]
    return found


def _is_whole(text: str, mention: Mention) -> bool:
    is_people = mention.is_people and mention.relation in _SAID
    return is_people and _WHOLE.match(text, mention.number.end) is not None


def _parts(words: PeopleWords, text: str, found: list[Mention], place: int) -> range:
    """List the numbers behind a whole, each with a task behind it, that make the whole."""
    total, last = 0, found[place]
    for i in range(place + 1, len(found)):
        part = found[i]
        gap = text[last.end : part.number.start]
        is_next = i == place + 1 and len(gap) <= 1
        is_next = is_next or (i > place + 1 and _is_task(text, last, part))
        if not is_next or not text.startswith(_COUNTERS, part.number.end):
            break
        total, last = total + part.number.high, part
        if total >= found[place].number.high:
            break
    parts = range(place + 1, place + 1 + sum(1 for m in found[place + 1 :] if m.end <= last.end))
    fewest = _FEWEST_OF_JOB if found[place].label.kind == "job" else _FEWEST
    is_sum = total == found[place].number.high and len(parts) >= fewest
    return parts if is_sum and _ends_with_task(words, text, last) else range(0)


def _is_task(text: str, first: Mention, second: Mention) -> bool:
    """Tell that nothing but a short task, or a noun, stands behind the first of two numbers."""
    said = text[first.number.end + 1 : second.number.start]
    return len(said) <= _LONGEST_TASK and _GAP.fullmatch(said) is not None


def _ends_with_task(words: PeopleWords, text: str, last: Mention) -> bool:
    end = words.clause_end.search(text, last.number.end)
    return (end.start() if end else len(text)) > last.number.end + 1
