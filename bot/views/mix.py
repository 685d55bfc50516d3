"""Several kinds of work as one team, as a message: the sum first, then each kind by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.render import render
from bot.views.cited import source_line
from bot.views.sizing import Assumed, SizingView, option, team_lines
from bot.words import Voice
from knowledge.knowledge import Knowledge
from knowledge.workload.mix import Mix
from knowledge.workload.quantity import Quantity
from knowledge.workload.team import Team


class MixView:
    """Several kinds of work and their team in one voice; see `SizingView`."""

    def __init__(
        self,
        knowledge: Knowledge,
        mix: Mix,
        team: Team | None,
        voice: Voice,
        *,
        with_options: bool = False,
    ) -> None:
        self.knowledge, self.mix, self.team, self.voice = knowledge, mix, team, voice
        self.with_options = with_options
        self.views = [
            SizingView(knowledge, part, None, voice, with_options=with_options)
            for part in mix.parts
        ]

    def text(self, hints: Sequence[str] = ()) -> str:
        """Render the whole answer, with Telegram's HTML tags; hints stand before the details."""
        say = self.voice.say
        return render(
            "sizing/mix.jinja",
            self.voice,
            title=self.title(),
            lines=[*self._lines()],
            works=[view.short() for view in self.views],
            hints=hints,
            team=[*team_lines(self.team, self.voice, with_options=self.with_options)],
            steps=[(view.name(), [*map(view.step, view.sizing.steps)]) for view in self.views],
            assumed=[*self._assumed()],
            change=say("sizing.change") if self.with_options else "",
            cautions=[*self.cautions()],
            sources=[*self._sources()],
        )

    def title(self) -> str:
        """Say the answer in one line."""
        found = self.mix.together
        figures = {"agents": found.agents.count, "staff": found.staff.count}
        return self.voice.say("sizing.service", **figures)

    def cautions(self) -> Iterator[str]:
        """Say what to be careful about, each thing once and of what it is true; blending first."""
        yield self.voice.say("sizing.blended")
        about: dict[str, list[str]] = {}
        for view in self.views:
            for text in view.cautions():
                about.setdefault(text, []).append(view.name())
        queues = sum(part.queue is not None for part in self.mix.parts)
        for text, names in about.items():
            works = self.voice.join(names)
            is_general = len(names) >= queues
            yield text if is_general else self.voice.say("sizing.of", works=works, text=text)

    def _lines(self) -> Iterator[str]:
        staff = self.mix.together.staff
        if staff.low != staff.high:
            yield self.voice.say("sizing.rough", low=staff.low, high=staff.high)

    def _assumed(self) -> Iterator[Assumed]:
        """Say what was assumed, what several kinds share only once."""
        seen = set[str]()
        for view in self.views:
            for used in view.sizing.inputs:
                if not used.is_told and used.quantity.id not in seen:
                    seen.add(used.quantity.id)
                    yield Assumed(view.usual(used), self._option(used.quantity))

    def _option(self, quantity: Quantity) -> str:
        return option(quantity.id) if self.with_options else ""

    def _sources(self) -> Iterator[str]:
        steps = (step for part in self.mix.parts for step in part.steps)
        cited = dict.fromkeys(source for step in steps for source in step.formula.sources)
        for name in cited:
            yield source_line(self.knowledge, name, self.voice)
