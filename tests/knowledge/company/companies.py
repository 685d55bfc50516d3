"""Companies to try: some channels with their people, and other teams or none."""

from __future__ import annotations

from hypothesis import strategies as st

from knowledge.brief import PARTS, Brief, Part
from knowledge.company.room import with_room
from knowledge.company.variants import with_variants
from knowledge.loader import load
from knowledge.model import CHANNELS, COMPANY, OTHER_TEAMS, STAGES, Stage

KNOWLEDGE = load()
MOST = 120  # people of a part


def company(
    stage: Stage, total: int | None, *named: tuple[str, int], variants: tuple[str, ...] = ()
) -> Brief:
    """Give the brief of a company of named parts."""
    found = with_room(KNOWLEDGE, stage, [Part(*part) for part in named], total)
    assert found is not None
    parts, size = found
    brief = Brief(COMPANY, stage, False, size, size, (), parts=parts)
    return with_variants(KNOWLEDGE, brief, variants)


@st.composite
def companies(draw: st.DrawFn, most: int = MOST) -> Brief:
    """Draw a company at the size its parts add up to."""
    channels = draw(st.lists(st.sampled_from(CHANNELS), min_size=1, unique=True))
    named = [(channel, draw(st.integers(1, most))) for channel in channels]
    people = sum(count for _, count in named)
    total = draw(st.none() | st.integers(people, 3 * people))
    offered = [variant.id for variant in KNOWLEDGE.variants_of(*channels)]
    variants = draw(st.lists(st.sampled_from(offered), max_size=2, unique=True))
    stage = draw(st.sampled_from(STAGES))
    return company(stage, total, *named, variants=tuple(variants))


@st.composite
def any_parts(draw: st.DrawFn, most: int) -> tuple[Part, ...]:
    """Draw parts with any people, in their order."""
    names = draw(st.lists(st.sampled_from((*CHANNELS, OTHER_TEAMS)), min_size=1, unique=True))
    ordered = sorted(names, key=PARTS.index)
    return tuple(Part(name, draw(st.integers(1, most))) for name in ordered)
