"""Task forces: one leader's seat a goal, and in every channel seats that several roles can take."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.errors import KnowledgeError
from knowledge.knowledge import Knowledge
from knowledge.model import SHARED
from knowledge.taskforces import Goal, Seat

FILE = "taskforces.toml"
FEWEST = 3  # seats in a channel, the leader's included


def problems(knowledge: Knowledge) -> Iterator[KnowledgeError]:
    """Find unknown roles and sources, and goals that no task force could be formed for."""
    known = knowledge.taskforces
    yield from _sources(knowledge, "limits", known.limits.sources)
    for goal in known.goals.values():
        yield from _sources(knowledge, goal.id, goal.sources)
        unknown = [r for seat in goal.seats for r in seat.roles if r not in knowledge.roles]
        for role in unknown:
            yield _problem(goal.id, f"`roles` names the role {role!r}, which does not exist")
        if not unknown:
            yield from _seats(knowledge, goal)


def _sources(knowledge: Knowledge, name: str, sources: tuple[str, ...]) -> Iterator[KnowledgeError]:
    for source in sources:
        if source not in knowledge.sources:
            yield _problem(name, f"`sources` names the source {source!r}, which does not exist")


def _seats(knowledge: Knowledge, goal: Goal) -> Iterator[KnowledgeError]:
    if [seat.leads for seat in goal.seats] != [True] + [False] * (len(goal.seats) - 1):
        yield _problem(goal.id, "the first seat, and no other, must have `leads = true`")
    for channel in knowledge.channels:
        seats = [seat for seat in goal.seats if _is_of(knowledge, seat, channel)]
        if len(seats) < FEWEST or not seats[0].leads:
            sentence = f"{channel} needs {FEWEST} seats for its roles, the leader's among them"
            yield _problem(goal.id, sentence)


def _is_of(knowledge: Knowledge, seat: Seat, channel: str) -> bool:
    return any(knowledge.roles[role].channel in (channel, SHARED) for role in seat.roles)


def _problem(name: str, sentence: str) -> KnowledgeError:
    return KnowledgeError(FILE, name, sentence)
