"""Statements: what a plan says beside its chart, sentence by sentence, in one voice."""

from __future__ import annotations

from bot.views.company import company_notes
from bot.views.own_names import called, is_own
from bot.views.own_spans import span_notes
from bot.views.reasons import Reasons, next_stage
from bot.words import Voice
from knowledge.brief import Brief
from knowledge.company.variants import all_variants
from knowledge.knowledge import Knowledge
from knowledge.plan import Plan
from knowledge.spans import Warning_

_FINANCE = ("accountant", "cashier", "finance_manager")
# What the company covers for a team that has none of these roles.
_LEFT_TO_COMPANY = {
    "edited.company_hr": ("hr_manager", "recruiter"),
    "edited.company_finance": _FINANCE,
    "edited.company_it": ("it_support",),
    "edited.company_legal": ("legal_compliance",),
}
_ASSUMED = "plan.assumed", "company.assumed"  # of a team, of a company
_ASSUMED_IN_FILE = "plan.assumed_file", "company.assumed_file"


def plan_title(knowledge: Knowledge, voice: Voice, brief: Brief, people: int | None = None) -> str:
    """Name a plan by its team, its people (the brief's size where it was not edited) and stage."""
    channel, stage = knowledge.team(brief.channel), knowledge.stages[brief.stage]
    names = {"channel": voice.text(channel.name), "stage": voice.text(stage.name)}
    if brief.parts:
        return voice.say("company.title", size=people or brief.size, stage=names["stage"])
    return voice.say("plan.title", size=people or brief.size, **names)


