"""Two plans compared: what an edit changed, or how two versions or two scenarios differ.

Values only; words for them are the shell's. `one` is the plan before, or the first of the two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import NamedTuple

from knowledge.edits.edit import Merge
from knowledge.edits.tree import number_of
from knowledge.model import Form
from knowledge.planned import Coverage, Plan, Post
from knowledge.spans import Warning_

SPANS = ("span_above", "span_below")


class RoleChange(NamedTuple):
    """A role with its people [people] in one plan and in the other."""

    role: str
    before: int
    after: int


class OwnerChange(NamedTuple):
    """A function that both plans count, with who answers for it in each."""

    function: str
    before: Coverage
    after: Coverage


class PostChange(NamedTuple):
    """The same post in both plans."""

    before: Post
    after: Post


class SpanChange(NamedTuple):
    """A leader whose direct reports [people] left the range `low..high`, or came back into it."""

    post: Post
    figure: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two plans differ; pairs hold what is so in one and in the other.

    `owners` are functions with another owner, `lost` those of them that had a dedicated one and
    now have not, `gained` the other way round. `merged` are posts that went into one that is left,
    given in the plan after; they are not among `removed`.
    """

    people: tuple[int, int]
    roles: tuple[RoleChange, ...]
    leader_levels: tuple[int, int]
    layers: tuple[int, int]
    span: tuple[tuple[int, int] | None, tuple[int, int] | None]
    forms: tuple[Form, Form]
    owners: tuple[OwnerChange, ...]
    lost: tuple[OwnerChange, ...]
    gained: tuple[OwnerChange, ...]
    spans_left: tuple[SpanChange, ...]
    spans_back: tuple[SpanChange, ...]
    moved: tuple[PostChange, ...]
    resized: tuple[PostChange, ...]
    renamed: tuple[PostChange, ...]
    added: tuple[Post, ...]
    removed: tuple[Post, ...]
    merged: tuple[PostChange, ...]

    @property
    def is_same(self) -> bool:
        """Whether both plans have the same posts, called the same."""
        changes = (self.moved, self.resized, self.renamed, self.added, self.removed, self.merged)
        return self.forms[0] == self.forms[1] and not any(changes)


def compare(one: Plan, other: Plan) -> Comparison:
    """Compare two plans, of one channel or of two."""
    return _Comparing(one, other).comparison()


class _Comparing:
    def __init__(self, one: Plan, other: Plan) -> None:
        self.one, self.other = one, other
        self.before = {post.id: post for post in one.posts}
        self.after = {post.id: post for post in other.posts}
        self.is_one_base = replace(one.brief, edits=()) == replace(other.brief, edits=())
        self.same: Mapping[str, str] = self._same_ids() if self.is_one_base else self._alike()
        self.back = {new: old for old, new in self.same.items()}

    def comparison(self) -> Comparison:
        one, other = self.one, self.other
        owners = tuple(self._owners())
        both = [PostChange(self.before[a], self.after[b]) for a, b in self.same.items()]
        merged = tuple(self._merged())
        gone = {change.before.id for change in merged}
        return Comparison(
            people=(one.people, other.people),
            roles=tuple(_roles(one, other)),
            leader_levels=(one.leader_levels, other.leader_levels),
            layers=(one.layers, other.layers),
            span=(one.span, other.span),
            forms=(one.form, other.form),
            owners=owners,
            lost=tuple(c for c in owners if _is_worse(c.before, c.after, other)),
            gained=tuple(c for c in owners if _is_worse(c.after, c.before, one)),
            spans_left=tuple(self._spans_left()),
            spans_back=tuple(self._spans_back()),
            moved=tuple(c for c in both if self._is_moved(c)),
            resized=tuple(c for c in both if c.before.headcount != c.after.headcount),
            renamed=tuple(c for c in both if _called(c.before) != _called(c.after)),
            added=tuple(post for post in other.posts if post.id not in self.back),
            removed=tuple(p for p in one.posts if p.id not in self.same and p.id not in gone),
            merged=merged,
        )

    def _same_ids(self) -> dict[str, str]:
        """Recognise posts of two logs over one plan: those of the plan and of the common edits."""
        pairs = zip(self.one.brief.edits, self.other.brief.edits, strict=False)
        common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        both = (post.id for post in self.one.posts if post.id in self.after)
        return {post: post for post in both if (number_of(post) or 0) <= common}

    def _alike(self) -> dict[str, str]:
        """Recognise posts of two different plans by role and place among those of the role."""
        places = {key: post.id for key, post in _placed(self.other)}
        alike = ((post.id, places.get(key)) for key, post in _placed(self.one))
        return {old: new for old, new in alike if new}

    def _is_moved(self, change: PostChange) -> bool:
        """Tell whether a post has another superior; in different plans, one of another role."""
        old, new = change.before.reports_to, change.after.reports_to
        if old is None or new is None or self.same.get(old) == new:
            return (old is None) != (new is None)
        return self.is_one_base or self.before[old].role != self.after[new].role

    def _owners(self) -> Iterator[OwnerChange]:
        after = {item.function: item for item in self.other.coverage}
        for old in self.one.coverage:
            new = after.get(old.function)
            if new is None:
                continue
            kinds = (old.role, old.hat, self.before[old.post].role)
            if kinds != (new.role, new.hat, self.after[new.post].role):
                yield OwnerChange(old.function, old, new)

    def _spans_left(self) -> Iterator[SpanChange]:
        known = _span_warnings(self.one)
        for post, warning in _span_warnings(self.other).items():
            if self.back.get(post) not in known:
                yield _span(self.after[post], warning, warning.figure)

    def _spans_back(self) -> Iterator[SpanChange]:
        now = _span_warnings(self.other)
        for old, warning in _span_warnings(self.one).items():
            new = self.same.get(old)
            reports = sum(p.headcount for p in self.other.posts if p.reports_to == new)
            if new and new not in now and reports:
                yield _span(self.after[new], warning, reports)

    def _merged(self) -> Iterator[PostChange]:
        later = self.other.brief.edits if self.is_one_base else ()
        for edit in (edit for edit in later if isinstance(edit, Merge)):
            is_gone = edit.post in self.before and edit.post not in self.same
            if is_gone and edit.into in self.after:
                yield PostChange(self.before[edit.post], self.after[edit.into])


def _called(post: Post) -> tuple[str, tuple[str, ...]]:
    return post.title, post.names


def _placed(plan: Plan) -> Iterator[tuple[tuple[str, int], Post]]:
    seen: Counter[str] = Counter()
    for post in plan.posts:
        seen[post.role] += 1
        yield (post.role, seen[post.role]), post


def _roles(one: Plan, other: Plan) -> Iterator[RoleChange]:
    before = {count.role: count.people for count in one.counts}
    after = {count.role: count.people for count in other.counts}
    for role in dict.fromkeys((*before, *after)):
        if before.get(role, 0) != after.get(role, 0):
            yield RoleChange(role, before.get(role, 0), after.get(role, 0))


def _is_worse(before: Coverage, after: Coverage, plan: Plan) -> bool:
    """Tell whether a function had an owner whose job it is, and in `plan` has none any more."""
    is_staffed = any(count.role == before.role for count in plan.counts)
    return not before.hat and (after.hat or not is_staffed)


def _span_warnings(plan: Plan) -> dict[str, Warning_]:
    return {w.post: w for w in plan.warnings if w.post and w.code in SPANS}


def _span(post: Post, warning: Warning_, figure: int) -> SpanChange:
    return SpanChange(post, figure, warning.low, warning.high)
