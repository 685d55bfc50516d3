"""The screens of growing a team and hiring for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.core import Core
from bot.growing import path_of, timed
from bot.kit import kit_of
from bot.render import pages
from bot.screen import Button, Screen, button, rows
from bot.views.growth import Focus, GrowthView, Timed
from bot.words import Voice
from flows.growing import KIT_FORMATS, MONTHS
from flows.growth_replies import (
    ChooseGrowth,
    NthPost,
    ShowGrowth,
    ShowGrowthPicture,
    ShowKit,
    ShowMonths,
    Way,
)
from knowledge.growth.figures import FigureName


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
            ChooseGrowth: self._choose,
            NthPost: self._nth,
            ShowKit: self._kit,
        }

    def _way(self, reply: ShowGrowth) -> Screen:
        way, focus = reply.way, None
        if reply.focus:
            focus = Focus(*reply.focus, way.brief.size)
        text = growth_view(self.core, self.voice, way, focus=focus).text()
        ends = f"{way.code}:{_written(way)}"
        html, turn = self._page(text, reply.page, f"grow:{ends}")
        say = self.voice.say
        tools = [
            button(say("growth.picture"), f"growpic:{ends}:light"),
            button(say("growth.by_month"), f"growby:{ends}:{MONTHS[1]}"),
        ]
        return Screen(html, (*turn, tuple(tools), *self._onward(way)))

    def _picture(self, reply: ShowGrowthPicture) -> Screen:
        """Show the way as text."""
        return self._way(ShowGrowth(reply.way))

    def _months(self, reply: ShowMonths) -> Screen:
        way, say = reply.way, self.voice.say
        name: FigureName = "hires_per_month" if reply.hires else "months"
        told: dict[FigureName, float] = {name: float(reply.hires or reply.months or MONTHS[1])}
        timing = timed(self.core, path_of(self.core, way.brief, way.start), told)
        view = growth_view(self.core, self.voice, way, timing)
        html = "\n\n".join([view.months_text(), say("growth_months.change")])
        ends = f"{way.code}:{_written(way)}"
        within = [
            button(say("growth.in_months", months=months), f"growby:{ends}:{months}")
            for months in MONTHS
            if months != reply.months
        ]
        steps = button(say("growth.way"), f"grow:{ends}")
        asks = say("growth.ask_example")
        return Screen(html, (*rows(within, 3), (steps,), *self._onward(way)), asks)

    def _onward(self, way: Way) -> tuple[tuple[Button, ...], ...]:
        """Give the buttons to another size, to the plan at the end, and back."""
        say, size = self.voice.say, way.brief.size
        ends = f"{way.code}:{_written(way)}"
        other = button(say("growth.other"), f"grow:{way.code}:{way.start}.")
        there = button(say("growth.plan", size=size), f"growplan:{ends}")
        return ((other, there), (self._back(way.code),))

    def _back(self, code: str) -> Button:
        return button(self.voice.say("part.plan"), f"part:card:{code}", is_primary=True)

    def _choose(self, reply: ChooseGrowth) -> Screen:
        say = self.voice.say
        sizes = [
            button(say("growth.to", size=size), f"grow:{reply.code}:{reply.start}.{size}")
            for size in reply.options
        ]
        html = say("growth.ask", size=reply.start)
        back = (self._back(reply.code),)
        return Screen(html, (*rows(sizes, 3), back), say("growth.ask_example"))

    def _nth(self, reply: NthPost) -> Screen:
        role = self.core.knowledge.roles[reply.role]
        named = {"role": self.voice.role(role), "number": reply.number}
        if reply.size is None:
            html = self.voice.say("growth.focus_never", **named)
        else:
            html = self.voice.say("growth.focus_here", size=reply.people, **named)
        about = button(self.voice.say("kit.role"), f"role:{role.id}:threshold")
        return Screen(html, ((about, self._back(reply.code)),))

    def _kit(self, reply: ShowKit) -> Screen:
        say = self.voice.say
        text = kit_of(self.core, self.voice, reply.role, reply.others).text()
        html, turn = self._page(text, reply.page, f"kit:{reply.role}")
        files = [button(say(f"kit.{f}"), f"kitfile:{reply.role}:{f}") for f in KIT_FORMATS]
        others = [
            button(self.voice.role(self.core.knowledge.roles[name]), f"kit:{name}")
            for name in reply.others
        ]
        about = button(say("kit.role"), f"role:{reply.role}:duties", is_primary=True)
        return Screen(html, (*turn, *rows(others, 2), tuple(files), (about,)))

    def _page(self, text: str, page: int, data: str) -> tuple[str, tuple[tuple[Button, ...], ...]]:
        """Give a page of a text, and the buttons to the page before and after."""
        found = pages(text)
        number = min(page, len(found))
        html = found[number - 1]
        if len(found) > 1:
            html += "\n\n" + self.voice.say("plan.page", page=number, pages=len(found))
        turned = [
            button(label, f"{data}:{there}")
            for label, there in (("‹", number - 1), ("›", number + 1))
            if 1 <= there <= len(found)
        ]
        return html, (tuple(turned),) if turned else ()


def _written(way: Way) -> str:
    return f"{way.start}.{way.brief.size}"
