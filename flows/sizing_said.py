"""Sentences that tell a workload and ask for people; whatever is none of these is None."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flows.checking import other_than_check
from flows.draft import Draft
from flows.growing import other_than_growth
from flows.lexicon import Lexicon
from flows.meaning import Meaning
from flows.replies import Say
from flows.sizing import SIZE, ask_size, other_than_size, sized
from flows.sizing_words import Figure, SizingWords
from flows.steps import Step, again
from knowledge.knowledge import Knowledge
from knowledge.workload.quantity import Quantity, Told
from knowledge.workload.sizing import WORKS

_LONGEST = 200  # characters of a sentence
_HANDLING = ("aht_seconds", "chat_minutes", "mail_minutes", "talk_seconds")
_SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600}
_QUEUES = ("calls", "chats")
_OPEN_HOURS = "open_hours"
_MONTHLY = "deals"


def size_said(
    knowledge: Knowledge,
    lexicon: Lexicon,
    draft: Draft,
    text: str,
    meaning: Meaning,
    slash: str | None,
) -> Step | None:
    """Answer a sentence with a workload; None if it is something else.

    Args:
        knowledge: The knowledge.
        lexicon: The words.
        draft: The draft, with what was waited for.
        text: The message as typed, without its slash command.
        meaning: What else it may mean; a team whose size is told is a brief.
        slash: The slash command it came with.
    """
    fresh = replace(draft, pending=None)
    if meaning.command == "size":
        return ask_size(fresh)
    is_told = slash == "size" or (draft.pending == SIZE and not slash)
    if slash not in (None, "size") or (meaning.command and slash is None):
        return None
    if not slash and (meaning.size or _waits_for_else(draft)):
        return None
    folded = lexicon.fold(text)
    is_read = len(folded) <= _LONGEST and lexicon.people.numerals.token.search(folded)
    found = _workload(knowledge, lexicon.sizing, folded) if is_read else None
    if found and (is_told or _is_question(lexicon.sizing, folded, found[1])):
        return _answered(knowledge, lexicon.sizing, fresh, folded, *found)
    return (replace(draft, pending=SIZE), (Say("size.not_read"),)) if slash == "size" else None


def _waits_for_else(draft: Draft) -> bool:
    return bool(other_than_check(other_than_growth(other_than_size(draft.pending))))


def _is_question(words: SizingWords, text: str, told: Mapping[str, Told]) -> bool:
    """Tell a question for people: it asks, or gives the amount and how long each one takes."""
    if words.asks.search(text):
        return True
    return any(name in told for name in _HANDLING) and not words.judges.search(text)


def _answered(
    knowledge: Knowledge,
    words: SizingWords,
    draft: Draft,
    text: str,
    work: str,
    told: dict[str, Told],
) -> Step:
    """Answer with the people, or say for what time the amount is wanted."""
    every, minutes = _every(words, text)
    wanted = "month" if _MONTHLY in told else "day"
    is_queue = work in _QUEUES
    is_even = is_queue and every == "day"
    if every in ("week", "month") if is_queue else every not in (wanted, ""):
        return again(knowledge, draft, Say(f"size.per_{wanted}"))
    if is_even:
        hours = (told.get(_OPEN_HOURS) or _usual(knowledge, _OPEN_HOURS)).value
        told[work], minutes = _hourly(told[work], hours), 60.0
    if is_queue and minutes:
        told["interval_minutes"] = Told(minutes, minutes)
    return sized(knowledge, draft, work, told, is_even=is_even)


def _hourly(daily: Told, hours: float) -> Told:
    """Spread what comes in a day evenly over its hours."""
    hours = max(hours, 1.0)
    return Told(round(daily.low / hours, 4), round(daily.high / hours, 4))


def _usual(knowledge: Knowledge, name: str) -> Told:
    value = knowledge.workload.quantities[name].default or 0.0
    return Told(value, value)


def _every(words: SizingWords, text: str) -> tuple[str, float]:
    """Say in what time the amount comes: a word of `[every]` or nothing, and minutes if known."""
    for name, cues in words.every.items():
        if name == "time":
            for figure in words.find(cues, text):
                return name, figure.seconds()[0] / 60
        elif cues.search(text):
            return name, {"half_hour": 30.0, "hour": 60.0}.get(name, 0.0)
    return "", 0.0


def _workload(
    knowledge: Knowledge, words: SizingWords, text: str
) -> tuple[str, dict[str, Told]] | None:
    """Read the kind of work and all figures; None without an amount."""
    found = _amount(words, text)
    if found is None:
        return None
    work, quantity, amount = found
    told = {quantity: Told(amount.low, amount.high)}
    rest = text[: amount.start] + "," + text[amount.end :]
    known = knowledge.workload.quantities
    for quantities, cues in words.figures:
        name = quantities.get(work)
        if name is None or name in told:
            continue
        for figure in words.find(cues, rest):
            told[name] = _told(known[name], figure)
            break
    return work, {name: told[name] for name in WORKS[work].quantities if name in told}


def _amount(words: SizingWords, text: str) -> tuple[str, str, Figure] | None:
    """Find the amount; calls that are made are dials."""
    for work, quantity, cues in words.amounts:
        for figure in words.find(cues, text):
            if figure.high <= 0 or words.each.search(text[: figure.start]):
                continue
            if work == "calls" and words.outbound.search(text):
                return "telesales", "dials", figure
            return work, quantity, figure
    return None


def _told(quantity: Quantity, figure: Figure) -> Told:
    """Bring a figure to the unit of its quantity."""
    if quantity.unit == "share":
        return Told(figure.low / 100, figure.high / 100)
    if quantity.unit in _SECONDS and figure.unit in _SECONDS:
        factor = _SECONDS[quantity.unit]
        low, high = figure.seconds()
        return Told(low / factor, high / factor)
    return Told(figure.low, figure.high)
