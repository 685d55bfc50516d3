"""Role questions: which role a question means, and its answer."""

from __future__ import annotations

from typing import Any

from bot.core import Core
from bot.render import plain
from bot.views.comparison import Comparison
from bot.views.role import RoleView
from bot.words import Voice
from flows.roles.index import RoleAnswer


def answer_role(core: Core, voice: Voice, text: str, channel: str | None) -> dict[str, Any]:
    """Answer a question about a role as the values of the `ask` interface."""
    found = core.roles.ask(text, channel)
    others = [_named(core, name) for name in found.alternatives]
    if found.role is None:
        answer = plain(_no_role(core, voice, found))
        return {"role": None, "facet": found.facet, "answer": answer, "alternatives": others}
    role = core.knowledge.roles[found.role]
    answer = plain(RoleView(core.knowledge, role, voice).answer(found.facet))
    if found.facet == "compare" and found.alternatives:
        other = core.knowledge.roles[found.alternatives[0]]
        answer = plain(Comparison(core.knowledge, role, other, voice).text())
    return {
        "role": _named(core, role.id),
        "facet": found.facet,
        "answer": answer,
        "alternatives": others,
    }


def _no_role(core: Core, voice: Voice, found: RoleAnswer) -> str:
    """Say why there is no role, and which ones may be meant."""
    if found.stranger:
        return voice.say(f"role.not_{found.stranger}")
    if found.kind != "near":
        return voice.say("role.unknown")
    names = [voice.role(core.knowledge.roles[name]) for name in found.may_mean]
    if found.facet == "compare":
        return voice.say("role.compare_one", role=voice.join(names))
    return voice.say("role.near_names", roles=voice.join(names))


def _named(core: Core, name: str) -> dict[str, str]:
    role = core.knowledge.roles[name]
    return {"id": role.id, "name_en": role.name.en, "name_zh": role.name.zh}
