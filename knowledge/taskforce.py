"""Forming a task force out of a plan: who is drawn from which post, for how much of their time.

The plan stays as it is. `with_lines` gives a view of it in which the posts that somebody is drawn
from also report to the leader, so that charts show dotted lines.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from knowledge.edits.edit import Lines
from knowledge.model import SHARED, Text
from knowledge.taskforces import Goal, Seat

if TYPE_CHECKING:
    from knowledge.knowledge import Knowledge
    from knowledge.planned import Plan, Post

DAYS_A_WEEK = 5


@dataclass(frozen=True, slots=True)
class Member:
    """People [people] of one post with their work, for `low..high` of each one's time [percent].

    `asked` is what the seats of one person ask for in all [percent]; more than a person can give
    is cut to that. `covers` tells that the post takes a seat for a role that is not staffed.
    """

    post: str
    people: int
    tasks: tuple[Text, ...]
    low: int
    high: int
    asked: int
    leads: bool
    covers: bool


@dataclass(frozen=True, slots=True)
class Overload:
    """A unit, or one person's post, that is asked for more than it can give [percent]."""

    kind: Literal["unit", "person"]
    id: str
    taken: int
    limit: int


@dataclass(frozen=True, slots=True)
class TaskForce:
    """A task force for a goal; the leader comes first. `sponsor` is the head unless that leads.

    `days` is what it takes of everybody together, at least and at most [days a week].
    """

    goal: Goal
    members: tuple[Member, ...]
    sponsor: str | None
    overloads: tuple[Overload, ...]

    @property
    def leader(self) -> str:
        """The post that leads."""
        return self.members[0].post

    @property
    def people(self) -> int:
        """Everybody in it [people]."""
        return sum(member.people for member in self.members)

    @property
    def days(self) -> tuple[float, float]:
        """What it takes of everybody's time [days a week]."""
        low = sum(member.people * member.low for member in self.members)
        high = sum(member.people * member.high for member in self.members)
        return low * DAYS_A_WEEK / 100, high * DAYS_A_WEEK / 100


def task_force(knowledge: Knowledge, plan: Plan, goal: str) -> TaskForce:
    """Form a task force for a goal.

    Raises:
        KeyError: If there is no such goal.
    """
    return _Forming(knowledge, plan, knowledge.taskforces.goals[goal]).form()


def with_lines(knowledge: Knowledge, plan: Plan) -> Plan:
    """Draw the dotted lines that a plan's edits ask for, the last goal's.

    Whoever reports to the leader anyway gets none.
    """
    asked = [edit.goal for edit in plan.brief.edits if isinstance(edit, Lines)]
    goals = [goal for goal in asked if goal in knowledge.taskforces.goals]
    if not goals:
        return plan
    found = task_force(knowledge, plan, goals[-1])
    drawn = {member.post for member in found.members} - {found.leader}
    posts = tuple(
        post._replace(also_reports_to=(found.leader,))
        if post.id in drawn and post.reports_to not in (None, found.leader)
        else post
        for post in plan.posts
    )
    return replace(plan, posts=posts)


class _Forming:
    """The people drawn so far, seat by seat."""

    def __init__(self, knowledge: Knowledge, plan: Plan, goal: Goal) -> None:
        self.knowledge, self.plan, self.goal = knowledge, plan, goal
        self.limits = knowledge.taskforces.limits
        self.of_role: defaultdict[str, list[Post]] = defaultdict(list)
        for post in plan.posts:
            self.of_role[post.role].append(post)
        self.drawn: Counter[str] = Counter()
        self.seats: list[tuple[Post, int, Seat, bool]] = []

    def form(self) -> TaskForce:
        """Fill every seat that this channel has."""
        for seat in self.goal.seats:
            self._fill(seat)
        members = tuple(self._members())
        head = self.plan.posts[0].id
        sponsor = None if members[0].post == head else head
        return TaskForce(self.goal, members, sponsor, tuple(self._overloads(members)))

    def _fill(self, seat: Seat) -> None:
        own = [r for r in seat.roles if self._is_ours(r)]
        if not own:
            return
        role = next((r for r in own if self.of_role[r]), None)
        posts = self.of_role[role] if role else [self._cover(own[0])]
        wanted = 1
        if role and seat.per:
            wanted = min(seat.most, max(1, sum(p.headcount for p in posts) // seat.per))
        for post, people in self._spread(posts, wanted).items():
            self.seats.append((post, people, seat, role is None))

    def _is_ours(self, role: str) -> bool:
        return self.knowledge.roles[role].channel in (*self.plan.brief.channels, SHARED)

    def _cover(self, role: str) -> Post:
        """Find who does the work of a role that is not staffed; in the end the head."""
        at = self.knowledge.roles[role].covers_before
        while at is not None:
            if self.of_role[at]:
                return self.of_role[at][0]
            at = self.knowledge.roles[at].covers_before
        return self.plan.posts[0]

    def _spread(self, posts: Sequence[Post], wanted: int) -> dict[Post, int]:
        """Take people from posts far apart, whom no other seat has if that can be."""
        taken: dict[Post, int] = {}
        order = [posts[i * len(posts) // wanted] for i in range(wanted)]
        for post in (*order, *posts):
            if sum(taken.values()) < wanted and self.drawn[post.id] < post.headcount:
                taken[post] = taken.get(post, 0) + 1
                self.drawn[post.id] += 1
        return taken or {posts[0]: 1}

    def _members(self) -> Iterator[Member]:
        """Join the seats of one person; people of a group each have their own."""
        alone: dict[str, list[tuple[Seat, bool]]] = {}
        for post, _, seat, covers in self.seats:
            if post.headcount == 1:
                alone.setdefault(post.id, []).append((seat, covers))
        for post, people, seat, covers in self.seats:
            if post.headcount > 1:
                yield self._member(post, people, [(seat, covers)])
            elif post.id in alone:
                yield self._member(post, 1, alone.pop(post.id))

    def _member(self, post: Post, people: int, seats: Sequence[tuple[Seat, bool]]) -> Member:
        most, asked = self.limits.person, sum(seat.high for seat, _ in seats)
        return Member(
            post=post.id,
            people=people,
            tasks=tuple(seat.task for seat, _ in seats),
            low=min(most, sum(seat.low for seat, _ in seats)),
            high=min(most, asked),
            asked=asked,
            leads=any(seat.leads for seat, _ in seats),
            covers=any(covers for _, covers in seats),
        )

    def _overloads(self, members: Sequence[Member]) -> Iterator[Overload]:
        """Find units, of two and more, and persons that are asked for more than they can give."""
        for member in members:
            if member.asked > self.limits.person:
                yield Overload("person", member.post, member.asked, self.limits.person)
        unit_of = {post.id: post.unit for post in self.plan.posts}
        people: Counter[str] = Counter()
        for post in self.plan.posts:
            people[post.unit] += post.headcount
        taken: defaultdict[str, float] = defaultdict(float)
        for member in members:
            taken[unit_of[member.post]] += member.people * (member.low + member.high) / 2
        for unit, share in taken.items():
            if people[unit] > 1 and share / people[unit] > self.limits.unit:
                percent = round(share / people[unit])
                yield Overload("unit", unit, max(percent, self.limits.unit + 1), self.limits.unit)
