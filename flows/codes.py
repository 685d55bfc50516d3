"""Plan codes: a brief as a few URL-safe characters, so that a button rebuilds its plan alone.

`ts-g-55` is telesales, growth, 55 people; `ec-s-8.10-v03` e-commerce, start-up, 8 to 10 people,
variants 0 and 3 of the file; a stage in capitals was assumed. `-p08.15` are spans of the user's
own: leading role 0 leads 8 people, role 1 leads 5. Variants are counted by their place in
`variants.toml`, leading roles by theirs in the channel's file: add new ones at its end.
`co-g-100-T14CkOs` is a company of 100 with 40 in telesales, 20 in customer service and 28 in other
teams, counted in a system of 36; `V` and a number are its variants, one bit each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from string import ascii_lowercase, digits

from knowledge.brief import PARTS, Brief, Part
from knowledge.company.variants import all_variants, with_variants
from knowledge.knowledge import Knowledge
from knowledge.model import COMPANY, MAX_SIZE, STAGES
from knowledge.own_spans import MOST_SPANS, Spans, led_roles
from knowledge.staffing import programme_of

_CHANNELS = {
    "telesales": "ts",
    "ecommerce": "ec",
    "customer_service": "cs",
    "marketing": "mk",
    COMPANY: "co",
}
_PARTS = dict(zip("TECMO", PARTS, strict=True))
_DIGITS = digits + ascii_lowercase
_SPAN = "[0-9a-z][1-9][0-9]?"
_PART = "[TECMO][0-9a-z]{1,3}"
_CODE = re.compile(
    r"(?P<channel>ts|ec|cs|mk|co)-(?P<stage>[sgmSGM])"
    r"-(?:(?P<low>[0-9]{1,4})\.)?(?P<size>[0-9]{1,4})"
    rf"(?:-(?P<parts>(?:{_PART}){{1,{len(PARTS)}}})(?:V(?P<mask>[0-9a-z]{{1,4}}))?)?"
    r"(?:-v(?P<variants>[0-9a-z]+))?"
    rf"(?:-p(?P<spans>{_SPAN}(?:\.{_SPAN}){{,{MOST_SPANS - 1}}}))?"
)


def encode(knowledge: Knowledge, brief: Brief) -> str:
    """Write a brief as a code."""
    stage = brief.stage[0].upper() if brief.stage_assumed else brief.stage[0]
    size = str(brief.size) if brief.size_low == brief.size else f"{brief.size_low}.{brief.size}"
    places = [list(knowledge.variants).index(name) for name in all_variants(brief)]
    code = f"{_CHANNELS[brief.channel]}-{stage}-{size}"
    if brief.parts:
        mask = sum(1 << place for place in places)
        code = f"{code}-{_parts_code(brief.parts)}" + (f"V{_written(mask)}" if mask else "")
    elif places:
        code = f"{code}-v{''.join(_DIGITS[place] for place in places)}"
    return f"{code}-p{_spans_code(knowledge, brief)}" if brief.spans else code


def _spans_code(knowledge: Knowledge, brief: Brief) -> str:
    order = led_roles(programme_of(knowledge, brief))
    return ".".join(f"{_DIGITS[order.index(role)]}{people}" for role, people in brief.spans)


def _parts_code(parts: Iterable[Part]) -> str:
    letters = {channel: letter for letter, channel in _PARTS.items()}
    return "".join(letters[part.channel] + _written(part.people) for part in parts)


def _written(number: int) -> str:
    """Write a number of at most three digits, in a system of 36."""
    above, digit = divmod(number, len(_DIGITS))
    return (_written(above) if above else "") + _DIGITS[digit]


@lru_cache(maxsize=1024)
def decode(knowledge: Knowledge, code: str) -> Brief | None:
    """Read a code; None for anything that is not one."""
    found = _CODE.fullmatch(code)
    if found is None:
        return None
    size = int(found["size"])
    low = int(found["low"] or size)
    variants = _variants(knowledge, found["variants"] or _unmasked(found["mask"] or "0"))
    if variants is None or not 1 <= low <= size <= MAX_SIZE:
        return None
    channel = next(name for name, short in _CHANNELS.items() if short == found["channel"])
    stage = next(stage for stage in STAGES if stage[0] == found["stage"].lower())
    try:
        parts = tuple(_parts(found["parts"] or ""))
        plain = Brief(channel, stage, found["stage"].isupper(), size, low, variants, parts=parts)
    except ValueError:  # parts out of order, or of something else than a company
        return None
    brief = with_variants(knowledge, plain, variants)
    spans = _spans(knowledge, brief, found["spans"] or "")
    return None if spans is None else replace(brief, spans=spans)


def _unmasked(mask: str) -> str:
    """Give the digits of the variants whose bits are set in a number."""
    bits = int(mask, len(_DIGITS))
    places = [place for place in range(bits.bit_length()) if bits >> place & 1]
    return "".join(_DIGITS[place] for place in places)


def _parts(code: str) -> Iterator[Part]:
    for letter, people in re.findall("([A-Z])([0-9a-z]+)", code):
        yield Part(_PARTS[letter], int(people, len(_DIGITS)))


def _spans(knowledge: Knowledge, brief: Brief, code: str) -> Spans | None:
    """Read spans; None where one is of no role that leads."""
    order, spans = led_roles(programme_of(knowledge, brief)), {}
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
