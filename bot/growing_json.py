"""The JSON interface of a growth path, stable for other programs; see `schemas/grow.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.exports import parts_json
from bot.render import plain
from knowledge.growth.events import Event, FirstPost, FurtherLeader, NewForm, NewLayer, StageBorder

if TYPE_CHECKING:
    from bot.views.growth import GrowthView, Timed
    from knowledge.brief import Brief


def growing_json(view: GrowthView, brief: Brief) -> dict[str, Any]:
    """Write a growth path as JSON values; texts are in the view's language."""
    path = view.path
    return {
        "brief": {
            "channel": path.channel,
            "stage": path.stage,
            "stage_assumed": brief.stage_assumed,
            "variants": list(path.variants),
            **parts_json(brief),
        },
        "from": path.start,
        "to": path.target,
        "roles": [
            {"role": role, "change": people if path.is_growing else -people}
            for role, people in path.totals.items()
        ],
        "steps": [{"size": s.size, "role": s.role, "line": s.line.id} for s in path.steps],
        "milestones": [
            {"size": m.size, "events": [_event(view, event) for event in m.events]}
            for m in path.milestones
        ],
        "months": _months(view.timed) if view.timed else None,
        "sources": [_source(view, name) for name in view.source_ids()],
    }


def _event(view: GrowthView, event: Event) -> dict[str, Any]:
    text = " ".join(plain(sentence) for sentence in view.steps.event(event))
    return {**_what(event), "text": text}


def _what(event: Event) -> dict[str, Any]:
    match event:
        case FirstPost(hire=hire, handovers=handovers):
            taken = [{"role": h.role, "functions": list(h.functions)} for h in handovers]
            return {
                "kind": "first_post",
                **_because("line", hire.line),
                "role": hire.role,
                "covered_before": taken,
            }
        case FurtherLeader(hire=hire):
            number = hire.held + 1
            return {
                "kind": "leader",
                **_because("line", hire.line),
                "role": hire.role,
                "number": number,
            }
        case NewLayer(before=below, after=above):
            return {"kind": "layer", "levels_below": below, "levels": above}
        case NewForm(before=before, rule=rule):
            return {
                "kind": "form",
                **_because("rule", rule),
                "form": rule.form,
                "form_below": before.form,
            }
        case StageBorder():
            return _border(event)


def _border(event: StageBorder) -> dict[str, Any]:
    return {
        "kind": "stage",
        "stage": event.stage,
        "planned": event.is_planned,
        "added": [{"role": role, "people": n} for role, n in event.added],
        "removed": [{"role": role, "people": n} for role, n in event.removed],
        "sources": list(event.sources),
    }


def _because(kind: str, reason: Any) -> dict[str, Any]:
    """Name the rule or staffing line behind an event, with its sources."""
    return {kind: reason.id, "sources": list(reason.sources)}


def _months(timed: Timed) -> dict[str, Any]:
    found = timed.schedule
    return {
        "hires_per_month": found.pace.hires,
        "ramp_months": found.pace.ramp_months,
        "turnover": found.pace.turnover,
        "reached": found.is_reached,
        "limit": found.limit,
        "hires": found.hires,
        "leavers": found.left,
        "figures": [
            {
                "id": used.figure.id,
                "value": used.value,
                "told": used.is_told,
                "usual": [used.figure.low, used.figure.high],
                "sources": list(used.figure.sources),
            }
            for used in timed.used
        ],
        "months": [
            {
                "month": m.number,
                "leavers": m.left,
                "hires": m.joined,
                "people": m.people,
                "learning": m.learning,
            }
            for m in found.months
        ],
    }


def _source(view: GrowthView, name: str) -> dict[str, str]:
    source = view.knowledge.sources[name]
    return {"id": source.id, "title": view.voice.text(source.title), "kind": source.kind}
