"""Telling what only mentions another channel from a wish to plan for it.

"客服是外包的", said over a telesales plan, is news about the team, no order to plan a support team.
All words come from `slots.toml` and `intents.toml`.
"""

from __future__ import annotations

from flows.briefs.denied import WINDOW
from flows.briefs.slots import blanked_slots, channel_cues
from flows.draft import Draft
from flows.lexicon import Lexicon
from flows.meaning import Meaning


def mentions_other_channel(lexicon: Lexicon, draft: Draft, text: str, meaning: Meaning) -> bool:
    """Tell whether a statement names another channel than the plan's without asking for it."""
    says_only_that = meaning.intent == "brief" and not (meaning.size or meaning.stage)
    if draft.plan is None or draft.asked or not says_only_that:
        return False
    if meaning.channel in (None, draft.channel):
        return False
    folded = lexicon.fold(text)
    return not (lexicon.intents.says("brief", folded) or _is_taken_up(lexicon, folded))


def _is_taken_up(lexicon: Lexicon, folded: str) -> bool:
    """Tell whether a channel is all that is said, or what is done (我们做电商)."""
    slots = lexicon.slots
    if not any(map(str.isalnum, slots.said_beside.blank(blanked_slots(slots, folded)))):
        return True
    return any(
        slots.taken_up.search(folded[max(0, cue.start - WINDOW) : cue.start])
        for cue in channel_cues(slots, folded)
    )
