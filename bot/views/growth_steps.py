"""The milestones of a way, each said in lines; further leaders in a row are said together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bot.render import plain
from bot.views.ratios import ratio
from bot.words import Voice
from knowledge.growth.events import (
    Event,
    FirstPost,
    FurtherLeader,
    Handover,
    Milestone,
    NewForm,
    NewLayer,
    StageBorder,
)
from knowledge.growth.months import Schedule
from knowledge.growth.path import Path
from knowledge.knowledge import Knowledge
from knowledge.model import STAGES
from knowledge.sequence import Hire

_MOST_FUNCTIONS = 3  # named in a line
_FEWEST_TOGETHER = 2  # leaders in a row that are said in one line


@dataclass(frozen=True, slots=True)
class Step:
    """One milestone, or a row of further leaders: who comes before it, where it is, and what.

    `size` is that of the team there [people], None for what lies behind the last milestone.
    """

    between: str
    title: str
    size: int | None
    lines: tuple[str, ...]


class Steps:
    """Words the milestones of a path in one voice."""

    def __init__(
        self, knowledge: Knowledge, path: Path, voice: Voice, schedule: Schedule | None = None
    ) -> None:
        self.knowledge, self.path, self.voice, self.schedule = knowledge, path, voice, schedule

    def steps(self) -> Iterator[Step]:
        """Give the milestones in the order of travel, with who comes or goes between them."""
        at = self.path.start
        for row in rows_of(self.path.milestones):
            end = self._there(row[-1])
            between = self._between(at, end, has_own=_has_hire(row[-1]))
            yield Step(between, self.title(end), end, tuple(self._lines(row)))
            at = end
        if rest := self._between(at, self.path.target, has_own=False):
            yield Step(rest, "", None, ())

    def _there(self, milestone: Milestone) -> int:
        """Give the size of the team once a milestone is passed [people]."""
        return milestone.size if self.path.is_growing else milestone.size - 1

    def title(self, size: int) -> str:
        """Say at which size of the team something happens, and in which month."""
        key = "growth.at" if self.path.is_growing else "growth.down_to"
        schedule = self.schedule
        passed = size if self.path.is_growing else size + 1
        month = schedule.month_of(passed) if schedule else None
        if month is None:
            return self.voice.say(key, size=size)
        timed = "growth.at_month" if self.path.is_growing else "growth.down_to_month"
        return self.voice.say(timed, size=size, month=month)

    def _between(self, at: int, there: int, *, has_own: bool) -> str:
        """Say who comes or goes between two sizes, but for the last one if it is a milestone's."""
        low, high = sorted((at, there))
        steps = [step for step in self.path.steps if low < step.size <= high]
        steps = steps[:-1] if has_own else steps
        if not steps:
            return ""
        last = steps[-1].size if self.path.is_growing else steps[-1].size - 1
        return self.voice.say("growth.between", first=at, last=last, roles=self.people(steps))

    def people(self, hires: Iterable[Hire]) -> str:
        """List how many of each role come or go."""
        key = "changes.plus" if self.path.is_growing else "changes.minus"
        counts = Counter(hire.role for hire in hires)
        said = [self.voice.say(key, count=n, role=self._role(r)) for r, n in counts.items()]
        return self.voice.join(said)

    def _lines(self, row: Sequence[Milestone]) -> Iterator[str]:
        if len(row) > 1:
            yield from self._leaders([m.events[0] for m in row])
            return
        gap = Markup(" ") if self.voice.language == "en" else Markup()
        for event in row[0].events:
            yield gap.join(self.event(event))

    def sentences(self, milestone: Milestone) -> Iterator[str]:
        """Say every event of a milestone in a line, as plain text."""
        gap = " " if self.voice.language == "en" else ""
        for event in milestone.events:
            yield gap.join(plain(sentence) for sentence in self.event(event))

    def _leaders(self, events: Sequence[Event]) -> Iterator[str]:
        """Say several further leaders together, role by role."""
        hires = [event.hire for event in events if isinstance(event, FurtherLeader)]
        for role in dict.fromkeys(hire.role for hire in hires):
            numbers = sorted(hire.held + 1 for hire in hires if hire.role == role)
            figures = {"role": self._role(role), "first": numbers[0], "last": numbers[-1]}
            if not self.path.is_growing:
                figures |= {"first": numbers[-1], "left": numbers[0] - 1}
                yield self.voice.say("growth.leaders_gone", **figures)
            elif len(numbers) == 1:
                hire = next(hire for hire in hires if hire.role == role)
                yield self._leader(hire)
            else:
                yield self.voice.say("growth.leaders", **figures)

    def event(self, event: Event) -> Iterator[str]:
        """Say one event, sentence by sentence."""
        match event:
            case FirstPost(hire=hire, handovers=handovers):
                yield from self._post(hire, handovers)
            case FurtherLeader(hire=hire):
                yield self._leader(hire)
            case NewLayer(before=before, after=after):
                yield self._layer(before, after)
            case NewForm(before=before_rule, rule=rule):
                to = rule if self.path.is_growing else before_rule
                form = self.voice.text(self.knowledge.forms[to.form].name)
                because = self.voice.text(to.because)
                yield self.voice.say("growth.form", form=form, because=because)
            case StageBorder():
                yield self._border(event)

    def _post(self, hire: Hire, handovers: Sequence[Handover]) -> Iterator[str]:
        role = self._role(hire.role)
        if self.path.is_growing:
            because = self.voice.text(hire.line.because)
            yield self.voice.say("growth.first_post", role=role, because=because)
        else:
            yield self.voice.say("growth.gone_post", role=role)
        key = "growth.takes_over" if self.path.is_growing else "growth.goes_back"
        for handover in handovers:
            names = self.functions(handover.functions)
            yield self.voice.say(key, role=self._role(handover.role), functions=names)

    def functions(self, names: Sequence[str]) -> str:
        """List functions, the first few by name."""
        known = self.knowledge.functions
        said = self.voice.join([self.voice.text(known[n].name) for n in names[:_MOST_FUNCTIONS]])
        rest = len(names) - _MOST_FUNCTIONS
        return self.voice.say("growth.functions_more", names=said, count=rest) if rest > 0 else said

    def _leader(self, hire: Hire) -> str:
        role = self._role(hire.role)
        if not self.path.is_growing:
            return self.voice.say("growth.leader_gone", role=role, left=hire.held)
        because = self.voice.say("why.rule", because=self.voice.text(hire.line.because))
        reason = ratio(self.knowledge, self.voice, hire.line).strip() or because
        return self.voice.say("growth.leader", role=role, number=hire.held + 1, reason=reason)

    def _layer(self, before: int, after: int) -> str:
        if not self.path.is_growing:
            before, after = after, before
        key = "growth.layer" if after > before else "growth.layer_gone"
        return self.voice.say(key, before=before, after=after)

    def _border(self, event: StageBorder) -> str:
        if not self.path.is_growing:
            before = STAGES[STAGES.index(event.stage) - 1]
            return self.voice.say("growth.stage_below", stage=self._stage(before))
        plus = "changes.plus"
        added = [self.voice.say(plus, count=n, role=self._role(r)) for r, n in event.added]
        said = {"stage": self._stage(event.stage), "roles": self.voice.join(added)}
        if not added:
            return self.voice.say("growth.stage_in", stage=said["stage"])
        key = "growth.stage_in_posts" if event.is_planned else "growth.stage_next"
        return self.voice.say(key, **said)

    def _stage(self, stage: str) -> str:
        return self.voice.text(self.knowledge.stages[stage].name)

    def _role(self, role: str) -> str:
        return self.voice.role(self.knowledge.roles[role])


def rows_of(milestones: Sequence[Milestone]) -> Iterator[list[Milestone]]:
    """Join milestones in a row that are further leaders and nothing else."""
    row: list[Milestone] = []
    for milestone in milestones:
        if row and not (_is_minor(milestone) and _is_minor(row[0])):
            yield from _whole(row)
            row = []
        row.append(milestone)
    yield from _whole(row)


def _whole(row: list[Milestone]) -> Iterator[list[Milestone]]:
    if len(row) >= _FEWEST_TOGETHER and _is_minor(row[0]):
        yield row
    else:
        yield from ([milestone] for milestone in row)


def _has_hire(milestone: Milestone) -> bool:
    """Tell whether the hire of a milestone's size is said with it."""
    return any(isinstance(event, FirstPost | FurtherLeader) for event in milestone.events)


def _is_minor(milestone: Milestone) -> bool:
    return all(isinstance(event, FurtherLeader) for event in milestone.events)
