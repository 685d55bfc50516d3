"""Workloads from outside: figures somebody wrote become people, or a sentence on what to write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from bot.errors import RequestError
from bot.items import shown
from bot.refused import refusal
from bot.render import plain
from bot.sizing_json import mix_json, sizing_json
from bot.views.amounts import number
from bot.views.heat import HeatView, views
from bot.views.mix import MixView
from bot.views.sizing import SizingView, option
from knowledge.model import STAGES, Stage
from knowledge.workload.mix import MIXED, Mix, mix, parts_of, without_idle
from knowledge.workload.quantity import Quantity, Told
from knowledge.workload.result import Refusal, Sizing
from knowledge.workload.sizing import WORKS, size
from knowledge.workload.team import team_of

if TYPE_CHECKING:
    from bot.core import Core
    from bot.words import Voice

SERVICE, CHAT_INTERVAL = "service", "chat_interval_minutes"
_Found = TypeVar("_Found", Sizing, Mix)
_NUMBER = r"\d+(?:\.\d+)?\s*%?"
_FIGURE = re.compile(rf"\s*({_NUMBER})(?:\s*[-–~]\s*({_NUMBER}))?\s*")
_LONGEST = 30  # characters of a figure


class SizingRequest:
    """A kind of work, or those of a service team, with the figures somebody wrote.

    Figures are by quantity, None is "not given"; `chat_interval_minutes` is the interval of chats
    where that is another than the one of calls.
    """

    def __init__(self, core: Core, voice: Voice, work: str, figures: Mapping[str, Any]) -> None:
        self.core, self.voice, self.work = core, voice, work
        self.known = core.knowledge.workload
        interval = self.known.quantities["interval_minutes"]
        of_chats = {CHAT_INTERVAL: replace(interval, id=CHAT_INTERVAL)}
        self.quantities = {**self.known.quantities, **of_chats}
        self.works = [WORKS[name] for name in (MIXED if work == SERVICE else (work,))]
        self.given = {name: value for name, value in figures.items() if value is not None}
        self.agents: str | None = figures.get("agents")
        self.stage, self.variants = figures.get("stage"), figures.get("variant") or ()

    def text(self) -> str:
        """Answer as text for a terminal.

        Raises:
            RequestError: If a figure cannot be used; says what to write instead.
        """
        found, stage = self._sized()
        team = team_of(self.core.knowledge, found, stage)
        knowledge, speak = self.core.knowledge, self.voice
        if isinstance(found, Mix):
            return plain(MixView(knowledge, found, team, speak, with_options=True).text())
        return plain(SizingView(knowledge, found, team, speak, with_options=True).text())

    def json(self) -> dict[str, Any]:
        """Answer as the JSON values of `schemas/size.json`, or of `schemas/size_service.json`.

        Raises:
            RequestError: If a figure cannot be used; says what to write instead.
        """
        found, stage = self._sized()
        team = team_of(self.core.knowledge, found, stage)
        if isinstance(found, Mix):
            return mix_json(self.core.knowledge, found, team, self.voice)
        return sizing_json(self.core.knowledge, found, team, self.voice)

    def heats(self) -> tuple[HeatView, ...]:
        """Answer as heat maps, one for each queue.

        Raises:
            RequestError: If a figure cannot be used, or there is no queue.
        """
        found, _ = self._sized()
        seen = views(parts_of(found), self.voice)
        if not seen:
            raise refusal(self.voice, "sizing_bad.no_picture")
        return seen

    def _sized(self) -> tuple[Sizing | Mix, Stage | None]:
        stage, variants = self._stage(), self._variants()
        if self.work == SERVICE:
            return self._checked(self._mixed(variants)), stage
        (work,) = self.works
        told = self._figures(work.quantities)
        agents = self._agents()
        found = size(self.known, work.id, told, agents=agents, variants=variants)
        return self._checked(found), stage

    def _mixed(self, variants: tuple[str, ...]) -> Mix | Refusal:
        """Reckon the kinds of work whose amount is given."""
        there = [work for work in self.works if any(name in self.given for name in work.demand)]
        if not there:
            return Refusal("missing", tuple(name for work in self.works for name in work.demand))
        all_told = {work.id: self._figures(work.quantities) for work in there}
        if wrong := self._put_interval(all_told):
            return wrong
        told, idle = without_idle(self.known, all_told, variants)
        known = {name for work in self.works for name in work.quantities}
        wanted = {name for work in there for name in work.quantities}
        idle += tuple(name for name in self.given if name in known - wanted)
        if idle:
            return Refusal("unused", idle)
        return mix(self.known, told, variants=variants)

    def _put_interval(self, told: Mapping[str, dict[str, Told]]) -> Refusal | None:
        """Give chats the interval of their own, where there is one."""
        if CHAT_INTERVAL not in self.given:
            return None
        if "chats" not in told:
            return Refusal("unused", (CHAT_INTERVAL,))
        interval, known = self._told(CHAT_INTERVAL, self.given[CHAT_INTERVAL]), self.quantities
        limits = known[CHAT_INTERVAL].least, known[CHAT_INTERVAL].most
        if not limits[0] <= interval.low <= interval.high <= limits[1]:
            return Refusal("outside", (CHAT_INTERVAL,), *limits)
        told["chats"]["interval_minutes"] = interval
        return None

    def _checked(self, found: _Found | Refusal) -> _Found:
        if isinstance(found, Refusal):
            raise self._refusal(found)
        return found

    def _figures(self, names: Iterable[str]) -> dict[str, Told]:
        given = (name for name in names if name in self.given)
        return {name: self._told(name, self.given[name]) for name in given}

    def _told(self, name: str, written: str) -> Told:
        """Read a figure such as 100, 1,000, 30% or 80-120."""
        found = _FIGURE.fullmatch(written.replace(",", "").replace("，", ""))
        quantity = self.quantities[name]
        is_share = quantity.unit == "share"
        if not found or len(written) > _LONGEST or ("%" in written and not is_share):
            raise self._wrong("share" if is_share else "number", quantity)
        ends = sorted(_value(end) for end in found.groups() if end)
        return Told(ends[0], ends[-1])

    def _agents(self) -> int | None:
        if self.agents is None:
            return None
        is_number = self.agents.isascii() and self.agents.isdigit() and len(self.agents) < _LONGEST
        return int(self.agents) if is_number else 0  # which `size` refuses

    def _stage(self) -> Stage | None:
        if self.stage is not None and self.stage not in STAGES:
            raise refusal(
                self.voice, "brief.bad_stage", stage=shown(self.stage), known=", ".join(STAGES)
            )
        return self.stage

    def _variants(self) -> tuple[str, ...]:
        offered = {v.id: v for v in self.core.knowledge.variants_of(self.works[0].channel)}
        for name in self.variants:
            if name not in offered:
                known = ", ".join(offered)
                raise refusal(self.voice, "brief.bad_variant", variant=shown(name), known=known)
        one_each = {offered[name].group: name for name in self.variants}
        return tuple(sorted(one_each.values()))

    def _refusal(self, found: Refusal) -> RequestError:
        quantities = [self.quantities[name] for name in found.names]
        if found.code in ("outside", "unused"):
            return self._wrong(found.code, quantities[0])
        figures: dict[str, str] = {}
        if quantities:
            figures["option"], figures["other"] = (option(quantities[i].id) for i in (0, -1))
            figures["options"] = " / ".join(option(q.id) for q in quantities)
            figures["example"] = self._example(quantities[0])
        low, high = int(found.low), int(found.high)
        return refusal(self.voice, f"sizing_bad.{found.code}", low=low, high=high, **figures)

    def _wrong(self, why: str, quantity: Quantity) -> RequestError:
        low, high = (number(end, self.voice) for end in (quantity.least, quantity.most))
        figures = {"option": option(quantity.id), "example": self._example(quantity)}
        return refusal(self.voice, f"sizing_bad.{why}", low=low, high=high, **figures)

    def _example(self, quantity: Quantity) -> str:
        value = 100.0 if quantity.default is None else quantity.default
        return f"{option(quantity.id)} {min(value, quantity.most):g}"


def _value(written: str) -> float:
    bare = written.rstrip("% ")
    return float(bare) / 100 if "%" in written else float(bare)
