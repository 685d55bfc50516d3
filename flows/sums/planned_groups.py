"""Reading groups that are to come behind those there are (两个组各8人，打算变成四个组各8人).

The people of each may be told once (3个组每组8人，想扩到5个组). Words come from `sizes.toml`.
"""

from __future__ import annotations

from flows.counts.mention import Mention
from flows.counts.people_range import PeopleRange, range_of
from flows.counts.people_words import PER, PLAIN, TARGET, PeopleWords

_THERE, _UNITS, _MOST_GROUPS = (PER, PLAIN), ("group", "thing"), 100


def groups_to_come(
    words: PeopleWords, text: str, found: list[Mention]
) -> tuple[PeopleRange | None, list[Mention]]:
    """Work out what groups that are to come have in all; give what is told in front of them."""
    place = next((i for i, m in enumerate(found) if _may_come(m)), 0)
    ahead, behind = found[:place], found[place + 1 :]
    if not _tells_groups(words, text, ahead, found[place : place + 1]):
        return None, found
    number = found[place].number
    each = behind[0] if behind and behind[0].relation == PER else _each_of(ahead)
    if each is None:
        return None, found
    kept = ahead + [m for m in behind if m is not each]
    return range_of(each.number.low * number.low, each.number.high * number.high), kept


def _may_come(mention: Mention) -> bool:
    is_several = mention.number.is_count and 1 < mention.number.high <= _MOST_GROUPS
    return mention.kind in ("group", "thing") and mention.relation == TARGET and is_several


def _tells_groups(
    words: PeopleWords, text: str, ahead: list[Mention], to_come: list[Mention]
) -> bool:
    """Tell whether groups or the like, and their people are told (两个直播间各4人)."""
    nouns = {_noun(text, m) for m in ahead if m.number.is_count and m.kind in _UNITS}
    like = [n for m in to_come if (n := _noun(text, m)) in nouns or m.kind == "group"]
    is_group = any(words.nouns.values.get(noun) == "group" for noun in nouns)
    is_told = bool(like) and (is_group or like[0] in nouns)
    return is_told and any(m.is_people and m.relation in _THERE for m in ahead)


def _noun(text: str, mention: Mention) -> str:
    return text[mention.number.end : mention.end].strip()


def _each_of(ahead: list[Mention]) -> Mention | None:
    """Find how many are in each of the groups there are."""
    several = [m for m in ahead if m.relation == PER]
    return several[-1] if len(several) == 1 else None
