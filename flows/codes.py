"""Plan codes: a brief as a few URL-safe characters, so that a button rebuilds its plan alone.

`ts-g-55` is telesales, growth, 55 people; `ec-s-8.10-v03` e-commerce, start-up, 8 to 10 people,
variants 0 and 3 of the file; a stage in capitals was assumed. `-p08.15` are spans of the user's
own: leading role 0 leads 8 people, role 1 leads 5. Variants are counted by their place in
`variants.toml`, leading roles by theirs in the channel's file: add new ones at its end.
"""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.brief import Brief
from knowledge.knowledge import Knowledge
from knowledge.model import MAX_SIZE, STAGES
from knowledge.own_spans import MOST_SPANS, Spans, led_roles
from knowledge.programme import Channel

_CHANNELS = {"telesales": "ts", "ecommerce": "ec", "customer_service": "cs", "marketing": "mk"}
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_SPAN = "[0-9a-z][1-9][0-9]?"
_CODE = re.compile(
    r"(?P<channel>ts|ec|cs|mk)-(?P<stage>[sgmSGM])-(?:(?P<low>[0-9]{1,4})\.)?(?P<size>[0-9]{1,4})"
    r"(?:-v(?P<variants>[0-9a-z]+))?"
    rf"(?:-p(?P<spans>{_SPAN}(?:\.{_SPAN}){{,{MOST_SPANS - 1}}}))?"
)


def encode(knowledge: Knowledge, brief: Brief) -> str:
    """Write a brief as a code."""
    stage = brief.stage[0].upper() if brief.stage_assumed else brief.stage[0]
    size = str(brief.size) if brief.size_low == brief.size else f"{brief.size_low}.{brief.size}"
    order = list(knowledge.variants)
    variants = "".join(_DIGITS[order.index(name)] for name in brief.variants)
    code = f"{_CHANNELS[brief.channel]}-{stage}-{size}"
    code = f"{code}-v{variants}" if variants else code
    return f"{code}-p{_spans_code(knowledge, brief)}" if brief.spans else code


def _spans_code(knowledge: Knowledge, brief: Brief) -> str:
    order = led_roles(knowledge.channels[brief.channel])
    return ".".join(f"{_DIGITS[order.index(role)]}{people}" for role, people in brief.spans)


@lru_cache(maxsize=1024)
def decode(knowledge: Knowledge, code: str) -> Brief | None:
    """Read a code; None for anything that is not one."""
    found = _CODE.fullmatch(code)
    if found is None:
        return None
    size = int(found["size"])
    low = int(found["low"] or size)
    if not 1 <= low <= size <= MAX_SIZE:
        return None
    variants = _variants(knowledge, found["variants"] or "")
    if variants is None:
        return None
    channel = next(name for name, short in _CHANNELS.items() if short == found["channel"])
    stage = next(stage for stage in STAGES if stage[0] == found["stage"].lower())
    spans = _spans(knowledge.channels[channel], found["spans"] or "")
    if spans is None:
        return None
    return Brief(channel, stage, found["stage"].isupper(), size, low, variants, spans=spans)


def _spans(channel: Channel, code: str) -> Spans | None:
    """Read spans; None where one is of no role that leads."""
    order, spans = led_roles(channel), {}
    for piece in filter(None, code.split(".")):
        place = _DIGITS.index(piece[0])
        if place >= len(order):
            return None
        spans[order[place]] = int(piece[1:])
    return tuple(sorted(spans.items()))


def digit_of(knowledge: Knowledge, variant: str) -> str:
    """Give the digit that stands for a variant."""
    return _DIGITS[list(knowledge.variants).index(variant)]


def variant_of(knowledge: Knowledge, digit: str) -> str | None:
    """Give the variant that a digit stands for; None for anything else."""
    if len(digit) != 1 or digit not in _DIGITS:
        return None
    found = _variants(knowledge, digit)
    return found[0] if found else None


def _variants(knowledge: Knowledge, digits: str) -> tuple[str, ...] | None:
    order = list(knowledge.variants)
    places = [_DIGITS.index(digit) for digit in digits]
    if any(place >= len(order) for place in places):
        return None
    return tuple(sorted({order[place] for place in places}))
