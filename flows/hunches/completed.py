"""Filling what no word of the lists told, where a description sounds clearly like it.

Hunches only fill what is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from flows.briefs.said import Said
from flows.briefs.slots import Channels, channel_cues
from flows.briefs.variants import read_variants
from flows.counts.people_range import PeopleRange
from flows.hunches.choice import choice
from flows.hunches.marks import is_proven
from flows.hunches.model import Hunch
from flows.lexicon import Lexicon
from flows.sums.ones import ones
from flows.sums.people import mentions
from flows.sums.sizes import Sizes
from flows.sums.wordings import is_told_surely
from flows.text.fold import has_chinese

_SHORT = 16  # characters of Chinese
_OFFERED = 3  # sizes that are asked for
UNLIKE = ("out_of_scope", "role", "who_does")  # intents that a description may look like
_QUESTION = re.compile(r"[?？]")


def completed(lexicon: Lexicon, folded: str, said: Said) -> Said:
    """Fill what a brief leaves empty by what it sounds like.

    Args:
        lexicon: The words, and what descriptions sound like.
        folded: The folded text.
        said: What its words tell.
    """
    told = replace(said, **dict(_heard(lexicon, folded, said)))
    return replace(told, variants=read_variants(lexicon.slots, folded, told.channels.named))


def sounds_like_a_team(lexicon: Lexicon, folded: str, said: Said) -> bool:
    """Tell whether a message that asks nothing describes a team by its channel or its size."""
    words, hunches = lexicon.intents, lexicon.hunches
    is_short = len(folded) <= (_SHORT if has_chinese(folded) else 2 * _SHORT)
    is_asking = _QUESTION.search(folded) or (is_short and words.how_many.search(folded))
    if is_asking or _is_a_title(lexicon, folded):
        return False
    is_told = bool(said.channels.named or said.stage) or hunches.is_of_a_channel(folded)
    if is_told and hunches.is_brief(folded):
        return True
    if not lexicon.people.numerals.token.search(folded):
        return False
    if words.asking.search(folded) or words.how_many.search(folded):
        return False
    if not lexicon.hunches.is_brief(folded):
        return False
    return completed(lexicon, folded, said).has_size


def _is_a_title(lexicon: Lexicon, folded: str) -> bool:
    """Tell whether nothing but a title is said (客服主管)."""
    return any(title.phrase == folded.strip() for title in lexicon.roles.names.all(folded))


def doubted(lexicon: Lexicon, folded: str, told: Said) -> tuple[Said, tuple[PeopleRange, ...]]:
    """Find out whether the size of a brief is doubtful, and which sizes may be meant.

    What words tell comes first, then what is likelier. Nothing needs to be asked where it is clear
    how many there shall be: doubtful people of now are left out.

    Args:
        lexicon: The words, and what descriptions sound like.
        folded: The folded text.
        told: What it tells.
    """
    sizes, hunches = told.sizes, lexicon.hunches
    if told.parts.named or sizes.is_adding or not (told.has_size and hunches.weights):
        return told, ()
    if is_told_surely(lexicon.people, folded):  # words tell it for sure
        return told, ()
    found = mentions(lexicon.people, folded)
    named = len(ones(lexicon.people, folded, found))
    look = hunches.look(folded, found, named, sizes)
    if is_proven(look):
        return told, ()
    shares = choice(hunches.weights, look)
    likely = [size for size in shares if size]
    if not likely or shares[sizes.current] >= hunches.cuts.size:
        return told, ()
    if sizes.target and (sizes.target != likely[0] or not sizes.current):
        return replace(told, sizes=replace(sizes, current=None)), ()
    meant = (sizes.target or sizes.current, *likely)
    return told, tuple(dict.fromkeys(size for size in meant if size))[:_OFFERED]


def _heard(lexicon: Lexicon, folded: str, said: Said) -> Iterator[tuple[str, Any]]:
    hunches = lexicon.hunches
    channel = None if said.channels.named else _channel(lexicon, folded, said)
    if channel:
        yield "channels", Channels(channel, (channel,))
    is_about_a_team = bool(channel or said.channels.named or said.has_size)
    hunch = _stage(lexicon, folded) if is_about_a_team and not said.stage else None
    if (
        hunch
        and not (hunch.name == "growth" and _stays(lexicon, folded, said.sizes))
        and not lexicon.slots.stages[hunch.name].search(folded)
    ):  # named, but not meant
        yield "stage", hunch.name
    is_open = not (said.has_size or said.sizes.is_adding)
    is_open = is_open and not lexicon.people.unsaid.search(folded)
    found = mentions(lexicon.people, folded) if is_open else []
    if number := hunches.people(folded, found):
        size = PeopleRange(number.number.low, number.number.high)
        yield "sizes", Sizes(size, None, is_adding=False)


def _stage(lexicon: Lexicon, folded: str) -> Hunch | None:
    """Tell what stage a text sounds like, also without what tells that of others."""
    hunch = lexicon.hunches.stage(folded)
    told = lexicon.slots.career.blank(lexicon.slots.masked_stage.blank(folded))
    if hunch is None or told == folded:
        return hunch
    other = lexicon.hunches.stage(told)
    return hunch if other and other.name == hunch.name else None


def _stays(lexicon: Lexicon, folded: str, sizes: Sizes) -> bool:
    """Tell whether a team is to stay as it is, or to have fewer people."""
    if lexicon.slots.unchanged.search(folded):
        return True
    return bool(sizes.current and sizes.target and sizes.target.high <= sizes.current.high)


def _channel(lexicon: Lexicon, folded: str, said: Said) -> str | None:
    """Tell the channel that all variants belong to, or that the text sounds like.

    A channel that is named without being meant (no shop, only phones) is not it.
    """
    belong = lexicon.slots.variant_channels
    own = {belong.get(v) for v in said.variants if v not in lexicon.slots.everywhere}
    if len(own) == 1 and (only := own.pop()):
        return only
    hunch = lexicon.hunches.channel(folded)
    named = {cue.value for cue in channel_cues(lexicon.slots, folded)}
    return hunch.name if hunch and hunch.name not in named else None
