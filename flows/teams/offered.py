"""A list of people beside a plan: whether it is to be checked or planned for is for its owner.

Such a list waits in the draft's `told`, as a team does that is checked; the draft's `pending` is
`list`, so that a plain yes checks it.
"""

from __future__ import annotations

from dataclasses import replace

from flows.draft import Draft
from flows.lexicon import Lexicon
from flows.meaning import Meaning
from flows.steps import Step
from flows.teams.reading import read_team
from flows.teams.replies import OfferCheck
from flows.teams.unclear_titles import GO_ON, Told, load_told, title_tapped
from flows.text.numbers import numbers
from knowledge.knowledge import Knowledge

LIST = "list"
PLAN_LISTED = "listed:plan"  # plans a team of as many people
_FEWEST, _COUNTED = 3, 2  # titles, numbers
_INTENTS = ("brief", "change", "out_of_scope")


def list_said(
    knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str, meaning: Meaning
) -> Step | None:
    """Offer to check a text that is nothing but titles and counts; None for any other."""
    is_beside = draft.plan is not None and draft.asked is None
    is_more = meaning.command or meaning.parts.named or meaning.target_size
    if not is_beside or is_more or meaning.intent not in _INTENTS:
        return None
    if len(numbers(lexicon.people.numerals, lexicon.fold(text))) < _COUNTED:
        return None
    reading = read_team(knowledge, lexicon, text, channel=None, stage=None, answers={})
    seats = reading.team.seats if reading.team else ()
    is_list = not (reading.unknown or reading.unread or reading.total)
    if not is_list or len({seat.title for seat in seats if seat.title}) < _FEWEST:
        return None
    people = sum(seat.headcount for seat in seats)
    after = replace(draft, pending=LIST, told=Told(text, {}, ()).dump())
    return after, (OfferCheck(people),)


def offer_taken(
    knowledge: Knowledge, lexicon: Lexicon, draft: Draft, meaning: Meaning
) -> Step | None:
    """Check the list that was offered to be checked; None for anything but a yes."""
    if draft.pending != LIST or meaning.command != "yes":
        return None
    return title_tapped(knowledge, lexicon, draft, GO_ON)


def listed_text(draft: Draft, data: str) -> str | None:
    """Give the list that a tap wants to have a plan for; None for other taps."""
    told = load_told(draft.told) if data == PLAN_LISTED else None
    return told.source if told and isinstance(told.source, str) else None
