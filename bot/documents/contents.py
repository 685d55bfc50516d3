"""What a document says: one plan in one language as plain text, in the pieces documents need.

No format is decided here; every writer of `bot.documents` lays out these values.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from bot.core import Core
from bot.documents.growth import GrowthPart, growth_part
from bot.pictures.tree import tree
from bot.render import plain
from bot.views.growth import GrowthView
from bot.views.own_names import titled
from bot.views.reasons import Reasons
from bot.views.statements import Statements
from bot.words import Voice
from bot.words.voice import Language, voice
from knowledge.brief import Brief
from knowledge.chart import Node
from knowledge.counts import kept_hires
from knowledge.knowledge import Knowledge
from knowledge.model import Role
from knowledge.plan import Plan, Post
from knowledge.sequence import Hire


@dataclass(frozen=True, slots=True)
class PostRow:
    """One box of the chart; `people` are its own, `people_below` those of its part below it.

    `label` is what it is called: its role, or the user's `title` for it with the role beside it,
    and the `names` of people in it.
    """

    id: str
    role_id: str
    role: str
    label: str
    title: str
    names: tuple[str, ...]
    unit: str
    people: int
    people_below: int
    depth: int
    leader: str | None
    also_leaders: tuple[str, ...]
    functions: tuple[str, ...]
    hats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleSheet:
    """A role of the plan: `number` says where its head-count comes from, `ratio` what is usual."""

    id: str
    name: str
    people: int
    number: str
    mission: str
    duties: tuple[str, ...]
    kpis: tuple[tuple[str, str], ...]
    skills: tuple[str, ...]
    reports_to: str | None
    ratio: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CoverRow:
    """A function, the role that owns it, the one accountable post; a hat is beside its job."""

    function: str
    role: str
    post: str
    is_hat: bool


@dataclass(frozen=True, slots=True)
class HireRow:
    """The hire that makes the team `size` people large."""

    size: int
    role: str
    because: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source; `kind` is a study, a book, a practice or our own rule of thumb."""

    title: str
    kind: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything a document says. Numbers are people; texts are plain, without tags.

    `people` are all there are, after edits perhaps others than the brief asks for. `rule` names the
    rule that chose the form, `because` gives its reason; `hires` are the next
    few, `sequence` all from the first person on. `growth` is the way to this plan from another
    size, None where there is none to tell.
    """

    language: Language
    brief: Brief
    digest: str
    people: int
    title: str
    form: str
    shape: str
    notes: tuple[str, ...]
    tree: Node
    posts: tuple[PostRow, ...]
    roles: tuple[RoleSheet, ...]
    coverage: tuple[CoverRow, ...]
    company: str
    because: str
    rule: str
    strengths: tuple[str, ...]
    weaknesses: tuple[str, ...]
    changes: tuple[str, ...]
    signals: tuple[str, ...]
    hires: tuple[str, ...]
    sequence: tuple[HireRow, ...]
    advice: tuple[str, ...]
    warnings: tuple[str, ...]
    sources: tuple[SourceRow, ...]
    growth: GrowthPart | None


def contents(
    core: Core, language: Language, brief: Brief, way: GrowthView | None = None
) -> Contents:
    """Say the plan of a brief in one language, and the way to it if there is one to tell."""
    part = growth_part(way) if way else None
    return _Sayer(core, voice(language), core.plan(brief), part).contents()


class _Sayer:
    def __init__(self, core: Core, speak: Voice, plan: Plan, growth: GrowthPart | None) -> None:
        self.growth = growth
        self.core, self.speak, self.plan = core, speak, plan
        self.knowledge: Knowledge = core.knowledge
        self.says = Statements(core.knowledge, plan, speak)
        self.reasons: Reasons = self.says.reasons

    def contents(self) -> Contents:
        says, text, form = self.says, self.speak.text, self.plan.form
        stage = says.stage_change()
        return Contents(
            language=self.speak.language,
            brief=self.plan.brief,
            digest=self.plan.digest,
            people=self.plan.people,
            title=plain(says.title()),
            form=text(form.name),
            shape=plain(says.shape()),
            notes=_plain(says.notes(is_file=True)),
            tree=tree(self.knowledge, self.plan, self.speak),
            posts=tuple(self._posts()),
            roles=tuple(self._roles()),
            coverage=tuple(self._coverage()),
            company=plain(says.company()),
            because=text(self.plan.choice.rule.because),
            rule=plain(says.rule()),
            strengths=tuple(map(text, form.strengths)),
            weaknesses=tuple(map(text, form.weaknesses)),
            changes=_plain([*says.changes(), *([stage] if stage else [])]),
            signals=tuple(map(text, form.signals)),
            hires=_plain(self.reasons.hires()),
            sequence=tuple(self._sequence()),
            advice=_plain(says.advice()),
            warnings=_plain(says.warnings()),
            sources=tuple(self._sources()),
            growth=self.growth,
        )

    def _posts(self) -> Iterator[PostRow]:
        units = {unit.id: self.speak.unit(unit) for unit in self.plan.units}
        return (self._post(post, units[post.unit]) for post in self.plan.posts)

    def _post(self, post: Post, unit: str) -> PostRow:
        return PostRow(
            id=post.id,
            role_id=post.role,
            role=self._role_name(post.role),
            label=self._label(post),
            title=post.title,
            names=post.names,
            unit=unit,
            people=post.headcount,
            people_below=post.people_below,
            depth=post.depth,
            leader=post.reports_to,
            also_leaders=post.also_reports_to,
            functions=self._functions(post.functions),
            hats=self._functions(post.hats),
        )

    def _label(self, post: Post) -> str:
        label = titled(self.speak, self._role_name(post.role), post)
        if post.names:
            names = self.speak.join(post.names)
            label = self.speak.say("edit.label_people", label=label, names=names)
        return unescape(label)

    def _roles(self) -> Iterator[RoleSheet]:
        counts = {count.role: count for count in self.plan.counts}
        for role in dict.fromkeys(post.role for post in self.plan.posts):
            number = plain(self.reasons.number(counts[role]))
            yield self._role(self.knowledge.roles[role], counts[role].people, number)

    def _role(self, role: Role, people: int, number: str) -> RoleSheet:
        text, units = self.speak.text, self.knowledge.units
        return RoleSheet(
            id=role.id,
            name=text(role.name),
            people=people,
            number=number,
            mission=text(role.mission),
            duties=tuple(map(text, role.duties)),
            kpis=tuple((text(kpi.name), text(units[kpi.unit])) for kpi in role.kpis),
            skills=tuple(map(text, role.skills)),
            reports_to=self._role_name(role.reports_to) if role.reports_to else None,
            ratio=text(role.ratio),
            sources=tuple(self._source(name) for name in role.sources),
        )

    def _coverage(self) -> Iterator[CoverRow]:
        for item in self.plan.coverage:
            name = self.speak.text(self.knowledge.functions[item.function].name)
            yield CoverRow(name, self._role_name(item.role), item.post, item.hat)

    def _sequence(self) -> Iterator[HireRow]:
        planned = self.core.sequence(self.plan.brief)[: self.plan.brief.size]
        kept, added = kept_hires(planned, self.plan.counts)
        yield from map(self._hire, kept)
        own = (role for role, people in added for _ in range(people))
        because = plain(self.speak.say("edited.hire_added"))
        for size, role in enumerate(own, len(kept) + 1):
            yield HireRow(size, self._role_name(role), because)
        yield from map(self._hire, self.plan.next_hires)

    def _hire(self, hire: Hire) -> HireRow:
        because = self.speak.text(hire.line.because)
        return HireRow(hire.size, self._role_name(hire.role), because)

    def _sources(self) -> Iterator[SourceRow]:
        more = self.growth.sources if self.growth else ()
        for name in dict.fromkeys((*self.reasons.source_ids(), *more)):
            source = self.knowledge.sources[name]
            kind = self.speak.say(f"why.kind_{source.kind}")
            yield SourceRow(self.speak.text(source.title), str(kind), source.url)

    def _source(self, name: str) -> str:
        return self.speak.text(self.knowledge.sources[name].title)

    def _functions(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.speak.text(self.knowledge.functions[name].name) for name in ids)

    def _role_name(self, role: str) -> str:
        return self.speak.role(self.knowledge.roles[role])


def _plain(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(plain(text) for text in texts)