class Statements:
    """The sentences of a plan; values in them are escaped as for Telegram's HTML.

    `now` is how many people there are while the plan is for more.
    """

    def __init__(
        self, knowledge: Knowledge, plan: Plan, voice: Voice, now: int | None = None
    ) -> None:
        self.knowledge, self.plan, self.voice, self.now = knowledge, plan, voice, now
        self.channel = knowledge.team(plan.brief.channel)
        self.reasons = Reasons(knowledge, plan, voice)

    def title(self) -> str:
        """Name the plan."""
        return plan_title(self.knowledge, self.voice, self.plan.brief, self.plan.people)

    def shape(self) -> str:
        """Say form, levels and spans."""
        say, form = self.voice.say, self.voice.text(self.plan.form.name)
        if not self.plan.span:
            return say("plan.shape_flat", form=form)
        low, high = self.plan.span
        span = say("plan.span_one" if low == high else "plan.span_range", low=low, high=high)
        return say("plan.shape", form=form, layers=self.plan.layers, span=span)

    def notes(self, *, is_file: bool = False) -> list[str]:
        """Say what was assumed, and for which range and variants the plan is.

        What to answer is said in the chat alone: a file cannot be answered.
        """
        brief, say = self.plan.brief, self.voice.say
        notes: list[str] = []
        if brief.stage_assumed:
            low, high = self.channel.normal_sizes(brief.stage)
            stage = self.stage(brief.stage)
            key = (_ASSUMED_IN_FILE if is_file else _ASSUMED)[bool(brief.parts)]
            notes.append(say(key, size=brief.size, stage=stage, low=low, high=high))
        if brief.size_low != brief.size:
            notes.append(say("plan.range", low=brief.size_low, high=brief.size))
        people = self.plan.people
        if self.now and self.now < people:
            notes.append(say("plan.now", now=self.now, size=people, hires=people - self.now))
        notes += company_notes(self.knowledge, self.plan, self.voice, is_file=is_file)
        variants = [self.knowledge.variants[name] for name in all_variants(brief)]
        if variants:
            names = self.voice.join([self.voice.text(v.name) for v in variants])
            notes.append(say("plan.variants", variants=names))
        notes += [self.voice.text(v.note) for v in variants]
        notes += span_notes(self.knowledge, self.voice, brief)
        if brief.edits:
            notes.append(say("edited.note", count=len(brief.edits), size=brief.size))
        return notes

    def rule(self) -> str:
        """Name the rule that chose the form, with its conditions."""
        rule, text = self.plan.choice.rule, self.voice.text
        return self.voice.say(
            "why.rule_id",
            id=rule.id,
            channel=text(self.channel.name),
            stage=self.stage(rule.stage),
            low=rule.low,
            high=rule.high,
            form=text(self.plan.form.name),
        )

    def changes(self) -> list[str]:
        """Say at which sizes another structure would fit, and what the next stage changes."""
        changes: list[str] = []
        choice, text = self.plan.choice, self.voice.text
        for key, rule, size in (
            ("changes.larger", choice.larger, choice.larger and choice.larger.low),
            ("changes.smaller", choice.smaller, choice.smaller and choice.smaller.high),
        ):
            if rule:
                form = text(self.knowledge.forms[rule.form].name)
                because = text(rule.because)
                changes.append(self.voice.say(key, size=size, form=form, because=because))
        return changes

    def stage_change(self) -> str | None:
        """Say what the next stage would change at the same size; None in the last stage."""
        change, say = next_stage(self.knowledge, self.plan, self.voice), self.voice.say
        if change is None:
            return None
        pieces = [say("changes.stage_form", form=change.form)] if change.form else []
        pieces += [say("changes.plus", count=n, role=r) for n, r in change.added]
        pieces += [say("changes.minus", count=n, role=r) for n, r in change.removed]
        changes = self.voice.join(pieces) if pieces else say("changes.stage_same")
        return say("changes.stage", stage=change.stage, changes=changes)

    def advice(self) -> list[str]:
        """Give the playbook of this channel and stage."""
        brief, say = self.plan.brief, self.voice.say
        found: list[str] = []
        for piece in self.knowledge.advice:
            if piece.channel == brief.channel and brief.stage in piece.stages:
                key = "run.placed" if piece.place else "run.line"
                place = {"place": say(f"run.place_{piece.place}")} if piece.place else {}
                topic, text = say(f"run.topic_{piece.topic}"), self.voice.text(piece.text)
                found.append(say(key, topic=topic, text=text, **place))
        return found

    def warnings(self) -> list[str]:
        """List what a reader should watch out for."""
        found = [self.warning(warning) for warning in self.plan.warnings]
        front = sum(c.people for c in self.plan.counts if c.line and c.line.kind == "front")
        if front < self.channel.hands_on_until:
            hands_on = self.voice.text(self.channel.hands_on)
            found.insert(0, self.voice.say("warning.hands_on", text=hands_on))
        return found

    def warning(self, warning: Warning_) -> str:
        """Word one warning."""
        role = self.knowledge.roles.get(warning.role or "")
        name = self.voice.role(role) if role else ""
        post = next((p for p in self.plan.posts if p.id == warning.post and is_own(p)), None)
        name = called(self.voice, name, post) if post else name
        if warning.function:
            function = self.voice.text(self.knowledge.functions[warning.function].name)
            return self.voice.say("covers.conflict", role=name, function=function)
        figures = {"figure": warning.figure, "low": warning.low, "high": warning.high}
        if warning.code == "size_unusual":
            stage = self.stage(self.plan.brief.stage)
            return self.voice.say("warning.size_unusual", stage=stage, **figures)
        return self.voice.say(f"warning.{warning.code}", role=name, **figures)

    def company(self) -> str:
        """Say what the company covers for the team; nothing where the plan has all of that."""
        if self.plan.brief.parts:
            return ""
        if self.plan.brief.edits:
            return self._left_to_company()
        has_finance = any(count.role in _FINANCE for count in self.plan.counts)
        return self.voice.say("plan.company_but_finance" if has_finance else "plan.company")

    def _left_to_company(self) -> str:
        staffed = {count.role for count in self.plan.counts}
        names = [
            self.voice.say(key) for key, roles in _LEFT_TO_COMPANY.items() if not staffed & {*roles}
        ]
        if not names:
            return ""
        return self.voice.say("edited.company", names=self.voice.join(names))

    def stage(self, stage: str) -> str:
        """Name a stage."""
        return self.voice.text(self.knowledge.stages[stage].name)
