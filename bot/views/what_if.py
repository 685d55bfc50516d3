"""Two plans side by side with the spans the user set and what they cost."""

from __future__ import annotations

from collections.abc import Mapping

from bot.render import render
from bot.views.cost import cost, cost_section
from bot.views.own_spans import span_notes
from bot.views.side_by_side import Named, side_by_side
from bot.words.voice import Voice
from flows.advice.replies import BadSpan
from knowledge.knowledge import Knowledge


def what_if(
    knowledge: Knowledge, voice: Voice, one: Named, other: Named, pay: Mapping[str, int]
) -> str:
    """Compare two plans as Telegram's HTML, with the spans of the second and the cost of both."""
    text = side_by_side(knowledge, voice, one, other)
    parts = [text, *span_notes(knowledge, voice, other[0].brief)]
    if found := cost(pay, one[0], other[0]):
        section = cost_section(knowledge, voice, found)
        parts.append(render("role/card.jinja", voice, sections=[section]))
    return "\n\n".join(parts)


def bad_span(knowledge: Knowledge, voice: Voice, reply: BadSpan) -> str:
    """Say why a leader cannot lead so many, with the range that works."""
    role = voice.role(knowledge.roles[reply.role])
    if not reply.high:
        return voice.say("what_if.no_leader", role=role)
    figures = {"people": reply.people, "low": reply.low, "high": reply.high}
    return voice.say("what_if.outside", role=role, **figures)
