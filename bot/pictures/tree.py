"""A plan as the tree of a chart, named in one voice with the words of the text tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.pictures.fonts import drawable
from bot.render import plain
from bot.views.own_names import is_own
from bot.views.tree import BY_DEPARTMENT, Tree
from bot.words import Voice
from knowledge.chart import Node
from knowledge.diagnosis.team import NEUTRAL_ROLE
from knowledge.knowledge import Knowledge
from knowledge.plan import Plan, Post
from knowledge.units import Named


def tree(knowledge: Knowledge, plan: Plan, voice: Voice) -> Node:
    """Name every post of a plan for its chart."""
    return _Namer(knowledge, plan, voice).node(plan.posts[0], None, ())


class _Namer(Tree):
    """Names posts as the text tree does, in pieces that fit on cards."""

    def node(self, post: Post, above: Post | None, peers: Sequence[Post]) -> Node:
        """Name a post and everybody below it; `peers` report to the same post, it included."""
        below = self.below[post.id]
        children = tuple(self.node(child, post, below) for child in below)
        title, note = self._own_names(post, above, peers)
        if above and not note:
            note, children = _raised(children)
        return Node(
            id=post.id,
            posts=(post.id,),
            role=post.role,
            title=drawable(title) or drawable(self.voice.role(self.knowledge.roles[post.role])),
            note=drawable(note),
            count=post.headcount,
            people=post.headcount + post.people_below,
            department=drawable(self._department(post, above, peers, title)),
            is_leader=bool(post.people_below),
            children=children,
            dotted_to=post.also_reports_to,
            is_own=is_own(post),
        )

    def _own_names(self, post: Post, above: Post | None, peers: Sequence[Post]) -> tuple[str, str]:
        """Put the user's title in the place of the role's name, and names of people below it."""
        title, note = self._names(post, above, peers)
        if is_own(post) and post.depth == 1 and not post.people_below:
            note = ""  # the area it stands in says so
        if post.title:
            role = self.voice.role(self.knowledge.roles[post.role])
            place = title if note == role else note
            is_known = post.role != NEUTRAL_ROLE  # which stands for titles that mean no role
            title, note = post.title, _joined(role if is_known else "", place)
        return title, _joined(note, plain(self.voice.join(post.names)))

    def _names(self, post: Post, above: Post | None, peers: Sequence[Post]) -> tuple[str, str]:
        """Give the title and the note of a card."""
        role = self.voice.role(self.knowledge.roles[post.role])
        if above is None:
            return self._titled_leader(post, role), ""
        is_named = post.unit != above.unit
        if not post.people_below:
            shown = is_named and self.plan.form.id in BY_DEPARTMENT
            place = self._place(post, above) if shown else ""
            return role, place if place != role else ""
        units = Counter(peer.unit for peer in peers)
        if is_named and units[post.unit] == 1:
            return self._place(post, above), role
        same = [peer.id for peer in peers if peer.role == post.role and peer.people_below]
        return f"{role} {same.index(post.id) + 1}" if len(same) > 1 else role, ""

    def _department(self, post: Post, above: Post | None, peers: Sequence[Post], title: str) -> str:
        """Name the area a post stands in: its unit, or its own part where the unit says nothing."""
        if above is None:
            return ""
        if post.unit != above.unit:
            return self._place(post, above)
        if post.people_below:
            return title
        has_areas = any(p.unit != above.unit or p.people_below for p in peers)
        return self._place(post, None) if has_areas else ""

    def _place(self, post: Post, above: Post | None) -> str:
        """Say a unit without the division that stands above it already."""
        unit = self.units[post.unit]
        division, *rest = unit.pieces
        if not rest:
            return self.voice.unit(unit)
        is_inside = above is None or self.units[above.unit].pieces[0] == division
        return self.voice.unit(Named(unit.id, tuple(rest) if is_inside else (division,)))


def _joined(*pieces: str) -> str:
    return " · ".join(filter(None, pieces))


def _raised(children: tuple[Node, ...]) -> tuple[str, tuple[Node, ...]]:
    """Say a unit that most children stand in once, above them."""
    alone = [child for child in children if not child.is_leader and not child.is_own]
    notes = Counter(child.note for child in alone)
    note, count = notes.most_common(1)[0] if notes else ("", 0)
    if 2 * count <= len(children):
        return "", children
    return note, tuple(replace(c, note="") if _is_said(c, note) else c for c in children)


def _is_said(child: Node, note: str) -> bool:
    return child.note == note and not child.is_own
