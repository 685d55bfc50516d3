"""What two plans cost a month, by the pay somebody named; it is reckoned here and never kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.views.amounts import number
from bot.views.role import Section
from bot.words.voice import Voice
from knowledge.knowledge import Knowledge
from knowledge.plan import Plan


@dataclass(frozen=True, slots=True)
class Cost:
    """What the roles with a known pay cost a month in each of two plans.

    `roles` are those roles with their pay and their people [people] in both; `missing` are roles
    whose numbers differ and whose pay is not known.
    """

    roles: tuple[tuple[str, int, int, int], ...]
    missing: tuple[str, ...]

    @property
    def one(self) -> int:
        """What the first plan costs."""
        return sum(pay * people for _, pay, people, _ in self.roles)

    @property
    def other(self) -> int:
        """What the second plan costs."""
        return sum(pay * people for _, pay, _, people in self.roles)


def cost(pay: Mapping[str, int], one: Plan, other: Plan) -> Cost | None:
    """Reckon what two plans cost; None where no pay of theirs is known."""
    before = {count.role: count.people for count in one.counts}
    after = {count.role: count.people for count in other.counts}
    every = dict.fromkeys((*before, *after))
    roles = [(r, pay[r], before.get(r, 0), after.get(r, 0)) for r in every if r in pay]
    missing = [r for r in every if r not in pay and before.get(r, 0) != after.get(r, 0)]
    return Cost(tuple(roles), tuple(missing)) if roles else None


def cost_section(knowledge: Knowledge, voice: Voice, found: Cost) -> Section:
    """Say what two plans cost, and what is not counted in."""
    difference = found.other - found.one
    sign = "+" if difference > 0 else "−" if difference < 0 else "±"
    figures = {"one": number(found.one, voice), "other": number(found.other, voice)}
    changed = sign + number(abs(difference), voice)
    lines = [voice.say("what_if.cost_row", difference=changed, **figures)]
    if found.missing:
        names = voice.join([voice.role(knowledge.roles[role]) for role in found.missing])
        lines.append(voice.say("what_if.cost_missing", roles=names))
    return Section(voice.say("what_if.cost"), lines)
