"""Reading the parts of a company from a folded text: several channels, each with its people.

"100人，其中电销40、客服20" is a company; "3个客服2个运营" are people of one team. Words come from
`slots.toml` and `sizes.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from flows.briefs.slots import channel_cues
from flows.counts.labels import NONE, TOTAL
from flows.counts.mention import Mention
from flows.counts.people_range import MOST_PEOPLE
from flows.counts.people_words import ACTUAL, PLAIN, PeopleWords
from flows.lexicon import Lexicon
from flows.meaning import NO_PARTS, Parts
from flows.sums.scopes import lies_inside, scopes
from flows.text.phrases import Found
from knowledge.model import SHARED

_FEWEST = 2  # channels of a company
_BRACKET = re.compile(r"[^\d,;。]{0,4}\(\s?")  # between a team and its people


def read_parts(
    lexicon: Lexicon, text: str, mentions: Sequence[Mention], channels: Sequence[str]
) -> Parts:
    """Read the parts of a company; none where a text does not clearly tell of one.

    Args:
        lexicon: The words.
        text: The folded text.
        mentions: The numbers of the text.
        channels: The channels it names otherwise.
    """
    there = [m for m in mentions if m.relation in (PLAIN, ACTUAL) and m.number.high > 0]
    cues = channel_cues(lexicon.slots, text)
    told, pairs = _pairs(text, there, cues)
    if len({channel for _, channel in pairs}) < len(pairs):  # 电销28、客服12，其中客服2个外拨
        inside = scopes(lexicon.people, text, list(mentions))
        told, pairs = _pairs(text, [m for m in there if not lies_inside(m, inside)], cues)
    named = {channel: m for m, channel in pairs}
    if not _FEWEST <= len(named) == len(pairs) or _is_one_in_another(lexicon.people, text, named):
        return NO_PARTS
    others = [m for m in there if m not in named.values()]
    rest = [m for m in others if m in told and not _is_one_thing(text, m)]
    rest = [m for m in rest if not _is_of_all(lexicon, text, m)]
    told_in_all = sum(m.number.high for m in named.values())
    wholes = (m.number.high for m in rest if _may_be_total(m))
    total = next((people for people in wholes if people >= told_in_all), None)
    has_others_only = len(rest) == bool(total) and len(others) > 0
    if not (named.keys() <= set(channels) or has_others_only):
        return NO_PARTS
    return Parts(tuple((channel, m.number.high) for channel, m in named.items()), total)


def _pairs(
    text: str, told: list[Mention], cues: Sequence[Found[str]]
) -> tuple[list[Mention], list[tuple[Mention, str]]]:
    """Give what is told, and the numbers that count a channel with it."""
    return told, [(m, cue.value) for m in told if (cue := _cue_of(text, m, cues, told))]


def _cue_of(
    text: str, mention: Mention, cues: Sequence[Found[str]], told: Sequence[Mention]
) -> Found[str] | None:
    """Find the channel that a number counts: what is counted, else named before it, else behind.

    A number may stand in brackets behind the name: 电商(15人).
    """
    start, end = mention.number.start, mention.end
    inside = [cue for cue in cues if start <= cue.start and cue.end <= end]
    before = [
        cue
        for cue in cues
        if _is_before(cue, mention) or _BRACKET.fullmatch(text, cue.end, max(cue.end, start))
    ]
    behind = [c for c in cues if end <= c.start and c.end <= end + len(mention.after)]
    free = [cue for cue in behind if not any(_is_before(cue, other) for other in told)]
    return next(iter((*inside, *before[::-1], *free)), None)


def _is_one_thing(text: str, mention: Mention) -> bool:
    """Tell what is no number of anything (画成一张图)."""
    is_thing = mention.kind == "thing" and not text.isascii()
    return is_thing and mention.number.high == 1


def _is_of_all(lexicon: Lexicon, text: str, mention: Mention) -> bool:
    """Tell whether a number counts people whom all parts share (财务3人), planned anyway."""
    words, start = lexicon.roles, mention.number.start - len(mention.before)
    titles = words.names.all(text[start : mention.end + len(mention.after)])
    found = [role for title in titles for role in title.value]
    return bool(found) and all(words.channel_of[role] == SHARED for role in found)


def _is_before(cue: Found[str], mention: Mention) -> bool:
    start = mention.number.start
    return start - len(mention.before) <= cue.start and cue.end <= start


def _may_be_total(mention: Mention) -> bool:
    is_size = mention.number.high <= MOST_PEOPLE
    is_size = is_size and not mention.is_part
    return is_size and mention.kind in ("general", "bare") and mention.label.kind in (NONE, TOTAL)


def _is_one_in_another(people: PeopleWords, text: str, named: Mapping[str, Mention]) -> bool:
    """Tell whether one team is told to be in another (电商20人，其中客服5人)."""
    first = min(mention.end for mention in named.values())
    last = max(mention.end for mention in named.values())
    return any(first <= cue.start() < last for cue in people.of_which.finditer(text))
