"""The conversation: `step(knowledge, lexicon, draft, incoming)` gives the next draft and replies.

Pure: no clock, no store, no words. Every message gets at least one reply. What is said beside the
point is answered and the open question put again; only a brief or a correction fills slots.
"""

from __future__ import annotations

from flows.answers import answer
from flows.draft import Draft
from flows.lexicon import Lexicon
from flows.orders import order
from flows.replies import Incoming, Say, Tapped
from flows.steps import Step, again
from flows.taps import tap
from flows.understand import understand
from knowledge.knowledge import Knowledge

MAX_TEXT = 4000  # characters


def step(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, incoming: Incoming) -> Step:
    """Take one message or tap."""
    if isinstance(incoming, Tapped):
        return tap(knowledge, draft, incoming.data)
    if len(incoming.text) > MAX_TEXT:
        return again(knowledge, draft, Say("bad.too_long"))
    meaning = understand(lexicon, incoming.text, channel=draft.channel, asked=draft.asked)
    if meaning.command:
        done = order(knowledge, draft, meaning.command)
        if done is not None:
            return done
    return answer(knowledge, lexicon, draft, incoming.text, meaning)
