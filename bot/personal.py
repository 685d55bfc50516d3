"""Answers about the person: their plans, their data, deleting it, what they found wrong.

These need the open transaction; everything else is laid out in `bot.screens`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.core import Core
from bot.screen import Document, Letter, Screen, button, rows
from bot.store import Complaint, Rows, Transaction
from bot.views.statements import plan_title
from bot.words.voice import Voice
from flows.codes import decode
from flows.replies import Complain, ExplainPrivacy, Forget, ListPlans, Reply, SendData

SHOWN_PLANS = 10
DATA_FILE = "orgwright-my-data.json"
_BODIES = ("body",)  # columns that hold JSON
_TIMES = ("at", "sent_at")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a chat, with others if it `is_group`."""

    chat: str
    user: str
    is_group: bool


class Personal:
    """Lays out what is kept about a person."""

    def __init__(self, core: Core, draft_days: int) -> None:
        self.core, self.draft_days = core, draft_days

    def letter(
        self, transaction: Transaction, person: Person, speak: Voice, reply: Reply
    ) -> Letter | None:
        """Lay out a reply about the person; None for every other reply."""
        match reply:
            case Forget():
                return Screen(speak.say("chat.deleted"), ())
            case ListPlans():
                return self._plans(transaction, person, speak)
            case ExplainPrivacy():
                return Screen(speak.say("chat.privacy", days=self.draft_days), ())
            case SendData():
                return self._data(transaction, person, speak)
            case Complain(about=about, text=text):
                rule = self._rule(about)
                said = Complaint(transaction.now, about, rule, text, speak.language)
                transaction.complain(person.chat, person.user, said)
                return Screen(speak.say("report.thanks"), ())
            case _:
                return None

    def _rule(self, about: str) -> str | None:
        """Name the rule that decided the plan an answer was about."""
        brief = decode(self.core.knowledge, about.partition(":")[2])
        return self.core.plan(brief).choice.rule.id if brief else None

    def _plans(self, transaction: Transaction, person: Person, speak: Voice) -> Screen:
        stored = transaction.plans_of(person.chat, person.user, SHOWN_PLANS, 0)
        labels = {plan.id: self._label(speak, plan.id) for plan in stored}
        found = [button(label, f"part:card:{code}") for code, label in labels.items() if label]
        return Screen(speak.say("chat.plans" if found else "chat.no_plans"), rows(found, 1))

    def _label(self, speak: Voice, code: str) -> str | None:
        """Name a plan; None if the knowledge does not know its code any more."""
        brief = decode(self.core.knowledge, code)
        return plan_title(self.core.knowledge, speak, brief) if brief else None

    def _data(self, transaction: Transaction, person: Person, speak: Voice) -> Letter:
        if person.is_group:
            return Screen(speak.say("group.only_private"), ())
        tables = transaction.everything_of(person.user)
        told = {"user": person.user, **{name: _readable(rows) for name, rows in tables.items()}}
        text = json.dumps(told, ensure_ascii=False, indent=2)
        return Document(DATA_FILE, text, speak.say("chat.mydata"))


def _readable(rows: Rows) -> Rows:
    """Unpack JSON and write times as people read them."""
    return [{key: _value(key, value) for key, value in row.items()} for row in rows]


def _value(key: str, value: object) -> object:
    if key in _BODIES and isinstance(value, str):
        return json.loads(value)
    if key in _TIMES and isinstance(value, int):
        return datetime.fromtimestamp(value, UTC).isoformat()
    return value
