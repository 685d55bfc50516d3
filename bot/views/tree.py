"""The chart as indented lines: equal branches folded, large teams cut to their units."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Any, NamedTuple

from bot.views.own_names import is_own, peopled, titled
from bot.words import Voice
from knowledge.knowledge import Knowledge
from knowledge.plan import Plan, Post

LARGE = 60  # people; larger teams are shown unit by unit
BY_DEPARTMENT = ("functional", "divisional")
MOST_LINES = 24
_INDENT, _BRANCH = "　", "　└ "
_Shape = tuple[Any, ...]
_Group = Sequence[Post]  # posts that are one line
_Branch = tuple[int, _Group, bool]  # how deep it stands, who it is, whether it ends here


class Line(NamedTuple):
    """One line of the tree: how deep it stands and what it says."""

    depth: int
    text: str

    @property
    def indented(self) -> str:
        """The text as far to the right as it is deep; escaped where the text is."""
        return f"{_INDENT * (self.depth - 1)}{_BRANCH}" + self.text if self.depth else self.text


class Tree:
    """A plan's posts as folded lines in one voice."""

    def __init__(self, knowledge: Knowledge, plan: Plan, voice: Voice) -> None:
        self.knowledge, self.plan, self.voice = knowledge, plan, voice
        self.units = {unit.id: unit for unit in plan.units}
        self.below = _children(plan)
        self._by_id = {post.id: post for post in plan.posts}
        self._shapes: dict[str, _Shape] = {}

    def lines(self, top: Post | None = None) -> list[Line]:
        """Show the tree from a post down, as deep as a phone can take where it is large."""
        root = top or self.plan.posts[0]
        shown = self._branches([root], 0, self._levels(root))
        return [Line(depth, self._text(group, cut=cut)) for depth, group, cut in shown]

    def _levels(self, root: Post) -> int | None:
        """Say how many levels below a post are shown, None where nothing has to be left out."""
        if root.people_below < LARGE:
            return None
        if len(list(islice(self._branches([root], 0, 2), MOST_LINES + 1))) > MOST_LINES:
            return 1
        second = (post for first in self.below[root.id] for post in self.below[first.id])
        return 2 if any(post.people_below for post in second) else None

    def openable(self, top: Post | None = None) -> list[Post]:
        """List the posts below `top` that lead a part of their own, where the tree was cut."""
        root = top or self.plan.posts[0]
        if self._levels(root) is None:
            return []
        return [post for post in self.below[root.id] if post.people_below]

    def label(self, post: Post) -> str:
        """Name a leader's part of the tree: a numbered unit, or the role and its number."""
        peers = [p for p in self.below[post.reports_to or ""] if p.role == post.role]
        unit = self.units[post.unit]
        if post.title:
            return post.title
        if self.plan.brief.parts and not self._is_named(post):
            return self.voice.role(self.knowledge.roles[post.role])
        if len(peers) == 1 or post.unit != peers[0].unit or post.unit != peers[-1].unit:
            return self.voice.unit(unit)
        number = peers.index(post) + 1
        return f"{self.voice.role(self.knowledge.roles[post.role])} {number}"

    def _branches(self, group: _Group, depth: int, levels: int | None) -> Iterator[_Branch]:
        """Walk down from posts that are one line: what each line stands for, from above."""
        cut = levels is not None and depth >= levels
        yield depth, group, cut
        if not cut:
            for same in self._groups(self.below[group[0].id]):
                yield from self._branches(same, depth + 1, levels)

    def _groups(self, posts: Sequence[Post]) -> Iterator[list[Post]]:
        if len(posts) < 2:  # noqa: PLR2004 - alone, it is like no other
            yield from ([post] for post in posts)
            return
        for _, same in groupby(posts, key=self._kind):
            yield list(same)

    def _kind(self, post: Post) -> _Shape:
        """Say what makes posts one line: the same branch, or people of one role."""
        is_alone = not self.below[post.id] and not is_own(post)
        return (post.role,) if is_alone else self._shape(post)

    def _shape(self, post: Post) -> _Shape:
        known = self._shapes.get(post.id)
        if known is None:
            below = tuple(map(self._shape, self.below[post.id]))
            own = post.id if is_own(post) else ""
            known = self._shapes[post.id] = (post.role, post.headcount, own, below)
        return known

    def _text(self, group: Sequence[Post], *, cut: bool) -> str:
        first, last = group[0], group[-1]
        say, role = self.voice.say, self.voice.role(self.knowledge.roles[first.role])
        people = sum(post.headcount + post.people_below for post in group)
        if not first.people_below:
            return self._members(group, role)
        if cut and is_own(first):
            label = peopled(self.voice, titled(self.voice, role, first), first.names)
            return say("tree.summary", label=label, people=people)
        if cut:
            label = say("tree.many", role=role, count=len(group)) if len(group) > 1 else role
            return say("tree.summary", label=label, people=people)
        if len(group) == 1:
            return self._leader(first, role)
        if first.unit != last.unit:
            names = {"first": self._unit(first), "last": self._unit(last)}
            return say("tree.units", role=role, count=len(group), **names)
        return say("tree.same", role=role, count=len(group))

    def _members(self, group: Sequence[Post], role: str) -> str:
        """Name people who lead nobody, with their department where the form is by department."""
        count, first = sum(post.headcount for post in group), group[0]
        label = titled(self.voice, role, first)
        label = self.voice.say("tree.many", role=label, count=count) if count > 1 else label
        is_new = self._unit(first) != role
        if self.plan.form.id in BY_DEPARTMENT and self._is_named(first) and is_new:
            label = self.voice.say("tree.in_unit", role=label, unit=self._unit(first))
        return peopled(self.voice, label, first.names)

    def _leader(self, post: Post, role: str) -> str:
        return peopled(self.voice, self._titled_leader(post, role), post.names)

    def _titled_leader(self, post: Post, role: str) -> str:
        """Name a leader by title or role, with the unit it leads."""
        if post.title:
            unit = self._unit(post) if self._is_named(post) else ""
            return titled(self.voice, " · ".join(filter(None, (role, unit))), post)
        if not post.depth and any(p.role == post.role for p in self.plan.posts[1:]):
            return self.voice.say("tree.head", role=role)
        if not self._is_named(post):
            return role
        return self.voice.say("tree.in_unit", role=role, unit=self._unit(post))

    def _is_named(self, post: Post) -> bool:
        """Tell whether a leader's unit says more than that somebody manages."""
        return post.reports_to is not None and post.unit != self._by_id[post.reports_to].unit

    def _unit(self, post: Post) -> str:
        return self.voice.unit(self.units[post.unit])


def _children(plan: Plan) -> Mapping[str, list[Post]]:
    below: defaultdict[str, list[Post]] = defaultdict(list)
    for post in plan.posts:
        below[post.reports_to or ""].append(post)
    return below
