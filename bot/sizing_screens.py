"""The screens of how many people a workload needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.core import Core
from bot.render import pages
from bot.screen import Button, Screen, button
from bot.views.amounts import amount
from bot.views.sizing import SizingView
from bot.words.voice import Voice
from flows.sizing_replies import RefuseSizing, ShowSizing
from knowledge.workload.result import Refusal
from knowledge.workload.sizing import size
from knowledge.workload.team import team_of

_REFUSED = ("outside", "too_many")


class SizingScreens:
    """Lays them out in one voice."""

    def __init__(self, core: Core, voice: Voice) -> None:
        self.core, self.voice = core, voice
        self.makers: Mapping[type, Callable[[Any], Screen]] = {
            ShowSizing: self._sizing,
            RefuseSizing: self._refused,
        }

    def _sizing(self, reply: ShowSizing) -> Screen:
        knowledge, say, told = self.core.knowledge, self.voice.say, dict(reply.told)
        found = size(knowledge.workload, reply.work, told)
        if isinstance(found, Refusal):
            return self._refused(RefuseSizing(found.code, found.names, found.low, found.high))
        team = team_of(knowledge, found)
        text = [SizingView(knowledge, found, team, self.voice).text(), "", say("size.change")]
        if reply.is_even:
            text.append(say("size.even"))
        if reply.unused:
            names = (self._name(quantity) for quantity in reply.unused)
            text.append(say("size.unused", names=self.voice.join([*names])))
        html, turned = self._page("\n".join(text), reply)
        plan = f"needplan:{reply.work}:{reply.written}"
        wanted = [button(say("size.plan"), plan, is_primary=True)] if team and reply.written else []
        return Screen(html, tuple(filter(None, (turned, tuple(wanted), (self._back(reply.code),)))))

    def _page(self, text: str, reply: ShowSizing) -> tuple[str, tuple[Button, ...]]:
        """Give a page of the answer, and the buttons to the page before and after."""
        found = pages(text)
        number = min(reply.page, len(found))
        if len(found) == 1 or not reply.written:
            return found[number - 1], ()
        html = found[number - 1] + "\n\n"
        html += self.voice.say("plan.page", page=number, pages=len(found))
        turned = (
            button(label, f"need:{reply.work}:{reply.written}:{there}")
            for label, there in (("‹", number - 1), ("›", number + 1))
            if 1 <= there <= len(found)
        )
        return html, tuple(turned)

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
        key = reply.why if reply.why in _REFUSED else "other"
        return Screen(self.voice.say(f"size_bad.{key}", **figures), ())
