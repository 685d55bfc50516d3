"""Spans of the user's own in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.words.voice import Voice
from knowledge.brief import Brief
from knowledge.knowledge import Knowledge
from knowledge.own_spans import span_range
from knowledge.staffing import programme_of


def span_notes(knowledge: Knowledge, voice: Voice, brief: Brief) -> Iterator[str]:
    """Say which spans of a brief are the user's own; those that no longer count are left out."""
    channel = programme_of(knowledge, replace(brief, spans=()))
    for role, people in brief.spans:
        low, high = span_range(channel, brief.stage, brief.variants, role)
        if low <= people <= high:
            name = voice.role(knowledge.roles[role])
            yield voice.say("what_if.span", role=name, people=people, low=low, high=high)


def span_changes(knowledge: Knowledge, voice: Voice, before: Brief, after: Brief) -> list[str]:
    """Say which spans a brief has that another had not."""
    return [
        voice.say("what_if.span_change", role=voice.role(knowledge.roles[role]), people=people)
        for role, people in after.spans
        if (role, people) not in before.spans
    ]
