"""The list of a person's plans, what can be done with one, and which to compare it with."""

from __future__ import annotations

import json
from dataclasses import dataclass

from markupsafe import Markup, escape

from bot.core import Core
from bot.screen import Button, Screen, button, rows, turns
from bot.shelf import load_kept
from bot.store import SavedPlan, Transaction
from bot.views.statements import plan_title
from bot.words.voice import Voice
from flows.codes import decode
from flows.editing.replies import CompareWith, ManagePlan
from flows.replies import ListPlans
from knowledge.brief import Brief

A_PAGE = 8  # plans
MOST_COMPARED = 10  # plans offered to be compared with


@dataclass(frozen=True, slots=True)
class PlanList:
    """Lays out the plans of one person in one chat."""

    core: Core
    transaction: Transaction
    chat: str
    user: str
    voice: Voice

    def plans(self, reply: ListPlans) -> Screen:
        """List a page of the plans, the latest first."""
        say, count = self.voice.say, self.transaction.count_listed(self.chat, self.user)
        if not count:
            return Screen(say("chat.no_plans"), ())
        last = -(-count // A_PAGE)
        page = min(reply.page, last)
        stored = self.transaction.listed_plans(self.chat, self.user, A_PAGE, (page - 1) * A_PAGE)
        found = tuple(row for plan in stored if (row := self._row(plan)))
        return Screen(say("plans.ask", count=count), (*found, *turns("plans", page, last)))

    def _row(self, saved: SavedPlan) -> tuple[Button, ...]:
        """Give the buttons of a plan; none if the knowledge does not know its team any more."""
        label = self._label(saved)
        if label is None:
            return ()
        manage = button(self.voice.say("plans.manage"), f"keep:{saved.id}")
        return button(label, f"part:card:{saved.id}"), manage

    def _label(self, saved: SavedPlan) -> Markup | None:
        stored = json.loads(saved.body).get("kept")
        kept = load_kept(self.core.knowledge, stored) if stored else None
        if kept and kept.name:
            return escape(kept.name)
        brief = kept.brief if kept else decode(self.core.knowledge, saved.id)
        return self._title(brief, "") if brief else None

    def _title(self, brief: Brief, name: str) -> Markup:
        title = escape(name) or Markup(self._of_team(brief))  # noqa: S704
        return self.voice.say("plans.edited", title=title) if brief.edits and not name else title

    def _of_team(self, brief: Brief) -> str:
        people = self.core.plan(brief).people
        return plan_title(self.core.knowledge, self.voice, brief, people)

    def manage(self, reply: ManagePlan) -> Screen:
        """Offer what can be done with a plan, or ask before it is deleted."""
        say, code = self.voice.say, reply.code
        title = self._title(reply.brief, reply.name)
        if reply.is_sure:
            kept = button(say("plans.delete_no"), f"keep:{code}", is_primary=True)
            gone = button(say("plans.delete_yes"), f"binned:{code}")
            return Screen(say("plans.sure", title=title), ((kept, gone),))
        found = [
            button(say("plans.open"), f"part:card:{code}"),
            button(say("plans.rename"), f"name:plan:{code}"),
            button(say("plans.copy"), f"copy:{code}"),
            button(say("edit.compare"), f"compare:{code}"),
            button(say("share.button"), f"share:{code}"),
            button(say("plans.delete"), f"bin:{code}"),
        ]
        back = button(say("ask.back"), "plans:1", is_primary=True)
        return Screen(say("plans.about", title=title), (*rows(found, 3), (back,)))

    def compare(self, reply: CompareWith) -> Screen:
        """Offer other plans to compare one with."""
        say, code = self.voice.say, reply.code
        stored = self.transaction.listed_plans(self.chat, self.user, MOST_COMPARED + 1, 0)
        found = [
            button(label, f"compare:{code}:{plan.id}")
            for plan in stored
            if plan.id != code and (label := self._label(plan))
        ]
        versions = button(say("edit.versions"), f"versions:{code}")
        back = button(say("ask.back"), f"part:card:{code}", is_primary=True)
        ask = say("edit.ask_compare" if found else "edit.nothing_to_compare")
        return Screen(ask, (*rows(found[:MOST_COMPARED], 1), (versions, back)))
