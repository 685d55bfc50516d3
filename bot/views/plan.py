"""The parts of a plan answer, each rendered alone, and the card that sums them up."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.render import render
from bot.views import covers
from bot.views.reasons import Reasons, next_stage
from bot.views.tree import Tree
from bot.words import Voice
from knowledge.knowledge import Knowledge
from knowledge.plan import Plan, Post
from knowledge.spans import Warning_

FINANCE = ("accountant", "cashier", "finance_manager")
PARTS = ("tree", "roles", "covers", "why", "changes", "next", "run", "warnings")


class PlanView:
    """A plan in one voice."""

    def __init__(self, knowledge: Knowledge, plan: Plan, voice: Voice) -> None:
        self.knowledge, self.plan, self.voice = knowledge, plan, voice
        self.channel = knowledge.channels[plan.brief.channel]
        self.reasons = Reasons(knowledge, plan, voice)
        self.tree = Tree(knowledge, plan, voice)

    def card(self, post: Post | None = None) -> str:
        """Sum the plan up: headline, tree from `post` down, hats and warnings."""
        parts = [self.head(), self.tree_part(post)] if post is None else [self.tree_part(post)]
        if post is None:
            parts += [self._render("hats", hats=self._hats())]
            parts += [self.warnings()] if self._warnings() else []
        return "\n\n".join(part for part in parts if part)

    def part(self, name: str) -> str:
        """Render one part alone.

        Raises:
            KeyError: If there is no such part; see `PARTS`.
        """
        return self._parts()[name]()

    def full(self) -> str:
        """Render everything, for a reader who does not click."""
        return "\n\n".join([self.head(), *(self.part(name) for name in PARTS)])

    def _parts(self) -> Mapping[str, Callable[[], str]]:
        return {
            "tree": self.tree_part,
            "roles": self.roles,
            "covers": self.covers,
            "why": self.why,
            "changes": self.changes,
            "next": self.next_hires,
            "run": self.run,
            "warnings": self.warnings,
        }

    def head(self) -> str:
        """Say team, size, stage, form, levels and spans, and what was assumed."""
        brief, say = self.plan.brief, self.voice.say
        form = self.voice.text(self.plan.form.name)
        shape = say("plan.shape_flat", form=form)
        if self.plan.span:
            low, high = self.plan.span
            span = say("plan.span_one" if low == high else "plan.span_range", low=low, high=high)
            shape = say("plan.shape", form=form, layers=self.plan.layers, span=span)
        channel, stage = self.voice.text(self.channel.name), self._stage(brief.stage)
        return self._render("head", channel=channel, stage=stage, shape=shape, notes=self._notes())

    def _notes(self) -> list[str]:
        brief, say = self.plan.brief, self.voice.say
        notes: list[str] = []
        if brief.stage_assumed:
            low, high = self.channel.normal_sizes(brief.stage)
            stage = self._stage(brief.stage)
            notes.append(say("plan.assumed", size=brief.size, stage=stage, low=low, high=high))
        if brief.size_low != brief.size:
            notes.append(say("plan.range", low=brief.size_low, high=brief.size))
        variants = [self.knowledge.variants[name] for name in brief.variants]
        if variants:
            names = self.voice.join([self.voice.text(v.name) for v in variants])
            notes.append(say("plan.variants", variants=names))
        notes += [self.voice.text(v.note) for v in variants]
        return notes

    def tree_part(self, post: Post | None = None) -> str:
        """Show the chart from a post down."""
        lines = self.tree.lines(post)
        return self._render("tree", lines=lines, cut=bool(self.tree.openable(post)))

    def _hats(self) -> list[covers.Hats]:
        return covers.hats(self.knowledge, self.plan, self.voice)

    def roles(self) -> str:
        """List the roles with head-count and mission, in the order of the chart."""
        people = {count.role: count.people for count in self.plan.counts}
        order = dict.fromkeys(post.role for post in self.plan.posts)
        roles = [self.knowledge.roles[role] for role in order]
        text = self.voice.text
        shown = [
            {"name": text(r.name), "people": people[r.id], "mission": text(r.mission)}
            for r in roles
        ]
        return self._render("roles", roles=shown)

    def covers(self) -> str:
        """Say who answers for which function, beside the job where so, and what conflicts."""
        found = covers.carriers(self.knowledge, self.plan, self.voice)
        conflicts = [w for w in self.plan.warnings if w.code == "control_conflict"]
        return self._render(
            "covers",
            carriers=found,
            hats=any(carrier.hats for carrier in found),
            conflicts=[self.warning(w) for w in conflicts],
            has_finance=any(count.role in FINANCE for count in self.plan.counts),
        )

    def why(self) -> str:
        """Give the rule, its reason, the arithmetic, strengths, weaknesses and sources."""
        rule, form, text = self.plan.choice.rule, self.plan.form, self.voice.text
        named = self.voice.say(
            "why.rule_id",
            id=rule.id,
            channel=text(self.channel.name),
            stage=self._stage(rule.stage),
            low=rule.low,
            high=rule.high,
            form=text(form.name),
        )
        return self._render(
            "why",
            because=text(rule.because),
            rule=named,
            numbers=self.reasons.numbers(),
            strengths=[text(t) for t in form.strengths],
            weaknesses=[text(t) for t in form.weaknesses],
            sources=self.reasons.sources(),
        )

    def changes(self) -> str:
        """Say which sizes, stages and signs would change the structure."""
        changes = []
        choice, text = self.plan.choice, self.voice.text
        for key, rule, size in (
            ("changes.larger", choice.larger, choice.larger and choice.larger.low),
            ("changes.smaller", choice.smaller, choice.smaller and choice.smaller.high),
        ):
            if rule:
                form = text(self.knowledge.forms[rule.form].name)
                because = text(rule.because)
                changes.append(self.voice.say(key, size=size, form=form, because=because))
        signals = [text(t) for t in self.plan.form.signals]
        return self._render(
            "changes", changes=changes, stage_change=self._stage_change(), signals=signals
        )

    def _stage_change(self) -> str | None:
        change, say = next_stage(self.knowledge, self.plan, self.voice), self.voice.say
        if change is None:
            return None
        pieces = [say("changes.stage_form", form=change.form)] if change.form else []
        pieces += [say("changes.plus", count=n, role=r) for n, r in change.added]
        pieces += [say("changes.minus", count=n, role=r) for n, r in change.removed]
        changes = self.voice.join(list(pieces)) if pieces else say("changes.stage_same")
        return say("changes.stage", stage=change.stage, changes=changes)

    def next_hires(self) -> str:
        """Name the next hires with their reasons."""
        return self._render("next", hires=self.reasons.hires())

    def run(self) -> str:
        """Give the playbook of this channel and stage."""
        brief, say = self.plan.brief, self.voice.say
        shown = []
        for piece in self.knowledge.advice:
            if piece.channel == brief.channel and brief.stage in piece.stages:
                key = "run.placed" if piece.place else "run.line"
                place = {"place": say(f"run.place_{piece.place}")} if piece.place else {}
                topic, text = say(f"run.topic_{piece.topic}"), self.voice.text(piece.text)
                shown.append(say(key, topic=topic, text=text, **place))
        return self._render("run", advice=shown)

    def warnings(self) -> str:
        """List what a reader should watch out for."""
        return self._render("warnings", warnings=self._warnings())

    def _warnings(self) -> list[str]:
        found = [self.warning(warning) for warning in self.plan.warnings]
        front = sum(c.people for c in self.plan.counts if c.line.kind == "front")
        if front < self.channel.hands_on_until:
            hands_on = self.voice.text(self.channel.hands_on)
            found.insert(0, self.voice.say("warning.hands_on", text=hands_on))
        return found

    def warning(self, warning: Warning_) -> str:
        """Word one warning."""
        role = self.knowledge.roles.get(warning.role or "")
        name = self.voice.role(role) if role else ""
        if warning.function:
            function = self.voice.text(self.knowledge.functions[warning.function].name)
            return self.voice.say("covers.conflict", role=name, function=function)
        figures = {"figure": warning.figure, "low": warning.low, "high": warning.high}
        if warning.code == "size_unusual":
            stage = self._stage(self.plan.brief.stage)
            return self.voice.say("warning.size_unusual", stage=stage, **figures)
        return self.voice.say(f"warning.{warning.code}", role=name, **figures)

    def _stage(self, stage: str) -> str:
        return self.voice.text(self.knowledge.stages[stage].name)

    def _render(self, template: str, **view: object) -> str:
        return render(f"plan/{template}.jinja", self.voice, plan=self.plan, **view)
