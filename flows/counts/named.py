"""Jobs named in front of a number that holds for each of them (文案、设计、投放各两个).

All words come from `sizes.toml` and the names of the roles.
"""

from __future__ import annotations

import re

from flows.counts.labels import PARTS, WHOLE, label_of
from flows.counts.mention import Mention
from flows.counts.people_words import PeopleWords

_FAR = 30  # characters in front of the number that are read
_BETWEEN = re.compile(r"[、和跟与及同]")
_EACH = re.compile(r"各(?:自)?(?:有|配|带|是)?$")
_EACH_BEHIND = (" each", " apiece", " of each", " per team")
_ITEMS = re.compile(r", and |,|;|:| and | & | plus |\+|/")
_BOTH = re.compile("正副")
_MOST, _MOST_WORDS = 500, 4  # people of a team, words of its name
_END = re.compile(r"[,，。;；:：\d个名位人]")


def named_in_front(words: PeopleWords, text: str, mention: Mention) -> list[str]:
    """List the jobs that stand in a row right in front of "each" and a number."""
    before = text[max(0, mention.number.start - _FAR) : mention.number.start]
    each = _EACH.search(before)
    if each is None:
        return []
    names: list[str] = []
    for piece in reversed(_BETWEEN.split(_END.split(before[: each.start()])[-1])):
        found = _jobs(words, piece)
        if not found:
            break
        names += found
    return names


def row_in_front(words: PeopleWords, text: str, each: Mention) -> tuple[int, int] | None:
    """Tell where the jobs stand of which each has so many (店长、运营、美工各一)."""
    names = named_in_front(words, text, each)
    start = text.rfind(names[-1], 0, each.number.start) if len(names) > 1 else -1
    return (start, each.number.start) if start >= 0 else None


def teams_in_front(words: PeopleWords, text: str, mention: Mention) -> list[str]:
    """List the teams that stand in a row in front of a number (chat and paid social, six each)."""
    if not mention.after.startswith(_EACH_BEHIND) or mention.number.high > _MOST:
        return []
    start = max(
        (m.end() for m in words.sentence_end.finditer(text[: mention.number.start])), default=0
    )
    names: list[str] = []
    for piece in reversed(_ITEMS.split(text[start : mention.number.start].rstrip(" ,:;-("))):
        if words.numerals.token.search(piece) or not is_team(words, piece.strip()):
            break
        names.append(piece.strip())
    return names


def is_team(words: PeopleWords, name: str) -> bool:
    """Tell the name of a team: of some work (paid social), or of those who do it (closers)."""
    if not name or len(name.split()) > _MOST_WORDS:
        return False
    return label_of(words, name).kind in (*PARTS, WHOLE)


def _jobs(words: PeopleWords, piece: str) -> list[str]:
    """List the jobs a piece of text is made of; none if it holds anything else."""
    both = _BOTH.match(piece)
    if both and words.leaders.search(piece):
        return [piece, both.group()]  # 正副主任各一
    if words.labels.fullmatch(piece):
        return [piece]
    found = [one for one in words.nouns.all(piece) if one.value == "job"]
    return (
        [one.phrase for one in found] if sum(len(one.phrase) for one in found) == len(piece) else []
    )
