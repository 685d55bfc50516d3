"""The milestones of a way in a few words each, for a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from bot.render import plain
from bot.views.growth_steps import Steps, rows_of
from knowledge.growth.events import (
    Event,
    FirstPost,
    FurtherLeader,
    Milestone,
    NewForm,
    NewLayer,
    StageBorder,
)
from knowledge.growth.path import Path
from knowledge.sequence import Hire

Kind: TypeAlias = Literal["post", "leader", "layer", "form", "stage"]


class Short(NamedTuple):
    """One event: what it is, its headline, and a sentence that says why, which may be empty."""

    kind: Kind
    head: str
    note: str


class Row(NamedTuple):
    """All events at one size of the team [people], and who comes before on the way there."""

    size: int
    between: str
    events: tuple[Short, ...]


class Shorts:
    """A path as rows of short events, texts without tags."""

    def __init__(self, steps: Steps) -> None:
        self.steps, self.voice = steps, steps.voice
        self.path: Path = steps.path

    def rows(self) -> Iterator[Row]:
        """Give the rows in the order of travel; the last one may only say who comes in the end."""
        for step, milestones in zip(self.steps.steps(), self._groups(), strict=False):
            events = tuple(self._events(milestones)) if milestones else ()
            yield Row(step.size or self.path.target, plain(step.between), events)

    def _groups(self) -> list[list[Milestone]]:
        return [*rows_of(self.path.milestones), []]

    def _events(self, milestones: Sequence[Milestone]) -> Iterator[Short]:
        if len(milestones) == 1:
            for event in milestones[0].events:
                yield self._event(event)
            return
        found = [m.events[0] for m in milestones]
        hires = [event.hire for event in found if isinstance(event, FurtherLeader)]
        for role in dict.fromkeys(hire.role for hire in hires):
            yield self._together([hire for hire in hires if hire.role == role])

    def _together(self, hires: Sequence[Hire]) -> Short:
        """Say several further leaders of one role."""
        numbers = sorted(hire.held + 1 for hire in hires)
        if not self.path.is_growing or len(hires) == 1:
            last = hires[0] if len(hires) == 1 else min(hires)
            return Short("leader", self._leader(last), "")
        role = self._role(hires[0].role)
        head = self._say("leaders", role=role, first=numbers[0], last=numbers[-1])
        return Short("leader", head, "")

    def _event(self, event: Event) -> Short:
        text, known = self.voice.text, self.steps.knowledge
        match event:
            case FirstPost(hire=hire):
                return self._post(event, hire)
            case FurtherLeader(hire=hire):
                return Short("leader", self._leader(hire), "")
            case NewLayer(before=before, after=after):
                ends = (before, after) if self.path.is_growing else (after, before)
                return Short("layer", self._say("layer", before=ends[0], after=ends[1]), "")
            case NewForm(before=before_rule, rule=rule):
                to = rule if self.path.is_growing else before_rule
                head = self._say("form", form=text(known.forms[to.form].name))
                return Short("form", head, self._sentence(text(to.because)))
            case StageBorder():
                return self._border(event)

    def _post(self, event: FirstPost, hire: Hire) -> Short:
        role = self._role(hire.role)
        if self.path.is_growing:
            because = self._sentence(self.voice.text(hire.line.because))
            return Short("post", self._say("first_post", role=role), because)
        covers = self.voice.join([self._role(h.role) for h in event.handovers])
        note = self._say("covered", role=covers) if event.handovers else ""
        return Short("post", self._say("gone_post", role=role), note)

    def _border(self, event: StageBorder) -> Short:
        stage = self.voice.text(self.steps.knowledge.stages[event.stage].name)
        names = self.voice.join([self._role(role) for role, _ in event.added])
        adds = bool(names) and self.path.is_growing
        note = self._say("stage_adds", roles=names) if adds else ""
        if not self.path.is_growing:
            return Short("stage", plain("".join(self.steps.event(event))), "")
        return Short("stage", self._say("stage", stage=stage), note)

    def _leader(self, hire: Hire) -> str:
        role = self._role(hire.role)
        if self.path.is_growing:
            return self._say("leader", role=role, number=hire.held + 1)
        return self._say("leader_gone", role=role, left=hire.held)

    def _role(self, role: str) -> str:
        return self.voice.role(self.steps.knowledge.roles[role])

    def _sentence(self, because: str) -> str:
        said = plain(self.voice.say("why.rule", because=because))
        return said[:1].upper() + said[1:]  # it stands alone, below a head

    def _say(self, key: str, **values: object) -> str:
        return plain(self.voice.say(f"growth_short.{key}", **values))
