"""The screens of growing a team and hiring for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.buttons import paged, to_plan
from bot.core import Core
from bot.growing import path_of, timed
from bot.kit import kit_of
from bot.render import bulleted
from bot.screen import Button, Screen, button, rows
from bot.views.amounts import number, share
from bot.views.growth import Focus, GrowthView, Timed
from bot.views.growth_months import figure_line
from bot.words import Voice
from flows.growth.growing import KIT_FORMATS, MONTHS, USUAL, WAY_FORMATS
from flows.growth.replies import (
    BadFigure,
    ChooseGrowth,
    NotedPace,
    NthPost,
    ShowGrowth,
    ShowGrowthPicture,
    ShowKit,
    ShowMonths,
    Way,
)
from knowledge.growth.figures import figure_of
from knowledge.growth.path import Path
from knowledge.model import CHANNELS


def growth_view(
    core: Core, voice: Voice, way: Way, timing: Timed | None = None, focus: Focus | None = None
) -> GrowthView:
    """Word a way of the conversation."""
    return GrowthView(
        core.knowledge,
        path_of(core, way.brief, way.start),
        voice,
        timing,
        focus,
        stage_assumed=way.brief.stage_assumed,
        is_edited=way.is_edited,
    )


class GrowthScreens:
    """Lays out ways and kits in one voice."""

    def __init__(self, core: Core, voice: Voice) -> None:
        self.core, self.voice = core, voice
        self.makers: Mapping[type, Callable[[Any], Screen]] = {
            ShowGrowth: self._way,
            ShowMonths: self._months,
            ShowGrowthPicture: self._picture,
            NotedPace: self._noted,
            BadFigure: self._bad,
            ChooseGrowth: self._choose,
            NthPost: self._nth,
            ShowKit: self._kit,
        }

    def _way(self, reply: ShowGrowth) -> Screen:
        way, focus = reply.way, None
        if reply.focus:
            focus = Focus(*reply.focus, way.brief.size)
        view = growth_view(self.core, self.voice, way, timing_of(self.core, way), focus)
        text = view.steps_text()
        ends = f"{way.code}:{way.ends}"
        html, turn = paged(self.voice, text, reply.page, f"grow:{ends}")
        say = self.voice.say
        tools = [
            button(say("growth.picture"), f"growpic:{ends}:light"),
            button(say("growth.by_month"), f"growby:{ends}"),
        ]
        return Screen(html, (*turn, tuple(tools), self._files(way), *self._onward(way)))

    def _picture(self, reply: ShowGrowthPicture) -> Screen:
        """Show the way as text."""
        return self._way(ShowGrowth(reply.way))

    def _months(self, reply: ShowMonths) -> Screen:
        way, say = reply.way, self.voice.say
        timing = timing_of(self.core, way) or timed(self.core, _path(self.core, way), {})
        view = growth_view(self.core, self.voice, way, timing)
        parts = [view.months_text(), say("growth_months.change")]
        if reply.guessed:
            parts.insert(1, say(f"growth_months.guessed_{reply.guessed}"))
        ends = f"{way.code}:{way.ends}"
        within = [
            button(say("growth.in_months", months=months), f"growby:{ends}:{months}")
            for months in MONTHS
            if months != _months_of(timing)
        ]
        steps = [button(say("growth.way"), f"grow:{ends}")]
        if way.told:
            steps.append(button(say("growth_months.usual"), f"growby:{ends}:{USUAL}"))
        asks = say("growth.pace_example")
        found = (*rows(within, 3), tuple(steps), self._files(way), *self._onward(way))
        return Screen("\n\n".join(parts), found, asks)

    def _noted(self, reply: NotedPace) -> Screen:
        """Say back which figures were told."""
        known, say = self.core.knowledge, self.voice.say
        lines = [
            figure_line(self.voice, figure_of(known.growth, name, _channel(reply)), value)
            for name, value in reply.told
        ]
        said = [say("growth_months.noted"), *bulleted(lines)]
        if reply.guessed:
            said.append(say(f"growth_months.guessed_{reply.guessed}"))
        return Screen("\n".join(said), ())

    def _bad(self, reply: BadFigure) -> Screen:
        figure = figure_of(self.core.knowledge.growth, reply.name, _channel(reply))
        is_share = reply.name == "turnover"
        low, high = (
            share(end) if is_share else number(end, self.voice)
            for end in (figure.least, figure.most)
        )
        name = self.voice.text(figure.name)
        return Screen(self.voice.say("growth_months.bad", name=name, low=low, high=high), ())

    def _files(self, way: Way) -> tuple[Button, ...]:
        ends = f"{way.code}:{way.ends}"
        return tuple(
            button(self.voice.say(f"growth.{f}"), f"growas:{ends}:{f}") for f in WAY_FORMATS
        )

    def _onward(self, way: Way) -> tuple[tuple[Button, ...], ...]:
        """Give the buttons to another size, to the plan at the end, and back."""
        say, size = self.voice.say, way.brief.size
        ends = f"{way.code}:{way.ends}"
        other = button(say("growth.other"), f"grow:{way.code}:{way.start}.")
        there = button(say("growth.plan", size=size), f"growplan:{ends}")
        return ((other, there), (to_plan(self.voice, way.code),))

    def _choose(self, reply: ChooseGrowth) -> Screen:
        say = self.voice.say
        sizes = [
            button(say("growth.to", size=size), f"grow:{reply.code}:{reply.start}.{size}")
            for size in reply.options
        ]
        html = say("growth.ask", size=reply.start)
        back = (to_plan(self.voice, reply.code),)
        return Screen(html, (*rows(sizes, 3), back), say("growth.ask_example"))

    def _nth(self, reply: NthPost) -> Screen:
        role = self.core.knowledge.roles[reply.role]
        named = {"role": self.voice.role(role), "number": reply.number}
        if reply.size is None:
            html = self.voice.say("growth.focus_never", **named)
        else:
            html = self.voice.say("growth.focus_here", size=reply.people, **named)
        about = button(self.voice.say("kit.role"), f"role:{role.id}:threshold")
        return Screen(html, ((about, to_plan(self.voice, reply.code)),))

    def _kit(self, reply: ShowKit) -> Screen:
        say = self.voice.say
        text = kit_of(self.core, self.voice, reply.role, reply.others).text()
        html, turn = paged(self.voice, text, reply.page, f"kit:{reply.role}")
        files = [button(say(f"kit.{f}"), f"kitfile:{reply.role}:{f}") for f in KIT_FORMATS]
        others = [
            button(self.voice.role(self.core.knowledge.roles[name]), f"kit:{name}")
            for name in reply.others
        ]
        about = button(say("kit.role"), f"role:{reply.role}:duties", is_primary=True)
        return Screen(html, (*turn, *rows(others, 2), tuple(files), (about,)))


def timing_of(core: Core, way: Way) -> Timed | None:
    """Go a way month by month with the figures that were told; None if none matter for it."""
    path, told = _path(core, way), dict(way.told)
    return timed(core, path, told) if told and (path.is_growing or "turnover" in told) else None


def _path(core: Core, way: Way) -> Path:
    return path_of(core, way.brief, way.start)


def _channel(reply: NotedPace | BadFigure) -> str:
    return reply.channel or CHANNELS[0]  # what figures are called is the same everywhere


def _months_of(timing: Timed) -> int | None:
    """Give the months that a way is planned within, None where hires a month decide."""
    return next((int(used.value) for used in timing.used if used.figure.id == "months"), None)
