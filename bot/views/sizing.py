"""The people a workload needs, as a message: first the answer, then team, steps, assumptions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import isfinite
from typing import NamedTuple

from bot.render import render
from bot.views.amounts import amount, bare, number, share
from bot.views.cited import source_line, source_titles
from bot.words import Voice
from knowledge.knowledge import Knowledge
from knowledge.workload.erlang import Service
from knowledge.workload.quantity import Quantity
from knowledge.workload.result import Input, Need, Sizing, Step
from knowledge.workload.team import Team

_FIRST = ("overload", "below_target", "busy", "shared")  # cautions that change the answer
_MOST_SOURCES = 2  # named beside a figure


class Assumed(NamedTuple):
    """A figure nobody told: what was taken for it, and the option that changes it."""

    text: str
    option: str


class Short(NamedTuple):
    """A kind of work among several: its answer and what customers notice of it."""

    title: str
    lines: tuple[str, ...]


class SizingView:
    """A sizing and its team in one voice.

    `with_options` names the options of the command line that change the figures; a chat has none.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        sizing: Sizing,
        team: Team | None,
        voice: Voice,
        *,
        with_options: bool = False,
    ) -> None:
        self.knowledge, self.sizing, self.team, self.voice = knowledge, sizing, team, voice
        self.with_options = with_options

    def text(self) -> str:
        """Render the whole answer, with Telegram's HTML tags."""
        queue, say = self.sizing.queue, self.voice.say
        first = self._first()
        return render(
            "sizing/answer.jinja",
            self.voice,
            title=self.title(),
            lines=[*first, *self._lines()],
            needs=[self._need(need) for need in self.sizing.needs if need.role],
            team=[*self._team()],
            rows=_aligned(map(self._row, queue.around)) if queue else "",
            columns=queue and say("sizing.columns", seconds=self._number(queue.answer_seconds)),
            steps=[self.step(step) for step in self.sizing.steps],
            assumed=[self._assumed(used) for used in self.sizing.inputs if not used.is_told],
            change=say("sizing.change") if self.with_options else "",
            cautions=[text for text in self.cautions() if text not in first],
            sources=[*self._sources()],
        )

    def _team(self) -> Iterator[str]:
        """Say how large the team is; a shop has front-line posts that orders do not decide on."""
        yield from team_lines(self.team, self.voice, with_options=self.with_options)
        if self.sizing.work == "orders" and self.team:
            yield self.voice.say("sizing.team_others")

    def title(self) -> str:
        """Say the answer in one line."""
        found = self.sizing.together
        figures = {"agents": found.agents.count, "staff": found.staff.count}
        return self.voice.say(f"sizing.{self.sizing.work}", **figures)

    def short(self) -> Short:
        """Say the answer and what customers notice, where it is one of several."""
        return Short(self.title(), (*self._first(), *self._lines(is_one_of_several=True)))

    def name(self) -> str:
        """Name the kind of work."""
        return self.voice.say(f"sizing_work.{self.sizing.work}")

    def step(self, step: Step) -> str:
        """Say one step of the arithmetic."""
        figures = {name: bare(value, unit, self.voice) for name, value, unit in step.figures}
        return self.voice.text(step.formula.text).format(**figures)

    def cautions(self) -> Iterator[str]:
        """Say what to be careful about, and which figures are unusual."""
        yield from map(self._caution, self.sizing.cautions)
        for told in self.sizing.inputs:
            if told.is_unusual:
                yield self.voice.say("sizing.unusual", **self._figures(told))

    def _caution(self, caution: str) -> str:
        return self.voice.say(f"sizing_caution.{caution}")

    def _first(self) -> list[str]:
        """Say what changes how the answer is to be read."""
        return [self._caution(code) for code in self.sizing.cautions if code in _FIRST]

    def _lines(self, *, is_one_of_several: bool = False) -> Iterator[str]:
        say, found, queue = self.voice.say, self.sizing.together, self.sizing.queue
        if queue and isfinite(queue.reached.asa_seconds):
            yield say(
                "sizing.reached",
                level=share(queue.reached.service_level),
                seconds=self._number(queue.answer_seconds),
                wait=self._number(round(queue.reached.asa_seconds, 1)),
                occupancy=share(queue.reached.occupancy),
            )
        yield from self._periods()
        if queue and not is_one_of_several:
            yield say("sizing.shift", scheduled=found.scheduled.count)
        if found.staff.low != found.staff.high and not is_one_of_several:
            yield say("sizing.rough", low=found.staff.low, high=found.staff.high)

    def _periods(self) -> Iterator[str]:
        """Say who is at work at the peak and at all other times."""
        if len(self.sizing.periods) > 1:
            hours, agents = "hours", "agents"
            figures = {
                f"{period.id}_{what}": self._number(getattr(period, what))
                for period in self.sizing.periods
                for what in (hours, agents)
            }
            yield self.voice.say("sizing.periods", **figures)

    def _need(self, need: Need) -> str:
        role = self.voice.role(self.knowledge.roles[need.role or ""])
        figures = {"staff": need.staff.count, "raw": self._number(need.staff.raw)}
        if "shared" in self.sizing.cautions:
            return self.voice.say("sizing.need_part", role=role, raw=figures["raw"])
        if need.staff.low == need.staff.high:
            return self.voice.say("sizing.need", role=role, **figures)
        ends = {"low": need.staff.low, "high": need.staff.high}
        return self.voice.say("sizing.need_rough", role=role, **figures, **ends)

    def _row(self, served: Service) -> tuple[str, ...]:
        is_chosen = self.sizing.queue and served.agents == self.sizing.queue.reached.agents
        wait = served.asa_seconds
        return (
            "→" if is_chosen else " ",
            str(served.agents),
            f"{served.service_level * 100:.1f}%",
            number(round(wait, 1), self.voice) if isfinite(wait) else "–",
            f"{served.occupancy * 100:.0f}%",
        )

    def _assumed(self, assumed: Input) -> Assumed:
        return Assumed(
            self.usual(assumed), option(assumed.quantity.id) if self.with_options else ""
        )

    def usual(self, assumed: Input) -> str:
        """Say a figure that was assumed, what is usual, and where that is from."""
        return self.voice.say("sizing.usual", **self._figures(assumed))

    def _figures(self, used: Input) -> dict[str, str]:
        quantity, voice = used.quantity, self.voice
        usual = usual_figures(self.knowledge, quantity, voice)
        value = amount(used.value, quantity.unit, voice)
        if used.is_told and used.low != used.high:
            low, high = (bare(end, quantity.unit, voice) for end in (used.low, used.high))
            value = voice.say("sizing.range", low=low, high=high)
        return {**usual, "value": value}

    def _sources(self) -> Iterator[str]:
        """Name where the formulas come from; a figure's own sources stand beside it."""
        cited = (source for step in self.sizing.steps for source in step.formula.sources)
        for name in dict.fromkeys(cited):
            yield source_line(self.knowledge, name, self.voice)

    def _number(self, value: float) -> str:
        return number(value, self.voice)


