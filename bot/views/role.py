"""A role's card: duties, measures, skills, reporting line, ratio, cover; the asked facet first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from bot.render import bulleted, render
from bot.views.company import company_threshold
from bot.views.in_team import InTeam
from bot.words import Voice
from knowledge.knowledge import Knowledge
from knowledge.model import COMPANY, Role, Text
from knowledge.plan import Plan
from knowledge.thresholds import Threshold, thresholds

FACETS = ("duties", "kpi", "reports_to", "skills", "ratio", "who_covers", "threshold", "conflicts")


class Section(NamedTuple):
    """A heading, None where there is none, and its lines."""

    title: str | None
    lines: Sequence[str]


class RoleView:
    """A role in one voice."""

    def __init__(
        self, knowledge: Knowledge, role: Role, voice: Voice, plan: Plan | None = None
    ) -> None:
        self.knowledge, self.role, self.voice = knowledge, role, voice
        team = InTeam(knowledge, role, plan, voice) if plan else None
        self.team = team if team and team.fits else None
        self._asked = ""

    def card(self, facet: str) -> str:
        """Render the whole card, the asked facet first."""
        first = facet if facet in FACETS else "duties"
        self._asked = first
        order = (first, *(name for name in FACETS if name != first))
        text = self.voice.text
        head = Section(text(self.role.name), [text(self.role.mission)])
        sections = [head, *(self._facet(name) for name in order), self._sources()]
        return render("role/card.jinja", self.voice, sections=sections)

    def answer(self, facet: str) -> str:
        """Render one facet alone, under the role's name."""
        name = self._asked = facet if facet in FACETS else "duties"
        head = Section(self.voice.text(self.role.name), [])
        return render("role/card.jinja", self.voice, sections=[head, self._facet(name)])

    def _facet(self, name: str) -> Section:
        facets: Mapping[str, Callable[[], Section]] = {
            "duties": self._duties,
            "kpi": self._kpi,
            "reports_to": self._reports_to,
            "skills": self._skills,
            "ratio": self._ratio,
            "who_covers": self._who_covers,
            "threshold": self._threshold,
            "conflicts": self._conflicts,
        }
        return facets[name]()

    def _duties(self) -> Section:
        duties = map(self.voice.text, self.role.duties)
        return Section(self.voice.say("role.duties"), bulleted(duties))

    def _kpi(self) -> Section:
        lines = []
        for kpi in self.role.kpis:
            unit = self.voice.text(self.knowledge.units[kpi.unit])
            name = self.voice.text(kpi.name)
            lines.append(self.voice.say("role.kpi_line", name=name, unit=unit))
        return Section(self.voice.say("role.kpi"), bulleted(lines))

    def _skills(self) -> Section:
        skills = self.voice.join([self.voice.text(skill) for skill in self.role.skills])
        return Section(self.voice.say("role.skills"), [skills])

    def _reports_to(self) -> Section:
        say, above = self.voice.say, self.role.reports_to
        line = (
            say("role.reports_nobody")
            if above is None
            else say("role.reports_to", role=self._name(above))
        )
        below = [r.id for r in self.knowledge.roles.values() if r.reports_to == self.role.id]
        names = self.voice.join([self._name(name) for name in below])
        leads = [say("role.leads", roles=names)] if below else []
        return Section(None, [line, *leads])

    def _ratio(self) -> Section:
        lines = [*self._verdict("ratio"), self.voice.text(self.role.ratio)]
        return Section(self.voice.say("role.ratio"), lines)

    def _verdict(self, facet: str) -> list[str]:
        """Say what this means for the team, where that is what was asked."""
        return [self.team.verdict()] if self.team and self._asked == facet else []

    def _who_covers(self) -> Section:
        if self.team:
            return Section(None, [self.team.covered()])
        cover = self.role.covers_before
        if cover is None or self.knowledge.roles[cover].reports_to is None:
            return Section(None, [self.voice.say("role.who_covers_head")])
        return Section(None, [self.voice.say("role.who_covers", role=self._name(cover))])

    def _threshold(self) -> Section:
        cover = self.role.covers_before
        found = thresholds(self.knowledge, self.role.id) if cover else ()
        lines = bulleted(map(self._threshold_line, found))
        if not lines:
            key = "role.threshold_never" if cover else "role.threshold_once"
            lines = [self.voice.say(key, role=self._name(cover or self.role.id))]
        return Section(self.voice.say("role.threshold"), [*self._verdict("threshold"), *lines])

    def _threshold_line(self, threshold: Threshold) -> str:
        if threshold.channel == COMPANY:
            return company_threshold(self.voice, threshold)
        channel = self.voice.text(self.knowledge.channels[threshold.channel].name)
        if threshold.size == 1:
            return self.voice.say("role.threshold_first", channel=channel)
        stage = self.voice.text(self.knowledge.stages[threshold.stage].name)
        return self.voice.say(
            "role.threshold_line", channel=channel, stage=stage, size=threshold.size
        )

    def _conflicts(self) -> Section:
        controlled = [f for f in self.knowledge.functions.values() if self.role.id in f.controls]
        owned = [self.knowledge.functions[name] for name in self.role.functions]
        lines = [self._conflict_line(function.name, (self.role.id,)) for function in controlled] + [
            self._conflict_line(f.name, f.controls) for f in owned if f.controls
        ]
        lines = bulleted(lines) or [self.voice.say("role.conflicts_none")]
        return Section(self.voice.say("role.conflicts"), lines)

    def _conflict_line(self, name: Text, roles: tuple[str, ...]) -> str:
        names = self.voice.join([self._name(role) for role in roles])
        function = self.voice.text(name)
        return self.voice.say("role.conflicts_line", function=function, roles=names)

    def _sources(self) -> Section:
        titles = [self.voice.text(self.knowledge.sources[s].title) for s in self.role.sources]
        return Section(None, [self.voice.say("role.sources", sources=self.voice.join(titles))])

    def _name(self, role: str) -> str:
        return self.voice.role(self.knowledge.roles[role])
