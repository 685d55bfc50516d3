"""Who covers what: functions by accountable post, hats, and control conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bot.views.own_names import called
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
    for role, (_, worn) in _by_role(knowledge, plan, voice).items():
        if worn:
            shown = worn[: max(left, 1)]
            found.append(Hats(role, _names(knowledge, voice, shown), len(worn) - len(shown)))
            left -= len(shown)
    return found


def _by_role(
    knowledge: Knowledge, plan: Plan, voice: Voice
) -> Mapping[str, tuple[list[str], list[str]]]:
    posts = {post.id: post for post in plan.posts}
    found: dict[str, tuple[list[str], list[str]]] = {}
    order = {post.id: i for i, post in enumerate(plan.posts)}
    for item in sorted(plan.coverage, key=lambda c: order[c.post]):
        role, post = voice.role(knowledge.roles[item.role]), posts[item.post]
        name = called(voice, role, post) if post.role == item.role else role
        found.setdefault(name, ([], []))[int(item.hat)].append(item.function)
    return found


def _names(knowledge: Knowledge, voice: Voice, ids: Iterable[str]) -> list[str]:
    return [voice.text(knowledge.functions[name].name) for name in ids]
