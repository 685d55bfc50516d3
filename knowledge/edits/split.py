"""Splitting a team: its reports are dealt evenly to several leaders of the same role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.boxes import Box, deal, spread
from knowledge.edits.tree import Tree


def split_team(tree: Tree, first: Box, parts: int, fresh: Iterator[str]) -> None:
    """Divide the reports of a leader among `parts` leaders side by side, it being the first.

    Every role is spread, the extra ones going on where those of the last role stopped. Posts stay
    whole where they fit; of the others some people become a post of their own.
    """
    reports = tuple(first.children)
    leads = [first, *_beside(tree, first, parts - 1, fresh)]
    start = 0
    for role in dict.fromkeys(box.role for box in reports):
        same = [box for box in reports if box.role == role]
        for boxes in ([b for b in same if b.children], [b for b in same if not b.children]):
            people = sum(box.headcount for box in boxes)
            share = spread if boxes and boxes[0].children else deal
            _deal_out(tree, boxes, leads, share(people, parts, start), fresh)
            start = (start + people) % parts


def _beside(tree: Tree, first: Box, more: int, fresh: Iterator[str]) -> list[Box]:
    """Put more leaders of the same role behind one."""
    above = first.parent or tree.root
    made = [
        tree.enter(next(fresh), Box(first.role, 1, above, first.unit_lead)) for _ in range(more)
    ]
    place = above.children.index(first) + 1
    above.children[place:place] = made
    return made


def _deal_out(
    tree: Tree,
    boxes: Sequence[Box],
    leads: Sequence[Box],
    shares: Sequence[int],
    fresh: Iterator[str],
) -> None:
    """Give every leader its share of the people [people] in the boxes of one role, in order."""
    waiting = list(boxes)
    for lead, share in zip(leads, shares, strict=True):
        left = share
        while left:
            box = waiting.pop(0)
            if box.headcount > left:
                waiting.insert(0, tree.cut(box, box.headcount - left, next(fresh)))
            tree.put(box, lead)
            left -= box.headcount
