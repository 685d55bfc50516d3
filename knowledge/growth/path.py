"""The growth path: the hires from one size to another within a stage, and their milestones.

It is the part of the hiring sequence between the two sizes, so it equals the differences of
successive plans. Shrinking is the same path backwards.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.brief import Brief
from knowledge.company.programme import planned_parts
from knowledge.company.room import at_stage
from knowledge.coverage import counted, owners
from knowledge.growth.events import (
    Event,
    FirstPost,
    FurtherLeader,
    Handover,
    Milestone,
    NewForm,
    NewLayer,
    StageBorder,
)
from knowledge.knowledge import Knowledge
from knowledge.model import OTHER_TEAMS, STAGES, Stage
from knowledge.programme import Channel
from knowledge.sequence import Hire
from knowledge.spans import leader_levels
from knowledge.staffing import growth_of, hires_of, programme_of, tree_of
from knowledge.tables import choose


@dataclass(frozen=True, slots=True)
class Path:
    """The way from `start` to `target` people; steps and milestones in the order of travel."""

    channel: str
    stage: Stage
    variants: tuple[str, ...]
    start: int
    target: int
    steps: tuple[Hire, ...]
    milestones: tuple[Milestone, ...]

    @property
    def is_growing(self) -> bool:
        """Whether the team becomes larger."""
        return self.target > self.start

    @property
    def totals(self) -> dict[str, int]:
        """The people [people] each role gains or loses, in the order they first come or go."""
        return dict(Counter(step.role for step in self.steps))


def path(knowledge: Knowledge, brief: Brief, start: int) -> Path:
    """Find the way from a size [people] to that of a brief; its edits do not count.

    Raises:
        LookupError: If the channel is unknown or the knowledge has no rule for a size.
        ValueError: If both sizes are equal.
    """
    if start == brief.size:
        msg = f"there is no way from {start} people to {brief.size}"
        raise ValueError(msg)
    low, high = sorted((start, brief.size))
    finder = _Finder(knowledge, brief, low, high)
    milestones = finder.milestones()
    steps = finder.sequence[low:]
    if start > brief.size:
        milestones, steps = milestones[::-1], steps[::-1]
    return Path(
        brief.channel,
        brief.stage,
        brief.variants,
        start,
        brief.size,
        tuple(steps),
        tuple(milestones),
    )


class _Finder:
    """Finds what happens between two sizes, the smaller one first."""

    def __init__(self, knowledge: Knowledge, brief: Brief, low: int, high: int) -> None:
        self.knowledge, self.brief, self.low, self.high = knowledge, brief, low, high
        self.channel: Channel = programme_of(knowledge, brief)
        self.ranks = self._ranks()
        self.sequence = hires_of(knowledge, brief, high)
        self.functions = counted(knowledge, brief)
        self._levels: dict[int, int] = {}

    def milestones(self) -> list[Milestone]:
        found: defaultdict[int, list[Event]] = defaultdict(list)
        for events in (self._posts(), self._layers(), self._forms(), self._borders()):
            for event in events:
                found[event.size].append(event)
        return [Milestone(size, tuple(found[size])) for size in sorted(found)]

    def _posts(self) -> Iterator[FirstPost | FurtherLeader]:
        """Find first posts and further leaders."""
        for hire in self.sequence[self.low :]:
            if hire.role == OTHER_TEAMS:
                continue
            if not hire.held:
                yield FirstPost(hire.size, hire, self._handovers(hire))
            elif hire.line.kind == "lead":
                yield FurtherLeader(hire.size, hire)

    def _handovers(self, hire: Hire) -> tuple[Handover, ...]:
        """Say which functions a new role takes over from whom."""
        before = self._owners(hire.size - 1)
        after = self._owners(hire.size)
        taken: defaultdict[str, list[str]] = defaultdict(list)
        for name, role in after.items():
            if role == hire.role and before.get(name, role) != role:
                taken[before[name]].append(name)
        return tuple(Handover(role, tuple(names)) for role, names in taken.items())

    def _owners(self, size: int) -> Mapping[str, str]:
        """Name the role that owns each function at a size [people]."""
        staffed = {hire.role for hire in self.sequence[:size]}
        order = sorted(staffed, key=lambda role: (self.ranks.get(role, len(self.ranks)), role))
        return owners(self.functions, self.knowledge.roles, order, self.brief)

    def _ranks(self) -> Mapping[str, int]:
        """Number the leading roles from the top down; those of a company's parts come behind."""
        parts = (self.knowledge.channels[part.channel] for part in planned_parts(self.brief))
        ranks = (*self.channel.ranks, *(role for part in parts for role in part.ranks))
        return {role: i for i, role in enumerate(dict.fromkeys(ranks))}

    def _forms(self) -> Iterator[NewForm]:
        rows = sorted(r.low for r in self.channel.rules if r.stage == self.brief.stage)
        for size in rows:
            if self.low < size <= self.high:
                choice = choose(self.channel, self.brief.stage, size)
                if choice.smaller and choice.smaller.form != choice.rule.form:
                    yield NewForm(size, choice.smaller, choice.rule)

    def _layers(self) -> Iterator[NewLayer]:
        """Find where the number of leading levels changes.

        It can only change where a role begins, where a second leader comes, or somewhere in
        between where support forms units; the latter is searched for.
        """
        likely = {
            hire.size for hire in self.sequence if not hire.held or self._is_second_leader(hire)
        }
        sizes = sorted(
            size
            for size in {*likely, *(s - 1 for s in likely), self.low, self.high}
            if self.low <= size <= self.high
        )
        for one, other in pairwise(sizes):
            yield from self._changes(one, other)

    def _is_second_leader(self, hire: Hire) -> bool:
        return hire.line.kind == "lead" and hire.held == 1

    def _changes(self, one: int, other: int) -> Iterator[NewLayer]:
        """Find the change of levels between two sizes, by halving."""
        before, after = self._levels_at(one), self._levels_at(other)
        if before == after:
            return
        if other - one == 1:
            yield NewLayer(other, before, after, self.sequence[other - 1])
            return
        middle = (one + other) // 2
        yield from self._changes(one, middle)
        yield from self._changes(middle, other)

    def _levels_at(self, size: int) -> int:
        """Count the leading levels of the team of a size [people]."""
        if size not in self._levels:
            root = tree_of(self.knowledge, self.brief, self.sequence[:size])
            self._levels[size] = leader_levels(root)
        return self._levels[size]

    def _borders(self) -> Iterator[StageBorder]:
        """Find where section 0 of the facts puts the beginning of a stage."""
        for before, stage in pairwise(STAGES):
            size = self.channel.normal_sizes(stage)[0]
            if self.low < size <= self.high:
                yield self._border(before, stage, size)

    def _border(self, before: Stage, stage: Stage, size: int) -> StageBorder:
        """Compare the roles of two stages at the larger end of the path."""
        then, now = (self._counts(name, self.high) for name in (stage, before))
        return StageBorder(
            size,
            stage,
            tuple((role, n) for role, n in then.items() if role not in now),
            tuple((role, n) for role, n in now.items() if role not in then),
            STAGES.index(stage) <= STAGES.index(self.brief.stage),
            self.channel.normal_sources,
        )

    def _counts(self, stage: Stage, size: int) -> Counter[str]:
        brief = at_stage(self.knowledge, replace(self.brief, size=size, size_low=size), stage)
        found = hires_of(self.knowledge, brief, size)
        return Counter(hire.role for hire in found)


def nth_hire(knowledge: Knowledge, brief: Brief, role: str, number: int, most: int) -> Hire | None:
    """Find the hire of the n-th post of a role in a team like that of a brief.

    None if a team of up to `most` [people] never has so many.
    """
    found = growth_of(knowledge, brief, most)
    return next((h for h in found if h.role == role and h.held == number - 1), None)
