"""The card of a plan in a group, with the workshop's buttons below it."""

from __future__ import annotations

from dataclasses import replace

from bot.screen import Screen, button
from bot.screens import screen_of
from bot.words.voice import Voice
from bot.workshop.sitting import Sitting
from flows.questions import part_of
from flows.shelf import TOKEN
from knowledge.brief import Brief


def with_workshop(voice: Voice, card: Screen, code: str, *, is_together: bool) -> Screen:
    """Add the buttons by which a group works on a plan; the plan itself must be the owner's."""
    now = "off" if is_together else "on"
    shown = button(voice.say(f"together.{now}_button"), f"together:{now}")
    if code[:1] == TOKEN:
        return replace(card, rows=(*card.rows, (shown,)))
    seats = button(voice.say("seats.button"), f"seats:{code}")
    vote = button(voice.say("vote.button"), f"vote:{code}")
    return replace(card, rows=(*card.rows, (seats, vote), (shown,)))


def card_of(at: Sitting, code: str, brief: Brief) -> Screen:
    """Show the card of a plan, as everywhere in the group."""
    card = screen_of(at.core, at.voice.language, part_of(at.draft, brief, code, "card"))
    is_together = at.shelf.transaction.is_together(*at.place)
    return with_workshop(at.voice, card, code, is_together=is_together)
