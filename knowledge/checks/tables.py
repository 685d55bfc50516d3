"""Decision tables: exactly one rule for every stage and every size from 1 to 5000.

Which rule fits changes only where a rule starts or ends, so looking at the sorted rows proves
all sizes.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.errors import KnowledgeError
from knowledge.knowledge import Knowledge
from knowledge.model import MAX_SIZE, MIN_SIZE, STAGES, Stage
from knowledge.programme import Channel


def problems(knowledge: Knowledge) -> Iterator[KnowledgeError]:
    """Find gaps and overlaps of every channel's table, and ids used twice."""
    for channel in knowledge.programmes:
        for stage in STAGES:
            yield from _holes(channel, stage)
        for kind, entries in (("rule", channel.rules), ("line", channel.lines)):
            ids = [entry.id for entry in entries]
            for name in sorted({i for i in ids if ids.count(i) > 1}):
                yield KnowledgeError(
                    file_of(channel), name, f"two {kind}s have this id; rename one"
                )


def _holes(channel: Channel, stage: Stage) -> Iterator[KnowledgeError]:
    rules = sorted((r for r in channel.rules if r.stage == stage), key=lambda r: (r.low, r.high))
    if not rules:
        yield KnowledgeError(file_of(channel), "file", f"there is no rule for the stage {stage}")
        return
    expected = MIN_SIZE
    for rule in rules:
        if rule.low > expected:
            sentence = f"no rule covers the sizes {expected} to {rule.low - 1} of stage {stage}"
            yield KnowledgeError(file_of(channel), rule.id, f"{sentence}; extend one of the rules")
        elif rule.low < expected:
            sentence = f"overlaps the rule before it at size {rule.low} of stage {stage}"
            yield KnowledgeError(
                file_of(channel), rule.id, f"{sentence}; let it start at {expected}"
            )
        expected = rule.high + 1
    if expected != MAX_SIZE + 1:
        sentence = f"the last rule of stage {stage} must end at {MAX_SIZE}, not {expected - 1}"
        yield KnowledgeError(file_of(channel), rules[-1].id, sentence)


def file_of(channel: Channel) -> str:
    """Name the data file of a channel."""
    return f"channels/{channel.id}.toml"
