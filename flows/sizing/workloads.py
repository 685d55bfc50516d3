"""Workloads as they were told: kinds of work with figures, how they are written and reckoned.

A workload is written `calls:0100_230_3180`, in a button or in the draft: the kinds of work, and for
each figure the place of its quantity in its kind of work, one character, and its value, or both
ends of it; several kinds are joined, `calls+mails:0100_230+0200`. A kind of work followed by `.`
came for a whole day and was spread over its hours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_lowercase, digits
from typing import TypeAlias

from flows.links import fingerprint
from knowledge.knowledge import Knowledge
from knowledge.workload.mix import MIXED, Mix, mix
from knowledge.workload.quantity import Told
from knowledge.workload.result import Refusal, Sizing
from knowledge.workload.sizing import WORKS, size

KEPT = "@"  # in a button: the workload that the draft keeps
_EVEN = "."
_DIGITS = digits + ascii_lowercase
_VALUE = r"[0-9]{1,9}(?:\.[0-9]{1,4})?"
_FIGURE = re.compile(rf"(?P<place>[0-9a-z])(?P<low>{_VALUE})(?:-(?P<high>{_VALUE}))?")
_LONGEST = 33  # characters of a workload in a button; with its name, a theme and whose it is 64
_MARK = 16  # characters that tell the workload of a draft


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of work, a key of `WORKS`, with its figures by quantity.

    What `is_even` came for a whole day and was spread over its hours.
    """

    work: str
    told: tuple[tuple[str, Told], ...]
    is_even: bool = False

    @property
    def figures(self) -> dict[str, Told]:
        """The figures by quantity."""
        return dict(self.told)


Parts: TypeAlias = tuple[Part, ...]


def part(work: str, told: Mapping[str, Told], *, is_even: bool = False) -> Part:
    """Make a part with its figures in the order of the work's quantities."""
    names = (name for name in WORKS[work].quantities if name in told)
    return Part(work, tuple((name, told[name]) for name in names), is_even)


def reckoned(knowledge: Knowledge, parts: Parts) -> Sizing | Mix | Refusal:
    """Reckon a workload: one kind of work, or several that one service team does."""
    if len(parts) == 1:
        return size(knowledge.workload, parts[0].work, parts[0].figures)
    return mix(knowledge.workload, {one.work: one.figures for one in parts})


def write(parts: Parts) -> str:
    """Write a workload."""
    works = "+".join(one.work + _EVEN * one.is_even for one in parts)
    return f"{works}:{'+'.join(map(_figures, parts))}"


def ref(parts: Parts) -> str:
    """Write a workload for a button; one that is too long is known by its mark in the draft."""
    written = write(parts)
    return written if len(written) <= _LONGEST else f"{KEPT}:{fingerprint(written, _MARK)}"


def _figures(one: Part) -> str:
    places = WORKS[one.work].quantities
    return "_".join(_DIGITS[places.index(name)] + _ends(told) for name, told in one.told)


def _ends(told: Told) -> str:
    low, high = (f"{end:.4f}".rstrip("0").rstrip(".") for end in (told.low, told.high))
    return low if low == high else f"{low}-{high}"


def read(written: str, kept: str | None = None) -> Parts | None:
    """Read what `write` or `ref` wrote; `kept` is the workload of the draft. None for all else."""
    works, _, figures = written.partition(":")
    if works == KEPT:
        is_kept = kept is not None and fingerprint(kept, _MARK) == figures
        return read(kept) if kept and is_kept else None
    said, parts = works.split("+"), figures.split("+")
    names = [work.removesuffix(_EVEN) for work in said]
    is_known = names[0] in WORKS if len(names) == 1 else set(names) <= set(MIXED)
    if not is_known or len(set(names)) != len(names) or len(names) != len(parts):
        return None
    found = [_read(work, row) for work, row in zip(said, parts, strict=True)]
    whole = tuple(one for one in found if one is not None)
    return whole if len(whole) == len(found) else None


def _read(said: str, written: str) -> Part | None:
    work = said.removesuffix(_EVEN)
    places, told = WORKS[work].quantities, dict[str, Told]()
    for row in written.split("_"):
        found = _FIGURE.fullmatch(row)
        if found is None or _DIGITS.index(found["place"]) >= len(places):
            return None
        low = float(found["low"])
        name = places[_DIGITS.index(found["place"])]
        told[name] = Told(low, float(found["high"] or low))
    return Part(work, tuple(told.items()), said != work)
