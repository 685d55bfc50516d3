"""Questions for what is usual: how many one person leads, how much of the time people are busy.

They hold a number or the word for one person, which must not be taken for the size of the team.
"""

from __future__ import annotations

from flows.draft import Draft
from flows.lexicon import Lexicon
from flows.replies import Reply, Say, ShowRole
from flows.sizing.replies import UsualFigure
from flows.steps import Step, again
from flows.text.numbers import numbers
from knowledge.knowledge import Knowledge
from knowledge.model import CHANNELS

BUSY = "max_occupancy"
_LONGEST = 60  # characters of a question
_PERCENT = 100


def usual_said(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str) -> Step | None:
    """Say what is usual where a message asks for it; None for anything else."""
    folded, words = lexicon.fold(text), lexicon.what_if
    if len(folded) > _LONGEST:
        return None
    if words.usual_span.search(folded):
        return again(knowledge, draft, _span(knowledge, lexicon, draft))
    if words.usual_busy.search(folded):
        read = numbers(lexicon.people.numerals, folded)
        told = read[0].high / _PERCENT if len(read) == 1 and read[0].high <= _PERCENT else None
        return again(knowledge, draft, UsualFigure(BUSY, told))
    return None


def _span(knowledge: Knowledge, lexicon: Lexicon, draft: Draft) -> Reply:
    """Show how many people the first leader of a channel leads; of a company, ask for a role."""
    if draft.only_channel not in CHANNELS:
        return Say("role.ask")
    channel = knowledge.channels[draft.only_channel]
    role = next(iter(lexicon.what_if.roles_of(lexicon.roles, channel, (), "")), None)
    if role is None:
        return Say("role.ask")
    return ShowRole(role, "ratio", (), draft.current(knowledge), draft.plan)
