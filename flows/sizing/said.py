"""Sentences that tell a workload and ask for people, or change one; whatever is neither is None."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from flows.commands import command_of
from flows.draft import Draft
from flows.lexicon import Lexicon
from flows.meaning import Command
from flows.replies import Say
from flows.sizing.changes import changed
from flows.sizing.read import HANDLING, read_works
from flows.sizing.steps import ask_size, sized
from flows.sizing.told import QUEUES, ReadWork, spread
from flows.sizing.words import unmarked
from flows.sizing.workloads import read
from flows.steps import Step, again
from flows.understand import tells_a_team
from flows.waiting import CHECK, GROWTH, SIZE, other_than
from knowledge.knowledge import Knowledge

_LONGEST = 200  # characters of a sentence, folded
_MOST = 900  # characters of a message, of which those are made
_MONTHLY = "deals"


def size_said(
    knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str, slash: str | None
) -> Step | None:
    """Answer a sentence with a workload; None if it is something else.

    Roles are not looked for in the sentence, which would take far longer than all of this.

    Args:
        knowledge: The knowledge.
        lexicon: The words.
        draft: The draft, with what was waited for.
        text: The message as typed, without its slash command.
        slash: The slash command it came with.
    """
    heard = _heard(knowledge, lexicon, text)
    if heard.command == "size" and slash in (None, "size"):
        return ask_size(replace(draft, pending=None))
    if slash not in (None, "size") or (heard.command and slash is None):
        return None
    found = _said(knowledge, lexicon, draft, heard, slash) if heard.marked else None
    if found or slash is None:
        return found
    return replace(draft, pending=SIZE), (Say("size.not_read"),)


class _Heard(NamedTuple):
    """What a message holds: a command, or a marked text with what it tells of work and beside."""

    command: Command | None
    marked: str
    works: tuple[ReadWork, ...]
    beside: str


@lru_cache(maxsize=1024)
def _heard(knowledge: Knowledge, lexicon: Lexicon, text: str) -> _Heard:
    """Read a message, remembered: many people say the same."""
    folded = lexicon.fold(text[:_MOST])
    command = command_of(lexicon.commands, folded)
    if command or len(folded) > _LONGEST or not lexicon.people.numerals.token.search(folded):
        return _Heard(command, "", (), "")
    marked = lexicon.sizing.marked(folded)
    return _Heard(None, marked, *read_works(knowledge, lexicon.sizing, marked))


def _said(
    knowledge: Knowledge, lexicon: Lexicon, draft: Draft, heard: _Heard, slash: str | None
) -> Step | None:
    words, fresh, works = lexicon.sizing, replace(draft, pending=None), heard.works
    if not slash and _waits_for_else(draft):
        return None
    before = read(draft.sized or "")
    is_told = slash == "size" or (draft.pending == SIZE and not slash)
    if works and (is_told or _is_question(lexicon, heard, has_before=before is not None)):
        is_brief = not slash and tells_a_team(lexicon, unmarked(heard.beside), asked=draft.asked)
        return None if is_brief else _answered(knowledge, fresh, works)
    after = changed(knowledge, words, before, heard.marked, works) if before else None
    return sized(knowledge, fresh, after, before=before) if after else None


def _waits_for_else(draft: Draft) -> bool:
    return bool(other_than(draft.pending, SIZE, CHECK, *GROWTH))


def _is_question(lexicon: Lexicon, heard: _Heard, *, has_before: bool) -> bool:
    """Tell a question for people: it asks, or gives more than the amount of one kind of work.

    A peak alone is a question where there is no workload before it that it may change.
    """
    words, text = lexicon.sizing, heard.marked
    if words.asks.search(text):
        return True
    peaks = () if has_before else (f"off_peak_{work}" for work in QUEUES)
    telling = {*HANDLING, *peaks}
    is_told = len(heard.works) > 1 or any(telling & set(one.told) for one in heard.works)
    return is_told and not words.judges.search(text) and not _asks_else(lexicon, heard.beside)


def _asks_else(lexicon: Lexicon, beside: str) -> bool:
    """Tell whether anything else is asked beside the workload."""
    words = lexicon.intents
    clauses = (clause.strip(" ?.") for clause in unmarked(beside).split(","))
    return any(words.asking.search(clause) or words.who.search(clause) for clause in clauses)


def _answered(knowledge: Knowledge, draft: Draft, works: tuple[ReadWork, ...]) -> Step:
    """Answer with the people, or say for what time an amount is wanted."""
    for one in works:
        wanted = "month" if _MONTHLY in one.told else "day"
        is_queue = one.work in QUEUES
        if one.every in ("week", "month") if is_queue else one.every not in (wanted, ""):
            return again(knowledge, draft, Say(f"size.per_{wanted}"))
    known = knowledge.workload.quantities
    return sized(knowledge, draft, tuple(spread(known, one) for one in works))
