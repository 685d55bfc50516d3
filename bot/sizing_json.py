"""The JSON interface of a sizing, stable for other programs; see `schemas/size.json`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import isfinite
from typing import Any

from bot.render import plain
from bot.views.mix import MixView
from bot.views.sizing import SizingView
from bot.words import Voice
from knowledge.knowledge import Knowledge
from knowledge.plan import plan
from knowledge.workload.erlang import Service
from knowledge.workload.mix import Mix
from knowledge.workload.result import Input, Need, People, Sizing, Step
from knowledge.workload.team import Team

_NO_QUEUE = ("probability_wait", "service_level", "asa_seconds", "occupancy")


def sizing_json(
    knowledge: Knowledge, sizing: Sizing, team: Team | None, voice: Voice
) -> dict[str, Any]:
    """Write a sizing as JSON values; texts are in the voice's language."""
    view = SizingView(knowledge, sizing, team, voice)
    return {
        **_part(view),
        "notes": [plain(text) for text in view.cautions()],
        "team": _team(knowledge, team) if team else None,
        "sources": _sources(knowledge, (sizing,), voice),
    }


def mix_json(knowledge: Knowledge, mix: Mix, team: Team | None, voice: Voice) -> dict[str, Any]:
    """Write several kinds of work as JSON values; see `schemas/size_service.json`."""
    view = MixView(knowledge, mix, team, voice)
    return {
        "work": "service",
        "channel": mix.channel,
        **_people(mix.together),
        "parts": [_part(part) for part in view.views],
        "notes": [plain(text) for text in view.cautions()],
        "team": _team(knowledge, team) if team else None,
        "sources": _sources(knowledge, mix.parts, voice),
    }


def _part(view: SizingView) -> dict[str, Any]:
    sizing, queue = view.sizing, view.sizing.queue
    reached = _served(queue.reached) if queue else {"agents": None} | dict.fromkeys(_NO_QUEUE)
    return {
        "work": sizing.work,
        "channel": sizing.channel,
        **_people(sizing.together),
        "load_erlangs": queue.load if queue else None,
        **{key: reached[key] for key in _NO_QUEUE},
        "table": [_served(served) for served in queue.around] if queue else [],
        "periods": [{"id": p.id, "hours": p.hours, "agents": p.agents} for p in sizing.periods],
        "needs": [{"role": need.role, **_people(need)} for need in sizing.needs],
        "inputs": [_input(used, view.voice) for used in sizing.inputs],
        "steps": [_step(step, view) for step in sizing.steps],
        "cautions": list(sizing.cautions),
    }


def _people(need: Need) -> dict[str, Any]:
    found: dict[str, Any] = {}
    parts = {"agents": need.agents, "scheduled": need.scheduled, "staff": need.staff}
    for key, people in parts.items():
        found |= {key: people.count, f"{key}_raw": people.raw, f"{key}_range": _range(people)}
    return found


def _range(people: People) -> list[int]:
    return [people.low, people.high]


def _served(served: Service) -> dict[str, Any]:
    wait = served.asa_seconds
    return {
        "agents": served.agents,
        "probability_wait": served.probability_wait,
        "service_level": served.service_level,
        "asa_seconds": wait if isfinite(wait) else None,
        "occupancy": served.occupancy,
    }


def _input(used: Input, voice: Voice) -> dict[str, Any]:
    quantity = used.quantity
    has_usual = quantity.default is not None
    return {
        "id": quantity.id,
        "name": voice.text(quantity.name),
        "unit": quantity.unit,
        "value": used.value,
        "range": [used.low, used.high],
        "told": used.is_told,
        "usual": [quantity.low, quantity.high] if has_usual else None,
        "sources": list(quantity.sources),
    }


def _step(step: Step, view: SizingView) -> dict[str, Any]:
    return {
        "id": step.formula.id,
        "text": view.step(step),
        "figures": [{"name": name, "value": value} for name, value, _ in step.figures],
        "sources": list(step.sources),
    }


def _team(knowledge: Knowledge, team: Team) -> dict[str, Any]:
    people: Counter[str] = Counter()
    for count in plan(knowledge, team.brief).counts:
        people[count.role] += count.people
    return {
        "channel": team.brief.channel,
        "stage": team.brief.stage,
        "stage_assumed": team.brief.stage_assumed,
        "variants": list(team.brief.variants),
        "size": team.size,
        "size_range": [team.low, team.high],
        "front_line": team.front,
        "leaders": team.leaders,
        "support": team.support,
        "roles": [{"role": role, "people": n} for role, n in people.items()],
    }


def _sources(knowledge: Knowledge, parts: Iterable[Sizing], voice: Voice) -> list[dict[str, str]]:
    parts = tuple(parts)
    steps = (source for part in parts for step in part.steps for source in step.sources)
    inputs = (source for part in parts for used in part.inputs for source in used.quantity.sources)
    found = (knowledge.sources[name] for name in dict.fromkeys((*steps, *inputs)))
    return [{"id": s.id, "title": voice.text(s.title), "kind": s.kind} for s in found]
