"""The screens of a plan: the card, its parts page by page, units of the tree, what to change."""

from __future__ import annotations

from bot.buttons import paged, to_plan, wrong_button
from bot.core import Core
from bot.render import bulleted
from bot.screen import Button, Screen, button, rows
from bot.views.plan import PlanView
from bot.words import Voice
from flows.codes import digit_of
from flows.exports import FORMATS
from flows.pending import ANSWERS
from flows.replies import ChooseChange, ChooseFile, ShowPlan
from knowledge.brief import Brief
from knowledge.company.variants import all_variants
from knowledge.plan import Plan, Post

EXPLAINED = ("pdf", "xlsx", "html", "csv")
PART_BUTTONS = ("roles", "covers", "why", "changes", "next", "run")
MOST_UNITS = 12  # buttons that open a unit; more would push the others off a phone


class PlanScreens:
    """Lays out plans in one voice."""

    def __init__(self, core: Core, voice: Voice) -> None:
        self.core, self.voice = core, voice

    def screen(self, reply: ShowPlan) -> Screen:
        """Show the card, a part of it, or one unit of the tree, with the buttons that lead on."""
        plan = self.core.plan(reply.brief)
        view = PlanView(self.core.knowledge, plan, self.voice, reply.now)
        post = next((p for p in plan.posts if p.id == reply.post), None)
        text = view.card(post) if reply.part == "card" else view.part(reply.part)
        shown = f"open:{reply.post}" if reply.post else f"part:{reply.part}"
        html, navigation = paged(self.voice, text, reply.page, f"{shown}:{reply.code}")
        if reply.part == "card":
            return Screen(html, (*navigation, *self._card_rows(view, plan, reply, post)))
        back = to_plan(self.voice, reply.code)
        wrong = wrong_button(self.voice, reply.part, reply.code)
        last = (back, wrong) if reply.part in ANSWERS else (back,)
        force = button(self.voice.say("force.button"), f"force:{reply.code}")
        more = ((force,),) if reply.part == "run" else ()
        return Screen(html, (*navigation, *more, last))

    def _card_rows(
        self, view: PlanView, plan: Plan, reply: ShowPlan, post: Post | None
    ) -> tuple[tuple[Button, ...], ...]:
        say, code = self.voice.say, reply.code
        units = [
            button(say("tree.open", unit=view.tree.label(unit)), f"open:{unit.id}:{code}")
            for unit in view.tree.openable(post)[:MOST_UNITS]
        ]
        if post is not None:
            back = to_plan(self.voice, code)
            return (*rows(units, 2), (back,))
        parts = [button(say("part.chart"), f"chart:{code}")]
        parts += [button(say(f"part.{name}"), f"part:{name}:{code}") for name in PART_BUTTONS]
        parts.append(button(say("growth.button"), f"grow:{code}"))
        parts.append(button(say("part.export"), f"files:{code}"))
        facts = [
            button(say("ask.redo", value=value), f"change:{slot}:{code}")
            for slot, value in self._facts(plan.brief, plan.people).items()
        ]
        last = [button(say("part.change"), f"change:{code}", is_primary=True)]
        last.append(button(say("edit.posts"), f"edit:{code}"))
        last.append(button(say("share.button"), f"share:{code}"))
        if plan.brief.size_low != plan.brief.size:
            low = say("plan.range_offer", low=plan.brief.size_low)
            last.append(button(low, f"low:{code}"))
        history = self._history(reply)
        return (*rows(units, 2), *rows(parts, 2), *rows(facts, 3), *history, tuple(last))

    def _history(self, reply: ShowPlan) -> tuple[tuple[Button, ...], ...]:
        """Give the buttons that take a change back, or make it again."""
        found = []
        if reply.brief.edits:
            found.append(button(self.voice.say("edit.undo"), f"undo:{reply.code}"))
        if reply.can_redo:
            found.append(button(self.voice.say("edit.redo"), f"repeat:{reply.code}"))
        return rows(found, 2)

    def _facts(self, brief: Brief, people: int) -> dict[str, str]:
        """Say what was understood, slot by slot."""
        knowledge, text = self.core.knowledge, self.voice.text
        return {
            "channel": text(knowledge.team(brief.channel).name),
            "stage": text(knowledge.stages[brief.stage].name),
            "size": self.voice.say("ask.people", size=people),
        }

    def choose_file(self, reply: ChooseFile) -> Screen:
        """Offer the kinds of files, the usual ones explained."""
        say, code = self.voice.say, reply.code
        lines = [say("export.ask"), *bulleted(say(f"export.about_{f}") for f in EXPLAINED)]
        files = [button(say(f"export.{f}"), f"file:{code}:{f}") for f in FORMATS]
        dark = button(say("export.dark"), f"chart:{code}:dark")
        back = to_plan(self.voice, code)
        return Screen("\n".join(lines), (*rows([*files, dark], 2), (back,)))

    def choose_change(self, reply: ChooseChange) -> Screen:
        """Offer channel, stage and size to change, and the channel's variants to switch."""
        brief, say = reply.brief, self.voice.say
        knowledge, text = self.core.knowledge, self.voice.text
        slots = [
            button(say(f"ask.slot_{slot}", value=value), f"change:{slot}:{reply.code}")
            for slot, value in self._facts(brief, self.core.plan(brief).people).items()
        ]
        variants = [
            button(
                ("✓ " if variant.id in all_variants(brief) else "") + text(variant.name),
                f"toggle:{digit_of(knowledge, variant.id)}:{reply.code}",
            )
            for variant in knowledge.variants_of(*brief.channels)
        ]
        back = button(say("ask.back"), f"part:card:{reply.code}", is_primary=True)
        return Screen(say("ask.change_what"), (*rows(slots, 1), *rows(variants, 2), (back,)))
