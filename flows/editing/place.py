"""Where new people of a role belong in a plan, and who leaves first."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.edits import Add, Edit, Remove, Resize
from knowledge.knowledge import Knowledge
from knowledge.plan import Plan, Post


def place_of(
    knowledge: Knowledge, plan: Plan, role: str, people: int, under: Post | None = None
) -> list[Edit]:
    """Add people of a role [people]: to its smallest groups, else below their superior.

    With `under` they join a group of them there, or become one.
    """
    groups = [p for p in plan.posts if p.role == role and _is_group(p)]
    if under is not None:
        groups = [p for p in groups if p.reports_to == under.id]
    if groups:
        return made(knowledge, plan, groups, people + sum(p.headcount for p in groups))
    superior = under or _superior(knowledge, plan, role)
    return [Add(role, superior.id, people)]


def fewer(posts: Sequence[Post], people: int | None) -> list[Edit]:
    """Take people of one role away [people], from the largest group first; None takes them all."""
    if people is None:
        return [Remove(post.id) for post in reversed(posts)]
    left = {post.id: post.headcount for post in posts if _is_group(post)}
    leads = [post for post in posts if post.id not in left]
    for _ in range(min(people, sum(left.values()))):
        largest = max(left, key=left.__getitem__)
        left[largest] -= 1
    gone = people - sum(post.headcount - left[post.id] for post in posts if post.id in left)
    edits = [_resized(post, left[post.id]) for post in posts if post.id in left]
    found = [edit for edit in edits if edit]
    return found + [Remove(post.id) for post in leads[::-1][: max(0, gone)]]


def made(knowledge: Knowledge, plan: Plan, posts: Sequence[Post], people: int) -> list[Edit]:
    """Make a role as many people as wanted [people], its groups as even as can be."""
    held = sum(post.headcount for post in posts)
    if people <= held:
        return fewer(posts, held - people)
    left = {p.id: p.headcount for p in posts if _is_group(p)}
    if not left:
        return place_of(knowledge, plan, posts[0].role, people - held)
    for _ in range(people - held):
        smallest = min(left, key=left.__getitem__)
        left[smallest] += 1
    edits = [_resized(post, left[post.id]) for post in posts if post.id in left]
    return [edit for edit in edits if edit]


def _resized(post: Post, headcount: int) -> Edit | None:
    if headcount == post.headcount:
        return None
    return Resize(post.id, headcount) if headcount else Remove(post.id)


def _is_group(post: Post) -> bool:
    """Tell whether a post is people without names or reports, to whom others can be added."""
    return post.reports_to is not None and not (post.people_below or post.title or post.names)


def _superior(knowledge: Knowledge, plan: Plan, role: str) -> Post:
    """Find the post that people of a role report to: the nearest staffed one, else the head."""
    peers = [post for post in plan.posts if post.role == role and post.reports_to]
    by_id = {post.id: post for post in plan.posts}
    if peers:
        return by_id[peers[0].reports_to or ""]
    above = knowledge.roles[role].reports_to
    while above is not None:
        found = [post for post in plan.posts if post.role == above and post.headcount == 1]
        if found:
            return min(found, key=lambda post: post.people_below)
        above = knowledge.roles[above].reports_to
    return plan.posts[0]
