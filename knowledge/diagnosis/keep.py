"""Keeping a team as a plan: the usual plan for so many people, edited into the team's shape.

So charts, files, undo and sharing work with a team that somebody told as with any other plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from knowledge.diagnosis.team import NEUTRAL_ROLE, Seat, Team
from knowledge.edits.checks import MOST_EDITS
from knowledge.edits.edit import (
    LONGEST_TEXT,
    Add,
    Duties,
    Edit,
    Remove,
    Resize,
    Staff,
    Title,
    clean,
)
from knowledge.knowledge import Knowledge
from knowledge.plan import Plan, plan

ROOT = "p1"


def kept(knowledge: Knowledge, team: Team, vacant: str) -> Team | None:
    """Give the same team as a kept plan: its brief has the edits, its seats the ids of the posts.

    None if that takes more edits than a plan can have. The head of a plan cannot have another
    role than the usual one, so a head of another role is there by the title. `vacant` is what the
    seat of a head whom nobody is yet is called.
    """
    return _Keeping(plan(knowledge, team.usual), team, vacant).team()


class _Keeping:
    def __init__(self, base: Plan, team: Team, vacant: str) -> None:
        self.base, self.old, self.vacant = base, team, vacant
        self.below = _below(team)
        self.posts = {post.id: post for post in base.posts}
        self.ids = {team.head: ROOT}
        self.edits: list[Edit] = []

    def team(self) -> Team | None:
        self._match(self.old.head, ROOT)
        matched = set(self.ids.values())
        self.edits += [Remove(p.id) for p in self.base.posts[::-1] if p.id not in matched]
        self._resize()
        self._add(self.old.head)
        self.edits += [edit for seat in self.old.seats for edit in self._dressed(seat)]
        if len(self.edits) > MOST_EDITS:
            return None
        brief = replace(self.base.brief, edits=tuple(self.edits))
        seats = tuple(self._renamed(seat) for seat in self.old.seats)
        return replace(self.old, brief=brief, seats=seats, head=ROOT)

    def _match(self, seat: str, post: str) -> None:
        """Use the posts of the usual plan where the team has the same role in the same place."""
        free = [p for p in self.base.posts if p.reports_to == post]
        for child in self.below.get(seat, ()):
            same = next((p for p in free if p.role == _role(child)), None)
            if same:
                free.remove(same)
                self.ids[child.id] = same.id
                self._match(child.id, same.id)

    def _resize(self) -> None:
        for seat in self.old.seats:
            post = self.posts.get(self.ids.get(seat.id, ""))
            if post and post.headcount != seat.headcount:
                self.edits.append(Resize(post.id, seat.headcount))

    def _add(self, seat: str) -> None:
        for child in self.below.get(seat, ()):
            if child.id not in self.ids:
                self.edits.append(Add(_role(child), self.ids[seat], child.headcount))
                self.ids[child.id] = f"e{len(self.edits)}"
            self._add(child.id)

    def _dressed(self, seat: Seat) -> Iterator[Edit]:
        """Give a post the title, the names and the duties of its seat."""
        post = self.ids[seat.id]
        if title := self._title(seat):
            yield Title(post, _cut(title))
        if names := tuple(filter(None, map(_cut, seat.names)))[: seat.headcount]:
            yield Staff(post, names)
        if seat.duties:
            yield Duties(post, seat.duties)

    def _title(self, seat: Seat) -> str:
        """Say what a post must be called, because its role does not say it."""
        if seat.id == self.old.head and self.old.is_vacant:
            return self.vacant
        is_other = seat.id == self.old.head and seat.role != self.base.posts[0].role
        return seat.title if seat.role is None or is_other else ""

    def _renamed(self, seat: Seat) -> Seat:
        above = self.ids.get(seat.reports_to or "")
        return replace(seat, id=self.ids[seat.id], reports_to=above)


def _below(team: Team) -> Mapping[str, Sequence[Seat]]:
    """List the seats below each; those without a superior go under the head."""
    below: dict[str, list[Seat]] = {}
    for seat in team.seats:
        if seat.id != team.head:
            below.setdefault(seat.reports_to or team.head, []).append(seat)
    return below


def _role(seat: Seat) -> str:
    return seat.role or NEUTRAL_ROLE


def _cut(text: str) -> str:
    return clean(text)[:LONGEST_TEXT].strip()
