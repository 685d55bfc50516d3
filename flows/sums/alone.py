"""Taking a number that is a sentence by itself for the team, where no other counts people.

Heating oil. 7 — 8 desks. — 打电话卖课的，7个. All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace

from flows.counts.mention import Mention
from flows.counts.people_words import PLAIN, PeopleWords

_MOST, _PAIR = 1000, 2  # people
_OF_THEM = "of them"


def with_alone(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the only number that is a sentence by itself as people, if there are no others."""
    if any(m.is_people for m in found):
        return found
    if them := [m for m in found if _is_of_them(words, text, m)]:
        return [replace(m, kind="general", is_people=True) if m is them[0] else m for m in found]
    alone = [m for m in found if _may_be(m) and _is_alone(words, text, m)]
    if len(alone) != 1 or words.ones.search(text) or next(words.phrases.all(text), None):
        return found
    return [replace(m, kind="general", is_people=True) if m in alone else m for m in found]


def _is_of_them(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell how many those are who are spoken of (our agents just help customers, 58 of them)."""
    number = mention.number
    is_said = text[number.end : mention.end].strip() == _OF_THEM and not mention.before.strip()
    is_count = number.is_count and _PAIR <= number.high <= _MOST and mention.relation == PLAIN
    if not (is_said and is_count) or mention.after.strip():
        return False
    ahead = text[: number.start]
    ends = [end.end() for end in words.sentence_end.finditer(ahead)]
    return words.sums.everyone.search(ahead, max(ends, default=0)) is not None


def _may_be(mention: Mention) -> bool:
    number = mention.number
    is_count = number.is_count and _PAIR <= number.high <= _MOST
    is_free = mention.kind in ("bare", "thing") and mention.relation == PLAIN
    return is_count and is_free and not mention.before.strip()


def _is_alone(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a bare number at the end of a text, or desks that are a sentence."""
    ahead, behind = text[: mention.number.start].rstrip(), text[mention.end :].strip()
    if words.sums.how_many.match(text, mention.end):
        return True
    is_first = (
        bool(ahead) and words.sentence_end.search(text, len(ahead) - 1, len(ahead)) is not None
    )
    if mention.kind == "thing":
        is_desk = words.desks.fullmatch(text[mention.number.end : mention.end].strip())
        is_last = words.sentence_end.match(behind) or not behind
        return bool(is_desk and is_last) and (is_first or bool(words.described.search(ahead)))
    is_end = behind in ("", ".", "。", "!")
    is_end = is_end or (is_first and words.stands_alone.match(text, mention.end) is not None)
    is_counted = mention.end > mention.number.end and words.described.search(ahead) is not None
    return is_end and (is_first or is_counted)
