"""Filling what no word of the lists told, where a description sounds clearly like it.

Hunches only fill what is empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from flows.lexicon import Lexicon
from flows.mention import Mention
from flows.people_range import PeopleRange
from flows.said import Said
from flows.sizes import Sizes
from flows.slots import Channels, channel_cues


def completed(lexicon: Lexicon, folded: str, said: Said, found: list[Mention]) -> Said:
    """Fill what a brief leaves empty by what it sounds like.

    Args:
        lexicon: The words, and what descriptions sound like.
        folded: The folded text.
        said: What its words tell.
        found: Its numbers.
    """
    return replace(said, **dict(_heard(lexicon, folded, said, found)))


def _heard(
    lexicon: Lexicon, folded: str, said: Said, found: list[Mention]
) -> Iterator[tuple[str, Any]]:
    hunches = lexicon.hunches
    if not said.channels.named and (channel := _channel(lexicon, folded, said)):
        yield "channels", Channels(channel, (channel,))
    if said.stage is None and (hunch := hunches.stage(folded)):
        yield "stage", hunch.name
    is_open = not (said.has_size or said.sizes.is_adding)
    if is_open and (number := hunches.people(folded, found)):
        size = PeopleRange(number.number.low, number.number.high)
        yield "sizes", Sizes(size, None, is_adding=False)


def _channel(lexicon: Lexicon, folded: str, said: Said) -> str | None:
    """Tell the channel that all variants belong to, or that the text sounds like.

    A channel that is named without being meant (no shop, only phones) is not it.
    """
    own = {lexicon.slots.variant_channels.get(variant) for variant in said.variants}
    if len(own) == 1 and (only := own.pop()):
        return only
    hunch = lexicon.hunches.channel(folded)
    named = {cue.value for cue in channel_cues(lexicon.slots, folded)}
    return hunch.name if hunch and hunch.name not in named else None
