"""The conversation: `step(knowledge, lexicon, draft, incoming)` gives the next draft and replies.

Pure: no clock, no store, no words. Every message gets at least one reply. What is said beside the
point is answered and the open question put again; only a brief or a correction fills slots.
"""

from __future__ import annotations

from dataclasses import replace

from flows.advice.taskforces import force_for, force_said, goal_said
from flows.advice.usual import usual_said
from flows.advice.what_if import what_if_said
from flows.answers import ABOUT_ROLES, answer
from flows.commands import without_slash
from flows.company import part_said
from flows.draft import Draft
from flows.editing.sentences import edit_said
from flows.growth.growing import noted
from flows.growth.pace_said import pace_said
from flows.growth.said import grow_said
from flows.lexicon import Lexicon
from flows.links import payload_in
from flows.orders import order
from flows.pending import settle
from flows.replies import Incoming, Listed, Said, Say, Sent, Tapped
from flows.sharing import open_payload
from flows.sizing.said import size_said
from flows.steps import Step, again
from flows.taps import tap
from flows.teams.added import team_added
from flows.teams.checking import check_said, listed
from flows.teams.offered import list_said, listed_text, offer_taken
from flows.teams.unclear_titles import title_tapped
from flows.together import parts_said
from flows.turn import Turn
from flows.understand import understand
from flows.waiting import CHECK, GOAL, GROWTH, PARTS, SIZE, other_than
from knowledge.knowledge import Knowledge

MAX_TEXT = 4000  # characters


def step(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, incoming: Incoming) -> Step:
    """Take one message or tap.

    Args:
        knowledge: What plans are made of.
        lexicon: What people type, and what it means.
        draft: Where the conversation stood; it is not changed.
        incoming: What came: words, a tap, a list of people, or something that is no text.

    Returns:
        Where it stands now, and what to answer; at least one reply, whatever came.
    """
    return noted(_taken(knowledge, lexicon, draft, incoming))


def _taken(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, incoming: Incoming) -> Step:
    match incoming:
        case Tapped(data=data):
            return _tapped(knowledge, lexicon, draft, data)
        case Listed():
            return listed(knowledge, lexicon, draft, incoming)
        case Sent(kind=kind):
            return again(knowledge, draft, Say(f"bad.{kind}"))
        case Said(text=text) if len(text) > MAX_TEXT:
            return again(knowledge, draft, Say("bad.too_long"))
        case Said(text=text):
            return _said(knowledge, lexicon, draft, text)


def _tapped(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, data: str) -> Step:
    if found := title_tapped(knowledge, lexicon, draft, data):
        return found
    if text := listed_text(draft, data):
        fresh = replace(draft, told=None, pending=None)
        return _said(knowledge, lexicon, fresh, text, is_list=True)
    return tap(knowledge, draft.waiting(None), data)


def _said(
    knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str, *, is_list: bool = False
) -> Step:
    """Take a message; `is_list` tells that a list of people is to be planned for."""
    if (payload := payload_in(text)) is not None:
        return open_payload(knowledge, draft.waiting(None), payload)
    slash, text = without_slash(text)
    waits = other_than(draft.pending, CHECK, PARTS) != draft.pending
    if not waits and (found := size_said(knowledge, lexicon, draft, text, slash)):
        return found
    meaning = understand(
        lexicon,
        text,
        channel=draft.only_channel,
        asked=draft.asked,
        hears=draft.plan is None,
    )
    if slash == "role" and meaning.intent not in ABOUT_ROLES:
        meaning = replace(meaning, intent="role", command=None)
    turn = Turn(knowledge, lexicon, draft, text, meaning, slash)
    found = offer_taken(knowledge, lexicon, draft, meaning)
    found = found or check_said(turn) or parts_said(turn)
    if waits and not found:
        found = size_said(knowledge, lexicon, draft, text, slash)
    draft = draft.waiting(other_than(draft.pending, SIZE))
    found = found or (None if slash else goal_said(knowledge, lexicon, draft, text))
    turn = turn.waiting(other_than(draft.pending, GOAL))
    found = found or pace_said(turn) or grow_said(turn)
    pending = other_than(turn.draft.pending, CHECK, PARTS, *GROWTH)
    draft = draft.waiting(None)
    if found is None and pending and not slash:
        found = settle(knowledge, draft, pending, text, meaning.command)
    if found:
        return found
    if slash == "taskforce" or meaning.command == "taskforce":
        return force_for(knowledge, draft, lexicon.taskforces.goal_in(lexicon.fold(text)))
    offer = None if slash or is_list else list_said(knowledge, lexicon, draft, text, meaning)
    done = offer or (None if slash else _about_the_plan(knowledge, lexicon, draft, text))
    if done:
        return done
    done = order(knowledge, draft, meaning.command) if meaning.command else None
    return done or answer(knowledge, lexicon, draft, text, meaning)


def _about_the_plan(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str) -> Step | None:
    """Do what a sentence asks of the plan that is there; None if it asks nothing of it."""
    said = (usual_said, force_said, what_if_said, team_added, part_said, edit_said)
    return next(filter(None, (one(knowledge, lexicon, draft, text) for one in said)), None)
