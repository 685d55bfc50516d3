"""What must hold after every step, each as a function that says what does not."""

from __future__ import annotations

import json
from collections.abc import Iterator

from bot.shelf import load_kept
from flows.codes import decode
from flows.draft import load_draft
from flows.shelf import OWN, TOKEN
from knowledge.brief import Brief
from knowledge.knowledge import Knowledge
from tests.fuzz.town import Town
from tests.knowledge.soundness import faults

SENDING = ("sendMessage", "editMessageText", "sendPhoto", "sendDocument", "sendMediaGroup")
_STOPPED = ("the chat stopped the bot", "blocked", "not a member", "kicked", "message to edit")


class Checks:
    """Checks one town; plans that were found sound are not looked at again."""

    def __init__(self, town: Town) -> None:
        self._town = town
        self._sound: set[str] = set()
        self._recorded: set[int] = set()

    def faults(self) -> Iterator[str]:
        """Find whatever is wrong with the bot, its requests and its store."""
        yield from self.logged()
        yield from self._town.api.violations
        yield from self.unsound_file()
        yield from self._unsent()
        yield from self._unsound_plans()
        yield from self._unreadable_drafts()

    def logged(self) -> Iterator[str]:
        """Find what was logged or recorded as an error since the last time."""
        records, self._town.errors.records = self._town.errors.records, []
        for record in records:
            yield f"logged: {record.getMessage()} {record.exc_info}"
        for number, what in self._town.query("SELECT id, what FROM errors"):
            if number not in self._recorded:
                yield f"recorded: {what}"
            self._recorded.add(number)

    def unsound_file(self) -> Iterator[str]:
        """Find damage in the file of the store."""
        if self._town.query("PRAGMA integrity_check") != [("ok",)]:
            yield "the file is damaged"
        for row in self._town.query("PRAGMA foreign_key_check"):
            yield f"{row} refers to nothing"

    def _unsent(self) -> Iterator[str]:
        sql = "SELECT chat, kind FROM outbox WHERE sent_at IS NULL AND failed IS NULL"
        for chat, kind in self._town.query(sql):
            yield f"{kind} for {chat} was not sent"
        for kind, why in self._town.query("SELECT kind, failed FROM outbox WHERE failed NOTNULL"):
            if not any(part in why for part in _STOPPED):
                yield f"{kind} failed: {why}"

    def _unsound_plans(self) -> Iterator[str]:
        knowledge = self._town.core.knowledge
        for code, body in self._town.query("SELECT id, body FROM plans"):
            if code + body in self._sound:
                continue
            brief = _brief(knowledge, code, body)
            found = ["no brief"] if brief is None else self._wrong(brief)
            yield from (f"plan {code}: {fault}" for fault in found)
            self._sound.add(code + body)

    def _wrong(self, brief: Brief) -> list[str]:
        return [*faults(self._town.core.knowledge, self._town.core.plan(brief))]

    def _unreadable_drafts(self) -> Iterator[str]:
        for chat, body in self._town.query("SELECT chat, body FROM drafts"):
            plan = load_draft(body).plan
            if _is_lost(self._town.core.knowledge, plan):
                yield f"the draft in {chat} is at no plan: {plan}"


def _brief(knowledge: Knowledge, code: str, body: str) -> Brief | None:
    stored = json.loads(body).get("kept")
    kept = load_kept(knowledge, stored) if stored else None
    return kept.brief if kept else decode(knowledge, code)


def _is_lost(knowledge: Knowledge, plan: str | None) -> bool:
    """Tell whether a draft is at the code of a plan that there cannot be."""
    if not plan or plan[0] in (OWN, TOKEN):
        return False
    return decode(knowledge, plan) is None
