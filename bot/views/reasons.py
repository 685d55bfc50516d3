"""Reasons: the figures behind head-counts and hires, sources, and what would change the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from itertools import groupby
from typing import NamedTuple

from bot.views.cited import source_line
from bot.views.company import company_number
from bot.views.ratios import counted, is_span, ratio
from bot.words import Voice
from knowledge.company.room import at_stage
from knowledge.counts import Bases, area_of, kept_hires
from knowledge.knowledge import Knowledge
from knowledge.model import STAGES
from knowledge.plan import Plan, RoleCount
from knowledge.programme import EVERYONE, Line
from knowledge.sequence import Hire
from knowledge.staffing import hires_of
from knowledge.tables import choose

MOST_STEPS = 12  # lines of a way from here to there


class Reasons:
    """Words the arithmetic of a plan in one voice."""

    def __init__(self, knowledge: Knowledge, plan: Plan, voice: Voice) -> None:
        self.knowledge, self.plan, self.voice = knowledge, plan, voice

    def numbers(self) -> list[str]:
        """Say for every role, also one that was taken out, where its head-count comes from."""
        return [self.number(count) for count in (*self.plan.counts, *self.plan.gone)]

    def hires(self) -> list[str]:
        """Say who the next hires are and why; hires of one role in a row make one line."""
        return self._hires(self.plan.next_hires)

    def way(self, now: int) -> list[str]:
        """Say whom to hire from `now` people on until the plan is complete; a long way in sum."""
        brief = self.plan.brief
        planned = hires_of(self.knowledge, brief, brief.size)
        found, added = kept_hires(planned, self.plan.counts)
        lines = self._hires(found[now:])
        if len(lines) > MOST_STEPS:
            counts = Counter(hire.role for hire in found[now:])
            lines = [self._plus(role, people) for role, people in counts.items()]
        return [*lines, *(self._plus(role, people) for role, people in added)]

    def _plus(self, role: str, people: int) -> str:
        return self.voice.say("changes.plus", count=people, role=self._role(role))

    def _hires(self, found: Sequence[Hire]) -> list[str]:
        return [
            self._hires_line(list(same)) for _, same in groupby(found, key=lambda hire: hire.role)
        ]

    def _hires_line(self, same: list[Hire]) -> str:
        first, last = same[0], same[-1]
        said = {"role": self._role(first.role), "reason": self._hire_reason(first)}
        if first == last:
            return self.voice.say("next.line", size=first.size, **said)
        return self.voice.say("next.lines", first=first.size, last=last.size, **said)

    def sources(self) -> list[str]:
        """Name the sources of the rule and of every staffing line in use, each once."""
        return [source_line(self.knowledge, name, self.voice) for name in self.source_ids()]

    def source_ids(self) -> list[str]:
        """List the sources of the rule and of every staffing line in use, each once."""
        lines = (count.line for count in self.plan.counts if count.line and count.planned)
        named = [*self.plan.choice.rule.sources, *(s for line in lines for s in line.sources)]
        return list(dict.fromkeys(named))

    def cited(self, name: str) -> dict[str, str]:
        """Cite one source as values: id, title, kind."""
        source = self.knowledge.sources[name]
        return {"id": source.id, "title": self.voice.text(source.title), "kind": source.kind}

    def number(self, count: RoleCount) -> str:
        """Say where a role's head-count comes from: from a staffing line, or from the user."""
        say = self.voice.say
        if not count.line or not count.planned:
            role = self._role(count.role)
            return say("edited.number_added", role=role, count=count.people)
        reason = self._planned(count, count.line)
        if count.is_changed:
            key = "edited.number_changed" if count.people else "edited.number_gone"
            return say(key, reason=reason, count=count.people)
        return (
            reason
            if self._is_still_true(count.line)
            else say("edited.number_before", reason=reason)
        )

    def _is_still_true(self, line: Line) -> bool:
        """Tell whether a line counts the same people after the user's changes."""
        if not self.plan.brief.edits:
            return True
        return _base(line, self._as_planned) == _base(line, self._as_it_is)

    @cached_property
    def _as_planned(self) -> Bases:
        """Everybody by what lines count [people], as planned."""
        return self._bases({c.role: c.planned for c in (*self.plan.counts, *self.plan.gone)})

    @cached_property
    def _as_it_is(self) -> Bases:
        """Everybody by what lines count [people], with the user's changes."""
        return self._bases({c.role: c.people for c in (*self.plan.counts, *self.plan.gone)})

    def _bases(self, people: Mapping[str, int]) -> Bases:
        counts = (*self.plan.counts, *self.plan.gone)
        front = [c.role for c in counts if c.line and c.line.kind == "front"]
        return Bases(people, front, partial(area_of, self.plan.roles, self.plan.brief))

    def _planned(self, count: RoleCount, line: Line) -> str:
        """Say how many of a role its staffing line asks for, and why."""
        role, people = self._role(count.role), count.planned
        say = self.voice.say
        if self.plan.brief.parts and line in self.knowledge.company.lines:
            return company_number(self.voice, role, count, line)
        if line.share:
            percent = round(100 * people / self._as_planned.front(count.role))
            key = "why.share_all" if line.share == 1 else "why.share"
            return say(key, role=role, count=people, percent=percent)
        if line.fixed:
            return say("why.fixed", role=role, count=people, size=line.from_size)
        if count.role == self.plan.posts[0].role and people == 1:
            return say("why.first", role=role, count=1)
        if line.kind == "lead" and not count.base:
            return say("why.hired_first", role=role, count=people)
        key = "why.one_lead" if is_span(line) else "why.one_per"
        figures = {"one_per": line.one_per, "low": line.low, "high": line.high, "base": count.base}
        if key == "why.one_per" and _is_first_of_size(line, count.base):
            key, figures["size"] = "why.one_from", line.from_size
        return say(key, role=role, count=people, of=self._of(line), **figures)

    def _hire_reason(self, hire: Hire) -> str:
        because = self.voice.say("next.because", because=self.voice.text(hire.line.because))
        line = hire.line
        if line.one_per is None or EVERYONE in line.of or _is_first_of_size(line, hire.base):
            return because
        if line.kind == "lead" and not hire.held and hire.base < line.one_per:
            return because
        return because + ratio(self.knowledge, self.voice, line)

    def _of(self, line: Line) -> str:
        """Name what a line counts."""
        return counted(self.knowledge, self.voice, line)

    def _role(self, role: str) -> str:
        return self.voice.role(self.knowledge.roles[role])


