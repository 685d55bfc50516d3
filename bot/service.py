"""The service: one message, one transaction.

Claim, load, decide, render and save happen in one transaction of the store; what comes out are
screens that are already in the outbox when the transaction commits. Clock and ids come from the
adapter, so that a test decides them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.core import Core
from bot.screen import Screen, button, dump_screen, rows
from bot.screens import Screens
from bot.store import Store, Transaction
from bot.words.voice import Language, Voice, as_language, voice
from flows.codes import decode
from flows.conversation import step
from flows.draft import Draft, blank, load_draft
from flows.hearing import heard
from flows.replies import Forget, Incoming, ListPlans, Reply, Said, ShowPlan

SHOWN_PLANS = 10


@dataclass(frozen=True, slots=True)
class Message:
    """One update: where it comes from, its id there, who wrote it, and what."""

    source: str
    update_id: str
    chat: str
    user: str
    incoming: Incoming
    at: int


class Service:
    """Answers messages for every adapter."""

    def __init__(self, core: Core, store: Store, default_language: str | None) -> None:
        self.core, self.store = core, store
        self.default_language = as_language(default_language)

    def handle(self, message: Message) -> tuple[Screen, ...]:
        """Answer a message; one that was handled before gives nothing again.

        Raises:
            StoreError: If the store cannot be used; then nothing of the message is saved.
        """
        with self.store.message(message.source, message.update_id, message.at) as transaction:
            if transaction is None:
                return ()
            return self._answer(message, transaction)

    def _answer(self, message: Message, transaction: Transaction) -> tuple[Screen, ...]:
        draft = load_draft(transaction.draft(message.chat, message.user))
        after, replies = step(self.core.knowledge, self.core.lexicon, draft, message.incoming)
        after = self._hear(after, message.incoming)
        speak = voice(self._language(after, message.incoming))
        screens = tuple(self._screen(message, transaction, speak, reply) for reply in replies)
        self._save(message, transaction, after, replies)
        for screen in screens:
            transaction.enqueue(message.chat, "screen", dump_screen(screen))
        return screens

    def _save(
        self, message: Message, transaction: Transaction, after: Draft, replies: tuple[Reply, ...]
    ) -> None:
        if any(isinstance(reply, Forget) for reply in replies):
            transaction.delete_everything(message.chat, message.user)
            after = blank(after)
        transaction.save_draft(message.chat, message.user, after.dump())
        for reply in replies:
            if isinstance(reply, ShowPlan) and reply.code == after.plan and reply.part == "card":
                body = json.dumps(self._explained(reply), ensure_ascii=False)
                transaction.save_plan(reply.code, message.chat, message.user, body)

    def _explained(self, reply: ShowPlan) -> Mapping[str, object]:
        """Give what explained a plan, so that an old one can still be explained."""
        plan = self.core.plan(reply.brief)
        return {
            "code": reply.code,
            "knowledge": plan.digest,
            "rule": plan.choice.rule.id,
            "posts": {count.role: count.people for count in plan.counts},
            "lines": {count.role: count.line.id for count in plan.counts},
        }

    def _screen(
        self, message: Message, transaction: Transaction, speak: Voice, reply: Reply
    ) -> Screen:
        if isinstance(reply, Forget):
            return Screen(speak.say("chat.deleted"), ())
        if isinstance(reply, ListPlans):
            return self._list_plans(message, transaction, speak)
        return Screens(self.core, speak).screen(reply)

    def _list_plans(self, message: Message, transaction: Transaction, speak: Voice) -> Screen:
        stored = transaction.plans_of(message.chat, message.user, SHOWN_PLANS, 0)
        buttons = []
        for code in (plan.id for plan in stored):
            brief = decode(self.core.knowledge, code)
            if brief:
                label = self._plan_label(speak, code)
                buttons.append(button(label, f"part:card:{code}"))
        key = "chat.plans" if buttons else "chat.no_plans"
        return Screen(speak.say(key), rows(buttons, 1))

    def _plan_label(self, speak: Voice, code: str) -> str:
        brief = decode(self.core.knowledge, code)
        if brief is None:
            return code
        text, knowledge = speak.text, self.core.knowledge
        channel, stage = knowledge.channels[brief.channel], knowledge.stages[brief.stage]
        names = {"channel": text(channel.name), "stage": text(stage.name)}
        return speak.say("plan.title", size=brief.size, **names)

    def _hear(self, draft: Draft, incoming: Incoming) -> Draft:
        """Note the language somebody writes in; taps and numbers tell nothing."""
        if not isinstance(incoming, Said):
            return draft
        known = as_language(incoming.language)
        return replace(draft, heard=heard(incoming.text, draft.heard, known))

    def _language(self, draft: Draft, incoming: Incoming) -> Language:
        """Choose the language: the chosen one, the one written in, the host's, the messenger's."""
        asked = (draft.language, draft.heard, self.default_language, incoming.language)
        return next(filter(None, map(as_language, asked)), "en")
