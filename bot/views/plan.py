"""The parts of a plan answer, each rendered alone, and the card that sums them up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from bot.render import render
from bot.views import covers
from bot.views.own_names import is_own, peopled
from bot.views.statements import Statements
from bot.views.tree import Tree
from bot.words import Voice
from knowledge.knowledge import Knowledge
from knowledge.model import Role
from knowledge.plan import Plan, Post

PARTS = ("tree", "roles", "covers", "why", "changes", "next", "run", "warnings")


class PlanView:
    """A plan in one voice."""

    def __init__(
        self, knowledge: Knowledge, plan: Plan, voice: Voice, now: int | None = None
    ) -> None:
        self.knowledge, self.plan, self.voice = knowledge, plan, voice
        self.says = Statements(knowledge, plan, voice, now)

    @cached_property
    def tree(self) -> Tree:
        """The chart as lines."""
        return Tree(self.knowledge, self.plan, self.voice)

    def card(self, post: Post | None = None) -> str:
        """Sum the plan up: headline, tree from `post` down, hats and warnings."""
        if post is not None:
            return self.tree_part(post)
        hats = self._render("hats", hats=covers.hats(self.knowledge, self.plan, self.voice))
        warnings = self.says.warnings()
        parts = [self.head(), self.tree_part(), hats]
        parts += [self._render("warnings", warnings=warnings)] if warnings else []
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
        says = self.says
        return self._render("head", title=says.title(), shape=says.shape(), notes=says.notes())

    def tree_part(self, post: Post | None = None) -> str:
        """Show the chart from a post down."""
        lines = [line.indented for line in self.tree.lines(post)]
        return self._render("tree", lines=lines, cut=bool(self.tree.openable(post)))

    def roles(self) -> str:
        """List the roles with head-count and mission, in the order of the chart."""
        people = {count.role: count.people for count in self.plan.counts}
        order = dict.fromkeys(post.role for post in self.plan.posts)
        roles = [self.knowledge.roles[role] for role in order]
        text, own = self.voice.text, self._own_names()
        shown = [
            {
                "label": self._role_line(r, people[r.id], own.get(r.id, [])),
                "mission": text(r.mission),
            }
            for r in roles
        ]
        return self._render("roles", roles=shown)

    def _role_line(self, role: Role, people: int, names: Sequence[str]) -> str:
        line = self.voice.say("roles.line", role=self.voice.text(role.name), count=people)
        return peopled(self.voice, line, names)

    def _own_names(self) -> Mapping[str, list[str]]:
        """List the users' own titles and names of people by role."""
        found: dict[str, list[str]] = {}
        for post in self.plan.posts:
            if is_own(post):
                name = peopled(self.voice, post.title, post.names) if post.title else ""
                found.setdefault(post.role, []).extend([name] if name else post.names)
        return found

    def covers(self) -> str:
        """Say who answers for which function, beside the job where so, and what conflicts."""
        found = covers.carriers(self.knowledge, self.plan, self.voice)
        conflicts = [w for w in self.plan.warnings if w.code == "control_conflict"]
        return self._render(
            "covers",
            carriers=found,
            hats=any(carrier.hats for carrier in found),
            conflicts=[self.says.warning(w) for w in conflicts],
            company=self.says.company(),
        )

    def why(self) -> str:
        """Give the rule, its reason, the arithmetic, strengths, weaknesses and sources."""
        rule, form, text = self.plan.choice.rule, self.plan.form, self.voice.text
        return self._render(
            "why",
            because=text(rule.because),
            rule=self.says.rule(),
            numbers=self.says.reasons.numbers(),
            strengths=[text(t) for t in form.strengths],
            weaknesses=[text(t) for t in form.weaknesses],
            sources=self.says.reasons.sources(),
        )

    def changes(self) -> str:
        """Say which sizes, stages and signs would change the structure."""
        says = self.says
        signals = [self.voice.text(t) for t in self.plan.form.signals]
        return self._render(
            "changes",
            changes=says.changes(),
            stage_change=says.stage_change(),
            signals=signals,
        )

    def next_hires(self) -> str:
        """Name the next hires with their reasons, first those that complete the plan."""
        now, size = self.says.now, self.plan.people
        way = self.says.reasons.way(now) if now else []
        title = self.voice.say("next.way", now=now, size=size) if now else ""
        return self._render("next", way=way, title=title, hires=self.says.reasons.hires())

    def run(self) -> str:
        """Give the playbook of this channel and stage."""
        return self._render("run", advice=self.says.advice())

    def warnings(self) -> str:
        """List what a reader should watch out for."""
        return self._render("warnings", warnings=self.says.warnings())

    def _render(self, template: str, **view: object) -> str:
        return render(f"plan/{template}.jinja", self.voice, **view)
