"""Forms: the staffing lines make as many levels of leaders as the form of a rule stands for.

Usual sizes of the four channels are tried; those of a company depend on its teams. This plans
teams, so the knowledge must be sound otherwise; it is left to those who edit it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.brief import Brief
from knowledge.checks.programmes import variant_choices
from knowledge.checks.tables import file_of
from knowledge.errors import KnowledgeError
from knowledge.knowledge import Knowledge
from knowledge.programme import Channel, Line, Rule
from knowledge.sequence import Hire
from knowledge.spans import leader_levels
from knowledge.staffing import hires_of, tree_of

_FEW, _MANY = "founder_led", ("squads", "hierarchy")  # at most one level of leaders; at least two
_LEVELS = 1


def problems(knowledge: Knowledge) -> Iterator[KnowledgeError]:
    """Find the first size of every rule at which its form cannot be had."""
    for channel in knowledge.channels.values():
        for rule in channel.rules:
            found = (
                _of_team(knowledge, channel, rule, b) for b in _teams(knowledge, channel, rule)
            )
            if problem := next(filter(None, found), None):
                yield problem


def _teams(knowledge: Knowledge, channel: Channel, rule: Rule) -> Iterator[Brief]:
    """List the teams to try: every usual size without a level to spare, else the smallest."""
    low, high = channel.normal_sizes(rule.stage)
    sizes = range(max(low, rule.low), min(high, rule.high) + 1)
    tried = sizes if rule.form == _FEW else sizes[:1] if rule.form in _MANY else ()
    for size in tried:
        for variants in variant_choices(knowledge, channel):
            yield Brief(channel.id, rule.stage, False, size, size, variants)


def _of_team(
    knowledge: Knowledge, channel: Channel, rule: Rule, brief: Brief
) -> KnowledgeError | None:
    hires = hires_of(knowledge, brief, brief.size)
    levels = leader_levels(tree_of(knowledge, brief, hires))
    if (levels > _LEVELS) == (rule.form != _FEW):
        return None
    lines = [hire.line for hire in hires if hire.line.kind == "lead"]
    team = f"a team of {brief.size} at stage {rule.stage}"
    if rule.form != _FEW:
        sentence = f"the form {rule.form} has two levels of leaders, but {team} has {levels}"
        fix = f"let it start at a larger size, or lower `one_per` of {lines[0].id}"
        return KnowledgeError(file_of(channel), rule.id, f"{sentence}; {fix}")
    sentence = f"makes {levels} levels of leaders in {team}, which rule {rule.id} calls {rule.form}"
    fix = f"raise `one_per` or from when the line counts, or end {rule.id} before {brief.size}"
    return KnowledgeError(file_of(channel), _cause(channel, hires, lines).id, f"{sentence}; {fix}")


def _cause(channel: Channel, hires: Sequence[Hire], lines: Sequence[Line]) -> Line:
    """Find the line at fault: of the lowest rank if there are several, else of the last leader."""
    lowest = [hire.line for hire in hires if hire.role == channel.ranks[-1]]
    return lowest[-1] if len(lowest) > _LEVELS else lines[-1]
