"""Buttons that stand below many screens."""

from __future__ import annotations

from bot.screen import Button, button
from bot.words import Voice


def to_plan(voice: Voice, code: str) -> Button:
    """Make the button that leads to the card of a plan."""
    return button(voice.say("part.plan"), f"part:card:{code}", is_primary=True)


def wrong_button(voice: Voice, answer: str, about: str) -> Button:
    """Make the button by which somebody says that an answer is wrong."""
    return button(voice.say("report.button"), f"wrong:{answer}:{about}")
