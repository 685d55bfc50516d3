"""Reading plans: who is to come beside others, and which plans do not hold any more.

再找个客服和两个打包的; 本来要扩到80个，结果融资黄了，停在45个. All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace

from flows.counts.mention import Mention
from flows.counts.people_words import IGNORE, MORE, TARGET, PeopleWords
from flows.sums.targets import is_granted

_FAR = 40  # characters
_PLANNED = (TARGET, MORE)


def with_plans(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Count one more in front of those to come, and nobody whose plan was given up."""
    return [_planned(words, text, m) for m in found]


def _planned(words: PeopleWords, text: str, mention: Mention) -> Mention:
    is_plan = mention.relation in _PLANNED or is_granted(words, text, mention)
    if is_plan and _is_called_off(words, text, mention):
        return replace(mention, is_people=False, relation=IGNORE)
    has_one = mention.relation == MORE and words.one_in_front.search(mention.before) is not None
    return mention.and_one() if has_one else mention


def _is_called_off(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a plan that is told as one of before, and given up behind it."""
    start = mention.number.start
    ahead = text[max(0, start - _FAR) : start]
    ends = (end.end() for end in words.sentence_end.finditer(ahead))
    if words.anchors.once_planned.search(ahead[max(ends, default=0) :]) is None:
        return False
    return words.anchors.called_off.search(text[mention.end : mention.end + _FAR]) is not None
