"""Staffing programmes: every team can grow, and every post finds its unit and its place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from knowledge.checks.tables import file_of
from knowledge.errors import KnowledgeError
from knowledge.knowledge import Knowledge
from knowledge.model import MAX_SIZE, MIN_SIZE, STAGES
from knowledge.programme import Channel, Line, applies


def problems(knowledge: Knowledge) -> Iterator[KnowledgeError]:
    """Find programmes that cannot grow a team, lines without effect and roles without a unit."""
    for channel in knowledge.programmes:
        yield from _ranks(channel)
        yield from _normal_sizes(channel)
        found = variant_choices(knowledge, channel)
        yield from _no_next_seat(channel, found)
        yield from _without_unit(channel, found)


def _ranks(channel: Channel) -> Iterator[KnowledgeError]:
    """The first hire must be a leader, and the lowest rank."""
    leaders = {line.role for line in channel.lines if line.kind == "lead"}
    if channel.first_role != channel.ranks[-1] or channel.first_role not in leaders:
        sentence = "`first_role` must be the last of `ranks` and have a line of kind lead"
        yield KnowledgeError(file_of(channel), "file", sentence)


def _normal_sizes(channel: Channel) -> Iterator[KnowledgeError]:
    """The usual sizes must follow one another from 1 to the divisional size."""
    ends = [MIN_SIZE - 1, *(high for _, high in channel.normal)]
    starts = [low for low, _ in channel.normal]
    if starts != [end + 1 for end in ends[:-1]] or ends[-1] != channel.divisional_above:
        sentence = "`normal` must go on without gaps from 1 to `divisional_above`"
        yield KnowledgeError(file_of(channel), "file", sentence)


def variant_choices(knowledge: Knowledge, channel: Channel) -> list[tuple[str, ...]]:
    """List no variant, each single one, and all of them together where none excludes another."""
    variants = knowledge.variants_of(channel.id)
    every = {v.group: v.id for v in variants}
    return [(), *((v.id,) for v in variants), tuple(sorted(every.values()))]


def _no_next_seat(channel: Channel, choices: list[tuple[str, ...]]) -> Iterator[KnowledgeError]:
    for stage, variants in product(STAGES, choices):
        lines = [line for line in channel.lines if line.applies(stage, variants)]
        if not any(line.share and line.from_size <= MIN_SIZE + 1 for line in lines):
            sentence = f"no line with `share` applies from size 2 at stage {stage} with {variants}"
            yield KnowledgeError(file_of(channel), "file", f"{sentence}; teams could not grow")
    for line in channel.lines:
        if line.from_size > MAX_SIZE:
            yield KnowledgeError(file_of(channel), line.id, "`from_size` can never be reached")


def _without_unit(channel: Channel, choices: list[tuple[str, ...]]) -> Iterator[KnowledgeError]:
    for variants in choices:
        placed = {
            role
            for unit in channel.units
            if applies(unit.only_with, unit.not_with, variants)
            for role in unit.roles
        }
        for line in _staffed(channel, variants):
            if line.role not in placed:
                sentence = f"the role {line.role!r} belongs to no [[unit]] with {variants or 'no'}"
                yield KnowledgeError(
                    file_of(channel), line.id, f"{sentence} variants; add it to one"
                )
                return


def _staffed(channel: Channel, variants: tuple[str, ...]) -> list[Line]:
    return [line for line in channel.lines if applies(line.only_with, line.not_with, variants)]
