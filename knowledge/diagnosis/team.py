"""A team as it is: who works there, as what, under whom, and what they take on beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from knowledge.brief import Brief
from knowledge.model import MAX_SIZE
from knowledge.planned import Plan

NEUTRAL_ROLE = "office_admin"  # stands for titles without a role: it owns nothing of a channel


@dataclass(frozen=True, slots=True)
class Seat:
    """People who do the same work under the same superior; one who leads others is one person.

    `title` is what the team calls it, `role` the role that this means, None if none does.
    `reports_to` is the id of the superior's seat, None for the head and for those without one;
    `superior` is the name of a superior who is not in the list. `duties` are functions told beside
    the title, `names` people of the seat as far as they are known.
    """

    id: str
    title: str
    role: str | None
    headcount: int
    reports_to: str | None
    superior: str
    duties: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Team:
    """A team with the seat of its head; `is_vacant` if nobody is head, so that the seat is empty.

    `brief` says channel, stage and ways of working; with edits it is the plan that the team is kept
    as, and seats have the ids of its posts. Where nobody told who reports to whom
    (`are_lines_known` is false), the lines are the usual ones, with people shared out evenly.
    """

    brief: Brief
    seats: tuple[Seat, ...]
    head: str
    is_vacant: bool
    are_lines_known: bool

    @property
    def people(self) -> int:
        """Everybody in the team, an empty seat of the head included [people]."""
        return sum(seat.headcount for seat in self.seats)

    @property
    def usual(self) -> Brief:
        """The brief of the plan that Orgwright would make for so many people.

        Raises:
            ValueError: If there is nobody, or more people than a plan can have.
        """
        return replace(self.brief, size=self.people, size_low=self.people, edits=())


def team_of_plan(plan: Plan) -> Team:
    """Take the posts of a plan as a team."""
    seats = tuple(
        Seat(
            id=post.id,
            title=post.title,
            role=None if post.title and post.role == NEUTRAL_ROLE else post.role,
            headcount=post.headcount,
            reports_to=post.reports_to,
            superior="",
            duties=post.duties,
            names=post.names,
        )
        for post in plan.posts
    )
    return Team(plan.brief, seats, plan.posts[0].id, is_vacant=False, are_lines_known=True)


def may_be_planned(people: int) -> bool:
    """Tell whether a plan can have so many people."""
    return 1 <= people <= MAX_SIZE
