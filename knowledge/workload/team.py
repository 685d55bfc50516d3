"""From people to a plan: the smallest team whose plan has them, leaders and support included."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from knowledge.boxes import deal
from knowledge.brief import Brief
from knowledge.edits.checks import MOST_EDITS
from knowledge.edits.edit import Add, Edit, Resize
from knowledge.knowledge import Knowledge
from knowledge.model import MAX_SIZE, STAGES, Stage
from knowledge.plan import Plan, Post, plan
from knowledge.sequence import growth
from knowledge.workload.result import Caution, Need


class Wanted(Protocol):
    """The people a team is looked for with: a `Sizing`, or a `Mix` of several."""

    @property
    def channel(self) -> str:
        """The channel."""

    @property
    def variants(self) -> tuple[str, ...]:
        """Sorted ids of the channel's variants."""

    @property
    def needs(self) -> tuple[Need, ...]:
        """People by role, None for any on the front line."""

    @property
    def together(self) -> Need:
        """All people."""

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """What to be careful about."""


@dataclass(frozen=True, slots=True)
class Team:
    """A brief whose plan has the people a workload needs; all figures in people.

    `low` to `high` is the team's size at the ends of the needs' range, `high` at most 5000.
    """

    brief: Brief
    size: int
    front: int
    leaders: int
    support: int
    low: int
    high: int


def team_of(
    knowledge: Knowledge,
    sizing: Wanted,
    stage: Stage | None = None,
) -> Team | None:
    """Find the team for a workload; None where it would be larger than any there is a plan for.

    Args:
        knowledge: All data.
        sizing: What the workload needs.
        stage: The stage, or None to propose the one that fits the size.
    """
    brief = brief_for(knowledge, sizing, stage)
    if brief is None:
        return None
    made = plan(knowledge, brief)
    kinds: Counter[str] = Counter()
    for count in made.counts:
        kinds[count.line.kind if count.line else "front"] += count.people
    low, high = _size(knowledge, sizing, stage, "low"), _size(knowledge, sizing, stage, "high")
    ends = sorted((low or MAX_SIZE, made.people, high or MAX_SIZE))
    return Team(
        brief, made.people, kinds["front"], kinds["lead"], kinds["support"], ends[0], ends[-1]
    )


def brief_for(knowledge: Knowledge, sizing: Wanted, stage: Stage | None = None) -> Brief | None:
    """Give the brief whose plan has the people a workload needs; None where no plan is so large.

    Where the needs name roles, edits give each the people it needs: a shop that ships much and
    chats little is not the usual mix. A team that took more edits than a plan holds keeps the mix.
    """
    wanted = _wanted(sizing, "count")
    found = _smallest(knowledge, sizing, stage, wanted)
    if found is None:
        return None
    chosen, people = found
    brief = Brief(sizing.channel, chosen, stage is None, people, people, sizing.variants)
    roles = {role: count for role, count in wanted.items() if role is not None}
    edits = _mix(plan(knowledge, brief), roles)
    return replace(brief, edits=edits) if len(edits) <= MOST_EDITS else brief


def _wanted(sizing: Wanted, end: Literal["count", "low", "high"]) -> dict[str | None, int]:
    """Give the people wanted of each role; of any (None) where people share the work."""
    needs = (sizing.together,) if "shared" in sizing.cautions else sizing.needs
    return {need.role: getattr(need.staff, end) for need in needs if getattr(need.staff, end)}


def _size(
    knowledge: Knowledge, sizing: Wanted, stage: Stage | None, end: Literal["low", "high"]
) -> int | None:
    found = _smallest(knowledge, sizing, stage, _wanted(sizing, end))
    return None if found is None else found[1]


def _smallest(
    knowledge: Knowledge,
    sizing: Wanted,
    stage: Stage | None,
    wanted: Mapping[str | None, int],
) -> tuple[Stage, int] | None:
    """Find the smallest team with so many people, and the first stage whose sizes hold it."""
    channel = knowledge.channels[sizing.channel]
    for at in (stage,) if stage else STAGES:
        size = _first_size(knowledge, sizing, at, wanted)
        if size is None:
            return None
        low, high = channel.normal_sizes(at)
        if stage:
            return at, size
        if size <= high or at == STAGES[-1]:
            return at, max(size, low)
    return None


def _first_size(
    knowledge: Knowledge, sizing: Wanted, stage: Stage, wanted: Mapping[str | None, int]
) -> int | None:
    """Find the size [people] at which the sequence has hired as many as the roles need together."""
    channel, left = knowledge.channels[sizing.channel], sum(wanted.values())
    for hire in growth(channel, stage, sizing.variants, MAX_SIZE):
        left -= hire.role in wanted or (None in wanted and hire.line.kind == "front")
        if left <= 0:
            return hire.size
    return None


def _mix(made: Plan, roles: Mapping[str, int]) -> tuple[Edit, ...]:
    """Give the edits that staff roles as needed; a role nobody has yet gets a post."""
    edits: list[Edit] = []
    for role, count in roles.items():
        posts = [post for post in made.posts if post.role == role and not made.children(post)]
        if not posts:
            edits.append(Add(role, _leader(made, role).id, count))
            continue
        shares = deal(max(count, len(posts)), len(posts))
        pairs = zip(posts, shares, strict=True)
        edits += [Resize(post.id, n) for post, n in pairs if n != post.headcount]
    return tuple(edits)


def _leader(made: Plan, role: str) -> Post:
    """Find the post a new one reports to: the nearest staffed superior, else the head."""
    at = made.roles[role].reports_to
    while at is not None:
        found = [post for post in made.posts if post.role == at and post.headcount == 1]
        if found:
            return found[0]
        at = made.roles[at].reports_to
    return made.posts[0]
