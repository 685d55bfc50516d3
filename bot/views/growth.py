"""The way from one size of a team to another, as a message: milestones, months, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.render import render
from bot.views.cited import source_line
from bot.views.growth_months import MonthsView
from bot.views.growth_steps import Step, Steps
from bot.words import Voice
from knowledge.growth.events import FirstPost, FurtherLeader, NewForm, StageBorder
from knowledge.growth.figures import Used
from knowledge.growth.months import Schedule
from knowledge.growth.path import Path
from knowledge.knowledge import Knowledge
from knowledge.model import COMPANY


class Focus(NamedTuple):
    """One post somebody asked for: the n-th of a role, and the size [people] that brings it."""

    role: str
    number: int
    size: int | None


@dataclass(frozen=True, slots=True)
class Timed:
    """A way month by month, with the figures it was reckoned with."""

    schedule: Schedule
    used: tuple[Used, ...]


class GrowthView:
    """A growth path in one voice.

    `stage_assumed` and `is_edited` are said as notes; `with_options` names the options of the
    command line that change a figure; a chat has none.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        path: Path,
        voice: Voice,
        timed: Timed | None = None,
        focus: Focus | None = None,
        *,
        stage_assumed: bool = False,
        is_edited: bool = False,
        with_options: bool = False,
    ) -> None:
        self.knowledge, self.path, self.voice = knowledge, path, voice
        self.timed, self.focus = timed, focus
        self.stage_assumed, self.is_edited = stage_assumed, is_edited
        self.months = (
            MonthsView(knowledge, timed.schedule, timed.used, voice, with_options=with_options)
            if timed
            else None
        )
        self.steps = Steps(knowledge, path, voice, timed.schedule if timed else None)

    def text(self) -> str:
        """Render the whole answer, with Telegram's HTML tags."""
        return self._rendered(has_steps=True, has_months=True)

    def months_text(self) -> str:
        """Render the way month by month alone, with Telegram's HTML tags."""
        return self._rendered(has_steps=False, has_months=True)

    def steps_text(self) -> str:
        """Render the steps, in which month if that is known, with Telegram's HTML tags."""
        return self._rendered(has_steps=True, has_months=False)

    def _rendered(self, *, has_steps: bool, has_months: bool) -> str:
        """Render the title, the steps with their sources, and the months if they are known."""
        months = self.months
        table = months if has_months else None
        return render(
            "growth/path.jinja",
            self.voice,
            title=self.title(),
            lines=list(self.lines()) if has_steps else [],
            months=table and {"lines": list(table.lines()), "rows": table.rows()},
            steps=list(self.shown()) if has_steps else [],
            told=list(months.told()) if months else [],
            assumed=list(table.assumed()) if table else [],
            sources=[*self._sources()] if has_steps else [],
        )

    def title(self) -> str:
        """Name the team and the way."""
        known, path = self.knowledge, self.path
        if path.channel == COMPANY:
            ends = {"start": path.start, "target": path.target}
            return self.voice.say("company.growth_title", stage=self.stage(), **ends)
        return self.voice.say(
            "growth.title",
            channel=self.voice.text(known.team(path.channel).name),
            stage=self.stage(),
            start=path.start,
            target=path.target,
        )

    def file_name(self) -> str:
        """Name a file with the way, without ending."""
        ends = {"start": self.path.start, "target": self.path.target}
        if self.path.channel == COMPANY:
            return self.voice.say("company.growth_file", **ends)
        channel = self.voice.text(self.knowledge.channels[self.path.channel].name)
        return self.voice.say("growth.file", channel=channel, **ends)

    def stage(self) -> str:
        """Name the stage the path is drawn in."""
        return self.voice.text(self.knowledge.stages[self.path.stage].name)

    def lines(self, *, is_file: bool = False) -> Iterator[str]:
        """Say what was asked for, the sum, and what was assumed; in a file not what to answer."""
        path, say = self.path, self.voice.say
        if self.focus:
            yield self._focused(self.focus)
        count = abs(path.target - path.start)
        key = "growth.grows" if path.is_growing else "growth.shrinks"
        yield say(key, count=count, roles=self.steps.people(path.steps))
        larger = max(path.start, path.target)
        if self.stage_assumed:
            yield say(
                "growth.assumed_file" if is_file else "growth.assumed",
                stage=self.stage(),
                size=larger,
            )
        variants = [self.voice.text(self.knowledge.variants[v].name) for v in path.variants]
        if variants:
            yield say("plan.variants", variants=self.voice.join(variants))
        if self.is_edited:
            yield say("growth.edited")
        if not path.milestones:
            yield say("growth.nothing")

    def _focused(self, focus: Focus) -> str:
        role = self.voice.role(self.knowledge.roles[focus.role])
        return self.voice.say("growth.focus", role=role, number=focus.number, size=focus.size)

    def shown(self) -> Iterator[Step]:
        """Give the steps; none where only the number of people changes."""
        if self.path.milestones:
            yield from self.steps.steps()

    def _sources(self) -> Iterator[str]:
        for name in self.source_ids():
            yield source_line(self.knowledge, name, self.voice)

    def source_ids(self) -> list[str]:
        """List the sources of every milestone, each once."""
        found: list[str] = []
        for milestone in self.path.milestones:
            for event in milestone.events:
                found += _sources(event)
        return list(dict.fromkeys(found))


def _sources(event: object) -> Sequence[str]:
    match event:
        case FirstPost(hire=hire) | FurtherLeader(hire=hire):
            return hire.line.sources
        case NewForm(rule=rule):
            return rule.sources
        case StageBorder(sources=sources):
            return sources
        case _:
            return ()
