"""The conversation: `step(knowledge, lexicon, draft, incoming)` gives the next draft and replies.

Pure: no clock, no store, no words. Every message gets at least one reply. What is said beside the
point is answered and the open question put again; only a brief or a correction fills slots.
"""

from __future__ import annotations

from dataclasses import replace

from flows.answers import ABOUT_ROLES, answer
from flows.commands import without_slash
from flows.draft import Draft
from flows.lexicon import Lexicon
from flows.orders import order
from flows.pending import settle
from flows.replies import Incoming, Said, Say, Sent, Tapped
from flows.steps import Step, again
from flows.taps import tap
from flows.understand import understand
from knowledge.knowledge import Knowledge

MAX_TEXT = 4000  # characters


def step(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, incoming: Incoming) -> Step:
    """Take one message or tap."""
    match incoming:
        case Tapped(data=data):
            return tap(knowledge, replace(draft, pending=None), data)
        case Sent(kind=kind):
            return again(knowledge, draft, Say(f"bad.{kind}"))
        case Said(text=text) if len(text) > MAX_TEXT:
            return again(knowledge, draft, Say("bad.too_long"))
        case Said(text=text):
            return _said(knowledge, lexicon, draft, text)


def _said(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str) -> Step:
    slash, text = without_slash(text)
    meaning = understand(lexicon, text, channel=draft.channel, asked=draft.asked)
    if slash == "role" and meaning.intent not in ABOUT_ROLES:
        meaning = replace(meaning, intent="role", command=None)
    pending, draft = draft.pending, replace(draft, pending=None)
    if pending and not slash:
        settled = settle(knowledge, draft, pending, text, meaning.command)
        if settled:
            return settled
    if meaning.command and (done := order(knowledge, draft, meaning.command)):
        return done
    return answer(knowledge, lexicon, draft, text, meaning)