def usual_figures(knowledge: Knowledge, quantity: Quantity, voice: Voice) -> dict[str, str]:
    """Say what a quantity is called, its usual range and value, and where those are from."""
    value = quantity.low if quantity.default is None else quantity.default
    sources = source_titles(knowledge, quantity.sources[:_MOST_SOURCES], voice)
    return {
        "name": voice.text(quantity.name),
        "value": amount(value, quantity.unit, voice),
        "low": bare(quantity.low, quantity.unit, voice),
        "high": bare(quantity.high, quantity.unit, voice),
        "sources": sources,
    }


def team_lines(team: Team | None, voice: Voice, *, with_options: bool) -> Iterator[str]:
    """Say how large the team is, with leaders and support."""
    say = voice.say
    if team is None:
        yield say("sizing.too_large")
        return
    kinds = {"front": team.front, "leaders": team.leaders, "support": team.support}
    if team.low == team.high:
        yield say("sizing.size", size=team.size, **kinds)
    else:
        yield say("sizing.size_rough", size=team.size, low=team.low, high=team.high, **kinds)
    if with_options:
        key = "sizing.next_mix" if team.brief.edits else "sizing.next"
        yield say(key, command=_command(team))


def option(quantity: str) -> str:
    """Name the option of the command line that gives a quantity."""
    return f"--{quantity.replace('_', '-')}"


def _command(team: Team) -> str:
    brief = team.brief
    variants = "".join(f" --variant {variant}" for variant in brief.variants)
    options = f"--channel {brief.channel} --stage {brief.stage} --size {brief.size}{variants}"
    return f"orgwright plan {options}"


def _aligned(rows: Iterable[tuple[str, ...]]) -> str:
    """Set the figures of a table below each other."""
    found = list(rows)
    widths = [max(map(len, column)) for column in zip(*found, strict=True)]
    return "\n".join("  ".join(map(str.rjust, row, widths)) for row in found)
