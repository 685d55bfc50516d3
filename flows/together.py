"""Several channels planned together: asking how many people are in each, and reading the answer.

While they are waited for, the draft's `pending` is `parts:` and the channels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows.advice.replies import AskParts
from flows.company import set_company
from flows.draft import Draft
from flows.replies import Say
from flows.steps import Step, again, proceed
from flows.text.numbers import numbers
from flows.turn import Turn
from flows.waiting import DROPPED, PARTS
from knowledge.knowledge import Knowledge
from knowledge.model import COMPANY

_FEWEST = 2  # channels


def together(channels: Sequence[str]) -> str:
    """Write the answer that takes several channels as one company."""
    return ".".join((COMPANY, *channels))


def ask_parts(knowledge: Knowledge, draft: Draft, answer: str) -> Step | None:
    """Ask for the people in each channel of an answer as `together` writes it; None for others."""
    first, *channels = answer.split(".")
    is_known = len({*channels}) == len(channels) >= _FEWEST and {*channels} <= {*knowledge.channels}
    if first != COMPANY or not is_known:
        return None
    after = replace(draft, pending=PARTS + ".".join(channels), asked=None)
    return after, (AskParts(tuple(channels), is_again=False),)


def parts_said(turn: Turn) -> Step | None:
    """Take a message as the people of each part, where they were asked for; None if it is not."""
    knowledge, lexicon, draft, meaning = turn.knowledge, turn.lexicon, turn.draft, turn.meaning
    pending = draft.pending or ""
    if turn.slash or meaning.parts.named or not pending.startswith(PARTS):
        return None
    fresh = replace(draft, pending=None)
    if meaning.command in DROPPED:
        return proceed(knowledge, fresh)
    channels = tuple(pending.removeprefix(PARTS).split("."))
    found = [
        n.high for n in numbers(lexicon.people.numerals, lexicon.fold(turn.text)) if n.is_count
    ]
    if meaning.command or not found:
        return None
    if len(found) != len(channels) or not all(found):
        return draft, (AskParts(channels, is_again=True),)
    told = tuple(zip(channels, found, strict=True))
    company = set_company(knowledge, fresh, told, fresh.size)
    if company is None:
        return again(knowledge, draft, Say("bad.too_big"))
    return proceed(knowledge, company)
