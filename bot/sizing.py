"""Workloads from outside: figures somebody wrote become people, or a sentence on what to write."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bot.errors import RequestError
from bot.items import shown
from bot.render import plain
from bot.sizing_json import sizing_json
from bot.views.amounts import number
from bot.views.sizing import SizingView, option
from knowledge.model import STAGES, Stage
from knowledge.workload.quantity import Quantity, Told
from knowledge.workload.result import Refusal, Sizing
from knowledge.workload.sizing import WORKS, size
from knowledge.workload.team import team_of

if TYPE_CHECKING:
    from bot.core import Core
    from bot.words import Voice

_NUMBER = r"\d+(?:\.\d+)?\s*%?"
_FIGURE = re.compile(rf"\s*({_NUMBER})(?:\s*[-–~]\s*({_NUMBER}))?\s*")
_LONGEST = 30  # characters of a figure


class SizingRequest:
    """One kind of work with the figures somebody wrote for it; None is "not given"."""

    def __init__(self, core: Core, voice: Voice, work: str, figures: Mapping[str, Any]) -> None:
        self.core, self.voice, self.work = core, voice, WORKS[work]
        self.known = core.knowledge.workload
        given = (name for name in self.work.quantities if figures.get(name) is not None)
        self.figures: dict[str, str] = {name: figures[name] for name in given}
        self.agents: str | None = figures.get("agents")
        self.stage, self.variants = figures.get("stage"), figures.get("variant") or ()

    def text(self) -> str:
        """Answer as text for a terminal.

        Raises:
            RequestError: If a figure cannot be used; says what to write instead.
        """
        found, stage = self._sized()
        team = team_of(self.core.knowledge, found, stage)
        view = SizingView(self.core.knowledge, found, team, self.voice, with_options=True)
        return plain(view.text())

    def json(self) -> dict[str, Any]:
        """Answer as the JSON values of `schemas/size.json`.

        Raises:
            RequestError: If a figure cannot be used; says what to write instead.
        """
        found, stage = self._sized()
        team = team_of(self.core.knowledge, found, stage)
        return sizing_json(self.core.knowledge, found, team, self.voice)

    def _sized(self) -> tuple[Sizing, Stage | None]:
        stage, variants = self._stage(), self._variants()
        told = {name: self._told(name, written) for name, written in self.figures.items()}
        agents = self._agents()
        found = size(self.known, self.work.id, told, agents=agents, variants=variants)
        if isinstance(found, Refusal):
            raise self._refusal(found)
        return found, stage

    def _told(self, name: str, written: str) -> Told:
        """Read a figure such as 100, 1,000, 30% or 80-120."""
        found = _FIGURE.fullmatch(written.replace(",", "").replace("，", ""))
        quantity = self.known.quantities[name]
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
            raise self._say("brief.bad_stage", stage=shown(self.stage), known=", ".join(STAGES))
        return self.stage

    def _variants(self) -> tuple[str, ...]:
        offered = {v.id: v for v in self.core.knowledge.variants_of(self.work.channel)}
        for name in self.variants:
            if name not in offered:
                known = ", ".join(offered)
                raise self._say("brief.bad_variant", variant=shown(name), known=known)
        one_each = {offered[name].group: name for name in self.variants}
        return tuple(sorted(one_each.values()))

    def _refusal(self, refusal: Refusal) -> RequestError:
        quantities = [self.known.quantities[name] for name in refusal.names]
        if refusal.code in ("outside", "unused"):
            return self._wrong(refusal.code, quantities[0])
        figures: dict[str, str] = {}
        if quantities:
            figures["option"], figures["other"] = (option(quantities[i].id) for i in (0, -1))
            figures["options"] = " / ".join(option(q.id) for q in quantities)
            figures["example"] = self._example(quantities[0])
        low, high = int(refusal.low), int(refusal.high)
        why = refusal.code
        return self._say(f"sizing_bad.{why}", low=low, high=high, **figures)

    def _wrong(self, why: str, quantity: Quantity) -> RequestError:
        low, high = (number(end, self.voice) for end in (quantity.least, quantity.most))
        figures = {"option": option(quantity.id), "example": self._example(quantity)}
        return self._say(f"sizing_bad.{why}", low=low, high=high, **figures)

    def _example(self, quantity: Quantity) -> str:
        value = 100.0 if quantity.default is None else quantity.default
        return f"{option(quantity.id)} {min(value, quantity.most):g}"

    def _say(self, key: str, **values: object) -> RequestError:
        return RequestError(plain(self.voice.say(key, **values)))


def _value(written: str) -> float:
    bare = written.rstrip("% ")
    return float(bare) / 100 if "%" in written else float(bare)
