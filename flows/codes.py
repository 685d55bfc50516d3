"""Plan codes: a brief as a few URL-safe characters, so that a button rebuilds its plan alone.

`ts-g-55` is telesales, growth, 55 people; `ec-s-8.10-v03` e-commerce, start-up, 8 to 10 people,
variants 0 and 3 of the file; a stage in capitals was assumed. Variants are counted by their place
in `variants.toml`: add new ones at its end.
"""

from __future__ import annotations

import re

from knowledge.brief import Brief
from knowledge.knowledge import Knowledge
from knowledge.model import MAX_SIZE, STAGES

_CHANNELS = {"telesales": "ts", "ecommerce": "ec", "customer_service": "cs", "marketing": "mk"}
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_CODE = re.compile(
    r"(?P<channel>ts|ec|cs|mk)-(?P<stage>[sgmSGM])-(?:(?P<low>[0-9]{1,4})\.)?(?P<size>[0-9]{1,4})"
    r"(?:-v(?P<variants>[0-9a-z]+))?"
)


def encode(knowledge: Knowledge, brief: Brief) -> str:
    """Write a brief as a code."""
    stage = brief.stage[0].upper() if brief.stage_assumed else brief.stage[0]
    size = str(brief.size) if brief.size_low == brief.size else f"{brief.size_low}.{brief.size}"
    order = list(knowledge.variants)
    variants = "".join(_DIGITS[order.index(name)] for name in brief.variants)
    code = f"{_CHANNELS[brief.channel]}-{stage}-{size}"
    return f"{code}-v{variants}" if variants else code


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
    return Brief(channel, stage, found["stage"].isupper(), size, low, variants)


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
