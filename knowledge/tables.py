"""Decision tables: exactly one rule fits every channel, stage and size."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.model import Stage
from knowledge.programme import Channel, Rule


@dataclass(frozen=True, slots=True)
class Choice:
    """The rule that fits, and its neighbours in the same stage: what fewer or more people change.

    `smaller` ends just below the rule's first size, `larger` begins just above its last.
    """

    rule: Rule
    smaller: Rule | None
    larger: Rule | None


def choose(channel: Channel, stage: Stage, size: int) -> Choice:
    """Find the one rule for a size [people].

    Raises:
        LookupError: If no rule fits; `checks` proves that this cannot happen on sound data.
    """
    rows = sorted((r for r in channel.rules if r.stage == stage), key=lambda r: r.low)
    for i, rule in enumerate(rows):
        if rule.low <= size <= rule.high:
            smaller = rows[i - 1] if i else None
            return Choice(rule, smaller, rows[i + 1] if i + 1 < len(rows) else None)
    msg = f"{channel.id}: no rule for stage {stage} and size {size}"
    raise LookupError(msg)
