"""Who covers what: functions by accountable post, hats, and control conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bot.words import Voice
from knowledge.knowledge import Knowledge
from knowledge.plan import Plan

MOST_HATS = 5


class Carrier(NamedTuple):
    """A role with the functions its post answers for, and those it carries beside its job."""

    role: str
    functions: list[str]
    hats: list[str]


class Hats(NamedTuple):
    """The hats one role wears: the first few by name, and how many there are beside them."""

    role: str
    names: list[str]
    more: int


def carriers(knowledge: Knowledge, plan: Plan, voice: Voice) -> list[Carrier]:
    """List every role that answers for something, in the order of the chart."""
    return [
        Carrier(role, _names(knowledge, voice, own), _names(knowledge, voice, hats))
        for role, (own, hats) in _by_role(knowledge, plan, voice).items()
    ]


def hats(knowledge: Knowledge, plan: Plan, voice: Voice) -> list[Hats]:
    """Group the hats by the role that wears them, the first few by name."""
    left = MOST_HATS
    found = []
    for carrier in carriers(knowledge, plan, voice):
        if carrier.hats:
            shown = carrier.hats[: max(left, 1)]
            found.append(Hats(carrier.role, shown, len(carrier.hats) - len(shown)))
            left -= len(shown)
    return found


def _by_role(
    knowledge: Knowledge, plan: Plan, voice: Voice
) -> Mapping[str, tuple[list[str], list[str]]]:
    roles = {post.id: post.role for post in plan.posts}
    found: dict[str, tuple[list[str], list[str]]] = {}
    order = {post.id: i for i, post in enumerate(plan.posts)}
    for item in sorted(plan.coverage, key=lambda c: order[c.post]):
        owner = item.role if roles[item.post] != item.role else roles[item.post]
        name = voice.role(knowledge.roles[owner])
        found.setdefault(name, ([], []))[int(item.hat)].append(item.function)
    return found


def _names(knowledge: Knowledge, voice: Voice, ids: Iterable[str]) -> list[str]:
    return [voice.text(knowledge.functions[name].name) for name in ids]
