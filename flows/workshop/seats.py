"""Seats: who sits in which post of a plan; taking one, giving it back, leaving nothing behind."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from flows.draft import Draft
from flows.shelf import OWN, Kept
from flows.text.fold import has_chinese
from knowledge.brief import Brief
from knowledge.edits import LONGEST_TEXT, Edit, Staff, clean, refusal
from knowledge.plan import Plan, Post


def free_seats(post: Post) -> int:
    """Count the seats of a post that nobody has taken."""
    return post.headcount - len(post.names)


def called(first: str, last: str, taken: Collection[str], fallback: str) -> str:
    """Choose how a member is called in the plans of a group, like nobody else there.

    Args:
        first: The first name as the messenger has it.
        last: The last name, empty if there is none; it helps where the first is taken.
        taken: The names that others have.
        fallback: A name for somebody whose own cannot be seen.
    """
    others = {name.casefold() for name in taken}
    first, last = clean(first), clean(last)
    return next(n for n in _names(first or last or fallback, last) if n.casefold() not in others)


def _names(first: str, last: str) -> Iterator[str]:
    yield _cut(first, "")
    if last and has_chinese(first) and has_chinese(last[0]):
        yield _cut(last[0] + first, "")
    elif last:
        yield _cut(first, f" {last[0]}.")
    number = 2
    while True:
        yield _cut(first, f" {number}")
        number += 1


def _cut(name: str, end: str) -> str:
    return clean(name[: LONGEST_TEXT - len(end)]) + end


def toggled(post: Post, name: str) -> tuple[str, ...] | None:
    """Give the names in a post after somebody took a seat, or gave it back; None if it is full."""
    if name in post.names:
        return without_one(post.names, name)
    return (*post.names, name) if free_seats(post) > 0 else None


def without_one(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Take one name out of several."""
    place = names.index(name)
    return names[:place] + names[place + 1 :]


def staffed(kept: Kept, plan: Plan, staff: Staff) -> Kept | None:
    """Say who is in a post of a plan; None if the plan takes no more changes.

    Names that follow each other in the log are one change a post, and none if nobody is left, so
    that a group that tries this and that does not fill the log.
    """
    edits = kept.brief.edits
    place = _place_of(edits, staff.post)
    if place is not None:
        is_over = not staff.names and not any(_is_staff(e, staff.post) for e in edits[:place])
        log = (*edits[:place], *(() if is_over else (staff,)), *edits[place + 1 :])
        steps = _shortened(kept.steps, len(edits) - place) if is_over else kept.steps
        return replace(kept, brief=replace(kept.brief, edits=log), steps=steps, undone=())
    if refusal(plan, staff):
        return None
    brief = replace(kept.brief, edits=(*edits, staff))
    return replace(kept, brief=brief, steps=(*kept.steps, 1), undone=())


def _place_of(edits: tuple[Edit, ...], post: str) -> int | None:
    """Find the names of a post among those at the end of a log."""
    for place in range(len(edits) - 1, -1, -1):
        edit = edits[place]
        if not isinstance(edit, Staff):
            return None
        if edit.post == post:
            return place
    return None


def _is_staff(edit: Edit, post: str) -> bool:
    return isinstance(edit, Staff) and edit.post == post


def _shortened(steps: tuple[int, ...], from_end: int) -> tuple[int, ...]:
    """Take one edit out of the changes, the last edit being number 1 from the end."""
    found = list(steps)
    for i in range(len(found) - 1, -1, -1):
        if from_end <= found[i]:
            found[i] -= 1
            break
        from_end -= found[i]
    return tuple(step for step in found if step)


def put(draft: Draft, code: str, kept: Kept) -> tuple[Draft, str]:
    """Keep a plan beside the conversation of its owner, which goes on where it stands.

    A plan that nobody edited gets a code of its own; gives the code it has now.
    """
    own = code if code[0] == OWN else draft.shelf.free_code()
    after = replace(draft, shelf=draft.shelf.put(own, kept))
    return (replace(after, plan=own) if draft.plan == code else after), own


def is_only_staffed(brief: Brief) -> bool:
    """Tell whether nothing of a plan was changed but who is in it."""
    return all(isinstance(edit, Staff) for edit in brief.edits)


def without_name(kept: Kept, name: str) -> Kept:
    """Take somebody out of a plan with all its history, as if they had never been there."""
    versions = tuple(replace(v, edits=_unnamed(v.edits, name)) for v in kept.versions)
    undone = tuple(_unnamed(edits, name) for edits in kept.undone)
    brief = replace(kept.brief, edits=_unnamed(kept.brief.edits, name))
    return replace(kept, brief=brief, undone=undone, versions=versions)


def _unnamed(edits: tuple[Edit, ...], name: str) -> tuple[Edit, ...]:
    return tuple(unnamed(edit, name) for edit in edits)


def unnamed(edit: Edit, name: str) -> Edit:
    """Take somebody out of an edit."""
    if not isinstance(edit, Staff):
        return edit
    return replace(edit, names=tuple(other for other in edit.names if other != name))


def reseated(before: Plan, after: Plan) -> tuple[Staff, ...]:
    """Seat the people of a plan in another one: in their post, else in one of the same role.

    Whoever finds no seat, because the role has fewer or none, is left out.
    """
    names = {post.id: post.names for post in after.posts}
    for old in before.posts:
        peers = [post for post in after.posts if post.role == old.role]
        peers.sort(key=lambda post: post.id != old.id)
        for name in old.names:
            if any(name in seated for seated in names.values()):
                continue
            free = (post for post in peers if len(names[post.id]) < post.headcount)
            if post := next(free, None):
                names[post.id] = (*names[post.id], name)
    changed = (post for post in after.posts if names[post.id] != post.names)
    return tuple(Staff(post.id, names[post.id]) for post in changed)
