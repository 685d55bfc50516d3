"""Ratios of staffing lines in words: what a line counts, and how many of that ask for one post."""

from __future__ import annotations

from bot.words import Voice
from knowledge.knowledge import Knowledge
from knowledge.programme import EVERYONE, FRONT_LINE, Line


def counted(knowledge: Knowledge, voice: Voice, line: Line) -> str:
    """Name what a line counts."""
    if len(line.of) > 1 or FRONT_LINE in line.of:
        return voice.say("why.front_line")
    if EVERYONE in line.of:
        return voice.say("why.everyone")
    return voice.role(knowledge.roles[line.of[0]])


def ratio(knowledge: Knowledge, voice: Voice, line: Line) -> str:
    """Say a line's ratio as a sentence; a line without one says nothing."""
    if line.one_per is None:
        return ""
    key = "next.one_lead" if is_span(line) else "next.one_per"
    figures = {"one_per": line.one_per, "low": line.low, "high": line.high}
    return voice.say(key, of=counted(knowledge, voice, line), **figures)


def is_span(line: Line) -> bool:
    """Tell whether a line's ratio is how many people one leads directly."""
    return line.kind == "lead" and line.reports == (line.low, line.high)
