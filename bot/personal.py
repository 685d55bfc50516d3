"""Answers about the person: their plans, their data, deleting it, what they found wrong.

These need the open transaction; everything else is laid out in `bot.screens`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from bot.core import Core
from bot.plan_links import PlanLinks
from bot.plan_list import PlanList
from bot.screen import Document, Letter, Screen
from bot.store import Complaint, Rows, Transaction
from bot.words.voice import Voice
from bot.workshop.card import with_workshop
from flows.codes import decode
from flows.editing.replies import CompareWith, ManagePlan
from flows.replies import (
    Complain,
    ExplainPrivacy,
    Forget,
    ListPlans,
    Reply,
    SendData,
    SetLink,
    SetTogether,
    Share,
    ShowPlan,
)
from flows.shelf import OWN

DATA_FILE = "orgwright-my-data.json"
_BODIES = ("body", "options", "counts")  # columns that hold JSON
_TIMES = ("at", "sent_at", "closed_at")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a chat, with others if it `is_group`."""

    chat: str
    user: str
    is_group: bool


class Personal:
    """Lays out what is kept about a person."""

    def __init__(self, core: Core, draft_days: int, new_token: Callable[[], str]) -> None:
        self.core, self.draft_days, self.new_token = core, draft_days, new_token

    def letter(
        self, transaction: Transaction, person: Person, speak: Voice, reply: Reply
    ) -> Letter | None:
        """Lay out a reply about the person; None for every other reply."""
        match reply:
            case Forget():
                return Screen(speak.say("chat.deleted"), ())
            case ExplainPrivacy():
                return Screen(speak.say("chat.privacy", days=self.draft_days), ())
            case SendData():
                return self._data(transaction, person, speak)
            case Complain(about=about, text=text):
                rule = self._rule(about)
                said = Complaint(transaction.now, about, rule, text, speak.language)
                transaction.complain(person.chat, person.user, said)
                return Screen(speak.say("report.thanks"), ())
            case ListPlans() | ManagePlan() | CompareWith() | Share() | SetLink() | SetTogether():
                return self._about_plans(transaction, person, speak, reply)
            case _:
                return None

    def for_group(
        self,
        transaction: Transaction,
        person: Person,
        speak: Voice,
        reply: Reply,
        screen: Screen,
    ) -> Screen:
        """Add to a plan's card in a group the buttons by which everybody works along."""
        if not (person.is_group and isinstance(reply, ShowPlan)):
            return screen
        if reply.part != "card" or reply.post is not None:
            return screen
        is_together = transaction.is_together(person.chat, person.user)
        return with_workshop(speak, screen, reply.code, is_together=is_together)

    def _about_plans(
        self, transaction: Transaction, person: Person, speak: Voice, reply: Reply
    ) -> Letter | None:
        """Lay out a reply about the person's plans, or the link to one."""
        plans = PlanList(self.core, transaction, person.chat, person.user, speak)
        links = PlanLinks(self.core, transaction, person.chat, person.user, self.new_token)
        makers: Mapping[type, Callable[[Any], Letter]] = {
            ListPlans: plans.plans,
            ManagePlan: plans.manage,
            CompareWith: plans.compare,
            Share: partial(links.share, speak),
            SetLink: partial(links.change, speak),
            SetTogether: partial(_together, transaction, person, speak),
        }
        is_linked = isinstance(reply, Share) and not reply.code.startswith(OWN)
        maker = None if is_linked else makers.get(type(reply))
        return maker(reply) if maker else None

    def _rule(self, about: str) -> str | None:
        """Name the rule that decided the plan an answer was about."""
        brief = decode(self.core.knowledge, about.partition(":")[2])
        return self.core.plan(brief).choice.rule.id if brief else None

    def _data(self, transaction: Transaction, person: Person, speak: Voice) -> Letter:
        if person.is_group:
            return Screen(speak.say("group.only_private"), ())
        tables = transaction.everything_of(person.user)
        told = {"user": person.user, **{name: _readable(rows) for name, rows in tables.items()}}
        text = json.dumps(told, ensure_ascii=False, indent=2)
        return Document(DATA_FILE, text, speak.say("chat.mydata"))


def _together(transaction: Transaction, person: Person, speak: Voice, reply: SetTogether) -> Letter:
    """Let a group work on the person's plan, or the person alone."""
    if not person.is_group:
        return Screen(speak.say("together.only_groups"), ())
    transaction.set_together(person.chat, person.user, is_on=reply.is_on)
    return Screen(speak.say("together.on" if reply.is_on else "together.off"), ())


def _readable(rows: Rows) -> Rows:
    """Unpack JSON and write times as people read them."""
    return [{key: _value(key, value) for key, value in row.items()} for row in rows]


def _value(key: str, value: object) -> object:
    if key in _BODIES and isinstance(value, str):
        return json.loads(value)
    if key in _TIMES and isinstance(value, int):
        return datetime.fromtimestamp(value, UTC).isoformat()
    return value
