"""Votes: what a group can choose between, who won, and how a winner becomes the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal, TypeAlias

from flows.codes import digit_of
from flows.draft import Draft
from flows.editing.change import MOST_VERSIONS
from flows.questions import from_brief
from flows.shelf import OWN, Kept, Version
from flows.workshop.seats import reseated
from knowledge.brief import Brief
from knowledge.company.variants import all_variants, with_variants
from knowledge.edits import MOST_EDITS, Edit, Staff, carry
from knowledge.knowledge import Knowledge
from knowledge.model import MAX_SIZE, MIN_SIZE, STAGES
from knowledge.plan import Plan

MOST_CHOSEN = 2  # alternatives beside the plan as it is
MOST_OFFERED, MOST_VARIANTS = 6, 3
NOW = "now"
_STEP = 5  # a team a fifth larger or smaller, where no rule is near
Kind: TypeAlias = Literal["now", "version", "made", "with", "without", "stage", "size"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One alternative: its key on buttons, its plan, and what makes it different.

    `what` is the name of a version, empty for the one kept before going back; the id of a variant
    or stage; a size [people]; else empty.
    """

    key: str
    brief: Brief
    kind: Kind
    what: str


def choices(knowledge: Knowledge, draft: Draft, kept: Kept) -> tuple[Choice, ...]:
    """Offer what a plan can be voted against: its versions, or its neighbours if it has none."""
    versions = tuple(_versions(kept))
    return versions or tuple(_neighbours(knowledge, draft, kept.brief))[:MOST_OFFERED]


def current(kept: Kept) -> Choice:
    """Give the plan as it is, which every vote is about."""
    return Choice(NOW, kept.brief, "now", "")


def _versions(kept: Kept) -> Iterator[Choice]:
    numbered = list(enumerate(kept.versions, 1))
    for number, version in numbered[-MOST_OFFERED:]:
        if structure(version.edits) != structure(kept.brief.edits):
            brief = replace(kept.brief, edits=version.edits)
            yield Choice(f"v{number}", brief, "version", version.name)


