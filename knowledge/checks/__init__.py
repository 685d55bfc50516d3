"""Checks: what must hold between the data files before a plan may be made with them."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks import (
    diagnosis,
    growth,
    programmes,
    references,
    tables,
    taskforces,
    titles,
    workload,
)
from knowledge.errors import KnowledgeError
from knowledge.knowledge import Knowledge


def check(knowledge: Knowledge) -> None:
    """Refuse knowledge that contradicts itself.

    Raises:
        KnowledgeError: For the first problem found.
    """
    for problem in problems(knowledge):
        raise problem


def problems(knowledge: Knowledge) -> Iterator[KnowledgeError]:
    """Find everything that does not fit together, in the order in which to mend it."""
    yield from references.problems(knowledge)
    yield from titles.problems(knowledge)
    yield from tables.problems(knowledge)
    yield from programmes.problems(knowledge)
    yield from workload.problems(knowledge)
    yield from growth.problems(knowledge)
    yield from diagnosis.problems(knowledge)
    yield from taskforces.problems(knowledge)
