"""The screens of how many people a workload needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bot.buttons import paged
from bot.core import Core
from bot.screen import Button, Screen, button
from bot.views.amounts import amount
from bot.views.heat import HeatView, heat_text, views
from bot.views.mix import MixView
from bot.views.sizing import SizingView, usual_figures
from bot.views.sizing_changes import change_lines
from bot.words.voice import Voice
from flows.sizing.replies import RefuseSizing, ShowSizing, ShowSizingPicture, UsualFigure
from flows.sizing.workloads import read, reckoned
from knowledge.workload.mix import Mix, parts_of
from knowledge.workload.result import Refusal, Sizing
from knowledge.workload.team import Team, team_of

_REFUSED = ("outside", "too_many", "above")


def heats(core: Core, voice: Voice, written: str) -> tuple[HeatView, ...]:
    """Make the heat maps of a workload as `flows.sizing.workloads` writes it.

    Raises:
        LookupError: If there is no such workload.
    """
    parts = read(written)
    found = reckoned(core.knowledge, parts) if parts else None
    if found is None or isinstance(found, Refusal):
        msg = f"there is no workload {written}"
        raise LookupError(msg)
    return views(parts_of(found), voice)


class SizingScreens:
    """Lays them out in one voice."""

    def __init__(self, core: Core, voice: Voice) -> None:
        self.core, self.voice = core, voice
        self.makers: Mapping[type, Callable[[Any], Screen]] = {
            ShowSizing: self._sizing,
            ShowSizingPicture: self._table,
            RefuseSizing: self._refused,
            UsualFigure: self._usual,
        }

    def _sizing(self, reply: ShowSizing) -> Screen:
        knowledge = self.core.knowledge
        found = reckoned(knowledge, reply.parts)
        if isinstance(found, Refusal):
            return self._refused(RefuseSizing(found.code, found.names, found.low, found.high))
        team = team_of(knowledge, found)
        text = "\n".join(self._text(reply, found, team))
        html, turned = paged(self.voice, text, reply.page, f"need:{reply.ref}")
        say, rows = self.voice.say, [*turned]
        if team:
            plan = button(say("size.plan"), f"needplan:{reply.ref}", is_primary=True)
            rows.append((plan,))
        if any(part.queue for part in parts_of(found)):
            light = button(say("heat.button"), f"needpic:{reply.ref}:light")
            dark = button(say("heat.dark"), f"needpic:{reply.ref}:dark")
            rows.append((light, dark))
        rows.append((self._back(reply.code),))
        return Screen(html, tuple(rows))

    def _text(self, reply: ShowSizing, found: Sizing | Mix, team: Team | None) -> list[str]:
        """Write what was changed, the answer, and how to change it."""
        knowledge = self.core.knowledge
        before = reckoned(knowledge, reply.before) if reply.before else None
        text, hints = [], [*self._hints(reply)]
        if before and not isinstance(before, Refusal):
            text += [*change_lines(before, found, self.voice), ""]
        if isinstance(found, Mix):
            return [*text, MixView(knowledge, found, team, self.voice).text(hints)]
        return [*text, SizingView(knowledge, found, team, self.voice).text(), "", *hints]

    def _hints(self, reply: ShowSizing) -> Iterator[str]:
        """Say how to change the figures, and what became of some."""
        say, work = self.voice.say, reply.parts[0].work
        yield say("size.change", example=say(f"size.change_{work}"))
        if any(part.is_even for part in reply.parts):
            yield say("size.even")
        if reply.unused:
            names = (self._name(quantity) for quantity in reply.unused)
            yield say("size.unused", names=self.voice.join(names))

    def _table(self, reply: ShowSizingPicture) -> Screen:
        """Show the heat maps as tables."""
        found = reckoned(self.core.knowledge, reply.parts)
        if isinstance(found, Refusal):
            return self._refused(RefuseSizing(found.code, found.names, found.low, found.high))
        text = "\n\n".join(map(heat_text, views(parts_of(found), self.voice)))
        answer = button(self.voice.say("heat.answer"), f"need:{reply.ref}", is_primary=True)
        return Screen(text, ((answer,),))

    def _usual(self, reply: UsualFigure) -> Screen:
        """Say what is usual for a quantity, and whether a figure lies within."""
        quantity, voice = self.core.knowledge.workload.quantities[reply.quantity], self.voice
        lines = [voice.say("sizing.usual", **usual_figures(self.core.knowledge, quantity, voice))]
        if (told := reply.told) is not None:
            where = (
                "below" if told < quantity.low else "above" if told > quantity.high else "within"
            )
            said = amount(told, quantity.unit, voice)
            lines.append(voice.say(f"sizing.usual_{where}", value=said))
        return Screen("\n".join(lines), ())

    def _back(self, code: str | None) -> Button:
        """Lead back to the plan, or to where the conversation stopped."""
        return button(self.voice.say("ask.back"), f"part:card:{code}" if code else "resume")

    def _name(self, quantity: str) -> str:
        return self.voice.text(self.core.knowledge.workload.quantities[quantity].name)

    def _refused(self, reply: RefuseSizing) -> Screen:
        known = self.core.knowledge.workload.quantities
        figures: dict[str, str] = {}
        if reply.why == "outside":
            quantity = known[reply.names[0]]
            ends = (amount(end, quantity.unit, self.voice) for end in (reply.low, reply.high))
            low, high = ends
            figures = {"name": self.voice.text(quantity.name), "low": low, "high": high}
        if reply.why == "above":
            less, more = (self._name(name) for name in reply.names)
            figures = {"less": less, "more": more}
        key = reply.why if reply.why in _REFUSED else "other"
        return Screen(self.voice.say(f"size_bad.{key}", **figures), ())