def structure(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Leave out who sits where."""
    return tuple(edit for edit in edits if not isinstance(edit, Staff))


def _neighbours(knowledge: Knowledge, draft: Draft, brief: Brief) -> Iterator[Choice]:
    """Give plans that differ from one in one thing, each other than those before."""
    now = draft.shelf.plan(knowledge, brief)
    seen = [now.posts]
    base = replace(brief, edits=())
    for found in _different(knowledge, now, base):
        changed = found.brief
        if found.kind != "made":
            plan = draft.shelf.plan(knowledge, changed)
            changed = replace(changed, edits=carry(brief.edits, now, plan)[0])
        posts = draft.shelf.plan(knowledge, changed).posts
        if posts not in seen:
            seen.append(posts)
            yield replace(found, brief=changed)


def _different(knowledge: Knowledge, now: Plan, base: Brief) -> Iterator[Choice]:
    if structure(now.brief.edits):
        yield Choice("m", replace(base, edits=_seats_of_old(now)), "made", "")
    yield from islice(_other_variants(knowledge, base), MOST_VARIANTS)
    place = STAGES.index(base.stage)
    for stage in (*STAGES[place + 1 : place + 2], *STAGES[max(0, place - 1) : place]):
        brief = replace(base, stage=stage, stage_assumed=False)
        yield Choice(f"s{stage[0]}", brief, "stage", stage)
    for size in _other_sizes(now):
        yield Choice(f"p{size}", replace(base, size=size, size_low=size), "size", str(size))


def _seats_of_old(now: Plan) -> tuple[Edit, ...]:
    """Keep the people in posts that are no edit's own."""
    return tuple(Staff(p.id, p.names) for p in now.posts if p.names and p.id.startswith("p"))


def _other_variants(knowledge: Knowledge, base: Brief) -> Iterator[Choice]:
    for variant in knowledge.variants_of(*base.channels):
        key, own = f"x{digit_of(knowledge, variant.id)}", set(all_variants(base))
        if variant.id in own:
            left = own - {variant.id}
            yield Choice(key, with_variants(knowledge, base, left), "without", variant.id)
            continue
        rivals = {v for v in own if knowledge.variants[v].group == variant.group}
        more = own - rivals | {variant.id}
        yield Choice(key, with_variants(knowledge, base, more), "with", variant.id)


def _other_sizes(now: Plan) -> Iterator[int]:
    """Give a smaller and a larger team: the next that is built otherwise, else a fifth away."""
    size, choice = now.brief.size, now.choice
    step = max(1, size // _STEP)
    larger = choice.larger.low if choice.larger else MAX_SIZE
    smaller = choice.smaller.high if choice.smaller else MIN_SIZE
    near = (larger if larger <= 2 * size else size + step), max(smaller, size - step)
    yield from (n for n in near if MIN_SIZE <= n <= MAX_SIZE and n != size)


def chosen(offered: Sequence[Choice], keys: str) -> tuple[Choice, ...] | None:
    """Read the keys that a button carries, such as `v1.v3`; None if one is not offered."""
    by_key = {choice.key: choice for choice in offered}
    names = keys.split(".") if keys else []
    if len(names) > MOST_CHOSEN or len(set(names)) < len(names):
        return None
    return tuple(by_key[name] for name in names) if all(n in by_key for n in names) else None


def with_toggled(keys: Sequence[str], key: str) -> tuple[str, ...]:
    """Choose an alternative, or no longer; one too many takes the place of the first."""
    if key in keys:
        return tuple(other for other in keys if other != key)
    return (*keys, key)[-MOST_CHOSEN:]


def winners(counts: Sequence[int]) -> tuple[int, ...]:
    """Give the alternatives with the most votes; none if nobody has voted."""
    most = max(counts, default=0)
    return tuple(i for i, count in enumerate(counts) if count == most and most > 0)


def elected(
    knowledge: Knowledge, draft: Draft, code: str, kept: Kept, winner: Brief, name: str
) -> tuple[Draft, str]:
    """Make the winner the plan and keep it as a version; gives the code the plan has now.

    Whoever sits in the plan keeps a seat if the winner has one for them. A winner that is no state
    of this plan, but another size, stage or variant, becomes a plan of its own beside it.
    """
    is_state = replace(winner, edits=()) == replace(kept.brief, edits=())
    if is_state and structure(winner.edits) == structure(kept.brief.edits):
        edits, steps = kept.brief.edits, kept.steps
    else:
        edits = _with_people(knowledge, draft, kept.brief, winner)
        steps = (1,) * len(edits)
    brief = replace(winner, edits=edits)
    versions = _versions_with(kept if is_state else Kept(winner), Version(name, edits))
    before = kept if is_state else Kept(winner, name=kept.name)
    people = draft.shelf.plan(knowledge, brief).people
    after = replace(
        before, brief=brief, extra=people - brief.size, steps=steps, undone=(), versions=versions
    )
    own = code if is_state and code[0] == OWN else draft.shelf.free_code()
    put = replace(draft, shelf=draft.shelf.put(own, after))
    return replace(from_brief(put, brief, own), now=draft.now, asked=None), own


def _with_people(
    knowledge: Knowledge, draft: Draft, before: Brief, winner: Brief
) -> tuple[Edit, ...]:
    plan = draft.shelf.plan
    seats = reseated(plan(knowledge, before), plan(knowledge, winner))
    return (*winner.edits, *seats)[:MOST_EDITS]


def _versions_with(kept: Kept, result: Version) -> tuple[Version, ...]:
    """Keep a result beside what was there before; nothing that has a name makes room for it."""
    named = [v for v in kept.versions if v.name and v.name != result.name]
    is_kept = any(v.edits == kept.brief.edits for v in (*named, result))
    before = () if is_kept or not kept.steps else (Version("", kept.brief.edits),)
    room = MOST_VERSIONS - len(named)
    return (*named, *(*before, result)[-room:]) if room > 0 else tuple(named)
