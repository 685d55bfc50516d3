"""Asking people to slow down: what is said when a budget is used up, and what is left out."""

from __future__ import annotations

import math
from collections.abc import Sequence

from markupsafe import Markup

from bot.budgets import Budgets, Kind, Refusal
from bot.message import Message
from bot.screen import Document, Letter, Note, PlanFile, Screen
from bot.words.voice import Voice
from flows.replies import Tapped

_MINUTE, _FEWEST, _MOST_SECONDS = 60, 2, 90


def asks_to_wait(speak: Voice, refusal: Refusal) -> Markup:
    """Say in one sentence for how long to wait."""
    return speak.say(f"slow.{refusal.kind}", wait=_wait(speak, refusal.seconds))


def _wait(speak: Voice, seconds: float) -> Markup:
    """Say a time of two seconds or more; never too short a one."""
    if seconds > _MOST_SECONDS:
        return speak.say("slow.minutes", count=math.ceil(seconds / _MINUTE))
    return speak.say("slow.seconds", count=max(_FEWEST, math.ceil(seconds)))


def within_budget(
    budgets: Budgets | None,
    message: Message,
    speak: Voice,
    letters: Sequence[Letter],
    extra: PlanFile | None,
) -> tuple[Letter, ...]:
    """Put a sentence in the place of each file that is too much; an extra one is left out."""
    found = [*(_afforded(budgets, message, speak, letter) for letter in letters)]
    if extra is not None and _refused(budgets, message, extra) is None:
        found.append(extra)
    return tuple(found)


def _afforded(budgets: Budgets | None, message: Message, speak: Voice, letter: Letter) -> Letter:
    refusal = _refused(budgets, message, letter)
    if refusal is None:
        return letter
    said = asks_to_wait(speak, refusal)
    return Note(said) if isinstance(message.incoming, Tapped) else Screen(said, (), is_apart=True)


def _refused(budgets: Budgets | None, message: Message, letter: Letter) -> Refusal | None:
    if budgets is None or not isinstance(letter, PlanFile | Document):
        return None
    kind: Kind = "picture" if isinstance(letter, PlanFile) and letter.is_photo else "export"
    person = message.member.id if message.member else message.user
    group = message.chat if message.address.is_group else None
    return budgets.spend(kind, person, group, message.update_id)
