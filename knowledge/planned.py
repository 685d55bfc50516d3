"""The plan as a value: posts as one tree, the rule for the form, the figures, who covers what.

Only the types; `knowledge.plan` makes them. Edits, task forces and diagnoses take plans apart
without knowing how one is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from knowledge.brief import Brief
from knowledge.counts import RoleCount
from knowledge.model import Form, Role
from knowledge.sequence import Hire
from knowledge.spans import Warning_
from knowledge.tables import Choice
from knowledge.units import Named


class Post(NamedTuple):
    """One box of the chart: `headcount` people of one role in one unit, under one post.

    `functions` are those this post is accountable for as its own job, `hats` those it carries
    beside it, `people_below` everybody in its part of the tree without itself. `title` is the
    user's own name for it, empty if there is none; `names` are people in it, at most `headcount`;
    `duties` are functions it takes on by the user's wish.
    """

    id: str
    role: str
    unit: str
    headcount: int
    reports_to: str | None
    also_reports_to: tuple[str, ...]
    functions: tuple[str, ...]
    hats: tuple[str, ...]
    depth: int
    people_below: int
    title: str
    names: tuple[str, ...]
    duties: tuple[str, ...]


class Coverage(NamedTuple):
    """A function with its owning role and the one accountable post."""

    function: str
    role: str
    post: str
    hat: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """A complete answer to a brief; `digest` names the knowledge it was made with.

    `people` are all there are [people], after edits perhaps others than the brief asks for.
    `counts` are the roles that are staffed, `gone` those that only were before the edits. `base`
    gives the roles of the posts p1, p2, … as they were before; `roles` are all that are known.
    """

    brief: Brief
    digest: str
    people: int
    form: Form
    choice: Choice
    posts: tuple[Post, ...]
    units: tuple[Named, ...]
    coverage: tuple[Coverage, ...]
    counts: tuple[RoleCount, ...]
    gone: tuple[RoleCount, ...]
    next_hires: tuple[Hire, ...]
    warnings: tuple[Warning_, ...]
    leader_levels: int
    layers: int
    span: tuple[int, int] | None
    base: tuple[str, ...]
    roles: Mapping[str, Role] = field(compare=False, repr=False)

    def children(self, post: Post) -> tuple[Post, ...]:
        """List the posts that report to a post, in the order of the chart."""
        return tuple(p for p in self.posts if p.reports_to == post.id)