def _base(line: Line, bases: Bases) -> int:
    """Count what a line counts [people]; a line with a share counts the front line."""
    return bases.front(line.role) if line.share else bases.of(line)


def _is_first_of_size(line: Line, base: int) -> bool:
    """Tell whether the team's size, not yet the ratio, is why there is a post."""
    return line.kind != "lead" and line.from_size > 1 and base <= (line.one_per or 0)


class StageChange(NamedTuple):
    """What the next stage would change at the same size: its name, form and posts."""

    stage: str
    form: str | None
    added: list[tuple[int, str]]
    removed: list[tuple[int, str]]


def next_stage(knowledge: Knowledge, plan: Plan, voice: Voice) -> StageChange | None:
    """Compare the plan with the next stage at the same size; None in the last stage."""
    brief = plan.brief
    position = STAGES.index(brief.stage) + 1
    if position == len(STAGES):
        return None
    stage = STAGES[position]
    then = Counter(
        h.role for h in hires_of(knowledge, at_stage(knowledge, brief, stage), brief.size)
    )
    counts = (*plan.counts, *plan.gone)
    now = Counter({count.role: count.planned for count in counts})
    own = Counter({count.role: count.people for count in counts})
    form = knowledge.forms[choose(knowledge.team(brief.channel), stage, brief.size).rule.form]

    def named(difference: Counter[str]) -> list[tuple[int, str]]:
        return [(n, voice.role(knowledge.roles[r])) for r, n in difference.items()]

    return StageChange(
        voice.text(knowledge.stages[stage].name),
        voice.text(form.name) if form.id != plan.form.id else None,
        named((then - now) - (own - now)),
        named((now - then) - (now - own)),
    )
