"""The JSON interface of a plan, stable for other programs; see `schemas/plan.json`."""

from __future__ import annotations

from typing import Any

from bot.render import plain
from bot.views.reasons import Reasons
from bot.views.statements import Statements
from bot.words import Voice
from knowledge.brief import Brief
from knowledge.knowledge import Knowledge
from knowledge.plan import Plan, Post


def plan_json(knowledge: Knowledge, plan: Plan, voice: Voice) -> dict[str, Any]:
    """Write a plan as JSON values; names and reasons are in the voice's language."""
    text, says = voice.text, Statements(knowledge, plan, voice)
    return {
        "brief": _brief(plan),
        "form": {"id": plan.form.id, "name": text(plan.form.name)},
        "rule": _rule(plan, voice, says.reasons),
        "posts": [
            {
                "id": post.id,
                "role": post.role,
                "name": text(knowledge.roles[post.role].name),
                "unit": post.unit,
                "headcount": post.headcount,
                "reports_to": post.reports_to,
                "also_reports_to": list(post.also_reports_to),
                "functions": list(post.functions),
                "hats": list(post.hats),
                **_own(post),
            }
            for post in plan.posts
        ],
        "coverage": [
            {"function": c.function, "role": c.role, "post": c.post, "hat": c.hat}
            for c in plan.coverage
        ],
        "units": [{"id": unit.id, "name": voice.unit(unit)} for unit in plan.units],
        "hires": [
            {"size": hire.size, "role": hire.role, "because": text(hire.line.because)}
            for hire in plan.next_hires
        ],
        "warnings": [
            {"code": warning.code, "text": plain(says.warning(warning))}
            for warning in plan.warnings
        ],
        **_edited(plan),
    }


def _own(post: Post) -> dict[str, Any]:
    """Give the user's own names in a post, where there are any."""
    title = {"title": post.title} if post.title else {}
    return {**title, "names": list(post.names)} if post.names else title


def _edited(plan: Plan) -> dict[str, Any]:
    """Say that a plan was edited: how many edits there are, and how many people it has now."""
    edits = len(plan.brief.edits)
    return {"edits": edits, "people": plan.people} if edits else {}


def _brief(plan: Plan) -> dict[str, Any]:
    """Write a plan's brief; without spans where there are none, as it has always been."""
    found = brief_json(plan.brief)
    return {key: value for key, value in found.items() if key != "spans" or value}


def brief_json(brief: Brief) -> dict[str, Any]:
    """Write a brief as JSON values, with how many people leaders lead by the user's wish."""
    return {
        "channel": brief.channel,
        "stage": brief.stage,
        "stage_assumed": brief.stage_assumed,
        "size": brief.size,
        "variants": list(brief.variants),
        **parts_json(brief),
        "spans": [{"role": role, "people": people} for role, people in brief.spans],
    }


def parts_json(brief: Brief) -> dict[str, Any]:
    """Give the parts of a company, as they were told; nothing for one team."""
    parts = [
        {"channel": part.channel, "size": part.people, "variants": list(part.variants)}
        for part in brief.parts
    ]
    return {"parts": parts} if parts else {}


def _rule(plan: Plan, voice: Voice, reasons: Reasons) -> dict[str, Any]:
    rule, larger = plan.choice.rule, plan.choice.larger
    return {
        "id": rule.id,
        "because": voice.text(rule.because),
        "sources": [reasons.cited(name) for name in rule.sources],
        "next": {"rule": larger.id, "from_size": larger.low} if larger else None,
    }
